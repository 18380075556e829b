import type { Command } from 'obsidian';
import type { FormContext } from '../ui/form/form-context';
import { openPhaseForm } from '../ui/form/phase-form';

/** “New phase page…” */
export const newPhasePage = (context: FormContext): Command => ({
  id: 'new-phase-page',
  name: 'New phase page…',
  icon: 'file-plus-2',
  callback: () => void openPhaseForm(context),
});

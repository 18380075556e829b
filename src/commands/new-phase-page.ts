import type { Command } from 'obsidian';
import type { FormDesk } from '../ui/form/form-desk';
import { openPhaseForm } from '../ui/form/phase-form';

/** “New phase page…” */
export const newPhasePage = (desk: FormDesk): Command => ({
  id: 'new-phase-page',
  name: 'New phase page…',
  icon: 'file-plus-2',
  callback: () => void openPhaseForm(desk),
});

import type { Command } from 'obsidian';
import type { FormContext } from '../ui/form/form-context';
import { openResponsibilityForm } from '../ui/form/responsibility-form';

/** “New responsibility note…” */
export const newResponsibility = (context: FormContext): Command => ({
  id: 'new-responsibility-note',
  name: 'New responsibility note…',
  icon: 'file-plus',
  callback: () => void openResponsibilityForm(context),
});

import type { Command } from 'obsidian';
import type { FormDesk } from '../ui/form/form-desk';
import { openResponsibilityForm } from '../ui/form/responsibility-form';

/** “New responsibility note…” */
export const newResponsibility = (desk: FormDesk): Command => ({
  id: 'new-responsibility-note',
  name: 'New responsibility note…',
  icon: 'file-plus',
  callback: () => void openResponsibilityForm(desk),
});

import type { Command } from 'obsidian';
import type { FormDesk } from '../ui/form/form-desk';
import { openSetUpForm } from '../ui/form/set-up-form';

/** “Set up operations pages…” */
export const setUpPages = (desk: FormDesk): Command => ({
  id: 'set-up-operations-pages',
  name: 'Set up operations pages…',
  icon: 'folder-plus',
  callback: () => void openSetUpForm(desk),
});

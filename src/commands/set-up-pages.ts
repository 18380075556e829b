import type { Command } from 'obsidian';
import type { FormContext } from '../ui/form/form-context';
import { openSetUpForm } from '../ui/form/set-up-form';

/** “Set up operations pages…” */
export const setUpPages = (context: FormContext): Command => ({
  id: 'set-up-operations-pages',
  name: 'Set up operations pages…',
  icon: 'folder-plus',
  callback: () => void openSetUpForm(context),
});

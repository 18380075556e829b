import type { App, Command } from 'obsidian';
import { revealCheck } from '../ui/check/check-view';

/** The commands that bring the handbook check up. */
export function checkCommands(app: App): Command[] {
  return [
    { id: 'handbook-check', name: 'Handbook check', icon: 'list-checks', callback: () => void revealCheck(app, null) },
    {
      id: 'check-before-publishing',
      name: 'Check before publishing',
      icon: 'list-checks',
      callback: () => void revealCheck(app, 'site'),
    },
  ];
}

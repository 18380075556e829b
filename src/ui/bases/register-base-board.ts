import type { Plugin } from 'obsidian';
import { reasonOf } from '../../core/wording/reason-of';
import { BOARD_VIEW_TYPE, type BoardHost } from '../board/board-host';
import { BaseBoard, ELSEWHERE_OPTION, TODOS_OPTION } from './base-board';

/** Offers the phase board as a layout of bases. Where bases are off there is none. @returns what went wrong, in words. */
export function registerBaseBoard(plugin: Plugin, host: BoardHost): string[] {
  try {
    plugin.registerBasesView(BOARD_VIEW_TYPE, {
      name: 'Phase board',
      icon: 'kanban',
      factory: (controller, parent) => new BaseBoard(controller, parent, host),
      options: () => [
        { type: 'toggle', displayName: 'Column for Elsewhere', ...ELSEWHERE_OPTION },
        { type: 'slider', displayName: 'Open todos on a card', step: 1, ...TODOS_OPTION },
      ],
    });
    return [];
  } catch (error) {
    return [`The layout “Phase board” of bases: ${reasonOf(error)}`];
  }
}

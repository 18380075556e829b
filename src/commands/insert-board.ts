import type { Command } from 'obsidian';
import { reasonOf } from '../core/wording/reason-of';
import type { BlockHost } from '../ui/block/board-in-note';
import { insertBlock } from '../ui/block/insert-block';
import { tellReason } from '../ui/plan/run-plan';

export function insertBoard(host: BlockHost): Command {
  return {
    id: 'insert-board',
    name: 'Insert phase board…',
    icon: 'kanban',
    editorCallback: (editor, { file }) => {
      try {
        if (file) insertBlock(host, editor, file);
      } catch (error) {
        tellReason(reasonOf(error));
      }
    },
  };
}

import { readingOnce } from '../core/edit/reading-once';
import { isRefusal } from '../core/text/refusal';
import type { PlanningVault } from '../core/edit/planning-vault';
import { withoutFacts } from '../core/index/short-title';
import type { Todo } from '../core/index/todo';
import type { LinkPlace } from '../core/link/find-spot';
import { planLink } from '../core/link/plan-link';
import { noteName } from '../core/note/link-text';

/** A column of the board with its todos. */
export interface TodoColumn {
  /** `Day 0 · Planning` */
  readonly title: string;
  readonly todos: readonly Todo[];
}

/** A text in a cell: nothing of it is markup. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#~=$%^]/g, '\\$&');

/** A table for each column. Links are written as the vault has them; a relative one leads from the vault's top. */
export async function printMarkdown(columns: readonly TodoColumn[], vault: PlanningVault): Promise<string[]> {
  const once = readingOnce(vault);
  const link = async (target: string, places: readonly LinkPlace[], alias: string): Promise<string> => {
    for (const place of places) {
      const planned = await planLink(
        { source: '', target, place, alias, embed: false, table: true, published: false },
        once,
      );
      // What would need a new block id is linked to as a note.
      if (!isRefusal(planned) && planned.plan === null) return planned.text;
    }
    return plain(alias);
  };
  const row = async (todo: Todo): Promise<string> => {
    const { path, kind, startLine, due, state } = todo;
    const owner = todo.owner === null ? null : noteName(todo.owner);
    const places: LinkPlace[] = [
      ...(kind === 'section' ? [{ kind: 'heading' as const, line: startLine }] : []),
      { kind: 'note' },
    ];
    const cells = [
      await link(path, places, withoutFacts(todo.title, owner)),
      todo.owner === null || owner === null ? '' : await link(todo.owner, [{ kind: 'note' }], owner),
      due ?? '',
      plain(state ?? ''),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  const lines: string[] = [];
  for (const { title, todos } of columns) {
    lines.push(`## ${title}`, '', '| Todo | Owner | Due | State |', '| --- | --- | --- | --- |');
    for (const todo of todos) lines.push(await row(todo));
    lines.push('');
  }
  return lines;
}

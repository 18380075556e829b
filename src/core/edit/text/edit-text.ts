import { ITEM_MARKER } from '../../markdown/marks/line-marks';
import { changedBlockLine } from '../../markdown/changed-block';
import { lineAt, linesBetween, type TextLine } from '../../note/text-line';
import { standsOnTagLine } from '../../todo/tag-line';
import { todoChange, type TodoAction } from '../actions/todo-change';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import { guardsOf, type LocatedTodo } from '../locate-todo';
import type { Todo } from '../../index/todo';
import { roleLinksFrom, type Planning } from '../planning';
import { lineWords, type LineWords } from './line-words';

/** Whether editing the words can only be refused, as far as the todo itself tells: a note, a row or quote, more than a line. */
export function canEditText({ kind, block, excerpt, fromCopy }: Todo): boolean {
  if (fromCopy || kind === 'note' || (kind === 'block' && block !== 'paragraph')) return false;
  const [, second = ''] = excerpt.split('\n');
  return kind === 'section' || second.trim() === '' || (kind === 'item' && ITEM_MARKER.test(second));
}

/** A todo's own words, without markers, and without the tags, dates, owner and id beside them. Refuses what is more than a line. */
export function readWords(planning: Planning, { source, name, mark: { place } }: LocatedTodo): LineWords | Refusal {
  const { text } = source;
  const isRoleLink = roleLinksFrom(planning.index, source.path);
  switch (place.kind) {
    case 'note':
      return refuse(`“${name}” is a whole note: rename it in the file tree, or open it to write in it.`);
    case 'section': {
      const { heading, position } = place.section.heading;
      const start = text.indexOf(heading, position.start.offset);
      return heading === '' || start < 0
        ? refuse('The heading has no words.')
        : lineWords(source, { start, end: start + heading.length }, start, isRoleLink);
    }
    case 'item':
    case 'block': {
      const until = place.kind === 'item' ? (source.items[place.item]?.position.end.offset ?? place.end) : place.end;
      const lines = [...linesBetween(text, place.start, until)].filter((line) => line.start < until);
      const first = lineAt(text, place.start);
      const marker =
        place.kind === 'item' ? (ITEM_MARKER.exec(text.slice(first.start, first.end))?.[0].length ?? 0) : 0;
      const startOf = (line: TextLine, at: number): number => {
        const from = at === 0 ? first.start + marker : line.start;
        return line.end - text.slice(from, line.end).trimStart().length;
      };
      // A bullet can begin on the line below its marker.
      const words = lines
        .map((line, at) => ({ line, start: startOf(line, at), isFirst: at === 0 }))
        .filter(
          ({ line, start, isFirst }) => start < line.end && (isFirst || !standsOnTagLine(source, isRoleLink, line)),
        );
      const [only] = words;
      if (!only) return refuse(`“${name}” has no words of its own: open it to write in it.`);
      if (words.length > 1 || (place.kind === 'block' && place.block !== 'paragraph'))
        return refuse(`“${name}” is more than one line: open it to write in it.`);
      const { line, start } = only;
      return lineWords(source, line, start, isRoleLink);
    }
  }
}

/** Puts other words in the place of a todo's own; its tags, dates, owner and id stay as they are, behind them. */
export function editText(words: string): TodoAction {
  const now = words.trim();
  return {
    done: (what) => `Changed the text of ${what}`,
    change(located, planning) {
      const found = readWords(planning, located);
      if (isRefusal(found)) return found;
      if (now === '') return refuse('A todo needs some words. To take it off the board, mark it as done.');
      if (/[\r\n]/.test(now)) return refuse('The text is one line.');
      const { place } = located.mark;
      const { span, insert } = found.write(now);
      // A row alone is none, but the line below could make it one.
      if (now.startsWith('|') || changedBlockLine(located.source.text, [{ ...span, insert }]) !== null)
        return refuse(`“${now.slice(0, 12)}” at the beginning would make it something else than a line of text.`);
      return todoChange([{ ...span, insert, guards: guardsOf(located) }], {
        heading: place.kind === 'section' ? place.section.heading : null,
      });
    },
  };
}

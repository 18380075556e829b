import { ITEM_MARKER, checkboxOf } from '../../markdown/marks/line-marks';
import { plainText } from '../../markdown/plain-text';
import { lineAt } from '../../note/text-line';
import { isRefusal, refuse } from '../../text/refusal';
import { guardsOf } from '../locate-todo';
import { todoChange, type TodoAction } from './todo-change';
import { toggleByTasks, writeBox, type ToggleTask } from './toggle-by-tasks';

/** A checkbox inside a todo's text: which of them it is, from 0, and the line that it stands on, as somebody sees it. */
interface TickRequest {
  readonly nth: number;
  readonly line: string;
}

/** What a line says, whatever tags and marks stand on it: a text that is shown has lost some of them. */
const wordsOf = (line: string): string =>
  plainText(
    line
      .replace(ITEM_MARKER, '')
      .replaceAll('%%', '')
      .replace(/#[^\s#]+/g, ''),
  )
    .replace(/[\s\u200B]+/g, ' ')
    .trim();

/** Checks a box inside a todo's text, or takes the check away; the todo itself stays. */
export function tickLine({ nth, line: wanted }: TickRequest, toggleTask: ToggleTask | null = null): TodoAction {
  return {
    done: (what) => `Ticked a line of ${what}`,
    change(located) {
      const { source, mark, name } = located;
      const { place } = mark;
      const boxes = source.items.filter(({ task, position: { start } }) => {
        const isOwn = place.kind === 'item' && start.offset === place.start;
        return (
          task !== undefined &&
          !isOwn &&
          start.offset >= place.start &&
          start.offset < place.end &&
          source.outline.copyAt(start.offset) === null
        );
      });
      const lines = boxes.map(({ position }) => lineAt(source.text, position.start.offset));
      const line = lines[nth];
      const text = line ? source.text.slice(line.start, line.end) : '';
      const box = checkboxOf(text);
      if (!line || !box || wordsOf(text) !== wordsOf(wanted))
        return refuse(`“${name}” is not as it was shown: tick the line in its note.`);
      const guards = [...guardsOf(located).filter(({ start }) => start !== line.start), line].sort(
        (a, b) => a.start - b.start,
      );
      const toggled = toggleTask
        ? toggleByTasks(source, line, toggleTask, plainText(text.replace(ITEM_MARKER, '')))
        : { edit: writeBox(line, box, box.status === ' ' ? 'x' : ' ') };
      return isRefusal(toggled) ? toggled : todoChange([{ ...toggled.edit, guards }]);
    },
  };
}

import { planExtract } from '../core/draft/extract/plan-extract';
import { DRY_RUN, makesNotes } from './carry-out';
import { oneOf, required } from './parse-flags';
import { withoutMd } from '../core/note/link-text';

/** `operations-lifecycle:turn-into-note` */
export const turnIntoNoteCommand = makesNotes({
  action: 'turn-into-note',
  description: 'Turn a bullet or section into a responsibility note, with its text, children and todo',
  flags: {
    path: { value: '<note>', description: 'The note that holds it' },
    line: { value: '<number>', description: 'A line of the bullet or section; several with commas between them' },
    title: { value: '<title>', description: 'The new note’s title; proposed from its words when not given' },
    leave: {
      value: 'sentence|transclusion|link',
      description:
        'What stays in its place: the sentence as the link’s text (default), a heading with a transclusion, or a link',
    },
    ...DRY_RUN,
  },
  plan(values, drafting) {
    const lines = required(values, 'line')
      .split(',')
      .map((line) => line.trim());
    const wrong = lines.find((line) => !/^[1-9]\d*$/.test(line));
    if (wrong !== undefined) throw new Error(`line=${wrong} is no line: expected a number from 1 on.`);
    if (lines.length > 1 && values.title !== undefined)
      throw new Error('title= names one note, but several lines were given.');
    const path = required(values, 'path');
    return planExtract(drafting, {
      path: drafting.vault.exists(path) ? path : `${withoutMd(path)}.md`,
      lines: lines.map((line) => Number(line) - 1),
      titles: [values.title ?? null],
      leave: oneOf(values, 'leave', ['sentence', 'transclusion', 'link']),
      template: null,
    });
  },
});

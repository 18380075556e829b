// A plan meets the text of now: others may have written in the note meanwhile. Each edit finds its place again, or nothing is written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits } from '../../../src/core/edit/apply-edits';
import type { TextEdit } from '../../../src/core/text/text-edit';
import { rebaseEdits } from '../../../src/core/edit/rebase-edits';
import { runs } from '../../property-runs';

/** The note with `[old→new]` where an edit is meant; whole lines between `«` and `»` are its guards. */
function planOn(marked: string): { before: string; edits: TextEdit[] } {
  let before = '';
  const guards: { start: number; end: number }[] = [];
  const edits: { start: number; end: number; insert: string }[] = [];
  for (const [piece] of marked.matchAll(/\[[^\]]*→[^\]]*\]|[«»]|[^[«»]+|\[/g)) {
    const edit = /^\[([^→]*)→([^\]]*)\]$/.exec(piece);
    if (edit) {
      edits.push({ start: before.length, end: before.length + (edit[1] ?? '').length, insert: edit[2] ?? '' });
      before += edit[1] ?? '';
    } else if (piece === '«') guards.push({ start: before.length, end: before.length });
    else if (piece === '»') guards.push({ start: guards.pop()?.start ?? 0, end: before.length });
    else before += piece;
  }
  return { before, edits: edits.map((edit) => ({ ...edit, guards })) };
}

function applied(marked: string, now: string): string {
  const { before, edits } = planOn(marked);
  const fitted = rebaseEdits({ path: 'N.md', before, edits }, now);
  return typeof fitted === 'string' ? fitted : applyEdits(now, fitted);
}

describe('an edit finds its place', () => {
  it.each([
    ['in the same text', '- a\n«- b [#todo→]»\n', '- a\n- b #todo\n', '- a\n- b \n'],
    ['when something was written above', '- a\n«- b [#todo→]»\n', 'New\n\n- a\n- b #todo\n', 'New\n\n- a\n- b \n'],
    ['when something was written below', '- a\n«- b [#todo→]»\n', '- a\n- b #todo\n- c\n', '- a\n- b \n- c\n'],
    ['when both happened', '- a\n«- b [#todo→]»\n- c\n', 'x\n- a\n- b #todo\n- c\ny\n', 'x\n- a\n- b \n- c\ny\n'],
    [
      'when the section between its heading and its tag line was written in',
      '«## A»\ntext\n«[#todo→]»\n## B\n#todo\n',
      '## A\ntext and more\nlines\n#todo\n## B\n#todo\n',
      '## A\ntext and more\nlines\n\n## B\n#todo\n',
    ],
    ['as an insertion behind its guard', '«- a»[→\n- b]\n#todo\n', 'x\n- a\n#todo\n', 'x\n- a\n- b\n#todo\n'],
    [
      'as an insertion at the start of the line below its guard',
      '«## A»\n[→#todo\n]text\n',
      'x\n## A\nother text\n',
      'x\n## A\n#todo\nother text\n',
    ],
    [
      'at the end of the note, when something was written below',
      '«## A»\n«[#todo\n→]»',
      '## A\n#todo\n\nMore\n',
      '## A\n\nMore\n',
    ],
    [
      'although another line begins alike',
      '«- a [#todo→]»\n',
      '- a #todo or not\n- a #todo\n',
      '- a #todo or not\n- a \n',
    ],
  ])('%s', (_what, marked, now, after) => {
    expect(applied(marked, now)).toBe(after);
  });
});

describe('nothing is written', () => {
  it.each([
    ['when the line was changed', '«- b [#todo→]»\n', '- b! #todo\n', 'gone'],
    ['when the line was taken away', '- a\n«- b [#todo→]»\n', '- a\n', 'gone'],
    ['when a guard was changed', '«## A»\n[#todo→]\n', '## B\n#todo\n', 'gone'],
    [
      'when a twin of the line came above it',
      '- x\n«- b [#todo→]»\n',
      '- b #todo\n- x\n- b #todo\n',
      '- b #todo\n- x\n- b \n',
    ],
    [
      'when a twin came right beside it, and nobody can tell which was meant',
      '«- b [#todo→]»\n',
      '- b #todo\n- b #todo\n',
      'unsure',
    ],
    ['when one of two twins went', '- b #todo\n«- b [#todo→]»\n', '- b #todo\n', 'unsure'],
    [
      'when the second line of its two twins moved',
      '- b #todo\nx\n«- b [#todo→]»\ny\n',
      'x\n- b #todo\n- b #todo\nz\n',
      'unsure',
    ],
  ])('%s', (_what, marked, now, answer) => {
    expect(applied(marked, now)).toBe(answer);
  });
});

describe('for any note and any writing elsewhere', () => {
  const line = fc.constantFrom('- a #todo', '- b #todo', '', 'text', '## H', '#todo');
  it('the edit changes its own line, or nothing is written', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.array(line, { maxLength: 3 }),
        fc.nat(),
        (lines, at, added, where) => {
          const target = at % lines.length;
          // An edit on an empty line hangs on nothing.
          fc.pre(lines[target] !== '');
          const marked = lines.map((text, index) => (index === target ? `«${text}[→ MARK]»` : text)).join('\n');
          const place = where % (lines.length + 1);
          const now = [...lines.slice(0, place), ...added, ...lines.slice(place)].join('\n');
          const result = applied(marked, now);
          if (result === 'gone' || result === 'unsure') return;
          const right = lines.map((text, index) => (index === target ? `${text} MARK` : text));
          expect(result).toBe([...right.slice(0, place), ...added, ...right.slice(place)].join('\n'));
        },
      ),
      { numRuns: runs(3000) },
    );
  });
  it('an edit taken back gives the same bytes', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 }), fc.string()), { maxLength: 4 }),
        (before, cuts) => {
          const edits: TextEdit[] = [];
          let from = 0;
          for (const [gap, length, insert] of cuts) {
            const start = Math.min(before.length, from + (gap % 7));
            const end = Math.min(before.length, start + length);
            edits.push({ start, end, insert, guards: [] });
            from = end;
          }
          const back = invertEdits({ path: 'N.md', before, edits });
          expect(applyEdits(back.before, back.edits)).toBe(before);
        },
      ),
    );
  });
});

// What an edit was guarded by guards the way back as well; what was written stays found beside blank lines that look alike.
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits } from '../../../src/core/edit/apply-edits';
import type { NoteEdit } from '../../../src/core/text/text-edit';
import { rebaseEdits } from '../../../src/core/edit/rebase-edits';

/** The note after the edit is taken back, where others have put `written` in the place of `was` meanwhile. */
function takenBack(change: NoteEdit, was: string, written: string): string {
  const back = invertEdits(change);
  const now = back.before.replace(was, written);
  const edits = rebaseEdits(back, now);
  return typeof edits === 'string' ? edits : applyEdits(now, edits);
}

describe('the line that an edit was guarded by, right beside it,', () => {
  const before = '- above\n- it #todo\n- below\n';
  const [start, end] = [before.indexOf('- it'), before.indexOf('- below')];
  const edit = (guard: string): NoteEdit => {
    const at = before.indexOf(guard);
    return {
      path: 'N.md',
      before,
      edits: [{ start, end, insert: '- it\n', guards: [{ start: at, end: at + guard.length }] }],
    };
  };

  it('guards its undo when it stands above', () => {
    expect(takenBack(edit('- above\n'), 'x', 'x')).toBe(before);
    expect(takenBack(edit('- above\n'), '- above', '- changed')).toBe('gone');
  });
  it('guards its undo when it stands below', () => {
    expect(takenBack(edit('- below\n'), 'x', 'x')).toBe(before);
    expect(takenBack(edit('- below\n'), '- below', '- changed')).toBe('gone');
  });
  it('is told as it stands after the edit, which may have moved it', () => {
    for (const guard of ['- above\n', '- below\n']) {
      const back = invertEdits(edit(guard));
      expect(back.edits.map(({ guards }) => guards.map(({ start, end }) => back.before.slice(start, end)))).toEqual([
        [guard],
      ]);
    }
  });
  it('is asked for no more than that: others may change', () => {
    expect(takenBack(edit('- above\n'), '- below', '- changed')).toBe('- above\n- it #todo\n- changed\n');
    expect(takenBack(edit('- below\n'), '- above', '- changed')).toBe('- changed\n- it #todo\n- below\n');
  });
});

describe('what goes in behind the last line', () => {
  it.each([
    ['- a\n', '- a\n\n', '- a\n- new\n\n'],
    ['- a\n\n', '- a\n\n\n\n', '- a\n- new\n\n\n\n'],
  ])('goes there also when blank lines came below it: %j, now %j', (before, now, after) => {
    const at = before.indexOf('- a\n') + '- a\n'.length;
    const edits = rebaseEdits(
      { path: 'N.md', before, edits: [{ start: at, end: at, insert: '- new\n', guards: [] }] },
      now,
    );
    expect(typeof edits === 'string' ? edits : applyEdits(now, edits)).toBe(after);
  });
});

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

describe('an edit among properties', () => {
  const PHASE = '---\nphase: [a→b]\n---\n\ntext\n';
  it.each([
    [
      'finds its own where another came above',
      PHASE,
      '---\nowner: x\nphase: a\n---\n\ntext\n',
      '---\nowner: x\nphase: b\n---\n\ntext\n',
    ],
    [
      'finds its own where the text below is another',
      PHASE,
      '---\nphase: a\n---\nother\n',
      '---\nphase: b\n---\nother\n',
    ],
    [
      'is not made where a line that belongs to no property is another',
      '---\n# read\nphase: [a→b]\n---\n',
      '---\n# unread\nphase: a\n---\n',
      'gone',
    ],
    [
      'is made where only another property is another',
      '---\n# read\nphase: [a→b]\nowner: x\n---\n',
      '---\n# read\nphase: a\nowner: y\n---\n',
      '---\n# read\nphase: b\nowner: y\n---\n',
    ],
    [
      'goes in above the first where another came below',
      '---\n[→owner: x\n]phase: a\n---\ntext\n',
      '---\nphase: a\ndue: y\n---\ntext\n',
      '---\nowner: x\nphase: a\ndue: y\n---\ntext\n',
    ],
    [
      'goes in before the closing line where another came above it',
      '---\nphase: a\n[→owner: x\n]---\ntext\n',
      '---\nphase: a\ndue: y\n---\ntext\n',
      'gone',
    ],
    ['is not made where the value is another', PHASE, '---\nphase: c\n---\n\ntext\n', 'gone'],
    ['is not made where the property has gone', PHASE, '---\nowner: x\n---\n\ntext\n', 'gone'],
    ['is not made where it stands there twice', PHASE, '---\nphase: a\nphase: a\n---\n\ntext\n', 'unsure'],
    ['is not made where the properties have become text', PHASE, 'phase: a\n---\n\ntext\n', 'gone'],
    ['is not made where something stands that is no property', PHASE, '---\n- x\nphase: a\n---\n\ntext\n', 'gone'],
    [
      'goes in before the closing line',
      '---\nphase: a\n[→owner: x\n]---\ntext\n',
      '---\nphase: a\n---\nmore\n',
      '---\nphase: a\nowner: x\n---\nmore\n',
    ],
    [
      'does not go in where it is there already',
      '---\nphase: a\n[→owner: x\n]---\ntext\n',
      '---\nOwner: y\nphase: a\n---\ntext\n',
      'gone',
    ],
    [
      'does not make properties where there are some by now',
      '[→---\nphase: a\n---\n]text\n',
      '---\nowner: x\n---\ntext\n',
      'gone',
    ],
    [
      'is no reason to leave an edit of the text',
      '---\nphase: a\n---\n\n«- b [#todo→]»\n',
      '---\nphase: c\nowner: x\n---\n\n- b #todo\n',
      '---\nphase: c\nowner: x\n---\n\n- b \n',
    ],
  ])('%s', (_what, marked, now, answer) => {
    expect(applied(marked, now)).toBe(answer);
  });
});

describe('an edit below a heading', () => {
  const TWINS = '# A\n## S\n- x\n# B\n## S\n- x[→ MARK]\n';
  it.each([
    [
      'finds it by the headings around it',
      TWINS,
      'New\n# A\n## S\n- x\n- y\n# B\n## S\n- z\n- x\n',
      'New\n# A\n## S\n- x\n- y\n# B\n## S\n- z\n- x MARK\n',
    ],
    [
      'finds it where the heading around it has another name',
      '# A\n## S\n- x[→ MARK]\n',
      '# B\n## S\n- x\n',
      '# B\n## S\n- x MARK\n',
    ],
    [
      'finds it where one of that name came below another heading above',
      '# A\n## S\n- x[→ MARK]\n',
      '# B\n## S\n- x\n# A\n## S\n- x\n',
      '# B\n## S\n- x\n# A\n## S\n- x MARK\n',
    ],
    ['is not made in a property of the heading’s words', '## a:\n- x[→ MARK]\n', '---\na: b\n---\n- x\n', 'gone'],
    [
      'of twins side by side is made in the first when more is written below the other',
      '# S\n- x[→ MARK]\n# S\n- y\n',
      '# S\n- x\n# S\n- y\n- z\n',
      '# S\n- x MARK\n# S\n- y\n- z\n',
    ],
    [
      'of twins side by side is not made where the heading itself was lost in the change',
      '# S\n- x[→ MARK]\n# S\n- x\n',
      'New\n# T\n- x\n# S\n- n\n',
      'unsure',
    ],
    ['finds it where the other of that name has gone', TWINS, '# B\n## S\n- x\n', '# B\n## S\n- x MARK\n'],
    ['is not made below another of that name', TWINS, '# A\n## S\n- x\n# C\n## S\n- y\n', 'gone'],
    [
      'of twins side by side finds it by what did not change',
      '# S\n- x\n# S\n- x[→ MARK]\n',
      'New\n\n# S\n- x\n# S\n- x\n',
      'New\n\n# S\n- x\n# S\n- x MARK\n',
    ],
    [
      'of twins side by side is not made when one more came',
      '# S\n- x\n# S\n- x[→ MARK]\n',
      '# S\n- x\n# S\n- x\n# S\n- x\n',
      'unsure',
    ],
    ['is not made when its line went to another', '# A\n- x[→ MARK]\n# B\n', '# A\n# B\n- x\n', 'gone'],
    [
      'over several is not made when one more came between',
      '«# A\n- x[→ MARK]\n# B\ny»\n',
      '# A\n- x\n# N\n# B\ny\n',
      'gone',
    ],
  ])('%s', (_what, marked, now, answer) => {
    expect(applied(marked, now)).toBe(answer);
  });
});

describe('an edit beside lines of other kinds', () => {
  it.each([
    ['is not made in what is code by now', '«- b [#todo→]»\n', '```\n- b #todo\n```\n', 'gone'],
    ['is not made in what is a comment by now', 'text\n\n«- b [#todo→]»\n', 'text\n\n%%\n\n- b #todo\n\n%%\n', 'gone'],
    ['is not made where a quote above goes on in it', 'x\n\n[#todo→#done]\n', 'x\n\n> quoted\n#todo\n', 'gone'],
    ['is not made where a paragraph above goes on in it', 'x\n\n[#todo→#done]\n', 'x\n\nwords\n#todo\n', 'gone'],
    ['is not made where a bullet above goes on in it', 'x\n\n[#todo→#done]\n', 'x\n\n- bullet\n#todo\n', 'gone'],
    [
      'is made in words that go on below by now',
      'Some [words→lines]\n',
      'Some words\nand more\n',
      'Some lines\nand more\n',
    ],
    ['is made in words that go on above by now', 'Some [words→lines]\n', 'First\nSome words\n', 'First\nSome lines\n'],
    ['is made in a quote’s words', '> Some [words→lines]\n', '> First\n> Some words\n', '> First\n> Some lines\n'],
    [
      'is made in a line of a table',
      'x\n\n| a [#todo→] |\n| - |\n',
      'y\n\n| a #todo |\n| - |\n',
      'y\n\n| a  |\n| - |\n',
    ],
    ['is not made where it goes on below', 'x\n\n[#todo→#done]\n', 'x\n\n#todo\nwords\n', 'gone'],
    ['is not made on a bullet that goes on below', '- b [#todo→]\n', '- b #todo\nwords\n', 'gone'],
    [
      'is made on a bullet with others beside it',
      '- b [#todo→]\n',
      'words\n- a\n- b #todo\n> c\n',
      'words\n- a\n- b \n> c\n',
    ],
    [
      'is made on a row with others beside it',
      '| a |\n| - |\n| b [#todo→] |\n',
      '| a |\n| - |\n| n |\n| b #todo |\nm\n',
      '| a |\n| - |\n| n |\n| b  |\nm\n',
    ],
    [
      'is made where headings and blank lines are what is beside it',
      '# A\n[#todo→]\n\nx\n',
      '# A\n#todo\n# B\nx\n',
      '# A\n\n# B\nx\n',
    ],
  ])('%s', (_what, marked, now, answer) => {
    expect(applied(marked, now)).toBe(answer);
  });
});

describe('edits of one plan', () => {
  it('are made in their order, or none is', () => {
    expect(applied('«- a [#todo→]»\n- m\n«- b [#todo→]»\n', 'x\n- a #todo\n- m\n- n\n- b #todo\n')).toBe(
      'x\n- a \n- m\n- n\n- b \n',
    );
    expect(applied('«- a [#todo→]»\n- m\n«- b [#todo→]»\n', '- b #todo\n- m\n- a #todo\n')).toBe('gone');
  });
  it('that touch still do, or none is made', () => {
    expect(applied('«- a\n»«- b [#todo→]»\n', 'x\n- a\n- b #todo\n')).toBe('x\n- a\n- b \n');
    expect(applied('«- a\n- b [#todo→]»\n', '- a\n- n\n- b #todo\n')).toBe('gone');
  });
  it('keep their guards, where these stand by now', () => {
    const { before, edits } = planOn('«- a»\n- m\n- b [#todo→]\n- c\n«- d»\n');
    const now = 'New\n- a\n- m\n- b #todo\n- c\n- more\n- d\n';
    const fitted = rebaseEdits({ path: 'N.md', before, edits }, now);
    expect(
      typeof fitted === 'string'
        ? fitted
        : fitted.map(({ guards }) => guards.map(({ start, end }) => `${now.slice(start, end)} ${start}`)),
    ).toEqual([['- a 4', '- d 33']]);
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

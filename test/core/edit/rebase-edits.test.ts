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

describe('of two lines alike, where others wrote elsewhere too', () => {
  const more = (line: string): string => `\nmore\n${line}- b\n`;
  it.each([
    ['the second came right below', `«- a [#todo→]»\n${more('')}`, `- a #todo\n- a #todo\n${more('- c\n')}`, 'unsure'],
    ['the first came right above', `${more('')}«- a [#todo→]»\n`, `${more('- c\n')}- a #todo\n- a #todo\n`, 'unsure'],
    [
      'both were there already',
      `«- a [#todo→]»\n- a #todo\n${more('')}`,
      `- a #todo\n- a #todo\n${more('- c\n')}`,
      `- a \n- a #todo\n${more('- c\n')}`,
    ],
    [
      'one only begins alike',
      `«- a [#todo→]»\n${more('')}`,
      `- a #todo\n- a #todo x\n${more('- c\n')}`,
      `- a \n- a #todo x\n${more('- c\n')}`,
    ],
    [
      'one is further below',
      `«- a [#todo→]»\n- d\n${more('')}`,
      `- a #todo\n- d\n${more('- a #todo x\n')}`,
      `- a \n- d\n${more('- a #todo x\n')}`,
    ],
  ])('%s', (_what, marked, now, after) => {
    expect(applied(marked, now)).toBe(after);
  });
});

describe('of two pieces alike, each with other lines around it', () => {
  it.each([
    ['they changed places', '«[#todo→]»\nx\n\n#todo\ny\n', '#todo\ny\n\n#todo\nx\n', 'unsure'],
    ['they did, below what is the same', 'q\n\n#todo\nx\n\n«[#todo→]»\ny\n', 'q\n\n#todo\ny\n\n#todo\nx\n', 'unsure'],
    ['they did, above what is the same', 'x\n#todo\n\ny\n«[#todo→]»\nq\n', 'y\n#todo\n\nx\n#todo\nq\n', 'unsure'],
    ['the other came above', '«[#todo→]»\nx\n', '#todo\ny\n\n#todo\nx\n', 'unsure'],
    ['the other came below', 'x\n«[#todo→]»\n', 'x\n#todo\ny\n#todo\n', 'unsure'],
    ['nobody wrote beside the first', '«[#todo→]»\nx\n\n#todo\ny\n', '#todo\nx\n\n#todo\nz\n', '\nx\n\n#todo\nz\n'],
    ['the line below went on', '«[#todo→]»\nx\n\n#todo\ny\n', '#todo\nxyz\n\n#todo\ny\n', '\nxyz\n\n#todo\ny\n'],
    ['the line above went on', 'y\n#todo\n\nx\n«[#todo→]»\n', 'y\n#todo\n\nzyx\n#todo\n', 'y\n#todo\n\nzyx\n\n'],
  ])('%s', (_what, marked, now, after) => {
    expect(applied(marked, now)).toBe(after);
  });
});

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
      'does not go in where it is there already, whatever else is written below',
      '---\nphase: a\n[→owner: x\n]---\n# A\n- b[→ M]\n',
      '---\nOwner: y\nphase: a\n---\n# A\n- b\n',
      'gone',
    ],
    [
      'makes properties where others wrote below',
      '[→---\nphase: a\n---\n]text\n',
      'text\nmore\n',
      '---\nphase: a\n---\ntext\nmore\n',
    ],
    [
      'is not made where another line of the same property is another',
      '---\ntags:\n  - a\n[  - todo\n→]---\n',
      '---\ntags:\n  - b\n  - todo\n---\n',
      'gone',
    ],
    [
      'is no reason to write in the text above the headings, where the properties have gone',
      '---\na: 1\n---\n- b[→ M]\n',
      '- b\n',
      'gone',
    ],
    [
      'nor to write below a heading, by a guard above the headings',
      '---\na: 1\n---\n«text»\n\n# A\n- b[→ M]\n',
      'text\n\n# A\n- b\n',
      'gone',
    ],
    [
      'is no reason to leave what stands below a heading, where the properties have gone',
      '---\na: 1\n---\ntext\n\n# A\n- b[→ M]\n',
      'text\n\n# A\n- b\n',
      'text\n\n# A\n- b M\n',
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
    ['is not made on a bullet that a tag goes on below', '- b [#todo→]\n', '- b #todo\n  #x\n', 'gone'],
    [
      'is made on a bullet with others beside it',
      '- b [#todo→]\n',
      'words\n- a\n- b #todo\n> c\n',
      'words\n- a\n- b \n> c\n',
    ],
    [
      'is made on a bullet of tags alone that gets another below it',
      '- [#todo→#done]\n',
      '- #todo\n- b\n',
      '- #done\n- b\n',
    ],
    [
      'is not made on one that gets a nested one, which it may stand for now',
      '- [#todo→#done]\n',
      '- #todo\n  - b\n',
      'gone',
    ],
    [
      'is made in lines that continue a bullet, whatever is written elsewhere',
      '- a\n[#x→#y]\ntext\n',
      'z\n\n- a\n#x\ntext\n',
      'z\n\n- a\n#y\ntext\n',
    ],
    ['is not made where they continue another one', '- a\n[#x→#y]\ntext\n', '- b\n#x\ntext\n', 'gone'],
    [
      'that makes a heading of its line is not made where the list goes on below',
      '[→#todo\n]---\ntext\n',
      '---\n- b\n',
      'gone',
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

/** What is written where the note was changed: nothing, where a word says why. */
describe('among lines that are alike', () => {
  it.each([
    ['a line that only begins alike is no twin', 'x\n- b[→ M]\ny\n', 'z\n- bb\n- b\nw\n', 'z\n- bb\n- b M\nw\n'],
    ['a line that only ends alike is no twin', 'x\nb[→ M]\ny\n', 'z\n\nab\n\nb\n\nw\n', 'z\n\nab\n\nb M\n\nw\n'],
    ['nor is the end of a line below', '- b\n- aa\n- b[→ M]\n', '- b\n- aa\n- b\n- bb\n', '- b\n- aa\n- b M\n- bb\n'],
    ['nor is the beginning of a line above', '- b[→ M]\n- aa\n- b\n', '- \n- b\n- aa\n- b\n', '- \n- b M\n- aa\n- b\n'],
    [
      'twins in a section that is as it was are told apart',
      '# A\n- b\n- b[→ M]\n',
      'x\n# A\n- b\n- b\n',
      'x\n# A\n- b\n- b M\n',
    ],
    ['twins that a line came between are told apart', '[- b\n→]- b\n', '- b\n- n\n- b\n', '- n\n- b\n'],
    ['twins that a line came between are told apart, the second too', '- b\n[- b\n→]', '- b\n- n\n- b\n', '- b\n- n\n'],
    ['a blank line more below is no twin', '- b\n- c\n[- b\n\n→]', '- b\n- c\n- b\n\n\n', '- b\n- c\n\n'],
    ['a blank line less below is none', '- b\n- c\n[- b\n→]\n\n', '- b\n- c\n- b\n\n', '- b\n- c\n\n'],
    [
      'a heading that may be the old one with another name makes it unsure',
      '# A\n- x\n# B\n- x[→ M]\n',
      '# A\n# B\n- x\n# C\n- x\n',
      'unsure',
    ],
    [
      'so does one more of the line, where the note’s ends are others',
      '# A\n- x\n# B\n- x[→ M]\nz\n',
      '# A\n# B\n- x\n# C\n- x\n- x\nw\n',
      'unsure',
    ],
    [
      'a blank line is nobody’s, and goes where its section is as it was',
      'x\n# A\n[\n→]# B\ny\n',
      'z\n# A\n\n# B\nw\n',
      'z\n# A\n# B\nw\n',
    ],
    ['a blank line in a section that was written in is not found again', 'x\n[\n→]y\n', 'z\n\nw\n', 'gone'],
    [
      'twins under two headings, with more above and below them, are told apart by these',
      'a\n# A\n- x\n# B\n- b\n- x[→ M]\n- z\n',
      'n\n# A\n- x\n# B\n- c\n- b\n- x\n- y\n- w\n',
      'n\n# A\n- x\n# B\n- c\n- b\n- x M\n- y\n- w\n',
    ],
    [
      'two sections that were both written in are each looked through for their own',
      '# A\n- a[→ M]\n# B\n- b[→ M]\n',
      '# A\nx\n- a\n# B\nyy\n- b\n',
      '# A\nx\n- a M\n# B\nyy\n- b M\n',
    ],
  ])('%s', (_what, marked, now, after) => {
    expect(applied(marked, now)).toBe(after);
  });
});

describe('what an edit hangs on', () => {
  it.each([
    ['is the line that it changes, and no guard that touches it', '«## A»\n[#todo→#done]\n', '## A\n#other\n', 'gone'],
    ['is its own line when a guard stands below', '- a[→ M]\n- x\n«- g»\n', '- A\n- x\n- g\n', 'gone'],
    [
      'is both lines that it goes between when a guard stands above',
      '«# A»\ntext\n[→- n\n]- a\n',
      '# A\ntext\n- c\n',
      'gone',
    ],
    ['is both lines also behind a blank one', '«# A»\n\n[→- n\n]- a\n', '# A\n\n- b\n', 'gone'],
    ['is both lines where line ends are CRLF', '- a\r\n[→- n\r\n]- b\r\n', '- x\r\n- b\r\n', 'gone'],
    [
      'is the guard above in a line',
      '«## A»\r\n[→#todo\r\n]- a\r\n',
      'x\r\n## A\r\n- b\r\n',
      'x\r\n## A\r\n#todo\r\n- b\r\n',
    ],
    ['is the guard that it goes before', '- x\n[→- n\n]«- a»\n- z\n', '- y\n- a\n- w\n', '- y\n- n\n- a\n- w\n'],
    ['is the first line at the note’s start', '[→- n\n]- b\n', '- b\n- c\n', '- n\n- b\n- c\n'],
    ['is nothing in a note that begins with a blank line', '[→- n\n]\n- b\n', '\n- b\n- c\n', '- n\n\n- b\n- c\n'],
  ])('%s', (_what, marked, now, after) => {
    expect(applied(marked, now)).toBe(after);
  });
});

describe('the lines around an edit', () => {
  it.each([
    ['do not count below a whole line that goes', '[- b\n→]- c\n', '- b\n> c\n', '> c\n'],
    ['do not count below a whole line that goes, with CRLF', '[- b\r\n→]- c\r\n', '- b\r\n> c\r\n', '> c\r\n'],
    ['count at the end of a piece as well as at its start', '- a\n[→- n\n]- b\n', '- a\n- b\n  more\n', 'gone'],
    ['count at the end of whole lines', '[- a\n- b\n→]- c\n', '- a\n- b\n  more\n- c\n', 'gone'],
    [
      'count at the end of whole lines with CRLF',
      '[- a\r\n- b\r\n→]- c\r\n',
      '- a\r\n- b\r\n  more\r\n- c\r\n',
      'gone',
    ],
    [
      'do not count below a bullet that is only a guard',
      '«- g»\n- m\n- b[→ M]\n',
      '- g\n  more\n- m\n- b\n',
      '- g\n  more\n- m\n- b M\n',
    ],
    ['do not count where the line is the note’s only one', '[#todo→#done]', '#todo\n', '#done\n'],
  ])('%s', (_what, marked, now, after) => {
    expect(applied(marked, now)).toBe(after);
  });
});

describe('pieces that touch', () => {
  it.each([
    ['are not written in when a line came between', '«- a\n»[- b→- c]\n', '- a\n- n\n- b\n', 'gone'],
    [
      'are not written in when a line came between, whichever guard is the longer',
      '««- a»\n»[- b→- c]\n',
      '- a\n- n\n- b\n',
      'gone',
    ],
    ['may do so only by now', '«- a\n»- m\n[- b→- c]\n', '- a\n- b\n', '- a\n- c\n'],
    ['go with their section up to the next heading', '# A\n[- b\n→]# B\n', '# A\n- b\n# N\n# B\n', '# A\n# N\n# B\n'],
    [
      'over a heading are not written in where another of its name came',
      '\n«| a |\n# S\n»[→M\n]',
      '\n# S\n| a |\n# S\n',
      'gone',
    ],
    [
      'over two headings are not, where nobody can tell which the first is',
      '# S\na\n# S\nb\n[→M\n]# T\nc\n',
      '# S\nb\n# S\nb\n# S\nb\n# T\nc\nw\n',
      'unsure',
    ],
    [
      'over two headings are not, where nobody can tell which the second is',
      '# T\nc\n[→M\n]# S\nb\n',
      'x\n# T\nc\n# S\nb\n# S\nb\ny\n',
      'unsure',
    ],
  ])('%s', (_what, marked, now, after) => {
    expect(applied(marked, now)).toBe(after);
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
  it('are taken back without the guards that they wrote in', () => {
    for (const marked of ['«- a[ #todo→]»\n- b\n', '«- a[ #todo→]\n- x[ #y→]»\n- b\n']) {
      const back = invertEdits({ path: 'N.md', ...planOn(marked) });
      const fitted = rebaseEdits(back, back.before.replace('- b', '- other'));
      expect(fitted).toEqual(back.edits.map((edit) => ({ ...edit, guards: [] })));
    }
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

// Canvases: cards that show a section, and links in cards' own text, follow a heading that changes and a section that moves; the rest of the JSON stays byte for byte.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { isRefusal } from '../../../src/core/text/refusal';
import type { NoteEdit } from '../../../src/core/text/text-edit';
import { planMove } from '../../../src/core/edit/move/plan-move';
import { planHeadingUpdate } from '../../../src/core/edit/plan-heading-update';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { notesAfter } from '../edit/act';

const canvas = `{
\t"nodes":[
\t\t{"id":"1","type":"file","file":"Ops/N.md","subpath":"#Old","x":-1.50,"y":2e3,"more":{"subpath":"#Old","nodes":[{"file":"Ops/N.md","subpath":"#Old"}]}},
\t\t{"id":"2" , "subpath" : "#A#\\u004fld", "file":"Ops\\/N.md"},
\t\t{"id":"3","type":"file","file":"Ops/Other.md","subpath":"#Old"},
\t\t{"id":"4","type":"file","file":"Ops/N.md"},
\t\t{"id":"5","type":"text","text":"See \\"[[N#Old|it]]\\"\\n\\u00e9 ![t](Ops/N.md#Old) \`[[N#Old]]\` [[Other#Old]] 🚀 [[N#Old]]"}
\t],
\t"edges":[{"id":"e","text":"[[N#Old]]"}]
}`;

async function planned(text: string, to: string, more = ''): Promise<NoteEdit | undefined> {
  const vault = new PlanningTextVault({
    'Ops/N.md': `# A\n## ${to}\n${more}`,
    'Ops/Other.md': '# Old\n',
    'Board.canvas': text,
  });
  const note = await vault.read('Ops/N.md');
  const plan = note && (await planHeadingUpdate(note, [{ index: 1, was: 'Old' }], vault));
  return plan?.changes.find(({ path }) => path === 'Board.canvas');
}

async function renamed(text: string, to: string, more = ''): Promise<string> {
  const change = await planned(text, to, more);
  return change ? applyEdits(change.before, change.edits) : text;
}

describe('a canvas', () => {
  it('follows a changed heading in its cards and in their text, and nowhere else', async () => {
    expect(await renamed(canvas, 'New "one"')).toBe(
      canvas
        .replace('"subpath":"#Old","x"', '"subpath":"#New \\"one\\"","x"')
        .replace('"#A#\\u004fld"', '"#A#New \\"one\\""')
        .replace('[[N#Old|it]]', '[[N#New \\"one\\"|it]]')
        .replace('(Ops/N.md#Old)', '(Ops/N.md#New%20%22one%22)')
        .replace('🚀 [[N#Old]]', '🚀 [[N#New \\"one\\"]]'),
    );
  });
  it('is written only while each card’s line is what it was', async () => {
    const lines = canvas.split('\n');
    const change = await planned(canvas, 'New');
    expect(
      change?.edits.map(({ guards }) => guards.map(({ start, end }) => lines.indexOf(canvas.slice(start, end)))),
    ).toEqual([[2], [3], [6], [6], [6]]);
  });
  it('that begins with a byte order mark keeps it', async () => {
    const board = '\uFEFF{"nodes":[{"id":"1","file":"Ops/N.md","subpath":"#Old"},{"text":"[[N#Old]]"}]}';
    expect(await renamed(board, 'New')).toBe(board.replaceAll('#Old', '#New'));
  });
  it.each([
    ['#old', '#New'],
    ['#Old:', '#New'],
    ['# Old ', '#New'],
    ['#Old#Deep', '#New#Deep'],
    ['#A#Old#Deep', '#A#New#Deep'],
    ['#^old', '#^old'],
    ['#[^Old]', '#[^Old]'],
    ['#Older', '#Older'],
    ['#Deep', '#Deep'],
    ['Old', 'Old'],
    ['', ''],
  ])('whose card shows `%s` shows `%s` then, and its other bytes are as they were', async (was, is) => {
    const board = (subpath: string): string =>
      `{"nodes":[{"id":"1","file":"Ops/N.md","subpath":"${subpath}"},null,{"file":1,"subpath":"#Old"},{"label":"[[N#Old]]"}],\r\n"c":"🚀"}`;
    expect(await renamed(board(was), 'New', '### Deep\n')).toBe(board(is));
  });
  it('that is none stays as it is', async () => {
    for (const text of [
      '',
      '[]',
      '{"nodes":[{"file":"Ops/N.md","subpath":"#Old"',
      '{"nodes":{"a":{"file":"Ops/N.md","subpath":"#Old"}}}',
      '{"nodes":[["#Old"]]}',
      '['.repeat(100_000),
      '"\\x"',
    ])
      expect(await renamed(text, 'New'), text.slice(0, 40)).toBe(text);
  });
  it('follows a section that moves to another note', async () => {
    const texts = {
      'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n',
      'Ops/Day 2 Operations.md': '# Backups\n\n# Overview\n\n## Responsibilities\n',
      'Ops/Operations Overview.md': '# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
      'Ops/Note.md': '# Note\n## Backups\n#todo\nText\n',
      'Board.canvas':
        '{"nodes":[{"file":"Ops/Note.md","subpath":"#Backups"},{"file":"Ops/Note.md","subpath":"#Note"},{"text":"[[Note#Backups]]"}]}',
    };
    const vault = new PlanningTextVault(texts);
    const index = vault.index();
    const plan = await planMove({ vault, index }, index.todosOf('Ops/Note.md'), { column: 'Day 2', withText: true });
    expect(isRefusal(plan) ? plan.refusal : notesAfter(vault, plan).get('Board.canvas')).toBe(
      '{"nodes":[{"file":"Ops/Day 2 Operations.md","subpath":"#Overview#Backups"},{"file":"Ops/Note.md","subpath":"#Note"},{"text":"[[Ops/Day 2 Operations#Overview#Backups]]"}]}',
    );
  });
});

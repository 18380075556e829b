// A section goes with all that is its own to the end of another page's Overview, and leaves its note as the others meant it.
import { describe, expect, it } from 'vitest';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import { todoAtLine } from '../../../../src/core/edit/todo-at-line';
import { isRefusal } from '../../../../src/core/text/refusal';
import { notesAfter, planningOf, readMark } from '../act';

const NOTE = 'Ops/N.md';
const DAY_2 = 'Ops/Day 2 Operations.md';
const PAGE = '# Overview\n## Responsibilities\n- p\n';

interface Given {
  /** Where the section is. */
  readonly path?: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly isThere?: boolean;
  /** All todos of the note go. */
  readonly all?: boolean;
}

/** Both notes and the others, as far as they are changed, once the todo in the line that ends in `¦` has gone with its text from the first to the second, and what is remarked; or why not. */
async function moved(from: string, to = PAGE, given: Given = {}): Promise<string[]> {
  const { path = NOTE, others = {}, isThere = true, all = false } = given;
  const { text, line } = readMark(from);
  const { vault, planning } = planningOf({
    'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- x\n',
    [DAY_2]: to,
    'Ops/Operations Overview.md': '# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
    ...others,
    [path]: text,
  });
  const todo = todoAtLine(planning.index, path, line);
  if (isRefusal(todo)) throw new Error(todo.refusal);
  const read = vault.read.bind(vault);
  if (!isThere) vault.read = (one) => (one === DAY_2 ? Promise.resolve(null) : read(one));
  const todos = all ? planning.index.todosOf(path) : [todo];
  const plan = await planMove(planning, todos, { column: 'Day 2', withText: true });
  if (isRefusal(plan)) return [plan.refusal];
  const after = notesAfter(vault, plan);
  const changed = Object.keys(others).filter((one) => after.get(one) !== others[one]);
  return [...[path, DAY_2, ...changed].map((one) => after.get(one) ?? ''), ...plan.remarks];
}

describe('on the other page the section', () => {
  it.each<[string, string, string, string, string]>([
    [
      'stands below all of the Overview, and a blank line before what follows there',
      '# N\n## A\n#todo¦\nText\n## C\n',
      '# Overview\nx\n# Responsibilities\n- p\n',
      '# N\n## C\n',
      '# Overview\nx\n\n## A\n#todo\nText\n\n# Responsibilities\n- p\n',
    ],
    [
      'stands before blank lines that are there',
      '## A\n#todo¦\n',
      '# Overview\nx\n \n\n# Responsibilities\n',
      '',
      '# Overview\nx\n\n## A\n#todo\n \n\n# Responsibilities\n',
    ],
    [
      'stands below the heading of an empty Overview',
      '# N\n## A\n#todo¦\n',
      '# Overview\n# Responsibilities\n',
      '# N\n',
      '# Overview\n\n## A\n#todo\n\n# Responsibilities\n',
    ],
    [
      'stands below the heading of an Overview that holds but blanks',
      '# N\n## A\n#todo¦\n',
      '# Overview\n \n ',
      '# N\n',
      '# Overview\n\n## A\n#todo\n \n ',
    ],
    [
      'stands below an Overview that ends its page without a line end',
      '# N\n## A\n#todo¦\n',
      '# Responsibilities\n# Overview',
      '# N\n',
      '# Responsibilities\n# Overview\n\n## A\n#todo',
    ],
    [
      'stands above the page’s footnotes',
      '# N\n## A\n#todo¦\n',
      '# Overview\nx[^1]\n\n[^1]: one\n',
      '# N\n',
      '# Overview\nx[^1]\n\n## A\n#todo\n\n[^1]: one\n',
    ],
    [
      'has the line ends of the page',
      '# N\n## A\n#todo¦\nx\n\ny\n## C\n',
      '# Overview\r\n# Responsibilities\r\n',
      '# N\n## C\n',
      '# Overview\r\n\r\n## A\r\n#todo\r\nx\r\n\r\ny\r\n\r\n# Responsibilities\r\n',
    ],
    [
      'has them where its own are the longer ones',
      '# N\r\n## A\r\n#todo¦\r\nx\r\n## C\r\n',
      '# Overview\n# Responsibilities\n',
      '# N\r\n## C\r\n',
      '# Overview\n\n## A\n#todo\nx\n\n# Responsibilities\n',
    ],
    [
      'has its headings a level below the Overview, in the indentation that they have',
      '# N\n   ### A\n#todo¦\n ####  B\n### C\n',
      '# Overview\nx\n',
      '# N\n### C\n',
      '# Overview\nx\n\n   ## A\n#todo\n ###  B\n',
    ],
    [
      'stands without its indentation below a list, which would take it in',
      '# N\n   ### A\n#todo¦\n ####  B\n### C\n',
      '# Overview\n- x\n  - y\n# Responsibilities\n',
      '# N\n### C\n',
      '# Overview\n- x\n  - y\n\n## A\n#todo\n ###  B\n\n# Responsibilities\n',
    ],
    [
      'may have a heading of the sixth level',
      '# N\n##### A\n#todo¦\n###### B\n',
      '#### Overview\n',
      '# N\n',
      '#### Overview\n\n##### A\n#todo\n###### B\n',
    ],
    [
      'keeps an underlined heading where its level is right already',
      '# N\nA\n---\n#todo¦\n',
      '# Overview\n',
      '# N\n',
      '# Overview\n\nA\n---\n#todo\n',
    ],
    [
      'has a footnote with a label that is free there, in its text and below the page',
      '# N\n## A\n#todo¦\nx[^desk]\n## C\n\n[^desk]: one\n',
      '# Overview\n\n[^desk]: other\n',
      '# N\n## C\n',
      '# Overview\n\n## A\n#todo\nx[^desk-2]\n\n[^desk]: other\n[^desk-2]: one\n',
    ],
    [
      'has one that stood above it',
      '[^desk]: one\n\n# N\n## A\n#todo¦\nx[^desk] y\n## C\n',
      '# Overview\n\n[^desk]: other\n',
      '\n# N\n## C\n',
      '# Overview\n\n## A\n#todo\nx[^desk-2] y\n\n[^desk]: other\n[^desk-2]: one\n',
    ],
    [
      'has its footnotes below a quote that ends the page in code',
      '# N\n## A\n#todo¦\nx[^1]\n\n[^1]: one\n',
      '# Overview\n# M\n> ```\n> x\n',
      '# N\n',
      '# Overview\n\n## A\n#todo\nx[^1]\n\n# M\n> ```\n> x\n\n[^1]: one\n',
    ],
  ])('%s', async (_what, from, to, left, there) => {
    expect(await moved(from, to)).toEqual([left, there]);
  });
  it('is led to by its headings, also where the page has one of that name', async () => {
    const others = { 'See.md': '[[N#Steps]] ![[N#A]]', 'Other.md': '[[N#C]]' };
    expect(await moved('# N\n## A\n#todo¦\n### Steps\n[[#Steps]]\n## C\n', `${PAGE}## Steps\n`, { others })).toEqual([
      '# N\n## C\n',
      `${PAGE}## Steps\n\n## A\n#todo\n### Steps\n[[#A#Steps]]\n`,
      '[[Ops/Day 2 Operations#A#Steps]] ![[Ops/Day 2 Operations#A]]',
      'Day 2 Operations has a heading “Steps” already: links lead to the first of the two.',
    ]);
  });
  it('is led to where a heading right below a footnote is one to some readers', async () => {
    const others = { 'See.md': '![[N#A]]' };
    expect(await moved('## A\n#todo¦\n[^1]: one\n## D\nx\n\n[^1]: two\n', '# Overview\n', { others })).toContain(
      '![[Ops/Day 2 Operations#A]]',
    );
  });
  it('is told to have links that cannot be led to it', async () => {
    const others = { 'See.md': '[[N#A]]' };
    expect(await moved('# N\n## A\n#todo¦\n', '# Overview\n## A\n', { others })).toEqual([
      '# N\n',
      '# Overview\n## A\n\n## A\n#todo\n',
      'Day 2 Operations has a heading “A” already: links lead to the first of the two.',
      'The link “[[N#A]]” in See, line 1, cannot follow to Day 2 Operations.',
    ]);
  });
  it('is told to have block ids that are there already, in the order of its text', async () => {
    const remarks = (
      await moved('# N\n## A\n#todo¦\ny ^b\n\nz ^1\n\nq ^c\n## C\nr ^d\n', '# Overview\nz ^1\n\nx ^b\n\nw ^d\n')
    ).slice(2);
    expect(remarks).toEqual(
      ['b', '1'].map((id) => `Day 2 Operations has a block ^${id} already: links lead to one of the two.`),
    );
  });
});

describe('what is left of the note', () => {
  it.each<[string, string, string]>([
    [
      'keeps the blank lines above the section, not those below',
      '# N\n\n\n## A\n#todo¦\n\n\n## C\n',
      '# N\n\n\n## C\n',
    ],
    ['is nothing where the section was all', '## A\n#todo¦\n', ''],
    ['has no line end where it had none', '# N\n## A\n#todo¦', '# N'],
    ['has none where the section’s footnote ended it', '# N\n## A\n#todo¦\nx[^1]\n\n[^1]: one', '# N'],
    ['is nothing where that was all', '## A\n#todo¦\nx[^1]\n\n[^1]: one', ''],
    ['keeps a footnote that nothing uses', '# N\ny\n\n## A\n#todo¦\nx\n\n[^2]: two\n', '# N\ny\n\n\n[^2]: two\n'],
    [
      'keeps one that it goes on using, in the order of the note',
      '# N\ny[^1]\n## A\n#todo¦\nx[^1] z[^2]\n\n[^1]: one\n[^2]: two\n',
      '# N\ny[^1]\n\n[^1]: one\n',
    ],
    [
      'keeps what stands below one that goes',
      '# N\ny[^2]\n## A\n#todo¦\nx[^1]\n\n[^1]: one\n\n[^2]: two\n',
      '# N\ny[^2]\n\n\n[^2]: two\n',
    ],
    [
      'gets back one that stood in the section, at its end',
      '# N\ny[^1]\n\n## A\n#todo¦\nx\n\n[^1]: one\n\nz\n## C\nc\n',
      '# N\ny[^1]\n\n## C\nc\n\n[^1]: one\n',
    ],
    [
      'gets it back also where the section ended the note, above the blank lines',
      '# N\ny[^1]\n\n## A\n#todo¦\nx\n\n[^1]: one\n\nz\n',
      '# N\ny[^1]\n\n[^1]: one\n\n',
    ],
  ])('%s', async (_what, from, left) => {
    expect((await moved(from)).at(0)).toBe(left);
  });
  it('is the same whether its sections go one after the other or at once', async () => {
    expect(await moved('# N\n### A\n#todo¦\nx\n\n## B\n#todo\n\n## C\n', '# Overview\n', { all: true })).toEqual([
      '# N\n## C\n',
      '# Overview\n\n## A\n#todo\nx\n\n## B\n#todo\n',
    ]);
  });
});

const COPY =
  '<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/x/#a"></a><div class="markdown-embed">\n\nx\n\n</div></div>\n\n';

describe('a section is not moved', () => {
  it.each<[string, string, string, string, Given?]>([
    [
      'to a page without an Overview',
      '## A\n#todo¦\n',
      '# Other\n',
      'Day 2 Operations has no heading “Overview” that could take the section. Add one, or name it in the settings.',
    ],
    [
      'to a page with two',
      '## A\n#todo¦\n',
      '# Overview\n# Overview\n',
      'Day 2 Operations has 2 headings “Overview”. Rename all but one, so that it is clear where the section goes.',
    ],
    [
      'to a page that has gone meanwhile',
      '## A\n#todo¦\n',
      PAGE,
      `${DAY_2} is not in the vault any more.`,
      { isThere: false },
    ],
    ['to where it is', `${PAGE}## A\n#todo/day-1¦\n`, '', '“A” stands in Day 2 Operations already.', { path: DAY_2 }],
    ['when it is none', 'x #todo¦\n', PAGE, '“x” is no section.'],
    [
      'with a frozen copy in it',
      `## A\n#todo¦\n${COPY}`,
      PAGE,
      '“A” holds a frozen copy, which is not moved. Rebuild its page first.',
    ],
    [
      'with a block that nobody closed',
      '## A\n#todo¦\n```\nx\n',
      PAGE,
      'A block that begins in line 3 is not closed. Close it first.',
    ],
    [
      'below one',
      '## A\n#todo¦\n',
      '# Overview\n```\nx\n',
      'A block that begins in line 2 is not closed. Close it first.',
    ],
    [
      'with a footnote to a page that ends in one',
      '## A\n#todo¦\nx[^1]\n\n[^1]: one\n',
      '# Overview\n# M\n```\nx\n',
      'A block that begins in line 3 of Day 2 Operations is not closed, so no footnote can stand behind it. Close it first.',
    ],
    [
      'below a heading of the lowest level',
      '# A\n#todo¦\n',
      '###### Overview\n',
      '“A” would become a heading of level 7; there are six. Raise it first.',
    ],
    [
      'with an underlined heading that would need another level',
      '# A\n#todo¦\n\nB\n---\nx\n',
      '# Overview\n',
      '“B” is an underlined heading, whose level is not changed surely. Write it with # first.',
    ],
  ])('%s', async (_what, from, to, refusal, given) => {
    expect(await moved(from, to, given)).toEqual([refusal]);
  });
  it.each([
    ['above', `# N\n${COPY}## A\n#todo¦\n`],
    ['below', `# N\n## A\n#todo¦\n## C\n${COPY}`],
  ])('but goes where a frozen copy stands %s it', async (_where, from) => {
    expect((await moved(from))[1]).toBe(`${PAGE}\n## A\n#todo\n`);
  });
  it('but goes where a block further down the page is not closed', async () => {
    expect((await moved('## A\n#todo¦\n', '# Overview\n# M\n```\nx\n'))[1]).toBe(
      '# Overview\n\n## A\n#todo\n\n# M\n```\nx\n',
    );
  });
});

// Links to a place in every form, in text, tables, properties and definitions, when that place gets another name or goes to another note.
import { describe, expect, it } from 'vitest';
import { placeInNote } from '../../../src/core/draft/extract/place-in-note';
import { planExtract } from '../../../src/core/draft/extract/plan-extract';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { editText } from '../../../src/core/edit/text/edit-text';
import { planTodo } from '../../../src/core/edit/actions/plan-several';
import type { Planned } from '../../../src/core/edit/edit-plan';
import { isRefusal } from '../../../src/core/text/refusal';
import { planMove } from '../../../src/core/edit/move/plan-move';
import type { LinkPlace } from '../../../src/core/link/find-subpaths';
import { followText } from '../../../src/core/link/follow-text';
import { openNoteSource, type NoteSource } from '../../../src/core/note/note-source';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { draftIn } from '../draft/drafting';
import { notesAfter, planningOf } from '../edit/act';

const noteOf = (path: string, text: string): NoteSource => openNoteSource(path, text, parseMetadata(text));

const DAY_1 = 'Ops/Day 1 Operations.md';
const PAGES = {
  [DAY_1]: '# Overview\n## Set (up)\n#todo\nText\n## Responsibilities\n- Hand over #todo ^id1\n- Deploy\n',
  'Ops/Day 2 Operations.md': '# Overview\n\n## Responsibilities\n- Patch\n',
  'Ops/Operations Overview.md': '# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
};

/** What the plan makes of a note `See.md`. */
async function seen(
  see: string,
  plan: (made: ReturnType<typeof planningOf>) => Promise<Planned>,
): Promise<string | undefined> {
  const made = planningOf({ ...PAGES, 'See.md': see });
  const planned = await plan(made);
  if (isRefusal(planned)) throw new Error(planned.refusal);
  return notesAfter(made.vault, planned).get('See.md');
}
const todo = ({ planning }: ReturnType<typeof planningOf>, line: number): Parameters<typeof planTodo>[1] => {
  const found = todoAtLine(planning.index, DAY_1, line);
  if (isRefusal(found)) throw new Error(found.refusal);
  return found;
};
const rename = (see: string) => seen(see, (made) => planTodo(made.planning, todo(made, 3), editText("Set: it's [up]")));
const move = (see: string) =>
  seen(see, (made) => planMove(made.planning, [todo(made, 3)], { column: 'Day 2', withText: true }));
const moveBullet = (see: string) =>
  seen(see, (made) => planMove(made.planning, [todo(made, 6)], { column: 'Day 2', withText: false }));
const turn = (see: string) =>
  seen(see, ({ vault }) =>
    planExtract(draftIn(vault), { path: DAY_1, lines: [1], titles: ['Set up'], leave: 'link', template: null }),
  );

/** A form with the path and the place in it, `P` and `S`; what it is with the renamed place, with the path of the other page, and as a link to the note that was made. */
const FORMS: readonly (readonly [string, string, string, string])[] = [
  [
    '[[Day 1 Operations#Set (up)]]',
    "[[Day 1 Operations#Set it's up]]",
    '[[Ops/Day 2 Operations#Set (up)]]',
    '[[Ops/Day 1 Operations/Set up]]',
  ],
  [
    '[[Day 1 Operations#Overview#Set (up)|it]]',
    "[[Day 1 Operations#Overview#Set it's up|it]]",
    '[[Ops/Day 2 Operations#Overview#Set (up)|it]]',
    '[[Ops/Day 1 Operations/Set up|it]]',
  ],
  [
    '![[Ops/Day 1 Operations.md#Set (up)|300]]',
    "![[Ops/Day 1 Operations.md#Set it's up|300]]",
    '![[Ops/Day 2 Operations.md#Set (up)|300]]',
    '![[Ops/Day 1 Operations/Set up.md#Overview|300]]',
  ],
  [
    '[it](Ops/Day%201%20Operations.md#Set%20%28up%29 "t")',
    '[it](Ops/Day%201%20Operations.md#Set%20it\'s%20up "t")',
    '[it](Ops/Day%202%20Operations.md#Set%20%28up%29 "t")',
    '[it](Ops/Day%201%20Operations/Set%20up.md "t")',
  ],
  [
    "[it](<Ops/Day 1 Operations.md#Set (up)> 't')",
    "[it](<Ops/Day 1 Operations.md#Set it's up> 't')",
    "[it](<Ops/Day 2 Operations.md#Set (up)> 't')",
    "[it](<Ops/Day 1 Operations/Set up.md> 't')",
  ],
  [
    '\n[ref]: <Ops/Day 1 Operations.md#Set (up)> (t)\n',
    "\n[ref]: <Ops/Day 1 Operations.md#Set it's up> (t)\n",
    '\n[ref]: <Ops/Day 2 Operations.md#Set (up)> (t)\n',
    '\n[ref]: <Ops/Day 1 Operations/Set up.md> (t)\n',
  ],
  [
    '| a |\n|---|\n| [[Day 1 Operations#Set (up)\\|it]] |',
    "| a |\n|---|\n| [[Day 1 Operations#Set it's up\\|it]] |",
    '| a |\n|---|\n| [[Ops/Day 2 Operations#Set (up)\\|it]] |',
    '| a |\n|---|\n| [[Ops/Day 1 Operations/Set up\\|it]] |',
  ],
  [
    '---\nsee: "[[Day 1 Operations#Set (up)]]" # why\n---',
    '---\nsee: "[[Day 1 Operations#Set it\'s up]]" # why\n---',
    '---\nsee: "[[Ops/Day 2 Operations#Set (up)]]" # why\n---',
    '---\nsee: "[[Ops/Day 1 Operations/Set up]]" # why\n---',
  ],
  [
    "---\nsee:\n  - '[[Day 1 Operations#Set (up)|it''s]]'\n---",
    "---\nsee:\n  - '[[Day 1 Operations#Set it''s up|it''s]]'\n---",
    "---\nsee:\n  - '[[Ops/Day 2 Operations#Set (up)|it''s]]'\n---",
    "---\nsee:\n  - '[[Ops/Day 1 Operations/Set up|it''s]]'\n---",
  ],
  [
    '---\n{"see":"[[Day 1 Operations#Set \\u0028up)|\\"it\\"]]"}\n---',
    '---\n{"see":"[[Day 1 Operations#Set it\'s up|\\"it\\"]]"}\n---',
    '---\n{"see":"[[Ops/Day 2 Operations#Set (up)|\\"it\\"]]"}\n---',
    '---\n{"see":"[[Ops/Day 1 Operations/Set up|\\"it\\"]]"}\n---',
  ],
  [
    '[[Day 1 Operations]] `[[Day 1 Operations#Set (up)]]` [[Day 1 Operations#Responsibilities]]',
    '[[Day 1 Operations]] `[[Day 1 Operations#Set (up)]]` [[Day 1 Operations#Responsibilities]]',
    '[[Day 1 Operations]] `[[Day 1 Operations#Set (up)]]` [[Day 1 Operations#Responsibilities]]',
    '[[Day 1 Operations]] `[[Day 1 Operations#Set (up)]]` [[Day 1 Operations#Responsibilities]]',
  ],
];

describe('a card of a canvas', () => {
  it.each([
    [
      'its heading changes',
      (made: ReturnType<typeof planningOf>) => planTodo(made.planning, todo(made, 3), editText('Setup')),
      DAY_1,
      '#Setup',
    ],
    [
      'its heading gets another tag',
      (made: ReturnType<typeof planningOf>) =>
        planMove(made.planning, [todo(made, 3)], { column: 'Day 2', withText: false }),
      DAY_1,
      '#Set (up)',
    ],
    [
      'its section moves',
      (made: ReturnType<typeof planningOf>) =>
        planMove(made.planning, [todo(made, 3)], { column: 'Day 2', withText: true }),
      'Ops/Day 2 Operations.md',
      '#Set (up)',
    ],
    [
      'its section becomes a note',
      (made: ReturnType<typeof planningOf>) =>
        planExtract(draftIn(made.vault), {
          path: DAY_1,
          lines: [1],
          titles: ['Setup'],
          leave: 'link',
          template: null,
        }),
      'Ops/Day 1 Operations/Setup.md',
      '#Overview',
    ],
  ] as const)('follows when %s', async (_what, plan, file, subpath) => {
    const made = planningOf({
      ...PAGES,
      'Board.canvas': `{"nodes":[{"type":"file","file":"${DAY_1}","subpath":"#Set (up)"}],"edges":[]}`,
    });
    const planned = await plan(made);
    const text = isRefusal(planned) ? planned.refusal : notesAfter(made.vault, planned).get('Board.canvas');
    expect(text).toBe(`{"nodes":[{"type":"file","file":"${file}","subpath":"${subpath}"}],"edges":[]}`);
  });
});

describe('a link to a section, in whatever form', () => {
  it.each(FORMS)('%s follows when its heading changes', async (form, renamed) =>
    expect(await rename(form)).toBe(renamed),
  );
  it.each(FORMS)('%s follows when it moves', async (form, _renamed, moved) => expect(await move(form)).toBe(moved));
  it.each(FORMS)('%s follows when it becomes a note', async (form, _renamed, _moved, turned) =>
    expect(await turn(form)).toBe(turned),
  );
  it.each(FORMS.slice(0, -1))('%s follows a block that moves', async (form) => {
    const block = (one: string): string =>
      one.replace(/(#Overview)?#Set(?:%20| )(?:\(|%28|\\u0028)up(?:\)|%29)/, '#^id1');
    const expected = block(form).replace(/(?:Ops\/)?Day( |%20)1/, 'Ops/Day$12');
    // JSON is written without the escapes that it can do without.
    expect(await moveBullet(block(form))).toBe(expected);
  });
});

describe('a heading of a text that moves', () => {
  const source = noteOf('From.md', '# Kept\n\n# Gone\nText\n');
  const moved = { start: source.text.indexOf('# Gone'), end: source.text.length };
  /** What becomes of a link to it in another note, where `placeOf` says this of it and the other note reads so. */
  async function followed(place: LinkPlace | null | undefined, there = '# Gone\nText\n'): Promise<unknown> {
    const made = planningOf({ 'From.md': source.text, 'To.md': there, 'See.md': '[[From#Gone]]' });
    const move = { source, moved, carried: moved, becomesNote: false, along: [], to: 'To.md' };
    const after = noteOf('To.md', there);
    const { changes, remarks } = await followText(made.planning.vault, { ...move, after, placeOf: () => place });
    return [...changes.map(({ before, edits }) => applyEdits(before, edits)), ...remarks];
  }
  it('that stays behind cannot be followed, which is said; the link stays', async () => {
    expect(await followed(null)).toEqual(['The link “[[From#Gone]]” in See, line 1, cannot follow to To']);
  });
  it('of which nothing is known is looked for by the link’s own words', async () => {
    expect(await followed(undefined)).toEqual(['[[To#Gone]]']);
  });
  it('that has a twin above it there is told from it', async () => {
    const twins = '# A\n## Gone\n# B\n## Gone\nText\n';
    expect(await followed({ kind: 'heading', line: 3 }, twins)).toEqual(['[[To#B#Gone]]']);
  });
});

describe('where a heading stands in the note that is made of its text', () => {
  const source = noteOf('N.md', '# Part\n\n## Steps\n\n## More\n');
  const [part, steps, more] = source.metadata.headings!;
  const span = { start: 0, end: source.text.length };
  const placed = (made: string, other: string, heading = steps!, isEmbed = false): LinkPlace | null =>
    placeInNote(source, span, noteOf('Made.md', made), other, 'Overview')(heading, isEmbed);
  it('is where the text is, not where the template says the same', () => {
    const [made, other] = ['# Steps\n\n# Steps\n\n# More\n\n# More\n', '# Steps\n\nother\n\n# More\n'];
    expect(placed(made, other)).toEqual({ kind: 'heading', line: 2 });
    expect(placed(made, other, more)).toEqual({ kind: 'heading', line: 4 });
  });
  it('is nowhere when it has stayed behind: the one in its place is another', () => {
    expect(placed('# Other\n\n# More\n', 'x')).toBeNull();
    expect(placed('', 'x')).toBeNull();
  });
  it('is the note itself for the first, and the heading where the text begins for what embeds it', () => {
    expect(placed('# Overview\n', 'x', part)).toEqual({ kind: 'note' });
    expect(placed('Words.\n\n# Overview\n', 'x', part, true)).toEqual({ kind: 'heading', line: 2 });
    expect(placed('Words.\n', 'x', part, true)).toEqual({ kind: 'note' });
  });
});

// What a text refers to elsewhere in its note goes along when it moves: footnotes and reference definitions, by every action.
import { describe, expect, it } from 'vitest';
import { planExtract } from '../../../src/core/draft/extract/plan-extract';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import type { Planned } from '../../../src/core/edit/edit-plan';
import { isRefusal } from '../../../src/core/text/refusal';
import { planMove } from '../../../src/core/edit/move/plan-move';
import { LabelsThere, moveDefinitions, withRenames } from '../../../src/core/link/move-definitions';
import { definitionsOf, definitionsStart } from '../../../src/core/link/definitions';
import { appendDefinitions, definitionsText } from '../../../src/core/link/write-definitions';
import { locAt } from '../../../src/core/note/loc-at';
import type { Span } from '../../../src/core/text/text-edit';
import { openNoteSource } from '../../../src/core/note/note-source';
import { editedPart } from '../../../src/core/text/edited-part';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { draftIn } from '../draft/drafting';
import { notesAfter, planningOf } from '../edit/act';

/** The text between `«` and `»` is moved to a note that says `there`: what it is there, what goes to that note's end, what the source is then, and what it gets back. */
function taken(marked: string, there = ''): { text: string; goes: string; left: string; returns: string } {
  const text = marked.replace(/[«»]/g, '');
  const moved = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
  const source = openNoteSource('N.md', text, parseMetadata(text));
  const along = moveDefinitions({ source, moved, stays: [], there: new LabelsThere(there) });
  const edits = withRenames(source, [], along.renames);
  const cut = [...along.cuts, { ...moved, insert: '', guards: [] }].sort((a, b) => a.start - b.start);
  return {
    text: editedPart(text, moved, edits),
    goes: definitionsText(source, along.goes, edits),
    left: applyEdits(text, cut),
    returns: definitionsText(source, along.returns, []),
  };
}

describe('of what a text refers to', () => {
  it.each<[string, string, string, ReturnType<typeof taken>]>([
    [
      'what only it uses moves',
      '«a[^1]»\n\nb\n\n[^1]: one\n',
      '',
      { text: 'a[^1]', goes: '[^1]: one', left: '\n\nb\n', returns: '' },
    ],
    [
      'nothing goes where nothing is defined',
      '«a [b] c»\n',
      '',
      { text: 'a [b] c', goes: '', left: '\n', returns: '' },
    ],
    [
      'what begins right behind it is no part of it',
      '«a»[^1]\n\n[^1]: one\n',
      '',
      { text: 'a', goes: '', left: '[^1]\n\n[^1]: one\n', returns: '' },
    ],
    [
      'a number that is taken becomes the next, however many digits it has, though lower ones are free',
      '«a[^10] [b][7]»\n\n[^10]: one\n\n[7]: B.md\n',
      '[^10]: other\n\n[7]: C.md\n',
      { text: 'a[^11] [b][8]', goes: '[^11]: one\n\n[8]: B.md', left: '\n', returns: '' },
    ],
    [
      'a word that begins or ends in a number gets one of its own',
      '«a[^v2] b[^2nd]»\n\n[^v2]: one\n[^2nd]: two\n',
      '[^v2]: other\n[^2nd]: another\n',
      { text: 'a[^v2-2] b[^2nd-2]', goes: '[^v2-2]: one\n[^2nd-2]: two', left: '\n', returns: '' },
    ],
    [
      'a line of blanks below is a blank line',
      '«a[^1]»\n\nb\n\n[^1]: one\n  \nc\n',
      '',
      { text: 'a[^1]', goes: '[^1]: one', left: '\n\nb\n  \nc\n', returns: '' },
    ],
    [
      'what others use too is copied',
      '«a[^1]»\n\nb[^1]\n\n[^1]: one\n',
      '',
      { text: 'a[^1]', goes: '[^1]: one', left: '\n\nb[^1]\n\n[^1]: one\n', returns: '' },
    ],
    [
      'what it does not use stays',
      '«a»\n\nb[^1]\n\n[^1]: one\n\n[^2]: two\n',
      '',
      { text: 'a', goes: '', left: '\n\nb[^1]\n\n[^1]: one\n\n[^2]: two\n', returns: '' },
    ],
    [
      'a footnote of several paragraphs moves whole',
      '«a[^n]»\n\nb\n\n[^n]: one\n    more\n\n    and more\n\nend\n',
      '',
      { text: 'a[^n]', goes: '[^n]: one\n    more\n\n    and more', left: '\n\nb\n\nend\n', returns: '' },
    ],
    [
      'a label that is taken gets the next number',
      '«a[^1] b[^2]»\n\n[^1]: one\n[^2]: two\n',
      'c[^1]\n\n[^1]: other\n',
      { text: 'a[^3] b[^2]', goes: '[^3]: one\n[^2]: two', left: '\n', returns: '' },
    ],
    [
      'a word that is taken gets a number',
      '«a[^desk]»\n\n[^desk]: one\n',
      '[^Desk]: other\n',
      { text: 'a[^desk-2]', goes: '[^desk-2]: one', left: '\n', returns: '' },
    ],
    [
      'the same definition is not written twice',
      '«a[^1]»\n\n[^1]: one\n',
      'c[^1]\n\n[^1]: one\n',
      { text: 'a[^1]', goes: '', left: '\n', returns: '' },
    ],
    [
      'what only looks like the same definition, in code or of more lines, will not do',
      '«a[^1] b[^2]»\n\n[^1]: one\n[^2]: two\n',
      '```\n[^1]: one\n```\n\n[^9]: two\n    and more\n',
      { text: 'a[^3] b[^2]', goes: '[^3]: one\n[^2]: two', left: '\n', returns: '' },
    ],
    [
      'footnotes of footnotes go along',
      '«a[^1]»\n\nb[^2]\n\n[^1]: see [^2] and [p]\n\n[^2]: two\n\n[p]: P.md\n',
      '',
      {
        text: 'a[^1]',
        goes: '[^1]: see [^2] and [p]\n[^2]: two\n\n[p]: P.md',
        left: '\n\nb[^2]\n\n[^2]: two\n',
        returns: '',
      },
    ],
    [
      'references of all three forms keep what they show',
      '«[x][ref] [ref][] [ref] ![i][ref]»\n\n[Ref]: A.md "t"\n',
      '[ref]: B.md\n',
      { text: '[x][Ref-2] [ref][Ref-2] [ref][Ref-2] ![i][Ref-2]', goes: '[Ref-2]: A.md "t"', left: '\n', returns: '' },
    ],
    [
      'code, boxes and links are no references',
      '«- [x] `[ref]` [ref](u) [[ref]] \\[ref]»\n\n[ref]: A.md\n\n[x]: B.md\n',
      '',
      { text: '- [x] `[ref]` [ref](u) [[ref]] \\[ref]', goes: '', left: '\n\n[ref]: A.md\n\n[x]: B.md\n', returns: '' },
    ],
    [
      'a definition in it that others use stays too',
      '«a[^1]\n\n[^1]: one\n\nc»\n\nb[^1]\n',
      '',
      { text: 'a[^1]\n\n[^1]: one\n\nc', goes: '', left: '\n\nb[^1]\n', returns: '[^1]: one' },
    ],
    [
      'a definition in it is renamed where its label is taken',
      '«a[^1]\n\n[^1]: one\n\nc»\n',
      '[^1]: other',
      { text: 'a[^2]\n\n[^2]: one\n\nc', goes: '', left: '\n', returns: '' },
    ],
    [
      'inline footnotes are part of it',
      '«a^[one]»\n\n[^1]: x\n',
      '',
      { text: 'a^[one]', goes: '', left: '\n\n[^1]: x\n', returns: '' },
    ],
    [
      'the first of two definitions counts',
      '«[r]»\n\n[r]: A.md\n\n[r]: B.md\n',
      '',
      { text: '[r]', goes: '[r]: A.md', left: '\n\n[r]: B.md\n', returns: '' },
    ],
    [
      'the same definition below another label will do, whatever its line ends',
      '«a[^1]»\r\n\r\n[^1]: one\r\n    more\r\n',
      'c[^9]\n\n[^9]: one\n    more\n',
      { text: 'a[^9]', goes: '', left: '\r\n', returns: '' },
    ],
    [
      'a reference of the same words is no footnote',
      '«a[^1]»\n\n[^1]: one\n',
      '[x]: one\n',
      { text: 'a[^1]', goes: '[^1]: one', left: '\n', returns: '' },
    ],
    [
      'of several that are taken each gets a number of its own, in the order of the note',
      '«a[^2] b[^1]»\n\n[^2]: two\n[^1]: one\n',
      '[^1]: x\n[^2]: y\n',
      { text: 'a[^3] b[^4]', goes: '[^3]: two\n[^4]: one', left: '\n', returns: '' },
    ],
    [
      'a label is the same in other letters and with other blanks',
      '«[a  B]»\n\n[A b]: x.md\n',
      '',
      { text: '[a  B]', goes: '[A b]: x.md', left: '\n', returns: '' },
    ],
    [
      'a definition between others leaves the blank lines below it',
      '«a[^1]»\n\nb\n\n[^1]: one\n\n\nc\n',
      '',
      { text: 'a[^1]', goes: '[^1]: one', left: '\n\nb\n\n\nc\n', returns: '' },
    ],
    [
      'a definition at the note’s beginning goes too',
      '[^1]: one\n\n«a[^1]»\n',
      '',
      { text: 'a[^1]', goes: '[^1]: one', left: '\n\n', returns: '' },
    ],
    [
      'footnotes of each other go once',
      '«a[^1]»\n\n[^1]: see [^2]\n\n[^2]: see [^1]\n',
      '',
      { text: 'a[^1]', goes: '[^1]: see [^2]\n[^2]: see [^1]', left: '\n', returns: '' },
    ],
    [
      'those that go round between them go once, too',
      '«a[^1]»\n\n[^1]: see [^2]\n\n[^2]: see [^3]\n\n[^3]: see [^2]\n',
      '',
      { text: 'a[^1]', goes: '[^1]: see [^2]\n[^2]: see [^3]\n[^3]: see [^2]', left: '\n', returns: '' },
    ],
    [
      'and stay where the note uses one of them',
      '«a[^1]»\n\nb[^3]\n\n[^1]: see [^2]\n\n[^2]: see [^3]\n\n[^3]: see [^2]\n',
      '',
      {
        text: 'a[^1]',
        goes: '[^1]: see [^2]\n[^2]: see [^3]\n[^3]: see [^2]',
        left: '\n\nb[^3]\n\n[^2]: see [^3]\n\n[^3]: see [^2]\n',
        returns: '',
      },
    ],
    [
      'what a footnote of the rest uses stays too, through others',
      '«a[^1]»\n\nb[^2]\n\n[^1]: one\n\n[^2]: see [^3]\n\n[^3]: see [^1]\n',
      '',
      {
        text: 'a[^1]',
        goes: '[^1]: one',
        left: '\n\nb[^2]\n\n[^1]: one\n\n[^2]: see [^3]\n\n[^3]: see [^1]\n',
        returns: '',
      },
    ],
    [
      'not what only an unused one does',
      '«a[^1]»\n\n[^1]: one\n\n[^2]: see [^1]\n',
      '',
      { text: 'a[^1]', goes: '[^1]: one', left: '\n\n[^2]: see [^1]\n', returns: '' },
    ],
    [
      'a label is another in the footnotes that go along',
      '«a[^1]»\n\n[^1]: see [^2]\n\n[^2]: two\n',
      '[^2]: other\n',
      { text: 'a[^1]', goes: '[^1]: see [^3]\n[^3]: two', left: '\n', returns: '' },
    ],
    [
      'and leads to what is there already',
      '«a[^1] b[^2]»\n\n[^1]: one [^2]\n\n[^2]: two\n',
      '[^7]: two\n',
      { text: 'a[^1] b[^7]', goes: '[^1]: one [^7]', left: '\n', returns: '' },
    ],
    [
      'but in the rest of the note it stays',
      '«a[^1]»\n\nb[^1]\n\n[^1]: one\n',
      '[^1]: other\n',
      { text: 'a[^2]', goes: '[^2]: one', left: '\n\nb[^1]\n\n[^1]: one\n', returns: '' },
    ],
    [
      'one of two below each other goes, the other stays',
      '«[a] [b]»\n\n[a]: A.md\n[b]: B.md\n\nend [b]\n',
      '',
      { text: '[a] [b]', goes: '[a]: A.md\n[b]: B.md', left: '\n\n[b]: B.md\n\nend [b]\n', returns: '' },
    ],
    [
      'a footnote and a reference of one name are two',
      '«[x][r] a[^r]»\n\n[r]: A.md\n[^r]: one\n',
      '[r]: B.md\n',
      { text: '[x][r-2] a[^r]', goes: '[r-2]: A.md\n[^r]: one', left: '\n', returns: '' },
    ],
    [
      'a reference of several lines goes whole',
      '«[r]»\n\n[r]:\n  A.md\n  "t"\n\nend\n',
      '[r]: B.md\n',
      { text: '[r][r-2]', goes: '[r-2]:\n  A.md\n  "t"', left: '\n\nend\n', returns: '' },
    ],
    [
      'one in a quote that moves gets a free label',
      '«> a[^1]\n>\n> [^1]: one»\n\nb\n',
      'x[^1]\n\n[^1]: other\n',
      { text: '> a[^2]\n>\n> [^2]: one', goes: '', left: '\n\nb\n', returns: '' },
    ],
    [
      'one in a quote that moves comes back, out of the quote, where others use it',
      '«> a[^1]\r\n>\r\n> [^1]: one\r\n>     two»\r\n\r\nb[^1]\r\n',
      '',
      {
        text: '> a[^1]\r\n>\r\n> [^1]: one\r\n>     two',
        goes: '',
        left: '\r\n\r\nb[^1]\r\n',
        returns: '[^1]: one\n    two',
      },
    ],
    [
      'one in a quote is copied out of it, and stays there',
      '«a[^1]»\n\n> [!note] b\n> > x\n> > [^1]: one\n> > two\nthree\n',
      '',
      {
        text: 'a[^1]',
        goes: '[^1]: one\ntwo\nthree',
        left: '\n\n> [!note] b\n> > x\n> > [^1]: one\n> > two\nthree\n',
        returns: '',
      },
    ],
    [
      'a reference in a quote is copied with a free label',
      '«a [r]»\n\n> [r]: Note.md\n',
      '[r]: Other.md',
      { text: 'a [r][r-2]', goes: '[r-2]: Note.md', left: '\n\n> [r]: Note.md\n', returns: '' },
    ],
    [
      'one behind a bullet’s mark is the bullet’s',
      '«- a[^1]»\n- [^1]: one\n\n      two\n',
      '',
      { text: '- a[^1]', goes: '[^1]: one\n\n    two', left: '\n- [^1]: one\n\n      two\n', returns: '' },
    ],
    [
      'one in a quote there that says the same will do',
      '«a[^1]»\n\n[^1]: one\n',
      '> [^n]: one\n',
      { text: 'a[^n]', goes: '', left: '\n', returns: '' },
    ],
  ])('%s', (_name, marked, there, expected) => expect(taken(marked, there)).toEqual(expected));
});

describe('a link that is written anew', () => {
  it.each([
    ['around a label', '[it[^1]](A.md) x', '[it[^1]](A.md)', '[it[^1]](../Ops/A.md)', '[it[^2]](../Ops/A.md) x'],
    ['before one', '[it](A.md#x)[^1]', '[it](A.md#x)', '[it](B.md#x)', '[it](B.md#x)[^2]'],
    ['behind one', '[^1] [it](A.md)', '[it](A.md)', '[it](A/B.md)', '[^2] [it](A/B.md)'],
  ])('%s leaves that one its own new one', (_what, text, link, insert, after) => {
    const source = openNoteSource('N.md', text, parseMetadata(text));
    const [start, at] = [text.indexOf(link), text.indexOf('[^1]') + 2];
    const edits = withRenames(
      source,
      [{ start, end: start + link.length, insert, guards: [{ start, end: start + link.length }] }],
      [{ start: at, end: at + 1, insert: '2', guards: [] }],
    );
    expect(applyEdits(text, edits)).toBe(after);
    expect(edits.map(({ guards }) => guards.length).sort()).toEqual([0, 1]);
  });
});

describe('definitions are written', () => {
  it.each<[string, string, string, Span | null, string, string[]]>([
    ['into an empty note', '', '[^1]: a', null, '[^1]: a', []],
    ['behind a blank line below words', 'x\n', '[^1]: a', null, 'x\n\n[^1]: a\n', ['x']],
    ['where no line end is, without one', 'x', '[^1]: a\n\n[p]: P', null, 'x\n\n[^1]: a\n\n[p]: P', ['x']],
    [
      'right below another, with the note’s line ends',
      'x\r\n\r\n[^2]: b\r\n',
      '[^1]: a',
      null,
      'x\r\n\r\n[^2]: b\r\n[^1]: a\r\n',
      ['[^2]: b'],
    ],
    ['a reference right below one', '[p]: P\n', '[q]: Q', null, '[p]: P\n[q]: Q\n', ['[p]: P']],
    [
      'a reference not right below what looks like one in a footnote’s text',
      '[^2]: b\n[p]: P\n',
      '[q]: Q',
      null,
      '[^2]: b\n[p]: P\n\n[q]: Q\n',
      ['[p]: P'],
    ],
    ['a reference not right below a footnote', '[^2]: b\n', '[q]: Q', null, '[^2]: b\n\n[q]: Q\n', ['[^2]: b']],
    [
      'above what goes from the end',
      'x\n\n- gone\n',
      '[^1]: a',
      { start: 3, end: 9 },
      'x\n\n[^1]: a\n\n- gone\n',
      ['x'],
    ],
    [
      'at the end where what goes stands above it',
      'x\n- gone\ny\n',
      '[^1]: a',
      { start: 2, end: 8 },
      'x\n- gone\ny\n\n[^1]: a\n',
      ['y'],
    ],
  ])('%s', (_name, text, definitions, without, expected, guards) => {
    const edit = appendDefinitions(openNoteSource('N.md', text, parseMetadata(text)), definitions, without);
    expect(applyEdits(text, [edit])).toBe(expected);
    expect(edit.guards.map(({ start, end }) => text.slice(start, end))).toEqual(guards);
  });
});

describe('definitions as the app may cache them', () => {
  it('are followed by what is indented below, also behind blank lines, and by nothing else', () => {
    const text = '[^n]: one\n    two\n\n\tthree\nwords\n    code\n';
    const footnotes = [{ id: 'n', position: { start: locAt(text, 0), end: locAt(text, 9) } }];
    const [found] = definitionsOf(openNoteSource('N.md', text, { footnotes }));
    expect(text.slice(found?.start, found?.end)).toBe('[^n]: one\n    two\n\n\tthree');
  });
  it('end with the note’s last line', () => {
    const text = '[^n]: one\n    two';
    const footnotes = [{ id: 'n', position: { start: locAt(text, 0), end: locAt(text, 9) } }];
    expect(definitionsOf(openNoteSource('N.md', text, { footnotes })).map(({ end }) => end)).toEqual([text.length]);
  });
  it('begin where only definitions follow', () => {
    for (const [text, expected] of [
      ['x\n\n[^1]: a\n\n[p]: P\n', '[^1]: a\n\n[p]: P\n'],
      ['[^1]: a\n\nx\n\n[p]: P\n', '[p]: P\n'],
      ['[^1]: a\n\nx\n', ''],
      ['x\n\n> [^1]: a\n', ''],
    ] as const)
      expect(text.slice(definitionsStart(openNoteSource('N.md', text, parseMetadata(text))))).toBe(expected);
  });
});

const PAGES = {
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- Deploy\n',
  'Ops/Day 2 Operations.md': '# Overview\nx[^1]\n\n## Responsibilities\n- Patch\n\n[^1]: other\n',
  'Ops/Operations Overview.md': '# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
};

async function after(
  texts: Record<string, string>,
  path: string,
  plan: (planning: ReturnType<typeof planningOf>) => Promise<Planned>,
): Promise<[string | undefined, string | undefined, Planned]> {
  const made = planningOf({ ...PAGES, ...texts });
  const planned = await plan(made);
  if (isRefusal(planned)) throw new Error(planned.refusal);
  const notes = notesAfter(made.vault, planned);
  return [notes.get(path), notes.get('Ops/Day 2 Operations.md'), planned];
}
const moveAll = (path: string, text: string, withText: boolean) =>
  after({ [path]: text }, path, ({ planning }) =>
    planMove(planning, planning.index.todosOf(path), { column: 'Day 2', withText }),
  );

describe('every action takes it along', () => {
  it('a bullet that moves', async () => {
    const [page, other] = await moveAll(
      'Ops/Day 1 Operations.md',
      '# Overview\n## Responsibilities\n- Hand over[^1] to [them][sre] #todo\n- Deploy[^2]\n\n[^1]: soon\n[^2]: later\n\n[sre]: ../Roles/SRE.md\n',
      false,
    );
    expect(page).toBe('# Overview\n## Responsibilities\n- Deploy[^2]\n\n[^2]: later\n');
    expect(other).toBe(
      '# Overview\nx[^1]\n\n## Responsibilities\n- Patch\n- Hand over[^2] to [them][sre] #todo\n\n[^1]: other\n[^2]: soon\n\n[sre]: ../Roles/SRE.md\n',
    );
  });
  it('two bullets that move, whose labels are the same', async () => {
    const [page, other] = await moveAll(
      'Ops/Day 1 Operations.md',
      '# Overview\n## Responsibilities\n- Hand over[^1] #todo\n- Ask[^1] #todo\n\n[^1]: soon\n',
      false,
    );
    expect(other).toBe(
      '# Overview\nx[^1]\n\n## Responsibilities\n- Patch\n- Hand over[^2] #todo\n- Ask[^2] #todo\n\n[^1]: other\n[^2]: soon\n',
    );
    expect(page).toBe('# Overview\n## Responsibilities\n\n[^1]: soon\n');
  });
  it('the last section of a note, which leaves what others use', async () => {
    const [note, other] = await moveAll(
      'Ops/Note.md',
      '# Note\nSee [pol] and[^a]\n## Backups\n#todo\nBy [pol], daily[^b], [^a]\n\n[^a]: one\n[^b]: two\n[^unused]: x\n\n[pol]: <Policy (1).md> "P"\n',
      true,
    );
    expect(note).toBe('# Note\nSee [pol] and[^a]\n\n[^a]: one\n[^unused]: x\n\n[pol]: <Policy (1).md> "P"\n');
    expect(other).toBe(
      '# Overview\nx[^1]\n\n## Responsibilities\n- Patch\n\n## Backups\n#todo\nBy [pol], daily[^b], [^a]\n\n[^1]: other\n[^a]: one\n[^b]: two\n\n[pol]: <Policy (1).md> "P"\n',
    );
  });
  it.each(['[it][p]', '[p][]', '[p]', '![it][p]'])('of which the label is taken there: %s', async (written) => {
    const path = 'Ops/Day 1 Operations.md';
    const { vault, planning } = planningOf({
      ...PAGES,
      'Ops/Day 2 Operations.md': '# Overview\n\n## Responsibilities\n- Patch [p]\n\n[p]: Z.md\n',
      [path]: `# Overview\n## Responsibilities\n- Hand over ${written} #todo\n\n[p]: X.md\n`,
    });
    const planned = await planMove(planning, planning.index.todosOf(path), { column: 'Day 2', withText: false });
    expect(notesAfter(vault, planned).get('Ops/Day 2 Operations.md')).toMatch(
      /\[p-2\].* #todo\n\n\[p\]: Z.md\n\[p-2\]: X.md\n$/,
    );
  });
  it('but not into a block that nobody closed', async () => {
    const open = { 'Ops/Day 2 Operations.md': '# Overview\n\n## Responsibilities\n- Patch\n\n# More\n```\nopen\n' };
    const path = 'Ops/Day 1 Operations.md';
    const { planning } = planningOf({
      ...PAGES,
      ...open,
      [path]: '# Overview\n## Responsibilities\n- Hand over[^1] #todo\n\n[^1]: soon\n',
    });
    expect(await planMove(planning, planning.index.todosOf(path), { column: 'Day 2', withText: false })).toEqual({
      refusal:
        'A block that begins in line 7 of Day 2 Operations is not closed, so no footnote can stand behind it. Close it first.',
    });
  });
  it('a bullet and a section that become notes, with links that lead where they led', async () => {
    const texts = {
      'Ops/N.md':
        '# N\n- Plan[^1] by [the book][b] #todo\n  - nested[^2]\n\n## S\n#todo\nText[^2]\n\n[^1]: soon\n[^2]: later\n\n[b]: ./Book.md#A "t"\n',
      'Ops/Book.md': '# A\n',
    };
    const turn = (line: number, leave: 'link' | 'sentence'): ReturnType<typeof after> =>
      after(texts, 'Ops/N.md', ({ vault }) =>
        planExtract(draftIn(vault), { path: 'Ops/N.md', lines: [line], titles: ['T'], leave, template: null }),
      );
    const [note, , planned] = await turn(1, 'link');
    expect(note).toBe('# N\n- [[Ops/T|T]]\n\n## S\n#todo\nText[^2]\n\n[^2]: later\n');
    expect(isRefusal(planned) ? '' : planned.creates[0]?.text).toContain(
      'Plan[^1] by [the book][b]\n\n- nested[^2]\n\n[^1]: soon\n[^2]: later\n\n[b]: ./Book.md#A "t"',
    );
    const [kept] = await turn(1, 'sentence');
    expect(kept).toContain(': Plan[^1] by [the book][b]');
    expect(kept).toContain('\n[^1]: soon\n[^2]: later\n\n[b]: ./Book.md#A "t"\n');
  });
});

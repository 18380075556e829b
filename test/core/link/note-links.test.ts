// Every link of a note, whatever it is written as, with its place and what YAML adds to it.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { definitionTarget, linksOf, linksWithin, rewriteLink } from '../../../src/core/link/note-links';
import { locAt } from '../../../src/core/note/loc-at';
import type { NoteMetadata } from '../../../src/core/note/note-metadata';
import { openNoteSource, type NoteSource } from '../../../src/core/note/note-source';
import { parseMetadata } from '../../host/markdown/parse-metadata';

const noteOf = (text: string, metadata: NoteMetadata = parseMetadata(text)): NoteSource =>
  openNoteSource('N.md', text, metadata);

/** Each as `kind text`, what it leads to, what is shown of it, and the quotation mark before it. */
const told = (source: NoteSource): string[][] =>
  linksOf(source).map(({ kind, start, end, path, subpath, shown, quote }) => [
    `${kind} ${source.text.slice(start, end)}`,
    path + subpath,
    shown,
    quote,
  ]);

describe('the links of a note', () => {
  it('are those of its properties, its text and its definitions, in the order of the text', () => {
    const text =
      '---\nsee: "[[A#x]]"\nown: \'[[B|b]]\'\n---\n![[E#y]] [[D|d]] [f](F.md#z)\n\n[r]: G.md#h "t"\n\n[[H]]\n';
    expect(told(noteOf(text))).toEqual([
      ['property [[A#x]]', 'A#x', '', '"'],
      ['property [[B|b]]', 'B', '', "'"],
      ['embed ![[E#y]]', 'E#y', 'E > y', ''],
      ['link [[D|d]]', 'D', 'd', ''],
      ['link [f](F.md#z)', 'F.md#z', 'f', ''],
      ['definition [r]: G.md#h "t"', 'G.md#h', '', ''],
      ['link [[H]]', 'H', 'H', ''],
    ]);
  });
  it.each<[string, string, string, string]>([
    ['a list’s', 'see: ["[[A]]", "[[B]]"]', '[[A]]', 'A'],
    ['a mark in its own mark', "see: '[[It''s]]'", "[[It''s]]", "It's"],
    ['both marks, in double ones', `see: "[[It's \\"it\\"]]"`, `[[It's \\"it\\"]]`, `It's "it"`],
    ['a letter by its number', 'see: "[[Caf\\u00e9]]"', '[[Caf\\u00e9]]', 'Café'],
    ['two marks where one would be its own', `see: "[[It''s]]"`, "[[It''s]]", "It''s"],
    ['without marks, below a bar', 'see: >-\n  [[A]]', '[[A]]', 'A'],
    ['behind other text with such brackets', 'more: a ]] b\nsee: "[[A]]"', '[[A]]', 'A'],
  ])('in a property may have %s', (_what, property, written, path) => {
    const links = linksOf(noteOf(`---\n${property}\n---\n[[${path}]]\n`));
    expect(links.at(0)).toMatchObject({ kind: 'property', path });
    expect(noteOf(`---\n${property}\n---\n`).text.slice(links[0]?.start, links[0]?.end)).toBe(written);
    // What stands below the properties is none of theirs.
    expect(links.filter(({ kind }) => kind === 'property')).toHaveLength(property.includes('[[B]]') ? 2 : 1);
    expect(links.at(-1)).toMatchObject({ kind: 'link', path });
  });
  it('in a property may be one that the app reads and this does not: it is not rewritten', () => {
    const text = '---\nsee: "[[[k]/A#x]]"\nalso: "[[B]]"\n---\n';
    const frontmatterLinks = [
      { key: 'see', link: '[k]/A#x', original: '[[[k]/A#x]]' },
      { key: 'also', link: 'B', original: '[[B]]' },
    ];
    const links = linksOf(noteOf(text, { ...parseMetadata(text), frontmatterLinks }));
    expect(links.map(({ start, end, path, written }) => [text.slice(start, end), path, written !== null])).toEqual([
      ['[[[k]/A#x]]', '[k]/A', false],
      ['[[B]]', 'B', true],
    ]);
  });
  it('in a property are only those that are one', () => {
    expect(told(noteOf('---\na: see [[A]]\nb: "[[B]]"\n# c: "[[C]]"\n---\n')).map(([link]) => link)).toEqual([
      'property [[B]]',
    ]);
    expect(told(noteOf('---\na: see [[A]]\n---\n'))).toEqual([]);
  });
  it('in a property, one that this does not read is told with its place, beside those that it reads', () => {
    const source = noteOf('---\nsee: "[[[k]/N]]"\nalso: "[[B]]"\n---\n');
    expect(linksOf(source)).toEqual([
      { kind: 'property', start: 10, end: 19, path: '[k]/N', subpath: '', written: null, shown: '', quote: '' },
      expect.objectContaining({
        path: 'B',
        quote: '"',
        written: expect.objectContaining({ form: 'wikilink' }) as unknown,
      }),
    ]);
  });
  it('in a property are read past a `]]` that ends none, and behind a backslash of double marks alone', () => {
    expect(told(noteOf('---\na: "x]]"\nb: "[[B]]"\n---\n')).map(([link]) => link)).toEqual(['property [[B]]']);
    expect(told(noteOf('---\na: "[[A#\\"q\\"]]"\n---\n'))[0]?.[1]).toBe('A#"q"');
  });
  it('by a definition may be one that the app reads and this does not: it is not rewritten', () => {
    const [link] = linksOf(noteOf('[r]: ../a<b>.md#H\n'));
    expect(link).toMatchObject({ kind: 'definition', path: '../a<b>.md', subpath: '#H', written: null });
  });
  it('cannot be rewritten where the text is another than the metadata say, and a definition that is none by now is left out', () => {
    const position = { start: locAt('', 0), end: { line: 0, col: 5, offset: 5 } };
    const link = { link: 'A', original: '[[A]]', position };
    const metadata = { links: [link], referenceLinks: [{ id: 'r', link: 'A', position }] };
    expect(linksOf(noteOf('[[B]] and more', metadata))).toEqual([
      { kind: 'link', start: 0, end: 5, path: 'A', subpath: '', written: null, shown: '', quote: '' },
    ]);
    expect(linksOf(noteOf('Words', { referenceLinks: metadata.referenceLinks }))).toEqual([]);
    expect(linksOf(noteOf('[[A]]', { links: [link] }))[0]?.written).toMatchObject({ form: 'wikilink' });
  });
  it('within a piece of it are those that begin and end there', () => {
    const text = '[[A]] [[B]] [[C]]';
    const within = (start: number, end: number): string[] =>
      linksWithin(noteOf(text), { start, end }).map(({ path }) => path);
    expect(within(0, text.length)).toEqual(['A', 'B', 'C']);
    expect(within(6, 11)).toEqual(['B']);
    expect(within(6, 12)).toEqual(['B']);
    expect(within(6, 13)).toEqual(['B']);
    expect(within(6, 10)).toEqual([]);
    expect(within(5, 11)).toEqual(['B']);
    expect(within(7, 17)).toEqual(['C']);
    expect(within(1, 5)).toEqual([]);
  });
});

describe('a link is rewritten', () => {
  it.each([
    ['in single marks, with its own doubled', "see: '[[A]]'", '[[It\'s "it"]]', `see: '[[It''s "it"]]'`],
    ['in double marks, behind backslashes', 'see: "[[A]]"', '[[It\'s "it" \\ x]]', 'see: "[[It\'s \\"it\\" \\\\ x]]"'],
    ['without marks as it is', 'see: >-\n  [[A]]', '[[It\'s "it"]]', 'see: >-\n  [[It\'s "it"]]'],
  ])('%s', (_what, property, insert, after) => {
    const source = noteOf(`---\n${property}\n---\n`);
    const [link] = linksOf(source);
    if (!link) throw new Error('There is no link.');
    const edit = rewriteLink(source, link, insert);
    expect(applyEdits(source.text, [edit])).toBe(`---\n${after}\n---\n`);
    expect(edit.guards.map(({ start, end }) => source.text.slice(start, end))).toEqual([property.split('\n').at(-1)]);
  });
});

describe('the destination of a definition', () => {
  it.each([
    ['A%20b.md#c', { path: 'A b.md', subpath: '#c' }],
    ['a<b>.md', { path: 'a<b>.md', subpath: '' }],
    ['R&D.md', { path: 'R&D.md', subpath: '' }],
    ['R&amp;D.md', { path: 'R&amp;D.md', subpath: '' }],
    ['https://example.com', null],
  ])('%s', (destination, target) => {
    expect(definitionTarget(destination)).toEqual(target);
  });
});

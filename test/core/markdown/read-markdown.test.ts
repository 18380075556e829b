// What the reader tells beside the cache's metadata: blocks and inline spans, and the properties of frontmatter.
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import type { NoteMetadata } from '../../../src/core/note/note-metadata';
import { parseMetadata } from '../../host/markdown/parse-metadata';

/** Each span as its kind, its source and what stands between its marks. */
const spans = (text: string): string[] =>
  readMarkdown(text).spans.map(
    ({ kind, start, end, innerStart, innerEnd }) =>
      `${kind} ${text.slice(start, end)} | ${text.slice(innerStart, innerEnd)}`,
  );
const blocks = (text: string): string[] =>
  readMarkdown(text).blocks.map(({ type, depth, start, end }) => `${depth} ${type} ${text.slice(start, end)}`);
const properties = (yaml: string): unknown => readMarkdown(`---\n${yaml}\n---\n`).metadata.frontmatter;

describe('a span', () => {
  it('is emphasis, strong, struck or highlighted text, with its marks', () => {
    expect(spans('*a* __b__ ~~c~~ ==d==')).toEqual([
      'emphasis *a* | a',
      'strong __b__ | b',
      'strike ~~c~~ | c',
      'highlight ==d== | d',
    ]);
  });
  it('is code, in which nothing is read', () =>
    expect(spans('``a `[[b]]` #c``')).toEqual(['code ``a `[[b]]` #c`` | a `[[b]]` #c']));
  it('is a link or embed of either kind', () => {
    expect(spans('[[a|b]] ![[c]] [d](e.md "t") ![f](g.png)')).toEqual([
      'wikilink [[a|b]] | a|b',
      'embed ![[c]] | c',
      'link [d](e.md "t") | d',
      'image ![f](g.png) | f',
    ]);
  });
  it('stands in a bullet behind a tab up to four columns wide, as CommonMark counts; a wider gap makes code of the words', () => {
    for (const text of ['-\t[[a]]', '- \t[[a]]', '-  \t[[a]]', '1. \t[[a]]'])
      expect([text, spans(text)]).toEqual([text, ['wikilink [[a]] | a']]);
    for (const text of ['-\t\t[[a]]', '-   \t[[a]]']) expect([text, spans(text)]).toEqual([text, []]);
  });
  it('is a comment, whose tags and links are read too', () =>
    expect(spans('a %% #b [[c]] %%')).toEqual([
      'comment %% #b [[c]] %% |  #b [[c]] ',
      'tag #b | #b',
      'wikilink [[c]] | c',
    ]));
  it('is HTML, a formula, an escape or a footnote', () => {
    expect(spans('<b>x</b> $y$ \\# [^1] ^[z]')).toEqual([
      'html <b> | <b>',
      'html </b> | </b>',
      'math $y$ | $y$',
      'escape \\# | #',
      'footnote-reference [^1] | [^1]',
      'inline-footnote ^[z] | z',
    ]);
  });
  it('is addressed in the text as it was given, whatever ends its lines', () => {
    expect(spans('a\r\n\r\n> *b*\r\n')).toEqual(['emphasis *b* | b']);
    expect(spans('\uFEFF# a *b*\r# c `d`')).toEqual(['emphasis *b* | b', 'code `d` | d']);
  });
});

describe('a tag', () => {
  const tags = (text: string): string[] => (readMarkdown(text).metadata.tags ?? []).map(({ tag }) => tag);
  it('stands behind white space, another token or a mark that means something', () => {
    expect(tags('#a (#b) **#c** *#d x#e `f`#g <br>#h [#i](u) #j#k &amp;#l')).toEqual([
      '#a',
      '#c',
      '#g',
      '#h',
      '#i',
      '#j',
      '#k',
    ]);
  });
  it('is not read in code, formulas, HTML comments and link targets', () =>
    expect(tags('`#a` $#b$ <!-- #c --> [[#d]] [x](#e)\n\n    #f\n')).toEqual([]));
});

describe('a link', () => {
  const read = ({ links = [], embeds = [] }: NoteMetadata): (string | undefined)[] =>
    [...links, ...embeds].map(({ original }) => original);
  it.each<[string, ...string[]]>([
    ['[QA [x]](QA.md)', '[QA [x]](QA.md)'],
    ['#todo [QA [x] b]( Q.md  "t" )', '[QA [x] b]( Q.md  "t" )'],
    ['- [ ] **[a [b][c] d](Q.md)**', '[a [b][c] d](Q.md)'],
    ['[a [x] [y]](Q.md)', '[a [x] [y]](Q.md)'],
    ['[a [x [z]]](Q.md)', '[a [x [z]]](Q.md)'],
    ['[a [] d](Q.md)', '[a [] d](Q.md)'],
    ['![a [b] c](Q.md)', '![a [b] c](Q.md)'],
    ['[a [[x]] b](Q.md)', '[a [[x]] b](Q.md)', '[[x]]'],
    ['[a [x](Q.md)', '[x](Q.md)'],
    ['[a]x](Q.md)'],
  ])('may hold brackets: %s', (text, ...links) => {
    expect(read(readMarkdown(text).metadata)).toEqual(links);
    expect(read(parseMetadata(text))).toEqual(links);
  });
});

it('a link holds no other that is one whatever the definitions', () =>
  expect(spans('[a [b](c.md) d](Q.md)')).toEqual(['link [b](c.md) | b']));

describe('blocks', () => {
  it('are told of those inside quotes and items too', () => {
    expect(blocks('- a\n  ```\n  b\n  ```\n\n> c\n')).toEqual([
      '0 list - a\n  ```\n  b\n  ```',
      '1 item - a\n  ```\n  b\n  ```',
      '2 paragraph a',
      '2 code ```\n  b\n  ```',
      '0 blockquote > c',
      '1 paragraph c',
    ]);
  });
  it('end, where a blank line parts them from the next, at its start: in a quote behind its mark', () => {
    const ends = (text: string) => readMarkdown(text).metadata.listItems?.map(({ position }) => position.end.offset);
    expect(ends('- a\n\n- b')).toEqual([4, 8]);
    expect(ends('> - a\n> \n> - b')).toEqual([8, 14]);
  });
  it('take a task with a number behind its mark for an item in an item', () => {
    expect(
      readMarkdown('- [/] 1. q').metadata.listItems?.map(({ task, parent, position }) => [
        task,
        parent,
        position.start.col,
      ]),
    ).toEqual([
      ['/', -1, 0],
      [undefined, 0, 6],
    ]);
  });
  it('let a line without a pipe end a table', () =>
    expect(blocks('|a|\n|-|\n|b|\n#todo\n').map((block) => block.split(' ')[1])).toEqual(['table', 'paragraph']));
});

describe('properties', () => {
  it.each([
    [
      "a: true\nb: \"x: y\"\nc: 'it''s'\nd: 2026-12-01\ne: 4.5\nf:\ng: ~",
      { a: true, b: 'x: y', c: "it's", d: '2026-12-01', e: 4.5, f: null, g: null },
    ],
    [
      'a:\n  - x\n  - "[[y]]"\nb:\n- z\nc: [1, two, {k: v}]',
      { a: ['x', '[[y]]'], b: ['z'], c: [1, 'two', { k: 'v' }] },
    ],
    ['a:\n  b: 1\n  c:\n    - d: 2\n      e: 3\n    - f', { a: { b: 1, c: [{ d: 2, e: 3 }, 'f'] } }],
    ['a: |\n  x\n   y\n\nb: >-\n  p\n  q\nc: end # not this', { a: 'x\n y\n', b: 'p q', c: 'end' }],
    ['{"dg-publish":true,"permalink":"/a,b/"}', { 'dg-publish': true, permalink: '/a,b/' }],
  ])('of %j are read', (yaml, expected) => expect(properties(yaml)).toEqual(expected));
  it('that are none are not', () => {
    expect(properties('just words')).toBeUndefined();
    expect(readMarkdown('---\n\n---\n').metadata.frontmatter).toBeUndefined();
  });
});

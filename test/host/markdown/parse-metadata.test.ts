// A whole note's cache, its frontmatter, line ends, and texts that no one would write by hand.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CachedMetadata } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { runs } from '../../property-runs';
import { at, sectionsOf } from './describe-cache';
import { getAllTags } from './get-all-tags';
import { parseFrontMatterTags } from './parse-front-matter-tags';
import { parseMetadata } from './parse-metadata';

const read = (url: URL): string => readFileSync(url, 'utf8');
const fixture = (name: string): string => read(new URL(`../../fixtures/metadata/${name}`, import.meta.url));

describe('the cache of a note', () => {
  it('is exactly what was worked out for a page with a flattened transclusion', () => {
    expect(parseMetadata(fixture('flattened-page.md'))).toStrictEqual(JSON.parse(fixture('flattened-page.json')));
  });
  it('has no key for what the note has nothing of', () => {
    expect(parseMetadata('')).toEqual({});
    expect(Object.keys(parseMetadata('a'))).toEqual(['sections']);
  });
  it('has the same lines and columns with CRLF, and offsets of the text as it is', () => {
    const cache = parseMetadata('# a\r\n- b\r\n  c #d\r\n');
    expect(cache.tags?.map(({ position }) => [at(position), position.start.offset])).toEqual([['2:4-2:6', 14]]);
    expect(sectionsOf(cache)).toEqual(['heading 0:0-0:3', 'list 1:0-2:6']);
  });
  it('counts a byte order mark as the first column', () => {
    expect(sectionsOf(parseMetadata('\uFEFF# a\n'))).toEqual(['heading 0:1-0:4']);
    expect(parseMetadata('\uFEFF---\na: 1\n---\n').frontmatter).toEqual({ a: 1 });
  });
});

describe('frontmatter', () => {
  it('may be one JSON object', () => {
    const cache = parseMetadata('---\n{"dg-publish":true,"permalink":"/a/"}\n---\nx\n');
    expect(cache.frontmatter).toEqual({ 'dg-publish': true, permalink: '/a/' });
    expect(cache.frontmatterPosition && at(cache.frontmatterPosition)).toBe('0:0-2:3');
    expect(cache.frontmatterLinks).toEqual([]);
  });
  it.each([
    ['empty', '---\n---\nx\n'],
    ['broken', '---\na: [\n---\nx\n'],
    ['no mapping', '---\n- a\n---\nx\n'],
  ])('that is %s leaves a section and no frontmatter', (_, text) => {
    const cache = parseMetadata(text);
    expect(Object.keys(cache)).toEqual(['sections']);
    expect(cache.sections?.map(({ type }) => type)).toEqual(['yaml', 'paragraph']);
  });
  it('is read as it is written, whatever looks like a list in it', () => {
    expect(parseMetadata('---\r\na: |\r\n  - [/] b\r\nc:\r\n- [d] \r\n---\r\n').frontmatter).toEqual({
      a: '- [/] b\n',
      c: [['d']],
    });
  });
  it('keeps dates as text', () => {
    expect(parseMetadata('---\na: 2024-07-21\n---\n').frontmatter).toEqual({ a: '2024-07-21' });
  });
  it('is only at the very start of a note', () => {
    expect(parseMetadata('\n---\na: 1\n---\n').frontmatter).toBeUndefined();
  });
  it('may refer to itself', () => expect(parseMetadata('---\na: &a\n  b: *a\n---\n').frontmatter).toBeDefined());
});

describe('any text at all', () => {
  const piece = fc.constantFrom(
    '\n',
    '\n\n',
    '  ',
    '\t',
    '- ',
    '1. ',
    '- [/] ',
    '> ',
    '> [!x] ',
    '# ',
    '#a',
    '[[b]]',
    '![c](d.md)',
    '%%',
    '$',
    '$$\n',
    '`',
    '```\n',
    '<div>\n',
    '<!-- ',
    '-->',
    '|',
    '|a|\n|-|\n',
    '---\n',
    'a: 1\n',
    '^i',
    '*',
    '_',
    '==',
    '\\',
    '[^1]',
    '[^1]: ',
    '^[',
    '[r]: x\n',
    '===\n',
    '\u200B',
    '\uD800',
    'é',
    'word',
    '[',
    '](',
    ')',
    '\r',
    '\0',
  );
  const note = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('has a cache whose positions lie in it, line and column agreeing with the offset', () => {
    fc.assert(
      fc.property(note, (text) => {
        const lineStarts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
        for (const { position } of itemsWithin(parseMetadata(text))) {
          for (const { line, col, offset } of [position.start, position.end]) {
            expect((lineStarts[line] ?? NaN) + col).toBe(offset);
            expect(offset).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: runs(2_000) },
    );
  });

  it.each([
    ['quote signs', '>'.repeat(5_000)],
    ['bullets', '- '.repeat(3_000)],
    ['brackets', '['.repeat(20_000)],
    ['nested brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['stars', '*a '.repeat(20_000)],
    ['angle brackets', '<'.repeat(20_000)],
    ['an unclosed fence', '```\n' + 'a #b\n'.repeat(20_000)],
    ['deep YAML', `---\na: ${'['.repeat(5_000)}\n---\n`],
  ])('is read without fail, were it thousands of %s', (_, text) => {
    expect(() => parseMetadata(text)).not.toThrow();
  });

  it('is read whole, were it 10,000 headings', () => {
    expect(parseMetadata('# a #b\n\n'.repeat(10_000)).headings).toHaveLength(10_000);
  });
  it('is read in pieces when long, without a trace of the seams', () => {
    const part = '# A\n\n%%\n\n# no\n\n%%\n\n```\n\n# no\n\n```\n\n- b #c\n\n  d\n\nWord\n\n';
    const cache = parseMetadata(part.repeat(3_000));
    expect(cache.headings).toHaveLength(3_000);
    expect(cache.sections).toHaveLength(15_000);
    expect(cache.tags?.at(-1)?.position.start.line).toBe(part.split('\n').length * 3_000 - 3_000 - 6);
  });
});

function itemsWithin(cache: CachedMetadata): NonNullable<CachedMetadata['sections']> {
  const { sections = [], headings = [], listItems = [], tags = [], links = [], embeds = [] } = cache;
  // The two sections of rendered footnotes keep the app's odd offset.
  const own = sections.filter(({ type }) => type !== 'text' && type !== 'element');
  return [...own, ...[...headings, ...listItems, ...tags, ...links, ...embeds].map((item) => ({ ...item, type: '' }))];
}

interface CapturedNote {
  fileContents: string;
  cachedMetadata: CachedMetadata;
  getAllTags: string[];
  parseFrontMatterTags: string[] | null;
}

const captured = new URL('../../fixtures/captured/', import.meta.url);

describe('a note captured from the app', () => {
  const names = readdirSync(captured).filter((name) => name.endsWith('.json'));
  it.each(names)('%s has the cache that the app made', (name) => {
    const note = JSON.parse(read(new URL(name, captured))) as CapturedNote;
    const cache = parseMetadata(note.fileContents);
    expect(cache).toStrictEqual(note.cachedMetadata);
    expect(getAllTags(cache)).toEqual(note.getAllTags);
    expect(parseFrontMatterTags(cache.frontmatter)).toEqual(note.parseFrontMatterTags);
  });
});

interface Vector {
  id: string;
  kind: string;
  note: string;
  text: string;
  expected: unknown;
}

describe('an expected result', () => {
  const all = (JSON.parse(read(new URL('../../fixtures/vectors.json', import.meta.url))) as { vectors: Vector[] })
    .vectors;
  const readers: Record<string, (cache: CachedMetadata) => unknown> = {
    tags: ({ tags = [] }) => tags.map(({ tag, position: { start } }) => ({ tag, line: start.line, col: start.col })),
    headings: ({ headings = [] }) =>
      headings.map(({ level, heading, position }) => ({ level, heading, line: position.start.line })),
    'frontmatter-tags': ({ frontmatter }) => parseFrontMatterTags(frontmatter),
  };
  it.each(all.filter(({ kind }) => kind in readers))('$id is met: $note', ({ kind, text, expected }) => {
    expect(readers[kind]?.(parseMetadata(text))).toEqual(expected);
  });
});

// Matching headings, links to them, what a subpath points at, and the tags of a cache.
import { describe, expect, it } from 'vitest';
import { getAllTags } from './get-all-tags';
import { parseFrontMatterTags } from './parse-front-matter-tags';
import { parseMetadata } from './parse-metadata';
import { resolveSubpath } from './resolve-subpath';
import { stripHeading, stripHeadingForLink } from './strip-heading';

describe('a heading', () => {
  it('is compared without punctuation, but keeps hyphens, underscores and apostrophes', () => {
    expect(stripHeading(' CI/CD:  [[a|b]] `c` ')).toBe('CI CD a b c');
    expect(stripHeading("Don't UI-UX_x 解決")).toBe("Don't UI-UX_x 解決");
  });
  it.each([
    ['Team Meetings:', 'Team Meetings'],
    ['CI/CD #todo', 'CI/CD todo'],
    ['C#', 'C'],
    ['A | B', 'A B'],
    ['[[a/b\\| c]]', 'a/b c'],
    ['Foo %%c%% bar', 'Foo c bar'],
    ['Foo [bar] baz', 'Foo [bar] baz'],
    ['**Bold** `code` 100%', '**Bold** `code` 100%'],
  ])('%s is linked as %s', (heading, text) => expect(stripHeadingForLink(heading)).toBe(text));
});

describe('a subpath', () => {
  const cache = parseMetadata('# A\n## X\n## B\n### X\n# C/D\n# C D\npara ^P1\n- item ^i1\n\nx[^n]\n\n[^n]: y\n');
  const lines = (subpath: string): (number | null | undefined)[] | null => {
    const found = resolveSubpath(cache, subpath);
    return found && [found.start.line, found.end?.line ?? null];
  };
  it('that is empty points at nothing', () => {
    expect(resolveSubpath(cache, '')).toBeNull();
    expect(resolveSubpath(cache, '##')).toBeNull();
  });
  it('runs from its heading to the next that is no deeper', () => {
    expect(lines('#a')).toEqual([0, 4]);
    expect(lines('#B')).toEqual([2, 4]);
    expect(lines('#Nowhere')).toBeNull();
  });
  it('takes the first of several headings with one key', () => {
    expect(lines('#X')).toEqual([1, 2]);
    expect(lines('#C D')).toEqual([4, 5]);
  });
  it('with several parts goes down, never up and never back', () => {
    expect(lines('#A#B#X')).toEqual([3, 4]);
    expect(lines('#X#B')).toBeNull();
    expect(lines('#C D#X')).toBeNull();
  });
  it('to the last section has no end and no next heading', () => {
    const found = resolveSubpath(parseMetadata('# A\nx\n'), '#A');
    expect(found).toMatchObject({ type: 'heading', next: null, end: null });
  });
  it('with a caret points at a block, whatever its case, and at the list item that is one', () => {
    expect(resolveSubpath(cache, '#^p1')).toMatchObject({ type: 'block', block: { id: 'P1' } });
    expect(resolveSubpath(cache, '#^p1')).not.toHaveProperty('list');
    expect(resolveSubpath(cache, '#^i1')).toMatchObject({ type: 'block', list: { id: 'i1', parent: -7 } });
    expect(resolveSubpath(cache, '#^no')).toBeNull();
  });
  it('with a caret in brackets points at a footnote', () => {
    expect(resolveSubpath(cache, '#[^n]')).toMatchObject({ type: 'footnote', footnote: { id: 'n' } });
  });
});

describe('the tags of a frontmatter', () => {
  it.each([
    [{ tags: ['a', '#b', ' c '] }, ['#a', '#b', '#c']],
    [{ TAGS: 'a' }, ['#a']],
    [{ tags: 'a, b' }, []],
    [{ tags: ['a b', 'c', 1, null, ''] }, ['#c']],
    [{ tags: [] }, []],
    [{ tags: null }, null],
    [{ tag: 'a' }, null],
    [null, null],
    [undefined, null],
  ])('%j are %j', (frontmatter, tags) => expect(parseFrontMatterTags(frontmatter)).toEqual(tags));
  it('come before those of the text, repeats kept', () => {
    expect(getAllTags(parseMetadata('---\ntags: [a, b]\n---\n#b #c #b\n'))).toEqual(['#a', '#b', '#b', '#c', '#b']);
    expect(getAllTags({})).toEqual([]);
  });
});

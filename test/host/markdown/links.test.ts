// Links and embeds of a note's text and frontmatter.
import { describe, expect, it } from 'vitest';
import { at, linksOf } from './describe-cache';
import { parseMetadata } from './parse-metadata';

const links = (text: string): string[] => linksOf(parseMetadata(text).links);
const embeds = (text: string): string[] => linksOf(parseMetadata(text).embeds);

describe('a wikilink', () => {
  it('shows its path with arrows, or its alias', () => {
    expect(links('[[a]] [[a#b#c]] [[#b]] [[a#^d]] [[a#b|e]]')).toEqual([
      'a -> a',
      'a#b#c -> a > b > c',
      '#b -> b',
      'a#^d -> a > ^d',
      'a#b -> e',
    ]);
  });
  it('is cut at the first bar that is not its first character', () => {
    expect(links('[[a||b]] [[|]] [[|x]] [[]]')).toEqual(['a -> |b', '| -> |', '|x -> |x']);
  });
  it('has its ends trimmed and odd spaces made plain', () => expect(links('[[ a\u00A0b | c ]]')).toEqual(['a b -> c']));
  it('is composed, as paths are', () => expect(links('[[U\u0308ber]]')).toEqual(['\u00DCber -> \u00DCber']));
  it('loses the backslash before its bar, in a table and out of it', () => {
    expect(links('[[a\\|b]]\n\n|x|\n|-|\n|[[c\\|d]]|\n')).toEqual(['a -> b', 'c -> d']);
  });
  it('may hold one closing bracket but no opening pair', () => {
    expect(links('[[a]b]] [[c [[d]] [[[e]]]')).toEqual(['a]b -> a]b', 'd -> d', 'e -> e']);
  });
  it('does not go over a line end', () => expect(links('[[a\nb]]')).toEqual([]));
  it('is none in code or mathematics, nor when escaped', () => expect(links('`[[a]]` $[[b]]$ \\[[c]]')).toEqual([]));
  it('is read in comments between percent signs', () => expect(links('x %% [[a]] %%')).toEqual(['a -> a']));
  it('with an exclamation mark is an embed', () => {
    expect(embeds('![[a.png|100]] x![[b#c]]')).toEqual(['a.png -> 100', 'b#c -> b > c']);
  });
});

describe('a Markdown link', () => {
  it('is cached when it stays in the vault, its destination decoded', () => {
    expect(links('[a](b%20c.md#D) [e](<f g.md>) [h](./i:j.md) [k](l%23m.md)')).toEqual([
      'b c.md#D -> a',
      'f g.md -> e',
      './i:j.md -> h',
      'l%23m.md -> k',
    ]);
  });
  it('is not cached when it leads out of the vault or cannot be decoded', () => {
    expect(links('[a](https://b.c) [d](mailto:e@f.g) <https://h.i> https://j.k [l](%zz) [m]()')).toEqual([]);
  });
  it('with an exclamation mark is an embed', () => {
    expect(embeds('![a](b.md#C) ![](d.png)')).toEqual(['b.md#C -> a', 'd.png -> ']);
  });
  it('stands where it was written', () => {
    const [link] = parseMetadata('x\n> - [a](b.md) c\n').links ?? [];
    expect(link && at(link.position)).toBe('1:4-1:13');
    expect(link?.original).toBe('[a](b.md)');
  });
});

describe('a link in the frontmatter', () => {
  it('is a value that is a wikilink and nothing else, named by its path', () => {
    const text = '---\na: "[[x#y]]"\nb:\n  - "[[z|w]]"\n  - c: "[[v]]"\nd: "see [[u]]"\n---\n';
    expect(parseMetadata(text).frontmatterLinks).toEqual([
      { key: 'a', link: 'x#y', original: '[[x#y]]', displayText: 'x > y' },
      { key: 'b.0', link: 'z', original: '[[z|w]]', displayText: 'w' },
      { key: 'b.1.c', link: 'v', original: '[[v]]', displayText: 'v' },
    ]);
  });
});

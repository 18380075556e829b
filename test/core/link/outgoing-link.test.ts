// What leads out of a note: which of its links and embeds are seen, and to what each leads.
import { describe, expect, it, vi } from 'vitest';
import {
  definedLinks,
  isTakenBySite,
  OutgoingLink,
  plainLinks,
  shownEmbeds,
} from '../../../src/core/link/outgoing-link';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { TextVault } from '../text-vault';

describe('of the links of a note', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'links and embeds are two kinds',
      '[[A]] ![[B]] [c](C.md) ![d](d.png)\n',
      ['[[A]]', '[c](C.md)'],
      ['![[B]]', '![d](d.png)'],
    ],
    ['those of definitions are links, too', '[t][r]\n\n[r]: A.md#b "t"\n[s]: https://x.org\n', ['[r]: <A.md#b>'], []],
    [
      'none is seen in a block comment',
      '[[A]] ![[B]]\n\n%%\n[[C]] ![[D]]\n%%\n\n[[E]] ![[F]]\n',
      ['[[A]]', '[[E]]'],
      ['![[B]]', '![[F]]'],
    ],
    ['none is seen in the second of two', '%%\na\n%%\n\n[[A]] ![[B]]\n\n%%\n[[C]] ![[D]]\n%%\n', ['[[A]]'], ['![[B]]']],
    ['none is where no link is', 'Words.\n', [], []],
  ])('%s', (_what, text, links, embeds) => {
    const metadata = parseMetadata(text);
    expect(plainLinks(metadata).map(({ original }) => original)).toEqual(links);
    expect(shownEmbeds(metadata).map(({ original }) => original)).toEqual(embeds);
  });
  it('a definition’s has its place, and a path as other links have', () => {
    const text = '[r]: <A b.md#c>\n';
    expect(
      definedLinks(parseMetadata(text)).map(({ link, position }) => [link, position.start.offset, position.end.offset]),
    ).toEqual([['A b.md#c', 0, text.length - 1]]);
  });
});

/** The links and embeds of the note N.md with this text, in a vault of other files. */
function outgoing(text: string): OutgoingLink[] {
  const vault = new TextVault({
    'N.md': text,
    'A.md': '',
    'x/B.md': '',
    'p.png': '',
    'v1.2.md': '',
    'scan.pdf.md': '',
  });
  const metadata = parseMetadata(text);
  return [...plainLinks(metadata), ...shownEmbeds(metadata)].map(
    (link) => new OutgoingLink(link, 'N.md', vault.resolve),
  );
}

describe('a link leads', () => {
  it.each<[string, string, (string | null)[], boolean]>([
    ['to a note', '[[A]]', ['A.md', 'A', ''], true],
    ['to a place in one', '[[B#c]]', ['x/B.md', 'B', '#c'], true],
    ['to a place in its own', '[[#c]]', ['N.md', '', '#c'], true],
    ['to a file that is no note', '[[p.png]]', ['p.png', 'p.png', ''], false],
    ['to a note whose name has a dot', '[[v1.2]]', ['v1.2.md', 'v1.2', ''], true],
    ['to a note that is called as a file is', '[[scan.pdf]]', ['scan.pdf.md', 'scan.pdf', ''], true],
    ['to a note that is not there', '[[None]]', [null, 'None', ''], true],
    ['to one whose name has a dot', '[[Node.js]]', [null, 'Node.js', ''], true],
    ['to an attachment that is not there', '[[none.PDF]]', [null, 'none.PDF', ''], false],
    ['to another', '![[none.webp#page=2]]', [null, 'none.webp', '#page=2'], false],
  ])('%s', (_what, text, to, toNote) => {
    const [link] = outgoing(text);
    expect([link?.target, link?.linkpath, link?.subpath]).toEqual(to);
    expect(link?.toNote).toBe(toNote);
  });
  it('to no note yet to be made by the endings of files that are shown or attached, and by no others', () => {
    const attached =
      'heic heif jpg jpeg tif tiff m4a m4v mp3 mp4 ogg ogv doc docx xls xlsx ppt pptx odt ods odp yml yaml htm html';
    const others = 'js 2 heix jg tif2 m4x mp5 ogx docs xlss pptp odx yal htmls pdf.draft';
    const toNotes = (endings: string): boolean[] =>
      endings.split(' ').flatMap((ending) => outgoing(`[[none.${ending}]]`).map(({ toNote }) => toNote));
    expect(new Set(toNotes(attached))).toEqual(new Set([false]));
    expect(new Set(toNotes(others))).toEqual(new Set([true]));
  });
  it('where it is looked up once, when somebody asks', () => {
    const [metadata] = plainLinks(parseMetadata('[[A]]'));
    const resolve = vi.fn(() => null);
    const link = metadata && new OutgoingLink(metadata, 'N.md', resolve);
    expect(resolve).not.toHaveBeenCalled();
    expect([link?.target, link?.target]).toEqual([null, null]);
    expect(resolve.mock.calls).toEqual([['A', 'N.md']]);
  });
  it('by a key, in which neither folder nor case nor a note’s ending counts', () => {
    expect(outgoing('[[A]] [[x/a]] [[X/A.md]] [[#a]]').map(({ key }) => key)).toEqual(['a', 'a', 'a', '']);
  });
});

describe('the site puts text in the place', () => {
  it.each([
    ['![[A]]', true],
    ['![[A#b|c]]', true],
    ['![a](A.md)', false],
    ['![[#b]]', false],
  ])('of %s: %s', (text, isTaken) => {
    expect(outgoing(text).map(isTakenBySite)).toEqual([isTaken]);
  });
});

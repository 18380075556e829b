// What is shown in what, section by section: how deep embeds go, and by which way one comes to show itself.
import { describe, expect, it } from 'vitest';
import { EmbedGraph } from '../../../src/core/link/embed-graph';
import { OutgoingLink, shownEmbeds } from '../../../src/core/link/outgoing-link';
import { TextVault } from '../text-vault';

function graphOf(texts: Readonly<Record<string, string>>) {
  const vault = new TextVault(texts);
  const embedsOf = (path: string): OutgoingLink[] => {
    const metadata = vault.metadata(path);
    return metadata ? shownEmbeds(metadata).map((link) => new OutgoingLink(link, path, vault.resolve)) : [];
  };
  const graph = new EmbedGraph(embedsOf, (path) => vault.metadata(path));
  /** How deep each embed of a note goes, and the way by which it shows itself. */
  const chains = (path: string): string[] =>
    embedsOf(path).map((embed) => {
      const { depth, circle } = graph.chainOf(path, embed);
      return circle ? `${depth}: ${circle.join(', ')}` : String(depth);
    });
  return { graph, chains };
}

describe('an embed', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['of a note that embeds nothing goes one deep', { 'A.md': '![[B]]', 'B.md': 'x' }, ['1']],
    ['goes as deep as what it shows', { 'A.md': '![[B]]', 'B.md': '![[C]]', 'C.md': '![[D]]', 'D.md': '' }, ['3']],
    [
      'goes as deep as the deepest of that',
      { 'A.md': '![[B]]', 'B.md': '![[D]] ![[C]] ![[D]]', 'C.md': '![[D]]', 'D.md': '' },
      ['3'],
    ],
    ['of nothing goes one deep', { 'A.md': '![[None]] ![[B#none]] ![[B#^none]]', 'B.md': '![[A]]' }, ['1', '1', '1']],
    ['shows itself by another note', { 'A.md': '![[B]]', 'B.md': '![[A]]' }, ['1: B, A']],
    ['shows itself alone', { 'A.md': '![[A]]' }, ['1: A']],
    ['shows itself by the shortest way', { 'A.md': '![[B]]', 'B.md': '![[C]] ![[A]]', 'C.md': '![[A]]' }, ['1: B, A']],
    [
      'shows itself by the section that it stands in',
      { 'A.md': '# X y\n![[B]]\n# Z\n', 'B.md': '![[a#x Y]]' },
      ['1: B, A › X y'],
    ],
    ['shows itself not by another section', { 'A.md': '# X\n![[B]]\n# Y\n', 'B.md': '![[A#Y]]' }, ['2']],
    ['shows itself not by what stands above its section', { 'A.md': '![[B]]\n# Y\ny\n', 'B.md': '![[A#Y]]' }, ['2']],
    ['shows not itself but others that do', { 'A.md': '![[B]]', 'B.md': '![[C]]', 'C.md': '![[B]]' }, ['1']],
    ['goes one deeper than such', { 'A.md': '![[D]]', 'B.md': '![[C]]', 'C.md': '![[B]]', 'D.md': '![[B]]' }, ['2']],
    [
      'of two in a circle shows itself where it leads back to it',
      { 'A.md': '# X\n![[B]]\n# Y\n![[C]]\n', 'B.md': '![[A#X]]', 'C.md': '![[A#X]]' },
      ['1: B, A › X', '2'],
    ],
    [
      'shows itself where it stands in that section, not above or below it',
      { 'A.md': '# W\n![[B]]\n# X y\n![[B]]\n# Z\n![[B]]\n', 'B.md': '![[A#x Y]]' },
      ['1', '1: B, A › X y', '1'],
    ],
    ['shows itself by a note that begins with a heading', { 'A.md': '# X\n![[B]]', 'B.md': '![[A]]' }, ['1: B, A']],
    ['shows itself by a block', { 'A.md': '- ![[B]] ^i\n\nx\n', 'B.md': '![[A#^i]]' }, ['1: B, A › ^i']],
  ])('%s', (_what, texts, expected) => {
    expect(graphOf(texts).chains('A.md')).toEqual(expected);
  });
  it('names no way that nobody would read', () => {
    const ring = (count: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.md`, `![[${(at + 1) % count}]]`]));
    expect(graphOf(ring(5)).chains('0.md')).toEqual(['1: 1, 2, 3, 4, 0']);
    expect(graphOf(ring(300)).chains('0.md')).toEqual(['1: ']);
  });
});

it('the notes in circles with a note are known as far as they were followed', () => {
  const { graph, chains } = graphOf({ 'A.md': '![[B]]', 'B.md': '![[A]]', 'C.md': '![[A]] ![[D]]', 'D.md': '![[C]]' });
  expect([...graph.notesInCircleWith('A.md')]).toEqual([]);
  chains('C.md');
  const circles = ['A.md', 'B.md', 'C.md', 'E.md'].map((path) => [...graph.notesInCircleWith(path)].sort());
  expect(circles).toEqual([['A.md', 'B.md'], ['A.md', 'B.md'], ['C.md', 'D.md'], []]);
});

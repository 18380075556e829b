// Who leads to what: told of changes, read when it is settled, and like a graph that reads the vault as it is now.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkGraph } from '../../../src/core/link/link-graph';
import { shownEmbeds } from '../../../src/core/link/outgoing-link';
import { runs } from '../../property-runs';
import { TextVault } from '../text-vault';

/** A vault of two notes that a third embeds, and a graph of it that nobody has told of anything; which notes it has asked for. */
function fresh() {
  const vault = new TextVault({ 'A.md': '![[C]]\n', 'B.md': '![[C]]\n', 'C.md': 'Words.\n' });
  const asked: string[] = [];
  const { resolve } = vault;
  const metadata = (path: string) => (asked.push(path), vault.metadata(path));
  const graph = new LinkGraph({ resolve, notes: () => vault.notes(), metadata }, shownEmbeds);
  return { vault, asked, graph };
}

/** One that somebody else's walk feeds. */
function open() {
  const { vault, asked, graph } = fresh();
  const take = (path: string): void => {
    const known = vault.metadata(path);
    if (known) graph.take(path, known);
  };
  const sources = (): string[] => graph.to('C.md').map(({ source }) => source);
  graph.begin();
  return { vault, asked, graph, take, sources };
}

describe('a graph of links that is fed by another’s walk over the vault', () => {
  it('asks for no note itself', () => {
    const { vault, asked, graph, take, sources } = open();
    for (const path of vault.notes()) take(path);
    graph.tookAll();
    expect(graph.settle()).toBe(true);
    expect([sources(), asked]).toEqual([['A.md', 'B.md'], []]);
  });
  it('asks for those that changed meanwhile, or that the walk left out', () => {
    const { vault, asked, graph, take, sources } = open();
    take('A.md');
    vault.edit('A.md', 'No embed.\n');
    graph.noteChanged('A.md');
    graph.noteChanged('B.md');
    graph.tookAll();
    graph.settle();
    expect([sources(), asked]).toEqual([['B.md'], ['A.md', 'B.md']]);
  });
  it('takes nothing any more once it has all', () => {
    const { vault, graph, take, sources } = open();
    for (const path of vault.notes()) take(path);
    graph.tookAll();
    vault.edit('A.md', 'No embed.\n');
    take('A.md');
    expect(sources()).toEqual(['A.md', 'B.md']);
  });
  it('walks all the same where nobody has begun', () => {
    const { vault, asked, graph } = fresh();
    graph.tookAll();
    for (const told of [
      () => graph.noteChanged('A.md'),
      () => graph.fileChanged('B.md'),
      () => graph.folderChanged(''),
    ])
      told();
    graph.settle();
    expect(asked).toEqual([...vault.notes()]);
  });
  it('walks itself when it is asked before the end', () => {
    const { asked, graph, take, sources } = open();
    take('A.md');
    graph.settle();
    take('B.md');
    graph.tookAll();
    graph.settle();
    expect([sources().sort(), [...new Set(asked)].sort()]).toEqual([
      ['A.md', 'B.md'],
      ['A.md', 'B.md', 'C.md'],
    ]);
  });
});

describe('a graph of links', () => {
  /** A graph of the vault that has read all of it. */
  const settled = (texts: Readonly<Record<string, string>>) => {
    const vault = new TextVault(texts);
    const graph = new LinkGraph(vault, shownEmbeds);
    graph.settle();
    return { vault, graph, to: (path: string) => graph.to(path).map(({ source }) => source) };
  };

  it('knows of a note without links that it has none, and of one that nothing leads to too', () => {
    const { graph } = settled({ 'A.md': 'Words.\n' });
    expect([graph.from('A.md'), graph.from('None.md'), graph.to('A.md')]).toEqual([[], [], []]);
  });
  it('leads elsewhere when a file comes, and again when it goes', () => {
    const { vault, graph, to } = settled({ 'A.md': '![[C]]\n', 'x/C.md': '' });
    expect(to('x/C.md')).toEqual(['A.md']);
    vault.write('C.md', '');
    graph.fileChanged('C.md');
    graph.settle();
    expect([to('C.md'), to('x/C.md')]).toEqual([['A.md'], []]);
    vault.remove('C.md');
    graph.fileChanged('C.md');
    graph.settle();
    expect([to('C.md'), to('x/C.md')]).toEqual([[], ['A.md']]);
  });
  it('forgets the links that a note has no more', () => {
    const { vault, graph, to } = settled({ 'A.md': '![[B]]\n', 'B.md': '', 'C.md': '' });
    expect([to('B.md'), [...graph.naming('x/B.md')]]).toEqual([['A.md'], ['A.md']]);
    vault.edit('A.md', '![[C]]\n');
    graph.noteChanged('A.md');
    graph.settle();
    expect([to('B.md'), to('C.md'), [...graph.naming('B.md')]]).toEqual([[], ['A.md'], []]);
  });
  it('has a higher version after each change of what it answers, and after no other', () => {
    const { vault, graph } = settled({ 'A.md': '![[B]]\n', 'B.md': '' });
    const versions = [graph.version];
    for (const [path, text] of [
      ['B.md', 'More words.\n'],
      ['B.md', '![[A]]\n'],
      ['B.md', ''],
    ] as const) {
      vault.edit(path, text);
      graph.noteChanged(path);
      graph.settle();
      versions.push(graph.version);
    }
    const [first = 0] = versions;
    expect(versions.map((version) => version - first)).toEqual([0, 0, 1, 2]);
  });
  it('reads of a folder that moved what is in it, and nothing else', () => {
    const { vault, asked, graph } = fresh();
    vault.write('x/D.md', '![[C]]\n');
    vault.write('xy/E.md', '![[C]]\n');
    graph.settle();
    asked.length = 0;
    const before = graph.version;
    graph.folderChanged('x');
    expect(graph.version).toBeGreaterThan(before);
    graph.settle();
    expect(asked).toEqual(['x/D.md']);
  });
  it('looks at the clock every 32 notes, and goes on where it was', () => {
    const paths = Array.from({ length: 70 }, (_one, at) => `${at}.md`);
    const vault = new TextVault({ 'C.md': '', ...Object.fromEntries(paths.map((path) => [path, '![[C]]\n'])) });
    const asked: string[] = [];
    const { resolve } = vault;
    const metadata = (path: string) => (asked.push(path), vault.metadata(path));
    const graph = new LinkGraph({ resolve, notes: () => vault.notes(), metadata }, shownEmbeds);
    const read: number[] = [];
    const isTimeUp = (): boolean => read.push(asked.length) > 0;
    expect([graph.settle(isTimeUp), graph.settle(isTimeUp), graph.settle(isTimeUp)]).toEqual([false, false, true]);
    expect([read, new Set(asked).size, asked.length]).toEqual([[32, 64], 71, 71]);
    expect(graph.to('C.md')).toHaveLength(70);
    expect(graph.settle(isTimeUp)).toBe(true);
    expect(asked).toHaveLength(71);
    // Who names no clock has all of it at once.
    expect(new LinkGraph(vault, shownEmbeds).settle()).toBe(true);
  });
  it('answers as a fresh one does after folders moved, told of by each file or by the folder alone', () => {
    const text = fc.constantFrom('![[C]]', '![[x/C]] ![[A]]', '![[y/A#B]]', 'Words.');
    const path = fc.constantFrom('A.md', 'C.md', 'x/A.md', 'x/C.md', 'y/B.md', 'z/C.md');
    const folder = fc.constantFrom('x', 'y', 'z');
    const step = fc.oneof(
      fc.record({ path, text }),
      fc.record({ from: folder, to: folder, eachTold: fc.boolean() }),
      fc.constant('settle'),
      fc.constant('settle in part'),
    );
    const answers = (of: LinkGraph) =>
      ['A.md', 'C.md', 'x/A.md', 'x/B.md', 'x/C.md', 'y/A.md', 'y/B.md', 'y/C.md', 'z/A.md', 'z/B.md', 'z/C.md'].map(
        (each) => [
          of
            .to(each)
            .map(({ source, link }) => `${source} ${link.original}`)
            .sort(),
          of.from(each).map(({ target }) => target),
          [...of.naming(each)].sort(),
        ],
      );
    fc.assert(
      fc.property(fc.dictionary(path, text), fc.array(step, { maxLength: 8 }), (texts, steps) => {
        const { vault, graph } = settled(texts);
        for (const one of steps)
          if (typeof one === 'string') {
            graph.settle(() => one !== 'settle');
            answers(graph);
          } else if ('text' in one) {
            vault.write(one.path, one.text);
            graph.fileChanged(one.path);
          } else {
            for (const [before, words] of [...vault.texts].filter(([each]) => each.startsWith(`${one.from}/`))) {
              const after = one.to + before.slice(1);
              vault.remove(before);
              vault.write(after, words);
              if (one.eachTold) for (const each of [before, after]) graph.fileChanged(each);
            }
            for (const each of [one.from, one.to]) graph.folderChanged(each);
          }
        graph.settle();
        const fresh = new LinkGraph(vault, shownEmbeds);
        fresh.settle();
        expect(answers(graph)).toEqual(answers(fresh));
      }),
      { numRuns: runs(3000) },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { LinkGraph } from '../../../src/core/link/link-graph';
import { shownEmbeds } from '../../../src/core/link/outgoing-link';
import { TextVault } from '../text-vault';

/** A vault of two notes that a third embeds, and a graph of it that somebody else's walk has fed; which notes it has asked for itself. */
function open() {
  const vault = new TextVault({ 'A.md': '![[C]]\n', 'B.md': '![[C]]\n', 'C.md': 'Words.\n' });
  const asked: string[] = [];
  const { resolve } = vault;
  const metadata = (path: string) => (asked.push(path), vault.metadata(path));
  const graph = new LinkGraph({ resolve, notes: () => vault.notes(), metadata }, shownEmbeds);
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
  it('walks itself when folders moved meanwhile, or when it is asked before the end', () => {
    for (const interrupt of [(graph: LinkGraph) => graph.foldersChanged(), (graph: LinkGraph) => graph.settle()]) {
      const { asked, graph, take, sources } = open();
      take('A.md');
      interrupt(graph);
      take('B.md');
      graph.tookAll();
      graph.settle();
      expect([sources().sort(), [...new Set(asked)].sort()]).toEqual([
        ['A.md', 'B.md'],
        ['A.md', 'B.md', 'C.md'],
      ]);
    }
  });
});

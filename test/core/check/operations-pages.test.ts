// Which notes are the handbook's: the pages, what lies beside them, what has a todo there, and what all of these reach by links.
import { describe, expect, it } from 'vitest';
import { isOperationsPage, operationsPages } from '../../../src/core/check/operations-pages';
import { TextVault } from '../text-vault';

const TEXTS = {
  'Ops/Operations Overview.md':
    '# [[Day 0 Operations]]\n\n![[Day 0 Operations#Overview]]\n\n# [[Day 1 Operations]]\n\n![[Day 1 Operations#Overview]]\n',
  'Ops/Day 0 Operations.md': '# Overview\n\n## Responsibilities\n\n- [[Reached]] by a link\n',
  'Ops/Day 1 Operations.md': '# Overview\n\n## Responsibilities\n\n- Deploy\n',
  'Ops/Beside.md': 'Nobody links here.',
  'Notes/Reached.md': 'And on to [[Further]], and to [[Left Out]].',
  'Notes/Further.md': '[[Reached]] again.',
  'Notes/Left Out.md': '[[Behind It]]',
  'Notes/Behind It.md': '',
  'Notes/Alone.md': '[[Day 0 Operations]]',
};

describe('the operations pages', () => {
  const vault = new TextVault(TEXTS);
  const index = vault.index();
  const isIgnored = (path: string): boolean => path === 'Notes/Left Out.md';

  it('are those beside the overview and all that they reach', () => {
    expect([...(operationsPages(index, vault, isIgnored) ?? [])].sort()).toEqual([
      'Notes/Further.md',
      'Notes/Reached.md',
      'Ops/Beside.md',
      'Ops/Day 0 Operations.md',
      'Ops/Day 1 Operations.md',
      'Ops/Operations Overview.md',
    ]);
    expect(operationsPages(new TextVault({ 'a.md': '' }).index(), new TextVault({ 'a.md': '' }), isIgnored)).toBeNull();
  });
  it('are known one by one as all together', () => {
    const pages = operationsPages(index, vault, isIgnored);
    for (const path of vault.notes())
      expect([path, isOperationsPage(path, index, vault, isIgnored)]).toEqual([path, pages?.has(path)]);
  });
  it('are known without a look at links where a note lies beside the overview', () => {
    const resolve = (): never => {
      throw new Error('A link was followed.');
    };
    const view = Object.assign(Object.create(vault) as TextVault, { resolve });
    expect(isOperationsPage('Ops/Beside.md', index, view, isIgnored)).toBe(true);
    expect(() => isOperationsPage('Notes/Further.md', index, view, isIgnored)).toThrow('A link was followed.');
  });
});

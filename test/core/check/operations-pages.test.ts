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
  const port = {
    vault,
    index: () => index,
    isIgnored: (path: string) => path === 'Notes/Left Out.md',
    breathe: () => null,
  };

  it('are those beside the overview and all that they reach', async () => {
    expect([...((await operationsPages(port)) ?? [])].sort()).toEqual([
      'Notes/Further.md',
      'Notes/Reached.md',
      'Ops/Beside.md',
      'Ops/Day 0 Operations.md',
      'Ops/Day 1 Operations.md',
      'Ops/Operations Overview.md',
    ]);
    const none = new TextVault({ 'a.md': '' });
    expect(await operationsPages({ ...port, vault: none, index: () => none.index() })).toBeNull();
  });
  it('are known one by one as all together', async () => {
    const pages = await operationsPages(port);
    for (const path of vault.notes())
      expect([path, await isOperationsPage(path, port)]).toEqual([path, pages?.has(path)]);
  });
  it('are known without a look at links where a note lies beside the overview', async () => {
    const resolve = (): never => {
      throw new Error('A link was followed.');
    };
    const view = Object.assign(Object.create(vault) as TextVault, { resolve });
    expect(await isOperationsPage('Ops/Beside.md', { ...port, vault: view })).toBe(true);
    await expect(isOperationsPage('Notes/Further.md', { ...port, vault: view })).rejects.toThrow(
      'A link was followed.',
    );
  });
  it('leave the app its turn after each page whose links they follow', async () => {
    const asked: string[] = [];
    const metadata = (path: string) => (asked.push(path), vault.metadata(path));
    const view = Object.assign(Object.create(vault) as TextVault, { metadata });
    const breathe = () => (asked.push('breath'), null);
    for (const look of [operationsPages, (one: typeof port) => isOperationsPage('Notes/Alone.md', one)]) {
      asked.length = 0;
      await look({ ...port, vault: view, breathe });
      expect(asked.filter((_one, at) => at % 2 === 1)).toEqual(Array(6).fill('breath'));
      expect(new Set(asked.filter((_one, at) => at % 2 === 0)).size).toBe(6);
    }
  });
});

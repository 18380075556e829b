import { describe, expect, it } from 'vitest';
import { BoardBuilder } from '../../src/core/board/build-board';
import { prepareCards } from '../../src/vault/prepare-cards';
import type { IndexFeed } from '../../src/vault/index-feed';
import { TextVault } from '../core/text-vault';

describe('cards made before a board opens', () => {
  it('are all but those that a board makes in a moment', async () => {
    const made = async (count: number): Promise<number> => {
      const vault = new TextVault({
        'Ops/Work.md': `# Work\n${Array.from({ length: count }, (_, at) => `- Step ${at} #todo\n`).join('')}`,
      });
      const builder = new BoardBuilder();
      const index = vault.index();
      let cards = 0;
      const prepare = builder.prepare.bind(builder);
      builder.prepare = (of, most) => {
        const isAll = prepare(of, most);
        cards += isAll ? 0 : most;
        return isAll;
      };
      await prepareCards(builder, { settled: () => Promise.resolve(), index } as unknown as IndexFeed);
      return cards;
    };
    expect(await made(1500)).toBe(0);
    expect(await made(1600)).toBe(100);
    expect(await made(2000)).toBe(500);
  });
});

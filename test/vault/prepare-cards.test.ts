import { describe, expect, it } from 'vitest';
import { BoardBuilder } from '../../src/core/board/build-board';
import { awaitCards, prepareCards } from '../../src/vault/prepare-cards';
import type { IndexFeed } from '../../src/vault/index-feed';
import { DEFAULT_VIEW } from '../../src/core/settings/view';
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

it('a board of many cards waits while they are made a bit at a time, and never for few', async () => {
  const pieces = async (count: number): Promise<readonly number[]> => {
    const vault = new TextVault({
      'Ops/Work.md': `# Work\n${Array.from({ length: count }, (_, at) => `- Step ${at} #todo\n`).join('')}`,
    });
    const index = vault.index();
    const builder = new BoardBuilder();
    const prepare = builder.prepare.bind(builder);
    const made: number[] = [];
    builder.prepare = (of, most) => {
      const before = [...builder.byNote()].length;
      const isAll = prepare(of, most);
      made.push([...builder.byNote()].length - before);
      return isAll;
    };
    const ahead = awaitCards(builder, { index });
    const waiting = ahead();
    // A letter that is typed meanwhile asks again.
    expect(ahead()).toBe(waiting);
    await waiting;
    expect(ahead()).toBeNull();
    const view = { ...DEFAULT_VIEW, elsewhere: true };
    expect(builder.build({ index, vault, view, today: '2026-11-30' }).shown).toBe(count);
    return made.filter((cards) => cards > 0);
  };
  expect(await pieces(1000)).toEqual([1000]);
  expect(await pieces(2100)).toEqual([1500, 250, 250, 100]);
});

// Which cards of a long column are drawn: those in sight and some around them, whatever comes, goes, grows or moves.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/board/card';
import { CardHeights } from '../../../src/ui/board/card-heights';
import { CardKeys } from '../../../src/core/board/card-keys';
import { ColumnWindow } from '../../../src/ui/board/column-window';
import { FrameAllowance } from '../../../src/ui/board/frame-allowance';

/** Only what tells one card from another matters here. */
const card = (words: string, id = words): Card => ({ id, looks: words }) as unknown as Card;
const cards = (count: number): Card[] => Array.from({ length: count }, (_, at) => card(`${at}`));

/** What a frame draws. */
const frame = () => new FrameAllowance();

/** The cards that are drawn, in runs. */
const drawn = (shown: ColumnWindow<Card>): string =>
  shown
    .runs(-1)
    .map(({ from, to }) => `${from}–${to - 1}`)
    .join(' ');

/** A window over cards that are all as high, gap included. */
function windowOf(
  list: readonly Card[],
  height = 100,
): { shown: ColumnWindow<Card>; heights: CardHeights; keys: CardKeys } {
  const [keys, heights] = [new CardKeys(), new CardHeights()];
  heights.gap = 0;
  for (const one of list) heights.set(keys.of(one), height);
  const shown = new ColumnWindow(keys, heights);
  shown.show(list, frame());
  return { shown, heights, keys };
}

/** As frame follows frame while somebody looks at one place. @returns how many there were. */
function settle(shown: ColumnWindow<Card>, top: number, height = 500): number {
  let frames = 0;
  while (shown.look({ top, height }, frame())) frames++;
  return frames;
}

type W = ColumnWindow<Card>;

const drawnAt = (shown: W): number[] =>
  shown.runs(-1).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));

const looksAt = (shown: ColumnWindow<Card>, list: readonly Card[]): string =>
  `${list[shown.span.from]?.looks ?? ''}–${list[shown.span.to - 1]?.looks ?? ''}`;

describe('the window of a column', () => {
  it('holds a short column whole', () => {
    const { shown } = windowOf(cards(24));
    expect(shown.span).toEqual({ from: 0, to: 24 });
    expect(shown.look({ top: 1500, height: 300 }, frame())).toBe(false);
  });
  it('holds of a long one what is in sight, and as frames go by 600 pixels before and behind', () => {
    const { shown } = windowOf(cards(200));
    const places = [];
    while (shown.look({ top: 10_000, height: 500 }, frame())) places.push(drawn(shown));
    expect(places).toEqual(['99–106', '99–110', '96–111', '94–111']);
  });
  it('draws so many in a frame, however somebody scrolls, from the top on; what is missing is there two frames later', () => {
    const { shown } = windowOf(cards(2000));
    settle(shown, 10_000);
    for (const by of [50, 400, 90, -300, 700, -60, 500, 5000, -9000]) {
      const top = (shown.span.from + 6) * 100 + by;
      for (let turn = 0; turn < 3; turn++) {
        const before = new Set(drawnAt(shown));
        shown.look({ top, height: 1000 }, frame());
        const isNew = drawnAt(shown).filter((at) => !before.has(at));
        expect(isNew.length).toBeLessThanOrEqual(8);
        if (turn === 0 && shown.runs(-1).length > 1) expect(shown.span.from * 100).toBeLessThanOrEqual(top);
      }
      expect(shown.runs(-1)).toHaveLength(1);
    }
  });
  it('is filled as well where every frame is late', () => {
    const { shown } = windowOf(cards(200));
    const allowance = frame();
    let frames = 0;
    do allowance.begin({ timeline: { currentTime: ++frames * 60 } } as unknown as Document);
    while (shown.look({ top: 10_000, height: 500 }, allowance) && frames < 50);
    expect([drawn(shown), frames]).toEqual(['94–111', 7]);
  });
  it('shares with others what a frame may draw: what is in sight anywhere comes before what is around', () => {
    const [one, other, third] = [0, 1, 2].map(() => windowOf(cards(200)).shown) as [W, W, W];
    const [sight, allowance] = [{ top: 10_000, height: 500 }, frame()];
    for (const each of [one, other, third]) each.look(sight, allowance);
    expect([one, other, third].map(drawn)).toEqual(['99–106', '99–102', '']);
    allowance.begin({ timeline: { currentTime: 1 } } as unknown as Document);
    for (const each of [one, other, third]) each.look(sight, allowance);
    expect([one, other, third].map(drawn)).toEqual(['99–110', '99–106', '99–102']);
  });
  it('draws at most its part of a frame, where others have something missing as well', () => {
    const { shown } = windowOf(cards(200));
    shown.show(
      cards(200).map(({ looks }) => card(`new ${looks}`)),
      frame(),
    );
    const parts = [3, 5].map((most) => {
      shown.look({ top: 0, height: 1000 }, frame(), most);
      return `${drawn(shown)} ${shown.isMissing}`;
    });
    expect(parts).toEqual(['0–4 true', '0–9 true']);
  });
  it('of another list takes what is there already and a few more, and has room for what comes with the next frames', () => {
    const list = cards(2000);
    const { shown } = windowOf(list);
    settle(shown, 10_000);
    const others = Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? card(`other ${at}`) : list[at]!));
    const before = new Set(drawnAt(shown).map((at) => list[at]!));
    shown.show(others, frame());
    const there = (): Card[] => drawnAt(shown).map((at) => others[at]!);
    const kept = there().filter((one) => before.has(one));
    expect(there().filter((one) => !before.has(one))).toHaveLength(2);
    shown.look(shown.sightWithin(0, 0), frame());
    expect(there()).toEqual(expect.arrayContaining(kept));
    expect(shown.runs(-1)).toHaveLength(1);
    const [few, sight] = [cards(24).map(({ looks }) => card(`few ${looks}`)), { top: 0, height: 500 }];
    shown.show(few, frame());
    expect(shown.span.to - shown.span.from).toBeLessThanOrEqual(2);
    settle(shown, sight.top);
    expect(shown.span).toEqual({ from: 0, to: 24 });
  });
  it('of a list that stands in a row draws what the row has in sight, and the rest of a short one later', () => {
    const [keys, heights] = [new CardKeys(), new CardHeights()];
    const shown = new ColumnWindow<Card>(keys, heights, 24, { top: -2000, height: 500 });
    shown.show(cards(10), frame());
    expect(shown.span).toEqual({ from: 0, to: 0 });
    expect(settle(shown, -2000)).toBe(3);
    expect(shown.isWhole).toBe(true);
  });
  it('stays as it is while somebody scrolls a little', () => {
    const { shown } = windowOf(cards(200));
    settle(shown, 10_000);
    expect(shown.look({ top: 10_250, height: 500 }, frame())).toBe(false);
    expect(shown.look({ top: 10_400, height: 500 }, frame())).toBe(true);
  });
  it('is empty where a board that scrolls as a whole has the column out of sight', () => {
    const { shown } = windowOf(cards(200));
    shown.look({ top: -5000, height: 500 }, frame());
    expect(shown.space({ from: 0, to: 200 })).toBe(20_000);
  });
  it('holds at its end what a list that got shorter is scrolled to', () => {
    const list = cards(200);
    const { shown } = windowOf(list);
    shown.look({ top: 19_500, height: 500 }, frame());
    const left = list.slice(0, 40);
    shown.show(left, frame());
    settle(shown, shown.end - 500);
    expect(shown.span.to).toBe(40);
    expect(shown.span.from).toBeLessThanOrEqual(35);
  });
  it('moves with its cards when others come above', () => {
    const list = cards(200);
    const { shown } = windowOf(list);
    settle(shown, 10_000);
    const before = looksAt(shown, list);
    const more = [card('new'), card('newer'), ...list];
    shown.show(more, frame());
    expect(looksAt(shown, more)).toBe(before);
  });
  it('stays at its top when others come above what is there', () => {
    const list = cards(200);
    const { shown } = windowOf(list);
    settle(shown, 0);
    shown.show([...cards(20).map(({ looks }) => card(`new ${looks}`)), ...list], frame());
    expect(drawn(shown)).toBe('0–1');
  });
  it('does not follow the one card that is sent away', () => {
    const list = cards(200);
    const { shown } = windowOf(list);
    shown.look({ top: 10_000, height: 500 }, frame());
    const moved = [list[100]!, ...list.filter((_, at) => at !== 100)];
    shown.show(moved, frame());
    expect(shown.span.from).toBeGreaterThan(85);
  });
  it('has the focused card drawn wherever it is', () => {
    const { shown } = windowOf(cards(200));
    settle(shown, 10_000);
    expect(shown.runs(100)).toEqual([{ from: 94, to: 112 }]);
    expect(shown.runs(3)).toEqual([
      { from: 3, to: 4 },
      { from: 94, to: 112 },
    ]);
    expect(shown.runs(199)).toEqual([
      { from: 94, to: 112 },
      { from: 199, to: 200 },
    ]);
  });
  it('gives cards that nobody has drawn the height of those that were', () => {
    const list = cards(100);
    const [keys, heights] = [new CardKeys(), new CardHeights()];
    const shown = new ColumnWindow(keys, heights);
    shown.show(list, frame());
    heights.gap = 10;
    heights.set(keys.of(list[0]!), 50);
    heights.set(keys.of(list[1]!), 150);
    expect(shown.space({ from: 2, to: 4 })).toBe(210);
    expect(shown.space({ from: 0, to: 2 })).toBe(210);
  });
  it('holds all that is in sight, whatever the heights and wherever it is scrolled to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 1, maxLength: 300 }),
        fc.array(fc.nat(60_000), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 100, max: 2000 }),
        (sizes, places, height) => {
          const list = cards(sizes.length);
          const { shown, heights, keys } = windowOf(list);
          sizes.forEach((size, at) => heights.set(keys.of(list[at]!), size));
          const end = sizes.reduce((sum, size) => sum + size, 0);
          for (const place of places) {
            const top = Math.min(place, Math.max(0, end - height));
            settle(shown, top, height);
            const { from, to } = shown.span;
            expect(from === 0 || shown.top(from) <= top).toBe(true);
            expect(to === list.length || shown.top(to) >= top + height).toBe(true);
          }
        },
      ),
    );
  });
});

describe('a card’s key', () => {
  const followed = (before: readonly Card[], after: readonly Card[]): string[] => {
    const keys = new CardKeys();
    const was = new Map(before.map((one) => [keys.of(one), one.looks]));
    keys.follow(before, after);
    return after.map((one) => `${one.looks} < ${was.get(keys.of(one)) ?? 'new'}`);
  };
  it('stays with its words when one of the same kind comes above and takes its id', () => {
    expect(followed([card('a', '0'), card('b', '1')], [card('x', '0'), card('a', '1'), card('b', '2')])).toEqual([
      'x < new',
      'a < a',
      'b < b',
    ]);
  });
  it('stays with its id when its words change', () => {
    expect(followed([card('a', '0'), card('b', '1')], [card('a', '0'), card('b, in other words', '1')])).toEqual([
      'a < a',
      'b, in other words < b',
    ]);
  });
  it('is never given twice', () => {
    const texts = fc.array(fc.record({ words: fc.constantFrom('a', 'b', 'c'), id: fc.constantFrom('0', '1', '2') }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const keys = new CardKeys();
        const [before, after] = [one, other].map((list) => list.map(({ words, id }) => card(words, id))) as [
          Card[],
          Card[],
        ];
        before.forEach((each) => keys.of(each));
        keys.follow(before, after);
        expect(new Set(after.map((each) => keys.of(each))).size).toBe(after.length);
      }),
    );
  });
});

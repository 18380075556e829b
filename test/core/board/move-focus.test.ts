// Where the keys lead in the board's grid. A place reads `column:card`, in rows `row:column:card`; h is a head.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepInGrid, moveFocus, type GridPlace } from '../../../src/core/board/move-focus';

const place = (text: string): GridPlace => {
  const [row, column, card] = text.split(':').map((part) => (part === 'h' ? -1 : Number(part)));
  return { row: row ?? 0, column: column ?? 0, card: card ?? -1 };
};
const shown = ({ row, column, card }: GridPlace): string =>
  [row, column, card].map((part) => (part < 0 ? 'h' : part)).join(':');

/** Three columns: two cards, none, four. */
const press = (from: string, key: string, { mod = false, rtl = false } = {}): string | null => {
  const to = moveFocus({ hasRows: false, isStacked: false, cards: [[2, 0, 4]] }, place(`0:${from}`), key, mod, rtl);
  return to && shown(to).slice(2);
};

/** Rows of two and one card, of none, and of one card in the last column; above them the columns' heads. */
const inRows = (from: string, ...keys: readonly string[]): string =>
  shown(
    keys.reduce(
      (at, key) =>
        moveFocus(
          {
            hasRows: true,
            isStacked: false,
            cards: [
              [2, 0, 1],
              [0, 0, 0],
              [0, 0, 1],
            ],
          },
          at,
          key.replace('Mod+', ''),
          key.startsWith('Mod+'),
          false,
        ) ?? at,
      place(from),
    ),
  );

describe('arrows', () => {
  it('go through a column from its header to its last card, and stay there', () => {
    expect([
      press('0:h', 'ArrowDown'),
      press('0:0', 'ArrowDown'),
      press('0:1', 'ArrowDown'),
      press('0:0', 'ArrowUp'),
      press('0:h', 'ArrowUp'),
    ]).toEqual(['0:0', '0:1', '0:1', '0:h', '0:h']);
  });
  it('go between columns, as far down as the other has cards', () => {
    expect([
      press('2:3', 'ArrowLeft'),
      press('1:h', 'ArrowLeft'),
      press('0:1', 'ArrowRight'),
      press('2:3', 'ArrowRight'),
    ]).toEqual(['1:h', '0:h', '1:h', '2:3']);
  });
  it('are mirrored from right to left', () => {
    expect(press('0:h', 'ArrowLeft', { rtl: true })).toBe('1:h');
  });
});

describe('Home and End', () => {
  it('go to the column’s ends, with Mod to the grid’s', () => {
    expect([
      press('2:2', 'Home'),
      press('2:0', 'End'),
      press('2:2', 'Home', { mod: true }),
      press('0:h', 'End', { mod: true }),
    ]).toEqual(['2:h', '2:3', '0:h', '2:3']);
  });
});

describe('in rows', () => {
  it('down leads from the columns’ heads through each row’s head and cards, and past rows without any', () => {
    const all = ['h:0:h', '0:0:h', '0:0:0', '0:0:1', '1:0:h', '2:0:h', '2:2:0', '2:2:0'];
    expect(all.map((_place, often) => inRows('h:0:h', ...Array.from({ length: often }, () => 'ArrowDown')))).toEqual(
      all,
    );
    expect(inRows('2:2:0', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')).toBe('0:2:h');
  });
  it('sideways leads from the row’s head to its cards, and past cells without any', () => {
    expect([
      inRows('0:0:h', 'ArrowRight'),
      inRows('0:0:1', 'ArrowRight'),
      inRows('0:2:0', 'ArrowRight'),
      inRows('0:2:0', 'ArrowLeft'),
      inRows('1:0:h', 'ArrowRight'),
      inRows('h:0:h', 'ArrowRight'),
    ]).toEqual(['0:0:0', '0:2:0', '0:2:0', '0:0:0', '1:0:h', 'h:1:h']);
  });
  it('Home and End lead to the row’s head and the cell’s end, with Mod to the grid’s', () => {
    expect([
      inRows('0:0:1', 'Home'),
      inRows('0:0:0', 'End'),
      inRows('0:0:1', 'Mod+Home'),
      inRows('0:0:1', 'Mod+End'),
      inRows('h:0:h', 'PageDown'),
    ]).toEqual(['0:0:h', '0:0:1', 'h:0:h', '2:2:0', '2:2:0']);
  });
});

describe('where columns stand one below the other', () => {
  /** Every place, by going down from the first until nothing lies below, and back. */
  const walk = (hasRows: boolean, cards: readonly (readonly number[])[]): string => {
    const shape = { hasRows, isStacked: true, cards };
    const step = (from: GridPlace, key: string): GridPlace => moveFocus(shape, from, key, false, false) ?? from;
    const down = [place(hasRows ? 'h:0:h' : '0:0:h')];
    for (let at = step(down[0]!, 'ArrowDown'); shown(at) !== shown(down.at(-1)!); at = step(at, 'ArrowDown'))
      down.push(at);
    const up = [down.at(-1)!];
    for (let at = step(up[0]!, 'ArrowUp'); shown(at) !== shown(up.at(-1)!); at = step(at, 'ArrowUp')) up.push(at);
    const cardsOf = (all: readonly GridPlace[]): string[] =>
      all.map((one) => (hasRows && one.row >= 0 && one.card < 0 ? `${one.row}:h` : shown(one)));
    expect(cardsOf(up)).toEqual(cardsOf(down).reverse());
    return cardsOf(down).join(' ');
  };
  it('down leads from the last card of one to the head of the next, and up back', () => {
    expect(walk(false, [[2, 0, 1]])).toBe('0:0:h 0:0:0 0:0:1 0:1:h 0:2:h 0:2:0');
  });
  it('in rows down leads through the heads of all columns, then through all cells of a row before the next row’s head', () => {
    expect(
      walk(true, [
        [1, 0, 2],
        [0, 0, 0],
        [0, 1, 0],
      ]),
    ).toBe('h:0:h h:1:h h:2:h 0:h 0:0:0 0:2:0 0:2:1 1:h 2:h 2:1:0');
  });
});

describe('any key from any place', () => {
  it('leads to a place in the grid', () => {
    const grids = fc.record({
      hasRows: fc.boolean(),
      isStacked: fc.boolean(),
      cards: fc.nat(4).chain((columns) =>
        fc.array(fc.array(fc.nat(5), { minLength: columns + 1, maxLength: columns + 1 }), {
          minLength: 1,
          maxLength: 4,
        }),
      ),
    });
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    const places = fc.record({ row: fc.integer(), column: fc.integer(), card: fc.integer() });
    fc.assert(
      fc.property(grids, places, keys, fc.boolean(), (shape, from, key, mod) => {
        const to = moveFocus(shape, keepInGrid(shape, from), key, mod, false);
        expect(to && keepInGrid(shape, to)).toEqual(to);
      }),
    );
  });
});

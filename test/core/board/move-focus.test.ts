// Where the keys lead in the board's grid. A place reads `column:row`; row h is the header.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepInGrid, moveFocus, type GridPlace } from '../../../src/core/board/move-focus';

const place = (text: string): GridPlace => {
  const [column = '0', row = 'h'] = text.split(':');
  return { column: Number(column), row: row === 'h' ? -1 : Number(row) };
};
const shown = ({ column, row }: GridPlace): string => `${column}:${row < 0 ? 'h' : row}`;

/** Three columns: two cards, none, four. */
const press = (from: string, key: string, { mod = false, rtl = false } = {}): string | null => {
  const to = moveFocus([2, 0, 4], place(from), key, mod, rtl);
  return to && shown(to);
};

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

describe('any key from any place', () => {
  it('leads to a place in the grid', () => {
    const grid = fc.array(fc.nat(5), { minLength: 1, maxLength: 5 });
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
    fc.assert(
      fc.property(grid, fc.integer(), fc.integer(), keys, fc.boolean(), (shape, column, row, key, mod) => {
        const to = moveFocus(shape, keepInGrid(shape, { column, row }), key, mod, false);
        expect(to && keepInGrid(shape, to)).toEqual(to);
      }),
    );
  });
});

// The chips beside the field: which there are, what pressing one asks, and that every number that can be pressed gives exactly as many cards.
import { describe, expect, it } from 'vitest';
import { BoardBuilder, type BoardRequest } from '../../../../src/core/board/build-board';
import type { Chip } from '../../../../src/core/board/query/chips';
import { toggleValue } from '../../../../src/core/board/query/toggle-value';
import { DEFAULT_VIEW } from '../../../../src/core/settings/view';
import { generateVault } from '../../../bench/generate-vault';
import { fixtureVault } from '../../fixture-vault';
import { TextVault } from '../../text-vault';

const TODAY = '2026-11-30';

function boardOf(vault: TextVault): {
  readonly shown: (query: string) => number;
  readonly chips: (query: string) => readonly Chip[];
} {
  const index = vault.index();
  const builder = new BoardBuilder();
  const request = (query: string): BoardRequest => ({ index, vault, view: { ...DEFAULT_VIEW, query }, today: TODAY });
  return {
    shown: (query) => builder.build(request(query)).shown,
    chips: (query) => builder.chips(request(query)),
  };
}

describe('a chip', () => {
  const { chips } = boardOf(fixtureVault('demo-vault'));
  const words = (query: string): string[] =>
    chips(query).map(({ label, isOn, count }) => `${isOn ? '*' : ''}${label} ${count}`);
  it('is there for what is often asked for, and for each state', () => {
    expect(words('')).toEqual(['Overdue 4', 'Due this week 3', 'No owner 40', 'blocked 4', 'waiting 2']);
  });
  it('is not there when it would leave nothing, unless it is on', () => {
    expect(words('phase:"day 0"')).toEqual(['Overdue 1', 'Due this week 2', 'No owner 10', 'blocked 1']);
    expect(words('tier due:overdue')).toEqual(['*Overdue 0']);
  });
  it('is on when its term was typed, and joins others of its key', () => {
    expect(words('state:BLOCKED')).toEqual(['No owner 3', '*blocked 4', 'waiting 6']);
    expect(words('state:blocked,waiting')).toEqual(['No owner 5', '*blocked 4', '*waiting 2']);
    expect(words('-state:blocked').filter((one) => one.startsWith('*'))).toEqual([]);
  });
});

describe('pressing a value', () => {
  it.each([
    ['', 'due:overdue'],
    ['re  store ', 're  store due:overdue'],
    ['due:overdue', ''],
    ['a due:overdue b', 'a b'],
    ['due:week', 'due:week,overdue'],
    ['due:week,overdue x', 'due:week x'],
    ['DUE:Overdue', ''],
    ['due:overdue due:overdue', ''],
    ['-due:overdue', '-due:overdue due:overdue'],
    ['"open quote', '"open quote" due:overdue'],
  ])('in `%s` gives `%s`', (before, after) => {
    expect(toggleValue(before, 'due', 'overdue')).toBe(after);
  });
});

describe('every number that can be pressed', () => {
  const { files, metadata } = generateVault(700);
  const vaults: readonly (readonly [string, TextVault])[] = [
    ['the demo vault', fixtureVault('demo-vault')],
    ['the published vault', fixtureVault('published-vault')],
    ['a generated handbook', new TextVault(Object.fromEntries(files), metadata)],
  ];
  it.each(vaults)('gives exactly as many cards in %s', (_name, vault) => {
    const { shown, chips } = boardOf(vault);
    const queries = [
      '',
      'owner:any',
      'due:any',
      'state:blocked',
      'phase:"day 1"',
      're',
      'is:done',
      '-due:none',
      'owner:none due:week',
    ];
    let pressed = 0;
    for (const query of queries)
      for (const { isOn, count, pressed: after } of chips(query)) {
        if (isOn) continue;
        expect([after, shown(after)]).toEqual([after, count]);
        pressed++;
      }
    expect(pressed).toBeGreaterThan(8);
  });
});

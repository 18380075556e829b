// A box inside a todo's text, ticked from its card. The todo stands in the line that ends in `¦`; `-` and `+` are lines before and after.
import { describe, expect, it } from 'vitest';
import { tickLine } from '../../../src/core/edit/actions/tick-line';
import { act } from './act';

const NOTE = [
  '# Steps',
  'First:',
  '- [ ] Ask **twice** #later',
  '  - [x] and wait',
  '> - [ ] quoted',
  '```',
  '- [ ] code',
  '```',
  '1. [ ] Last ^id',
  '#todo¦',
  '',
  '# Else',
  '- [ ] elsewhere',
].join('\n');
const tick = (nth: number, line: string, note = NOTE): Promise<string[]> => act(tickLine({ nth, line }), note);

describe('a tick', () => {
  it('checks that line, or takes the check away', async () => {
    expect(await tick(0, '- [ ] Ask **twice** #later')).toEqual([
      '-- [ ] Ask **twice** #later',
      '+- [x] Ask **twice** #later',
    ]);
    expect(await tick(1, '  - [x] and wait')).toEqual(['-  - [x] and wait', '+  - [ ] and wait']);
  });
  it('finds the line as it is shown, and refuses what is another one by now', async () => {
    expect(await tick(0, 'Ask twice')).toHaveLength(2);
    expect(await tick(0, 'Ask once')).toEqual(['“Steps” is not as it was shown: tick the line in its note.']);
    expect(await tick(7, 'Last')).toHaveLength(1);
  });
  it('does not take the todo’s own box for one of its text', async () => {
    expect(await tick(0, '- [ ] inner', '- [ ] Outer #todo¦\n  - [ ] inner')).toEqual([
      '-  - [ ] inner',
      '+  - [x] inner',
    ]);
  });
  it('finishes a todo that stands inside', async () => {
    expect(await tick(0, '- [ ] inner', '# A\n- [ ] inner #todo\n\n#todo¦')).toEqual([
      '-- [ ] inner #todo',
      '+- [x] inner #todo',
    ]);
  });
  it('is Tasks’ own where that is there', async () => {
    const toggle = (line: string): string => `${line.replace('[ ]', '[x]')} ✅ 2026-11-23`;
    expect(await act(tickLine({ nth: 0, line: 'Ask twice' }, toggle), NOTE)).toEqual([
      '-- [ ] Ask **twice** #later',
      '+- [x] Ask **twice** #later ✅ 2026-11-23',
    ]);
    // Its date goes with the check.
    const note = '# Steps\n- [x] Ask ✅ 2026-11-23\n- [/] Wait\n\n#todo¦';
    const untick = (line: string): string =>
      line.includes('[x]') ? '- [ ] Ask' : line.replace('[/]', '[x]') + ' ✅ 2026-11-29';
    expect(await act(tickLine({ nth: 0, line: 'Ask ✅ 2026-11-23' }, untick), note)).toEqual([
      '-- [x] Ask ✅ 2026-11-23',
      '+- [ ] Ask',
    ]);
    expect(await act(tickLine({ nth: 1, line: 'Wait' }, untick), note)).toEqual([
      '-- [/] Wait',
      '+- [x] Wait ✅ 2026-11-29',
    ]);
  });
});

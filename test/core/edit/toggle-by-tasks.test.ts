// Tasks beside us: what it makes of a line is written as it is, or nothing is. The answers are those of Tasks 8.3.0 on 2026-11-29.
import { describe, expect, it } from 'vitest';
import { markDone } from '../../../src/core/edit/actions/mark-done';
import { tickLine } from '../../../src/core/edit/actions/tick-line';
import { planTodo } from '../../../src/core/edit/actions/plan-several';
import { isRefusal } from '../../../src/core/text/refusal';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { note } from '../todo/todo-table';
import { act, PATH, planningOf, readMark } from './act';

/** What Tasks answered to a line, each with the statuses that were set up. */
const PLAIN: Readonly<Record<string, string>> = {
  '- [ ] a #todo': '- [x] a #todo ✅ 2026-11-29',
  '- [ ] a #todo ^id': '- [x] a #todo ✅ 2026-11-29 ^id',
  '- [/] a #todo': '- [x] a #todo ✅ 2026-11-29',
  '  > - [ ] a #todo': '  > - [x] a #todo ✅ 2026-11-29',
  '- [ ] a #todo 🔁 every week 📅 2026-12-01':
    '- [ ] a #todo 🔁 every week 📅 2026-12-08\n- [x] a #todo 🔁 every week 📅 2026-12-01 ✅ 2026-11-29',
  '- [ ] a #todo 🏁 delete': '',
  '- [ ] a #todo 🔁 every week 🏁 delete 📅 2026-12-01': '- [ ] a #todo 🔁 every week 🏁 delete 📅 2026-12-08',
  '- [ ] a #todo 🔁 every week when done 📅 2026-12-01 ^id':
    '- [ ] a #todo 🔁 every week when done 📅 2026-12-06\n- [x] a #todo 🔁 every week when done 📅 2026-12-01 ✅ 2026-11-29 ^id',
  '- [ ] a #todo 🆔 abc 🔁 every day ⏳ 2026-12-01':
    '- [ ] a #todo 🔁 every day ⏳ 2026-12-02\n- [x] a #todo 🆔 abc 🔁 every day ⏳ 2026-12-01 ✅ 2026-11-29',
  '- [ ] a 🔁 every month on the 31st 📅 2026-12-31 #todo':
    '- [ ] a #todo 🔁 every month on the 31st 📅 2027-01-31\n- [x] a #todo 🔁 every month on the 31st 📅 2026-12-31 ✅ 2026-11-29',
  '- [ ] a #todo 🔁 nonsense 📅 2026-12-01': '- [x] a #todo 📅 2026-12-01 ✅ 2026-11-29',
};
/** The next occurrence below the one that is done. */
const BELOW: Readonly<Record<string, string>> = {
  '- [ ] a #todo 🔁 every week 📅 2026-12-01':
    '- [x] a #todo 🔁 every week 📅 2026-12-01 ✅ 2026-11-29\n- [ ] a #todo 🔁 every week 📅 2026-12-08',
};
/** ` ` → `/` → `x` */
const CYCLE: Readonly<Record<string, string>> = {
  '- [ ] a #todo': '- [/] a #todo',
  '- [ ] a #todo 🔁 every week 📅 2026-12-01': '- [/] a #todo 🔁 every week 📅 2026-12-01',
  '- [ ] a #todo 🏁 delete': '- [/] a #todo 🏁 delete',
  '- [/] a #todo 🔁 every week 📅 2026-12-01':
    '- [ ] a #todo 🔁 every week 📅 2026-12-08\n- [x] a #todo 🔁 every week 📅 2026-12-01 ✅ 2026-11-29',
};
/** ` ` → `D` */
const CUSTOM: Readonly<Record<string, string>> = {
  '- [ ] a #todo': '- [D] a #todo ✅ 2026-11-29',
  '- [ ] a #todo 🔁 every week 📅 2026-12-01':
    '- [ ] a #todo 🔁 every week 📅 2026-12-08\n- [D] a #todo 🔁 every week 📅 2026-12-01 ✅ 2026-11-29',
  '- [ ] a #todo 🏁 delete': '',
};

const answering =
  (answers: Readonly<Record<string, string>>) =>
  (line: string): string => {
    const answer = answers[line];
    if (answer === undefined) throw new Error(`Tasks was never asked about ${line}.`);
    return answer;
  };

async function toldOf(answers: Readonly<Record<string, string>>, line: string): Promise<string> {
  const { text, line: at } = readMark(`${line}¦\n`);
  const { planning } = planningOf({ [PATH]: text });
  const todo = todoAtLine(planning.index, PATH, at);
  const planned = isRefusal(todo) ? todo : await planTodo(planning, todo, markDone(answering(answers)));
  return isRefusal(planned) ? planned.refusal : planned.done;
}

describe.each([
  ['as it comes', PLAIN],
  ['with the next occurrence below', BELOW],
  ['with a cycle of statuses', CYCLE],
  ['with a done symbol of its own', CUSTOM],
])('a task %s', (_what, answers) => {
  it.each(Object.entries(answers))('%s', async (line, answer) => {
    for (const eol of ['\n', '\r\n']) {
      const changed = await act(markDone(answering(answers)), ['- before', `${line}¦`, '- after', ''].join(eol));
      const end = eol === '\r\n' ? '\r' : '';
      expect(changed).toEqual([
        `-${line}${end}`,
        ...(answer === '' ? [] : answer.split('\n').map((one) => `+${one}${end}`)),
      ]);
    }
  });
});

describe('what is told', () => {
  it('is that it is done, or that it is not yet', async () => {
    for (const line of Object.keys(PLAIN)) expect(await toldOf(PLAIN, line), line).toMatch(/^Marked a.* as done$/);
    expect(await toldOf(CYCLE, '- [ ] a #todo')).toBe('Toggled a as Tasks does: not done yet');
    expect(await toldOf(CUSTOM, '- [ ] a #todo')).toBe('Marked a as done');
    for (const [line, answer, told] of [
      // With a global filter that the line does not pass.
      ['- [?] a #todo', '- [ ] a #todo', 'Toggled a as Tasks does: not done yet'],
      ['- [?] a #todo 🏁 delete', '- [ ] a #todo 🏁 delete', 'Toggled a as Tasks does: not done yet'],
      ['- [D] a #todo 🔁 every week', '- [ ] a #todo 🔁 every week', 'Toggled a as Tasks does: not done yet'],
      // In Dataview's format.
      ['- [?] a #todo [onCompletion:: delete]', '', 'Marked a as done'],
      [
        '- [?] a #todo  [repeat:: every week]  [onCompletion:: delete]  [due:: 2026-12-01]',
        '- [ ] a #todo  [repeat:: every week]  [onCompletion:: delete]  [due:: 2026-12-08]',
        'Marked a as done',
      ],
      ['- [ ] a #todo', '- [D] a #todo  [completion:: 2026-11-29]', 'Marked a as done'],
      ['- [ ] a #todo', '- [N] a #todo', 'Toggled a as Tasks does: not done yet'],
      ['- [ ] a #todo ✅ 2026-01-01', '- [/] a #todo', 'Toggled a as Tasks does: not done yet'],
      ['- [ ] a #todo', '- [-] a #todo ❌ 2026-11-29', 'Marked a as done'],
      ['- [ ] a #todo 🏁delete 📅 2026-12-01', '- [ ] a #todo 🏁delete 📅 2026-12-08', 'Marked a as done'],
      ['- [ ] a #todo 🏁 delete', '- [/] a #todo 🏁 delete 🛫 2026-11-29', 'Toggled a as Tasks does: not done yet'],
    ] as const)
      expect((await toldOf({ [line]: answer }, line)).replace(/^(Toggled|Marked) a .*?(?= as )/, '$1 a'), answer).toBe(
        told,
      );
  });
});

describe('nothing is written', () => {
  it('when Tasks fails, says nothing, or changes nothing, and the reason is told', async () => {
    const fails = (): string => {
      throw new Error('No such status. See [?].');
    };
    expect(await act(markDone(fails), '- [ ] a #todo¦')).toEqual([
      'Tasks could not toggle “a” (No such status. See [?]), so nothing was written. Toggle it in the note.',
    ]);
    expect(
      await act(
        markDone(() => undefined as unknown as string),
        '- [ ] a #todo¦',
      ),
    ).toEqual(['Tasks did not say what becomes of “a”, so nothing was written. Toggle it in the note.']);
    expect(
      await act(
        markDone((line) => line),
        '- [ ] a #todo¦',
      ),
    ).toEqual(['Tasks leaves “a” as it is.']);
  });
  it('when a bullet would go that keeps a line from being underlined', async () => {
    expect(
      await act(
        markDone(() => ''),
        note('Text', '- [ ] a #todo¦', '---'),
      ),
    ).toEqual([
      'Tasks deletes “a” when it is done, and what stands beside it would be read as something else. Toggle it in the note.',
    ]);
  });
  it('when a bullet would go that others are nested in, or that goes on below', async () => {
    for (const below of ['  - child', '  more of it', '\n  more of it'])
      expect(
        await act(
          markDone(() => ''),
          note('- [ ] a #todo¦', below, '- b'),
        ),
      ).toEqual([
        'Tasks deletes “a” when it is done, and lines are nested in it that would be left behind. Toggle it in the note.',
      ]);
  });
});

it('a tag line below stays one, though the parser then takes it for the bullet’s above; so does one behind a blank line', async () => {
  for (const below of ['#todo', '\n  #todo'])
    expect(
      await act(
        markDone(() => ''),
        note('- Roll back', '- [ ] a #todo¦', below),
      ),
    ).toEqual(['-- [ ] a #todo']);
});

it('a line that is all of the note goes, and one that is not done has what is nested in it below', async () => {
  const deletes = markDone(() => '');
  expect(await act(deletes, '- [ ] a #todo¦')).toEqual(['-- [ ] a #todo']);
  expect(
    await act(
      markDone((line) => line.replace('[ ]', '[x]')),
      note('- [ ] a #todo¦', '  - child'),
    ),
  ).toEqual(['-- [ ] a #todo', '+- [x] a #todo']);
});

it('a last line that goes takes the line end before it along', async () => {
  expect(
    await act(
      markDone(() => ''),
      '- b\n- [ ] a #todo¦',
    ),
  ).toEqual(['-- b', '-- [ ] a #todo', '+- b']);
});

it('a box inside a todo is ticked by the same rule', async () => {
  const text = '## A\n#todo¦\n- [ ] one 🔁 every week\n- two\n';
  const recur = (line: string): string => `${line}\n${line.replace('[ ]', '[x]')} ✅ 2026-11-29`;
  expect(await act(tickLine({ nth: 0, line: '- [ ] one 🔁 every week' }, recur), text)).toEqual([
    '+- [x] one 🔁 every week ✅ 2026-11-29',
  ]);
  expect(
    await act(
      tickLine({ nth: 0, line: '- [ ] one 🔁 every week' }, (line) => line),
      text,
    ),
  ).toEqual(['Tasks leaves “one 🔁 every week” as it is.']);
});

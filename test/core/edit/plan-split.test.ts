// What Split into bullets writes. The section's todo stands in the line that ends in `¦`; a choice is `1`, `1 SRE` with an owner, by place in the list.
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/text/refusal';
import { locateTodo } from '../../../src/core/edit/locate-todo';
import { listBullets } from '../../../src/core/edit/split/list-bullets';
import { planSplit } from '../../../src/core/edit/split/plan-split';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { note } from '../todo/todo-table';
import { linesChanged, notesAfter, PATH, planningOf, readMark } from './act';

const ROLES = { 'Roles/SRE.md': '# SRE', 'Roles/Release Manager.md': '# RM' };

async function open(marked: string) {
  const { text, line } = readMark(marked);
  const { vault, planning } = planningOf({ [PATH]: text, ...ROLES });
  const todo = todoAtLine(planning.index, PATH, line);
  if (isRefusal(todo)) throw new Error(todo.refusal);
  const located = await locateTodo(planning, todo);
  if (isRefusal(located)) throw new Error(located.refusal);
  return { vault, planning, todo, bullets: listBullets(planning, located) };
}

async function planned(marked: string, chosen: readonly string[], keep = false) {
  const { vault, planning, todo, bullets } = await open(marked);
  const choice = chosen.map((one) => {
    const [place = '', ...role] = one.split(' ');
    const at = Number(place) - 1;
    return { at, text: bullets[at]?.text ?? '', owner: role.length === 0 ? null : `Roles/${role.join(' ')}.md` };
  });
  return { vault, plan: await planSplit(planning, todo, { bullets: choice, keep }) };
}

async function split(marked: string, chosen: readonly string[], keep = false): Promise<string[]> {
  const { vault, plan } = await planned(marked, chosen, keep);
  return linesChanged(vault, plan);
}

/** `text`, then what is known of it. */
async function bullets(marked: string): Promise<string[]> {
  const { bullets: all } = await open(marked);
  return all.map(({ text, isMarked, isClosed, owner }) =>
    [text, isMarked ? 'marked' : '', isClosed ? 'closed' : '', owner ?? ''].filter((part) => part !== '').join(' | '),
  );
}

describe('the bullets of a section', () => {
  it('are those of the top level with words, as a reader sees them', async () => {
    expect(await bullets(note('## R', '- **One** [[X|two]]', '  - nested', '* ', '- three `#todo`', '#todo¦'))).toEqual(
      ['One two', 'three #todo'],
    );
  });
  it('say whether they are marked or done, and whose they are', async () => {
    const list = note(
      '## R',
      '- a #todo',
      '- b ([[Roles/SRE|SRE]])',
      '- [x] c',
      '- [x] d #todo',
      '- e [[Roles/SRE]] [[Roles/Release Manager]]',
      '#todo¦',
    );
    expect(await bullets(list)).toEqual([
      'a | marked',
      'b (SRE) | Roles/SRE.md',
      'c | closed',
      'd | marked | closed',
      'e Roles/SRE Roles/Release Manager',
    ]);
  });
  it('end where a nested list, another block or the section’s tag line begins', async () => {
    expect(
      await bullets(
        note(
          '## R',
          '- a',
          '  goes on',
          '  - nested',
          '- b',
          '  ```',
          '  code',
          '  ```',
          '- c',
          '#todo ([[Roles/SRE]])¦',
        ),
      ),
    ).toEqual(['a goes on', 'b', 'c']);
  });
  it('are those of sub-headings too, not those of the section beside it', async () => {
    expect(await bullets(note('## R', '#todo¦', '', '- a', '### S', '- b', '## T', '- c'))).toEqual(['a', 'b']);
  });
});

describe('splitting', () => {
  const LIST = note('## R', '- One thing.', '- Another thing', '- Third', '#todo¦', '', '# Next');

  it('marks the chosen bullets and takes the section’s tag away with its line', async () => {
    expect(await split(LIST, ['2', '3'])).toEqual([
      '-- Another thing',
      '-- Third',
      '-#todo',
      '+- Another thing #todo',
      '+- Third #todo',
    ]);
  });
  it('keeps the section’s tag while more is to come', async () => {
    expect(await split(LIST, ['3'], true)).toEqual(['-- Third', '+- Third #todo']);
  });
  it('writes an owner behind the words, before a full stop', async () => {
    expect(await split(LIST, ['1 SRE', '3 Release Manager'], true)).toEqual([
      '-- One thing.',
      '+- One thing ([[Roles/SRE|SRE]]). #todo',
      '-- Third',
      '+- Third ([[Roles/Release Manager|Release Manager]]) #todo',
    ]);
  });
  it('writes an owner apart from a tag or field that stands alone', async () => {
    const list = note('## R', '- [x:: y]', '- [ ] #b/c [t:: 1]', '#todo¦');
    expect(await split(list, ['1 SRE', '2 SRE'], true)).toEqual([
      '-- [x:: y]',
      '-- [ ] #b/c [t:: 1]',
      '+- ([[Roles/SRE|SRE]]) [x:: y] #todo',
      '+- [ ] ([[Roles/SRE|SRE]]) #b/c [t:: 1] #todo',
    ]);
  });
  it('puts another owner in the place of the one that is there, and leaves one that stays', async () => {
    const list = note('## R', '- a ([[Roles/SRE|SRE]])', '- b ([[Roles/SRE|SRE]])', '#todo¦');
    expect(await split(list, ['1 Release Manager', '2 SRE'], true)).toEqual([
      '-- a ([[Roles/SRE|SRE]])',
      '-- b ([[Roles/SRE|SRE]])',
      '+- a ([[Roles/Release Manager|Release Manager]]) #todo',
      '+- b ([[Roles/SRE|SRE]]) #todo',
    ]);
  });
  it('marks one above another that is marked already', async () => {
    expect(await split(note('# R', '- a', '- b #todo', '- c', '#todo¦', ''), ['1', '3'])).toEqual([
      '-- a',
      '+- a #todo',
      '-- c',
      '-#todo',
      '+- c #todo',
    ]);
  });
  it('leaves bullets that are marked as they are, and says in few words what was done', async () => {
    const list = note('# Metrics', '- a #todo', '- [x] b', '- c', '- d', '#todo¦');
    expect(await split(list, ['1', '3'])).toEqual([
      '-- c',
      '-- d',
      '-#todo',
      '+- c #todo',
      '+- d',
      '“a” is marked already.',
    ]);
    const { plan } = await planned(list, ['1', '3']);
    expect(isRefusal(plan) ? plan.refusal : plan.done).toBe('Split Metrics');
  });
  it('writes behind the last line of a bullet’s words, before a block id and the blanks at the end', async () => {
    expect(
      await split(note('## R', '- a', '  goes on ^id', '  - nested', '- b  ', '#todo¦'), ['1', '2'], true),
    ).toEqual(['-  goes on ^id', '+  goes on #todo ^id', '-- b  ', '+- b #todo  ']);
  });
  it('gives the bullets the section’s state and phase, and hides what was hidden', async () => {
    expect(await split(note('## R', '- a', '', '#todo/day-2/blocked¦'), ['1'])).toEqual([
      '-- a',
      '-',
      '-#todo/day-2/blocked',
      '+- a #todo/day-2/blocked',
    ]);
    expect(await split(note('## R', '%% #todo %%¦', '', '- a'), ['1'])).toEqual([
      '-%% #todo %%',
      '-- a',
      '+- a %% #todo %%',
    ]);
  });
  it('keeps the note’s line ends, tabs, and a missing last one', async () => {
    const { vault, plan } = await planned('## R\r\n*\ta\r\n*\tb\r\n#todo¦', ['1']);
    expect(notesAfter(vault, plan).get(PATH)).toBe('## R\r\n*\ta #todo\r\n*\tb');
  });
  it('writes an owner behind the words and before dates, as Set owner does', async () => {
    expect(
      await split(note('## R', '- Watch! 📅 2026-12-01', '- Ask %% Kim %%', '#todo¦'), ['1 SRE', '2 SRE']),
    ).toEqual([
      '-- Watch! 📅 2026-12-01',
      '-- Ask %% Kim %%',
      '-#todo',
      '+- Watch ([[Roles/SRE|SRE]])! 📅 2026-12-01 #todo',
      '+- Ask ([[Roles/SRE|SRE]]) %% Kim %% #todo',
    ]);
  });
  it('leaves what is done alone, and says of a marked one that it is', async () => {
    expect(await split(note('## R', '- [x] a', '- b', '#todo¦'), ['1', '2'])).toEqual([
      '“a” is done: it has nothing unfinished to mark.',
    ]);
    expect(await split(note('## R', '- a #todo', '- b', '#todo¦'), ['1', '2'])).toEqual([
      '-- b',
      '-#todo',
      '+- b #todo',
      '“a” is marked already.',
    ]);
  });
  it('gives one that is marked already an owner', async () => {
    expect(await split(note('## R', '- a. #todo', '- b', '#todo¦', ''), ['1 SRE'])).toEqual([
      '-- a. #todo',
      '+- a ([[Roles/SRE|SRE]]). #todo',
      '-#todo',
    ]);
  });
  it('refuses a section without bullets', async () => {
    expect(await split(note('## R', '#todo¦', 'Text'), [])).toEqual(['“R” has no bullets to split into.']);
  });
  it('refuses when a bullet is not where it was', async () => {
    const { planning, todo } = await open(LIST);
    const plan = await planSplit(planning, todo, {
      bullets: [{ at: 0, text: 'Something else', owner: null }],
      keep: true,
    });
    expect(isRefusal(plan) && plan.refusal).toBe(
      'The bullets of Note have changed: “Something else” is not where it was. Look at the list again.',
    );
  });
});

// Other words for a todo, as they stand in the note. The todo stands in the line that ends in `¦`.
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/text/refusal';
import { locateTodo } from '../../../src/core/edit/locate-todo';
import { editText, readWords } from '../../../src/core/edit/text/edit-text';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { planAdd } from '../../../src/core/edit/actions/plan-add';
import { note } from '../todo/todo-table';
import { act, linesChanged, planningOf } from './act';

describe('editing the text', () => {
  it('leaves marker, checkbox, indentation and children', async () => {
    expect(await act(editText('New'), note('- x', '\t- [ ] Old #todo¦', '\t\t- child'))).toEqual([
      '-\t- [ ] Old #todo',
      '+\t- [ ] New #todo',
    ]);
    expect(await act(editText('New'), note('Old #todo¦', '', 'x'))).toEqual(['-Old #todo', '+New #todo']);
  });
  it.each([
    ['- Old #todo¦', '- New #todo'],
    ['- Old #todo 📅 2026-12-01 ^id¦', '- New #todo 📅 2026-12-01 ^id'],
    ['- Old ([[Roles/SRE|SRE]]). #todo¦', '- New ([[Roles/SRE|SRE]]) #todo'],
    ['- Old thing ([[Roles/SRE|SRE]]) #todo [due:: 2026-12-01]¦', '- New ([[Roles/SRE|SRE]]) #todo [due:: 2026-12-01]'],
    ['- #todo Old¦', '- #todo New'],
    ['- #ops Old #todo thing¦', '- #ops New #todo'],
    ['- Old; #todo; thing¦', '- New #todo'],
    ['- Old — #todo — thing¦', '- New #todo'],
    ['- Old %% ask #todo %% thing¦', '- New %% #todo %%'],
    ['- Old %% #todo %% thing¦', '- New %% #todo %%'],
    ['- Old $x$ #todo $y$¦', '- New #todo'],
    ['- Old 📅 2026-12-01 thing #todo¦', '- New 📅 2026-12-01 #todo'],
    ['- Old %% #todo %%¦', '- New %% #todo %%'],
    ['- [ ] Old [[Roles/SRE|SRE]] asks #todo¦', '- [ ] New #todo'],
    ['1. **Old** `#code` #todo ⏫ 🔁 every week¦', '1. New #todo ⏫ 🔁 every week'],
    ['> Old #todo¦', null],
    ['## Old #todo #ops¦', '## New #todo #ops'],
    ['## #todo <br> ⏫¦', '## #todo <br> New ⏫'],
    ['## #todo — ⏫¦', '## #todo — New ⏫'],
  ])('keeps tags, dates, owner and id beside the words: %s', async (before, after) => {
    const changed = await act(editText('New'), note(before, '', 'x'), { 'Roles/SRE.md': '' });
    expect(changed).toEqual(
      after === null ? [expect.stringContaining('more than one line')] : [`-${before.replace('¦', '')}`, `+${after}`],
    );
  });
  it('has nothing in its field but words, and puts what is typed at their end before the rest', async () => {
    const line = '- Old. ([[Roles/SRE|SRE]]) #todo 📅 2026-12-01';
    const { planning } = planningOf({ 'Ops/Note.md': line, 'Roles/SRE.md': '' });
    const todo = todoAtLine(planning.index, 'Ops/Note.md', 1);
    const located = isRefusal(todo) ? todo : await locateTodo(planning, todo);
    const found = isRefusal(located) ? located : readWords(planning, located);
    expect(found).toMatchObject({ words: 'Old.' });
    expect(await act(editText('Old. And more!'), `${line}¦`, { 'Roles/SRE.md': '' })).toEqual([
      `-${line}`,
      '+- Old. And more ([[Roles/SRE|SRE]])! #todo 📅 2026-12-01',
    ]);
  });
  it('keeps the whole line end below a tag that stands above the words of an underlined heading', async () => {
    expect(await act(editText('New'), '#todo¦\r\nOld\r\n---\r\n')).toEqual(['-Old\r', '+New\r']);
  });
  it('goes to an underlined heading, whose line holds nothing but them and the tag', async () => {
    expect(await act(editText('New'), note('Old #todo¦', '===', 'x'))).toEqual(['-Old #todo', '+New #todo']);
    expect(await act(editText('New'), note('Old', 'words #todo¦', '---', 'x'))).toEqual([
      '-Old',
      '-words #todo',
      '+New #todo',
    ]);
  });
  it('of a section changes its heading, and the links to it', async () => {
    const others = { 'Ops/Other.md': 'See [[Note#Old]].' };
    expect(await act(editText('New'), note('## Old', '#todo¦'), others)).toEqual([
      '-## Old',
      '+## New',
      'Ops/Other.md',
      '-See [[Note#Old]].',
      '+See [[Note#New]].',
    ]);
  });
  it('refuses what would be no line of words any more', async () => {
    for (const words of ['- a', '# a', '> a', '```', '1. a', '| a |', '<div>'])
      expect(await act(editText(words), '- Old #todo¦'), words).toEqual([
        expect.stringContaining('something else than a line of text'),
      ]);
    expect(await act(editText('  '), '- Old #todo¦')).toEqual([
      'A todo needs some words. To take it off the board, mark it as done.',
    ]);
    expect(await act(editText('a\nb'), '- Old #todo¦')).toEqual(['The text is one line.']);
  });
  it('refuses what is more than a line, a table’s row, and a note', async () => {
    expect(await act(editText('New'), note('- Old #todo¦', '  goes on'))).toEqual([
      expect.stringContaining('more than one line'),
    ]);
    expect(await act(editText('New'), note('| a |', '|---|', '| x #todo |¦'))).toEqual([
      expect.stringContaining('more than one line'),
    ]);
    expect(await act(editText('New'), note('#todo¦', '', '# A'))).toEqual([expect.stringContaining('is a whole note')]);
  });
});

describe('adding a responsibility', () => {
  const add = async (page: string, text = 'Tell the users'): Promise<string[]> => {
    const { vault, planning } = planningOf({ 'Ops/Day 1 Operations.md': page });
    return linesChanged(vault, await planAdd(planning, 'Day 1', text));
  };
  it('writes a bullet with a todo behind the last one', async () => {
    expect(await add('## Overview\n## Responsibilities\n- a\n#todo')).toEqual([
      'Ops/Day 1 Operations.md',
      '+- Tell the users #todo',
    ]);
  });
  it('hides it where the page’s own todos are hidden', async () => {
    expect(await add('## Overview\n## Responsibilities\n- a %% #todo %%\n')).toEqual([
      'Ops/Day 1 Operations.md',
      '+- Tell the users %% #todo %%',
    ]);
    expect(await add('## Overview\n## Responsibilities\n- a %% #todo %%\n- b #todo\n')).toEqual([
      'Ops/Day 1 Operations.md',
      '+- Tell the users #todo',
    ]);
  });
  it('refuses a phase without a page, and nothing to say', async () => {
    const { planning } = planningOf({ 'Note.md': '' });
    expect(await planAdd(planning, 'Day 1', 'x')).toEqual({
      refusal: 'Day 1 has no page yet that could take the responsibility. Make its page first.',
    });
    expect(await add('## Overview\n## Responsibilities\n- a', '  ')).toEqual([
      'There is nothing to add: a responsibility needs some words.',
    ]);
  });
});

describe('a bullet whose words stand below its marker', () => {
  it('is edited there', async () => {
    expect(await act(editText('Ask them'), '-  \n    Ask her #todo¦\n')).toEqual([
      '-    Ask her #todo',
      '+    Ask them #todo',
    ]);
  });
  it('is refused in words when there is nothing but its tag line', async () => {
    expect(
      await act(editText('Ask them'), '- x\n-  \n    [[Roles/SRE]] #todo¦\n- y\n', { 'Roles/SRE.md': '' }),
    ).toEqual([expect.stringMatching(/has no words of its own: open it to write in it\.$/)]);
  });
});

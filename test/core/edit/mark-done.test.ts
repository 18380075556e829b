// What marking as done takes away. The todo stands in the line that ends in `¦`; `-` and `+` are lines before and after.
import { describe, expect, it } from 'vitest';
import { markDone } from '../../../src/core/edit/actions/mark-done';
import { planTodo } from '../../../src/core/edit/actions/plan-several';
import { isRefusal } from '../../../src/core/text/refusal';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { note } from '../todo/todo-table';
import { act, PATH, planningOf, readMark } from './act';

const done = (...lines: string[]): Promise<string[]> => act(markDone(), note(...lines));

/** One line before, and after when something of it stays. */
async function expectLine(before: string, after: string | null, above = '# A'): Promise<void> {
  expect(await done(above, `${before}¦`, '', 'Text')).toEqual([`-${before}`, ...(after === null ? [] : [`+${after}`])]);
}

describe('a bare tag goes', () => {
  it('with its line when nothing else stands on it', async () => {
    for (const line of [
      '#todo',
      '  #todo',
      '#todo #todo/blocked',
      '%% #todo %%',
      '%%#todo%%',
      '**#todo**',
      '#todo  ',
      '- #todo',
      '> #todo',
    ])
      await expectLine(line, null);
  });
  it('and a date, an owner, other tags and a block id stay where they are', async () => {
    await expectLine('#todo 📅 2026-12-01', '📅 2026-12-01');
    await expectLine('#todo ([[Roles/SRE|SRE]])', '([[Roles/SRE|SRE]])');
    await expectLine('#todo #ops', '#ops');
    await expectLine('#ops #todo', '#ops');
    await expectLine('#todo ^id', '^id');
    await expectLine('%% #todo #ops %%', '%% #ops %%');
  });
  it('but not where another todo would mark something else then', async () => {
    expect(await done('- a #todo', '#todo', '', '- #todo¦')).toEqual([
      '“a” in line 1 would mark something else then. Make this change in the note.',
    ]);
  });
  it('right below a list', async () => {
    expect(await done('## R', '- a', '- b', '#todo¦', '', 'x')).toEqual(['-#todo']);
    expect(await done('## R', '- a', '- b', '  #todo¦')).toEqual(['-- b', '-  #todo', '+- b']);
  });
  it('in a bullet, wherever it stands', async () => {
    await expectLine('- Fix it #todo', '- Fix it');
    await expectLine('- #todo Fix it', '- Fix it');
    await expectLine('- Fix #todo it', '- Fix it');
    await expectLine('1. Fix it #todo 📅 2026-12-01', '1. Fix it 📅 2026-12-01');
    await expectLine('* Fix it **#todo** ^id', '* Fix it ^id');
    await expectLine('- Fix it   #todo', '- Fix it');
    await expectLine('- Fix it #todo  ', '- Fix it  ');
    await expectLine('- Fix #todo, then test', '- Fix, then test');
    await expectLine('\t- Fix it #todo #todo/blocked', '\t- Fix it', '- a');
    await expectLine('- Fix it %% #todo %%', '- Fix it');
    await expectLine('- Fix it %%#todo%%.', '- Fix it.');
    await expectLine('- a %%b%% #todo %%c%%', '- a %%b%% %%c%%');
    await expectLine('- a `%%` #todo `%%`', '- a `%%` `%%`');
    await expectLine('- Fix it %% ask Kim #todo %%', '- Fix it %% ask Kim %%');
  });
  it('in a bullet of several lines', async () => {
    expect(await done('- a', '  #todo¦', '- b')).toEqual(['-  #todo']);
    expect(await done('- #todo¦', '  - child')).toEqual(['-- #todo', '+- ']);
    expect(await done('- #todo #todo/blocked¦', '  - child')).toEqual(['-- #todo #todo/blocked', '+- ']);
  });
  it.each(['\t\tmore words', '\t  more words', '        more words'])(
    'in a short bullet behind a tab, with a paragraph below it: %j',
    async (below) => {
      expect(await done('# A', '- Deploy', '', '\t- Go #todo¦', '', below)).toEqual(['-\t- Go #todo', '+\t- Go']);
      expect(await done('# A', '1. Deploy', '\t1. Go #todo¦', '', below)).toEqual(['-\t1. Go #todo', '+\t1. Go']);
    },
  );
  it('in a paragraph, table row, quote and callout', async () => {
    await expectLine('One **two** #todo', 'One **two**');
    await expectLine('#todo One', 'One');
    expect(await done('| a | b |', '|---|---|', '| x #todo | y |¦', '| z | w |')).toEqual([
      '-| x #todo | y |',
      '+| x | y |',
    ]);
    expect(await done('| a | b |', '|---|---|', '| x | #todo |¦')).toEqual(['-| x | #todo |', '+| x | |']);
    expect(await done('> Said', '> #todo¦', '> more')).toEqual(['-> #todo']);
    expect(await done('> [!note] T #todo¦', '> x')).toEqual(['-> [!note] T #todo', '+> [!note] T']);
  });
  it('in a comment of several lines, with the comment when it holds nothing else', async () => {
    expect(await done('# A', 'x', '', '%%', '#todo¦', '%%', '', 'y')).toEqual(['-%%', '-#todo', '-%%']);
    expect(await done('# A', '%%', 'note to self #todo¦', '%%')).toEqual(['-note to self #todo', '+note to self']);
  });
  it('several times, when several mark the same', async () => {
    expect(await done('# A', '#todo¦', 'text', '', '%% #todo/blocked %%', 'more')).toEqual([
      '-#todo',
      '-%% #todo/blocked %%',
    ]);
  });
  it('and the note keeps its line ends, also none at its end', async () => {
    expect(await done('# A\r', '- b\r', '#todo¦\r', '\r', 'x')).toEqual(['-#todo\r']);
    expect(await act(markDone(), '# A\n#todo¦')).toEqual(['-# A', '-#todo', '+# A']);
    expect(await act(markDone(), '#todo¦')).toEqual(['-#todo']);
  });
});

describe('a tag of the frontmatter goes', () => {
  const front = (...lines: string[]): Promise<string[]> => done('---', ...lines, '---', 'Text');
  it('from a list in lines, with the key when it was the only one', async () => {
    expect(await front('tags:¦', '  - ops', '  - todo', 'x: 1')).toEqual(['-  - todo']);
    expect(await front('a: 1', 'tags:¦', '  - todo', 'x: 1')).toEqual(['-tags:', '-  - todo']);
    expect(await front('tags:¦', '- todo/blocked', '- "#todo"', '- x')).toEqual(['-- todo/blocked', '-- "#todo"']);
  });
  it('from a list in brackets', async () => {
    expect(await front('tags: [ops, todo]¦')).toEqual(['-tags: [ops, todo]', '+tags: [ops]']);
    expect(await front('tags: [todo, ops]¦')).toEqual(['-tags: [todo, ops]', '+tags: [ops]']);
    expect(await front('tags: [a, todo, todo/x, b]¦')).toEqual(['-tags: [a, todo, todo/x, b]', '+tags: [a, b]']);
    expect(await front('x: 1', 'Tags: [todo]¦')).toEqual(['-Tags: [todo]']);
  });
  it('from a string', async () => {
    expect(await front('x: 1', 'tags: todo¦')).toEqual(['-tags: todo']);
    expect(await front('tags: "#todo" # why¦')).toEqual(['-tags: "#todo" # why', '+tags:  # why']);
  });
  it('from the JSON form', async () => {
    expect(await front('{"dg-publish":true,"tags":["todo","ops"]}¦')).toEqual([
      '-{"dg-publish":true,"tags":["todo","ops"]}',
      '+{"dg-publish":true,"tags":["ops"]}',
    ]);
    expect(await front('{"tags":"todo","dg-publish":true}¦')).toEqual([
      '-{"tags":"todo","dg-publish":true}',
      '+{"dg-publish":true}',
    ]);
  });
  it('together with a tag line above the first heading', async () => {
    expect(await done('---', 'tags: todo¦', 'a: 1', '---', '#todo', '', '# A')).toEqual(['-tags: todo', '-#todo']);
  });
  it('unless it is written in a way that cannot be edited surely', async () => {
    const ODD = 'The tags of Note are written in a way that cannot be edited surely. Edit them in the note.';
    expect(await front('tags: &t [todo]¦')).toEqual([ODD]);
    expect(await front('tags: >-¦', '  todo')).toEqual([ODD]);
    expect(await front('tags:¦', '  - todo # mine', '  - x')).toEqual([
      'A comment stands beside a tag of Note. Edit the tags in the note.',
    ]);
  });
});

describe('a checkbox', () => {
  it('is checked, and its tag kept', async () => {
    await expectLine('- [ ] Fix it #todo', '- [x] Fix it #todo');
    await expectLine('  1) [/] Fix it #todo', '  1) [x] Fix it #todo');
    await expectLine('> - [ ] Fix it #todo', '> - [x] Fix it #todo');
    expect(await done('# A', '- [ ] a', '  more #todo¦')).toEqual(['-- [ ] a', '+- [x] a']);
    expect(await done('# A', '- [ ] #todo¦')).toEqual(['-- [ ] #todo', '+- [x] #todo']);
  });
  it('that is checked says so', async () => {
    expect(await done('- [x] a #todo¦')).toEqual(['“a” is done already.']);
    expect(await done('- [-] a #todo¦')).toEqual(['“a” is done already.']);
  });
});

describe('a tag in a heading goes, and links to it follow', () => {
  it('in every form', async () => {
    const changed = await act(
      markDone(),
      note('# Top', '## CI/CD #todo¦', 'x', '### Sub', '', '[[#CI/CD todo]] [[#Other]]'),
      {
        'A.md': note(
          '[[Note#CI/CD todo]] and ![[Ops/Note#ci cd TODO|the pipeline]]',
          '[md](Ops/Note.md#CI/CD%20todo) [b](<Ops/Note.md#CI/CD todo>)',
        ),
        'B.md': note(
          '---',
          'see: "[[Note#CI/CD todo]]"',
          '---',
          '[[Note#Top#CI/CD todo#Sub]] [[Note#Sub]] [[Note]]',
          '| [[Note#CI/CD todo\\|x]] |',
          '|---|',
        ),
        'C.md': '[[Other#CI/CD todo]] `[[Note#CI/CD todo]]`',
      },
    );
    expect(changed).toEqual([
      '-## CI/CD #todo',
      '+## CI/CD',
      '-[[#CI/CD todo]] [[#Other]]',
      '+[[#CI/CD]] [[#Other]]',
      'A.md',
      '-[[Note#CI/CD todo]] and ![[Ops/Note#ci cd TODO|the pipeline]]',
      '-[md](Ops/Note.md#CI/CD%20todo) [b](<Ops/Note.md#CI/CD todo>)',
      '+[[Note#CI/CD]] and ![[Ops/Note#CI/CD|the pipeline]]',
      '+[md](Ops/Note.md#CI/CD) [b](<Ops/Note.md#CI/CD>)',
      'B.md',
      '-see: "[[Note#CI/CD todo]]"',
      '+see: "[[Note#CI/CD]]"',
      '-[[Note#Top#CI/CD todo#Sub]] [[Note#Sub]] [[Note]]',
      '-| [[Note#CI/CD todo\\|x]] |',
      '+[[Note#Top#CI/CD#Sub]] [[Note#Sub]] [[Note]]',
      '+| [[Note#CI/CD\\|x]] |',
    ]);
  });
  it('by the headings above, where a namesake would catch them', async () => {
    expect(
      await act(markDone(), note('# A', '## Deploy', '# B', '## Deploy #todo¦'), { 'L.md': '[[Note#Deploy todo]]' }),
    ).toEqual(['-## Deploy #todo', '+## Deploy', 'L.md', '-[[Note#Deploy todo]]', '+[[Note#B#Deploy]]']);
  });
  it('and those that it would catch are made longer', async () => {
    expect(
      await act(markDone(), note('# A', '## Deploy #todo¦', '# B', '## Deploy'), { 'L.md': '[[Note#Deploy]]' }),
    ).toEqual(['-## Deploy #todo', '+## Deploy', 'L.md', '-[[Note#Deploy]]', '+[[Note#B#Deploy]]']);
  });
  it('or it is said which do not', async () => {
    expect(await act(markDone(), note('# Deploy', 'x', '# Deploy #todo¦'), { 'L.md': '[[Note#Deploy todo]]' })).toEqual(
      ['-# Deploy #todo', '+# Deploy', 'The link to “Deploy todo” in L, line 1, will not find its heading any more.'],
    );
  });
  it('of any shape', async () => {
    expect(await done('## #todo CI/CD ##¦', 'x')).toEqual(['-## #todo CI/CD ##', '+## CI/CD ##']);
    expect(await done('Title #todo¦', '===', 'x')).toEqual(['-Title #todo', '+Title']);
    expect(await done('Title', '#todo¦', '---', 'x')).toEqual(['-#todo']);
    expect(await done('#todo¦', '---', 'x')).toEqual([
      'Without the tag, line 1 would be read as something else. Edit it in the note.',
    ]);
  });
});

describe('what a notice calls a todo', () => {
  const doneOf = async (marked: string): Promise<string> => {
    const { text, line } = readMark(marked);
    const { planning } = planningOf({ [PATH]: text, 'Roles/SRE.md': '' });
    const todo = todoAtLine(planning.index, PATH, line);
    const planned = isRefusal(todo) ? todo : await planTodo(planning, todo, markDone());
    return isRefusal(planned) ? planned.refusal : planned.done;
  };
  it('are its words, without date, owner and full stop', async () => {
    expect(await doneOf('- Watch it ([[Roles/SRE|SRE]]). #todo 📅 2026-12-01¦')).toBe('Marked Watch it as done');
    expect(await doneOf('- Watch [due:: 2026-12-01] #todo¦')).toBe('Marked Watch as done');
    expect(await doneOf('- [x] Watch #todo 📅 2026-12-01¦')).toBe('“Watch” is done already.');
  });
});

describe('todos inside', () => {
  it('are not the list’s own, whose tag line the parser takes for the last bullet’s', async () => {
    expect(await act(markDone(), note('# A', '- x', '- b #todo¦', '#todo'))).toEqual(['-- b #todo', '+- b']);
  });
  it('stay, and the plan says so', async () => {
    expect(await done('# A', '#todo¦', '- b #todo', '- [x] c #todo', '## D', '#todo', '# E', '#todo')).toEqual([
      '-#todo',
      '2 todos inside are still open.',
    ]);
    expect(await done('- a #todo¦', '  - b #todo')).toEqual(['-- a #todo', '+- a', '1 todo inside is still open.']);
  });
});

describe('a tag stays where the text without it would be read as something else', () => {
  const SOMETHING_ELSE = (line: number): string =>
    `Without the tag, line ${line} would be read as something else. Edit it in the note.`;
  it('a heading, a list, code, a checkbox', async () => {
    for (const line of [
      '#todo # Heading',
      '#todo * item',
      '#todo 1. item',
      '#todo > quote',
      '#todo ```',
      '- #todo [ ] box',
      '#todo    code',
    ])
      expect(await done('x', '', `${line}¦`, '', 'Text')).toEqual([SOMETHING_ELSE(3)]);
  });
  it('in the line below', async () => {
    expect(await done('# A', '#todo¦', '    not code')).toEqual([SOMETHING_ELSE(3)]);
    expect(await done('# A', '- a', '', '#todo¦', '', '    code')).toEqual([SOMETHING_ELSE(6)]);
  });
});

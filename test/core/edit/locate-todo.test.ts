// A todo of the index, found again in a note that may have changed since the index read it.
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/text/refusal';
import { locateTodo } from '../../../src/core/edit/locate-todo';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { note } from '../todo/todo-table';
import { PlanningTextVault } from './planning-text-vault';

const PATH = 'Ops/Note.md';

/** Where the todo that stood in the 1-based line of the text before is found in the text after: its line, or the refusal. */
async function locate(before: string, line: number, after = before): Promise<number | string> {
  const vault = new PlanningTextVault({ [PATH]: before });
  const index = vault.index();
  const todo = todoAtLine(index, PATH, line);
  if (isRefusal(todo)) return todo.refusal;
  vault.write(PATH, after);
  // The board may show the todo of a moment ago while the index knows more.
  vault.feed(index, PATH);
  index.settle();
  const located = await locateTodo({ index, vault }, todo);
  return isRefusal(located) ? located.refusal : located.todo.line + 1;
}

const CHANGED = (title: string): string =>
  `“${title}” is not as it was in Note: the note has changed. Look at it, then try again.`;

describe('a todo is found again', () => {
  it('where it was', async () => {
    expect(await locate(note('# A', '- x #todo', '- y #todo'), 3)).toBe(3);
  });
  it('where lines above have moved it', async () => {
    expect(await locate(note('# A', '- x #todo'), 2, note('new', '', '# A', 'text', '- x #todo'))).toBe(5);
  });
  it('when others of its kind came and went above it', async () => {
    expect(
      await locate(note('# A', '- x #todo', '- y #todo'), 3, note('# A', '- new #todo', '- x #todo', '- y #todo')),
    ).toBe(4);
    expect(await locate(note('# A', '- x #todo', '- y #todo'), 3, note('# A', '- y #todo'))).toBe(2);
  });
  it('among twins by its place, while there are as many as were known', async () => {
    const twins = note('# A', '- x #todo', '- x #todo', '# B', '- x #todo');
    expect(await locate(twins, 2)).toBe(2);
    expect(await locate(twins, 3)).toBe(3);
    expect(await locate(twins, 5)).toBe(5);
  });
  it('among twins by its place, whatever came above them', async () => {
    const later = note('# A', '- new #todo', '- x #todo', '- x #todo');
    expect(await locate(note('# A', '- x #todo', '- x #todo'), 2, later)).toBe(3);
    expect(await locate(note('# A', '- x #todo', '- x #todo'), 3, later)).toBe(4);
  });
  it('among twins by its tag, when they have changed places', async () => {
    expect(
      await locate(note('# A', '- x #todo', '- x #todo/blocked'), 3, note('# A', '- x #todo/blocked', '- x #todo')),
    ).toBe(2);
  });
  it('with its state changed', async () => {
    expect(await locate(note('# A', '- x #todo'), 2, note('# A', '- x #todo/blocked'))).toBe(2);
  });
});

describe('a todo is not found', () => {
  it('when its words have changed', async () => {
    expect(await locate(note('# A', '- x #todo'), 2, note('# A', '- z #todo'))).toBe(CHANGED('x'));
  });
  it('when its heading has', async () => {
    expect(await locate(note('# A', '#todo'), 2, note('# B', '#todo'))).toBe(CHANGED('A'));
  });
  it('when a twin has come or gone', async () => {
    expect(
      await locate(note('# A', '- x #todo', '- x #todo'), 2, note('# A', '- x #todo', '- x #todo', '- x #todo')),
    ).toBe(CHANGED('x'));
    expect(await locate(note('# A', '- x #todo', '- x #todo'), 2, note('# A', '- x #todo'))).toBe(CHANGED('x'));
    expect(await locate(note('# A', '- x #todo', '- x #todo'), 3, note('# A', '- x #todo', '- x'))).toBe(CHANGED('x'));
  });
  it('in another section, though it reads alike', async () => {
    expect(await locate(note('# A', '- x #todo', '# B', '- x #todo'), 2, note('# A', '# B', '- x #todo'))).toBe(
      CHANGED('x'),
    );
  });
});

describe('a todo is not ours to write', () => {
  it('in a board of the Kanban plugin', async () => {
    const board = note('---', 'kanban-plugin: board', '---', '## A', '- [ ] x #todo');
    expect(await locate(board, 5)).toBe('Note is a board of the Kanban plugin. Edit it in its board.');
  });
  it('in a frozen copy', async () => {
    const copy = note(
      '<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/x/#a"></a><div class="markdown-embed">',
      '',
      '# A',
      '- x #todo',
      '',
      '</div></div>',
    );
    expect(await locate(copy, 4)).toBe('“x” stands in a frozen copy: rebuild its page first.');
  });
});

describe('a line without a todo', () => {
  it('is refused, and the nearest todo named', async () => {
    expect(await locate(note('# A', '- x #todo', '', '', '- y #todo'), 4)).toBe(
      'There is no todo in line 4 of Ops/Note.md; the nearest is “y” in line 5.',
    );
  });
  it('in a note without todos is refused', () => {
    const index = new PlanningTextVault({ [PATH]: 'x' }).index();
    expect(todoAtLine(index, 'Ops/Nothing.md', 1)).toEqual({
      refusal: 'There is no todo in Ops/Nothing.md. Give a path as `todos` prints it.',
    });
  });
  it('can be in a note named without its ending', () => {
    const index = new PlanningTextVault({ [PATH]: 'x #todo' }).index();
    expect(todoAtLine(index, 'Ops/Note', 1)).toMatchObject({ title: 'x' });
  });
});

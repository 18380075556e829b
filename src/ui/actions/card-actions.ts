import { hideTodo } from '../../core/edit/actions/hide-todo';
import { markDone } from '../../core/edit/actions/mark-done';
import { newRolePath, planNewRole } from '../../core/edit/actions/new-role';
import { planSeveral } from '../../core/edit/actions/plan-several';
import { setTodo } from '../../core/edit/actions/set-todo';
import type { TodoAction } from '../../core/edit/actions/todo-change';
import { moveProblem } from '../../core/edit/move/move-problem';
import { nameTodos } from '../../core/board/name-todos';
import { listRoles } from '../../core/index/list-roles';
import { listStates } from '../../core/index/list-states';
import type { Todo } from '../../core/index/todo';
import { chooseColumn } from '../dialog/choose-column';
import { chooseDue } from '../dialog/choose-due';
import { chooseOwner } from '../dialog/choose-owner';
import { chooseState } from '../dialog/choose-state';
import type { ActionContext } from './action-context';
import { moveTodos } from './move-todos';
import { canSplit, splitTodo } from './split-todo';
import { planAndRun } from '../plan/run-plan';

/** What can be done with todos: from a card's menu, by its key on the board, and by a command in the editor. */
export interface CardAction {
  /** Also the command's id. */
  readonly id: string;
  /** The key on a card, lower case; null for none. */
  readonly key: string | null;
  readonly icon: string;
  /** In the command palette. */
  readonly command: string;
  /** In a menu, where it says more. */
  readonly title?: (todos: readonly Todo[]) => string;
  /** On a button for several cards; null for none. */
  readonly short: string | null;
  /** Whether it opens a dialog. */
  readonly asks: boolean;
  /** Whether it makes sense for these todos. */
  readonly isFor: (context: Pick<ActionContext, 'index'>, todos: readonly Todo[]) => boolean;
  /** What can be planned to see whether it would be refused for a todo; null where the index says all there is to say. */
  readonly trial?: (context: ActionContext, todo: Todo) => TodoAction | null;
  /** Answers whether anything was done. */
  readonly run: (context: ActionContext, todos: readonly Todo[]) => Promise<boolean>;
}

const act = (context: ActionContext, todos: readonly Todo[], action: TodoAction): Promise<boolean> =>
  planAndRun(context, (planning) => planSeveral(planning, todos, action));

/** What all of them have in common; undefined when they differ. */
function common<T>(todos: readonly Todo[], of: (todo: Todo) => T): T | undefined {
  const [first] = todos;
  return first && todos.every((todo) => of(todo) === of(first)) ? of(first) : undefined;
}

const some = (_context: unknown, todos: readonly Todo[]): boolean => todos.length > 0;

const done: CardAction = {
  id: 'mark-done',
  key: ' ',
  icon: 'check',
  short: 'Mark as done',
  asks: false,
  command: 'Mark as done (remove #todo, keep the text)',
  title(todos) {
    if (todos.length > 1) return `Mark ${todos.length} as done`;
    return todos[0]?.status === null ? 'Mark as done (removes #todo, keeps the text)' : 'Mark as done (checks its box)';
  },
  isFor: some,
  trial: (context) => markDone(context.toggleTask),
  run: (context, todos) => act(context, todos, markDone(context.toggleTask)),
};

const split: CardAction = {
  id: 'split',
  key: 's',
  icon: 'list-todo',
  short: null,
  asks: true,
  command: 'Split into bullets…',
  isFor: (_context, todos) => todos.length === 1 && todos.every(canSplit),
  run: async (context, [todo]) => todo !== undefined && splitTodo(context, todo),
};

const move: CardAction = {
  id: 'move',
  key: 'm',
  icon: 'arrow-right-left',
  short: 'Move…',
  asks: true,
  command: 'Move to phase…',
  isFor: some,
  async run(context, todos) {
    const chosen = await chooseColumn(context.app, nameTodos(todos), context.index, (column) => {
      const problems = todos.map((todo) => moveProblem(context.index, todo, column));
      return problems.includes(null) ? null : (problems[0] ?? null);
    });
    return chosen !== null && moveTodos(context, todos, chosen.value);
  },
};

const owner: CardAction = {
  id: 'set-owner',
  key: 'o',
  icon: 'user',
  short: 'Owner…',
  asks: true,
  command: 'Set owner…',
  isFor: some,
  trial(context, todo) {
    const role = listRoles(context.index, context.vault).find(({ path }) => path !== todo.owner);
    return role ? setTodo({ owner: role.path }) : null;
  },
  async run(context, todos) {
    const chosen = await chooseOwner(context.app, {
      subject: nameTodos(todos),
      roles: listRoles(context.index, context.vault),
      canClear: todos.some((todo) => todo.owner !== null),
      newRolePath: (name) => newRolePath(context, name),
    });
    if (chosen === null) return false;
    if ('newRole' in chosen) return planAndRun(context, (planning) => planNewRole(planning, todos, chosen.newRole));
    return act(context, todos, setTodo({ owner: chosen.path ?? '' }));
  },
};

const due: CardAction = {
  id: 'set-due',
  key: 'd',
  icon: 'calendar',
  short: 'Due…',
  asks: true,
  command: 'Set due date…',
  isFor: some,
  trial: (_context, todo) => setTodo({ due: todo.due === '2000-01-01' ? '2000-01-02' : '2000-01-01' }),
  async run(context, todos) {
    const chosen = await chooseDue(context.app, {
      subject: nameTodos(todos),
      due: common(todos, (todo) => todo.due) ?? null,
      canClear: todos.some((todo) => todo.due !== null),
    });
    return chosen !== null && act(context, todos, setTodo({ due: chosen.due ?? '' }));
  },
};

const state: CardAction = {
  id: 'set-state',
  key: null,
  icon: 'tag',
  short: null,
  asks: true,
  command: 'Set state…',
  isFor: some,
  trial: (_context, todo) => setTodo({ state: todo.state === 'x' ? 'y' : 'x' }),
  async run(context, todos) {
    const chosen = await chooseState(
      context.app,
      nameTodos(todos),
      listStates(context.index),
      todos.some((todo) => todo.state !== null),
    );
    return chosen !== null && act(context, todos, setTodo({ state: chosen.value ?? '' }));
  },
};

const hide: CardAction = {
  id: 'hide-todo',
  key: null,
  icon: 'eye-off',
  short: null,
  asks: false,
  command: 'Hide todo on the published site',
  title: (todos) => (todos.every(({ hidden }) => hidden) ? 'Show on the published site' : 'Hide on the published site'),
  isFor: some,
  trial: () => hideTodo('toggle'),
  run: (context, todos) => act(context, todos, hideTodo(todos.every(({ hidden }) => hidden) ? 'show' : 'hide')),
};

/** All of them, in the order of the menu. */
export const CARD_ACTIONS: readonly CardAction[] = [done, split, move, owner, due, state, hide];

/** One of them by its id. */
export const actionNamed = (id: string): CardAction | null => CARD_ACTIONS.find((action) => action.id === id) ?? null;

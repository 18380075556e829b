import type { Drafting } from '../../src/core/draft/drafting';
import { planResponsibility } from '../../src/core/draft/plan-responsibility';
import { planExtract } from '../../src/core/draft/extract/plan-extract';
import { hideTodo } from '../../src/core/edit/actions/hide-todo';
import { markDone } from '../../src/core/edit/actions/mark-done';
import { planSeveral, planTodo } from '../../src/core/edit/actions/plan-several';
import { setTodo } from '../../src/core/edit/actions/set-todo';
import type { TodoAction } from '../../src/core/edit/actions/todo-change';
import { planAdd } from '../../src/core/edit/actions/plan-add';
import type { Planned } from '../../src/core/edit/edit-plan';
import { isRefusal, refuse } from '../../src/core/text/refusal';
import { locateTodo } from '../../src/core/edit/locate-todo';
import { planMark } from '../../src/core/edit/mark/plan-mark';
import { planMove } from '../../src/core/edit/move/plan-move';
import type { Planning } from '../../src/core/edit/planning';
import { listBullets } from '../../src/core/edit/split/list-bullets';
import { planSplit } from '../../src/core/edit/split/plan-split';
import { editText } from '../../src/core/edit/text/edit-text';
import { listTodos } from '../../src/core/index/list-todos';
import type { Todo } from '../../src/core/index/todo';
import { CROSS_PHASE } from '../../src/core/phase/columns';

export interface FuzzAction {
  readonly name: string;
  /** `pick` chooses among what the action leaves open. */
  readonly plan: (planning: Planning, todo: Todo, pick: number) => Promise<Planned>;
  /** It puts other words in the place of some, and says so. */
  readonly namesWords?: true;
}

const on = (name: string, action: () => TodoAction): FuzzAction => ({
  name,
  plan: (planning, todo) => planTodo(planning, todo, action()),
});

const drafting = (planning: Planning): Drafting => ({
  ...planning,
  now: (format) => format,
  templateFolders: [],
  runsTemplater: false,
});

const turn = (leave: 'sentence' | 'transclusion' | 'link'): FuzzAction => ({
  name: `turn into a note, leaving a ${leave}`,
  plan: (planning, { path, line, title }) =>
    planExtract(drafting(planning), {
      path,
      lines: [line],
      titles: [`New ${title.replace(/[^\w ]/g, '').trim()}`.trim()],
      leave,
      template: null,
    }),
});

/** Everything that can be done with a todo. */
export const ACTIONS: readonly FuzzAction[] = [
  on('done', () => markDone()),
  on('hide', () => hideTodo('toggle')),
  on('state', () => setTodo({ state: 'waiting' })),
  on('no state', () => setTodo({ state: '' })),
  on('due', () => setTodo({ due: '2027-01-01' })),
  on('no due', () => setTodo({ due: '' })),
  on('owner', () => setTodo({ owner: 'Roles/SRE.md' })),
  on('no owner', () => setTodo({ owner: '' })),
  { ...on('edit', () => editText('other words')), namesWords: true },
  ...['Day 0', 'Day 1', 'Day 2', CROSS_PHASE].map((column): FuzzAction => ({
    name: `move to ${column}`,
    plan: (planning, todo) => planMove(planning, [todo], { column, withText: false }),
  })),
  {
    name: 'move with its text',
    plan: (planning, todo) => planMove(planning, [todo], { column: 'Day 2', withText: true }),
  },
  turn('sentence'),
  turn('transclusion'),
  turn('link'),
  { name: 'add', plan: (planning, todo, pick) => planAdd(planning, todo.phase?.name ?? 'Day 0', `added${pick}x`) },
  { name: 'mark', plan: (planning, todo, pick) => planMark(planning, todo.path, pick % 400) },
  {
    name: 'several done',
    plan: (planning, _todo, pick) => {
      const todos = listTodos(planning.index);
      return planSeveral(
        planning,
        todos.filter((_one, at) => (pick >> (at % 16)) % 2 === 1),
        markDone(),
      );
    },
  },
  {
    name: 'split',
    async plan(planning, todo) {
      const located = await locateTodo(planning, todo);
      if (isRefusal(located)) return located;
      const bullets = listBullets(planning, located).map(({ text }, at) => ({
        at,
        text,
        owner: at % 2 === 0 ? 'Roles/SRE.md' : null,
      }));
      return planSplit(planning, todo, { bullets, keep: false });
    },
  },
  {
    name: 'new responsibility',
    plan(planning, { phase }, pick) {
      const found = planning.index.settings.phases.find(({ id }) => id === phase?.id);
      if (!found) return Promise.resolve(refuse('It is in no phase.'));
      return planResponsibility(drafting(planning), {
        title: `Made ${pick}x`,
        phase: found,
        owner: 'Roles/SRE.md',
        due: '2027-01-01',
        template: null,
        publish: null,
        reference: pick % 2 === 0 ? 'bullet' : 'transclusion',
      });
    },
  },
];

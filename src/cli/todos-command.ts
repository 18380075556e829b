import { noteName } from '../core/note/link-text';
import { columnNamed, columnNames, listTodos } from '../core/index/list-todos';
import type { OperationsIndex } from '../core/index/operations-index';
import { columnOf, ELSEWHERE, type Todo } from '../core/index/todo';
import type { BlockKind, TodoKind } from '../core/todo/found-todo';
import type { CliCommand } from './cli-command';
import { oneOf, isGiven } from './parse-flags';
import { alignColumns, count, cut } from './table';
import { toTodoRecord } from './todo-record';

/** Titles longer than this would push the rest of the line out of sight. */
const TITLE_WIDTH = 60;

/** The interface's words for what a todo marks. */
const KIND_WORDS: Readonly<Record<Exclude<TodoKind, 'block'> | BlockKind, string>> = {
  note: 'note',
  section: 'section',
  item: 'bullet',
  paragraph: 'paragraph',
  row: 'table row',
  quote: 'quote',
};

const kindWord = ({ kind, block }: Todo): string => KIND_WORDS[kind === 'block' ? (block ?? 'paragraph') : kind];

function remarks({ state, status, due, owner, stub, fromCopy, also }: Todo): string {
  return [
    status === null || status === ' ' ? '' : `[${status}]`,
    state ?? '',
    stub ? 'empty' : '',
    due === null ? '' : `due ${due}`,
    owner === null ? '' : noteName(owner),
    fromCopy ? 'from a frozen copy' : '',
    also.length === 0 ? '' : `also ${also.map(({ name }) => name).join(', ')}`,
  ]
    .filter((remark) => remark !== '')
    .join(' · ');
}

function printTodos(todos: readonly Todo[], columns: readonly string[]): string[] {
  return columns.flatMap((column) => {
    const inColumn = todos.filter((todo) => columnOf(todo) === column);
    if (inColumn.length === 0) return [];
    const rows = inColumn.map((todo) => [cut(todo.title, TITLE_WIDTH), kindWord(todo), `${todo.path}:${todo.line + 1}`, remarks(todo)]);
    const title = inColumn[0]?.phase?.title ?? '';
    return [`${column}${title === '' ? '' : ` · ${title}`} (${inColumn.length})`, ...alignColumns(rows, '  '), ''];
  });
}

/** What lies outside the board is never silent: "6 more in 3 notes outside the phases". */
export function describeElsewhere(index: OperationsIndex): string | null {
  const elsewhere = listTodos(index, { scope: 'vault', column: ELSEWHERE, done: false });
  if (elsewhere.length === 0) return null;
  const notes = new Set(elsewhere.map(({ path }) => path));
  return `${elsewhere.length} more in ${count(notes.size, 'note')} outside the phases`;
}

/** `operations-lifecycle:todos` */
export function todosCommand(index: () => OperationsIndex): CliCommand {
  return {
    action: 'todos',
    description: 'List the unfinished parts of the operations pages by lifecycle phase',
    flags: {
      format: { value: 'text|json', description: 'Text for people (default) or JSON' },
      scope: { value: 'board|vault', description: 'The phases and Cross-phase (default), or the whole vault' },
      phase: { value: '<name>', description: 'Only this phase, Cross-phase or Elsewhere' },
      done: { description: 'List closed todos as well' },
    },
    run(values) {
      const { phases } = index().settings;
      const format = oneOf(values, 'format', ['text', 'json']);
      const column = values.phase === undefined ? null : columnNamed(phases, values.phase);
      if (values.phase !== undefined && column === null)
        throw new Error(`There is no phase "${values.phase}". Allowed: ${columnNames(phases).join(', ')}.`);
      const scope = column === ELSEWHERE && values.scope === undefined ? 'vault' : oneOf(values, 'scope', ['board', 'vault']);
      const todos = listTodos(index(), { scope, column, done: isGiven(values, 'done') });
      if (format === 'json') return JSON.stringify(todos.map((todo) => toTodoRecord(todo, index())), null, 2);
      const lines = printTodos(todos, columnNames(phases));
      if (todos.length === 0) lines.push(column === null ? 'Nothing open on the board.' : `Nothing open in ${column}.`, '');
      const elsewhere = scope === 'board' && column === null ? describeElsewhere(index()) : null;
      if (elsewhere !== null) lines.push(`${elsewhere} · scope=vault shows them`);
      return lines.join('\n').trimEnd();
    },
  };
}

import { counted } from '../core/wording/counted';
import { noteName } from '../core/note/link-text';
import { BoardBuilder, type Board } from '../core/board/build-board';
import { isoDay } from '../core/text/iso-day';
import { fewMessages } from '../core/board/query/few-messages';
import { inPlace } from '../core/index/list-todos';
import { columnNamed, columnNames, ELSEWHERE } from '../core/phase/columns';
import type { Todo } from '../core/index/todo';
import { SORTS } from '../core/settings/view';
import type { BlockKind, TodoKind } from '../core/todo/found-todo';
import type { CliCommand } from './cli-command';
import { oneOf, isGiven, toJson } from './parse-flags';
import { printMarkdown, type CardColumn } from './markdown-table';
import { readView } from './read-view';
import { alignColumns, truncate } from './table';
import { toTodoRecord, type TodoRecord } from './todo-record';

/** So many todos are made cards of before the app has its turn. */
const TODOS_A_BREATH = 250;

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

function printTodos(columns: readonly CardColumn[]): string[] {
  return columns.flatMap(({ title, cards }) => {
    const rows = cards.map(({ todo }) => [
      truncate(todo.title, TITLE_WIDTH),
      kindWord(todo),
      `${todo.path}:${todo.line + 1}`,
      remarks(todo),
    ]);
    return [`${title} (${cards.length})`, ...alignColumns(rows, '  '), ''];
  });
}

/** What lies outside the board is never silent: "6 more in 3 notes outside the phases". */
export function describeElsewhere({ todos, notes }: Board['elsewhere']): string | null {
  return todos === 0 ? null : `${todos} more in ${counted(notes, 'note')} outside the phases`;
}

/** `operations-lifecycle:todos` */
export const todosCommand: CliCommand = {
  action: 'todos',
  description: 'List the unfinished parts of the operations pages by lifecycle phase',
  flags: {
    format: {
      value: 'text|json|markdown',
      description: 'Text for people (default), JSON, or a Markdown table for each phase',
    },
    query: {
      value: '<query>',
      description: 'Only what it lets through, as the board’s field does: owner:none due:overdue',
    },
    view: { value: '<name>', description: 'Query and order of a saved view' },
    sort: { value: SORTS.join('|'), description: 'Order within a phase; else by path and line' },
    scope: { value: 'board|vault', description: 'The phases and Cross-phase (default), or the whole vault' },
    phase: { value: '<name>', description: 'Only this phase, Cross-phase or Elsewhere' },
    done: { description: 'List closed todos as well' },
  },
  async run(values, { context, changedAt, breathe }) {
    const { index, vault } = context;
    const { phases } = index.settings;
    const format = oneOf(values, 'format', ['text', 'json', 'markdown']);
    const only = values.phase === undefined ? null : columnNamed(phases, values.phase);
    if (values.phase !== undefined && only === null)
      throw new Error(`There is no phase "${values.phase}". Allowed: ${columnNames(phases).join(', ')}.`);
    const view = readView(index.settings, values);
    const elsewhere =
      view.elsewhere ||
      (only === ELSEWHERE && values.scope === undefined) ||
      oneOf(values, 'scope', ['board', 'vault']) === 'vault';
    const sort = values.sort === undefined && values.view === undefined ? null : view.sort;
    const builder = new BoardBuilder();
    while (!builder.prepare(index, TODOS_A_BREATH)) await breathe();
    const board = builder.build({
      index,
      vault,
      view: { ...view, elsewhere },
      today: isoDay(new Date()),
      changedAt,
      withClosed: isGiven(values, 'done'),
    });
    const columns = board.columns
      .filter(({ name, cards }) => (only === null || name === only) && cards.length > 0)
      .map(({ name, purpose, summary, cards }): CardColumn => ({
        title: summary && purpose !== '' ? `${name} · ${purpose}` : name,
        cards: sort === null ? [...cards].sort((a, b) => inPlace(a.todo, b.todo)) : cards,
      }));
    if (format === 'json') {
      const records: TodoRecord[] = [];
      for (const { todo } of columns.flatMap(({ cards }) => cards)) {
        records.push(toTodoRecord(todo, index));
        await breathe();
      }
      return toJson(records);
    }
    const lines =
      format === 'markdown' ? await printMarkdown(columns, (await context.planning()).vault) : printTodos(columns);
    if (columns.length === 0)
      lines.push(
        `Nothing ${view.query === '' ? 'open' : 'found'} ${only === null ? 'on the board' : `in ${only}`}.`,
        '',
      );
    if (format === 'markdown') return lines.join('\n').trimEnd();
    const more = elsewhere || only !== null ? null : describeElsewhere(board.elsewhere);
    if (more !== null) lines.push(`${more} · scope=vault shows them`);
    lines.push(...fewMessages(board.messages).map(({ text }) => `Note: ${text}`));
    return lines.join('\n').trimEnd();
  },
};

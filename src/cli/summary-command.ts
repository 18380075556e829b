import { counted } from '../core/wording/counted';
import { listTodos } from '../core/index/list-todos';
import { phaseProgress } from '../core/progress/phase-progress';
import type { Todo } from '../core/index/todo';
import { columnOf, CROSS_PHASE, ELSEWHERE } from '../core/phase/columns';
import type { Question } from '../core/phase/lifecycle';
import type { CliCommand } from './cli-command';
import { describePhase } from './phases-command';
import { alignColumns } from './table';
import { describeElsewhere } from './todos-command';

function ask(question: Question): string {
  switch (question.kind) {
    case 'phase-page':
      return `Which note is the page of ${question.phase}? ${question.candidates.join(', ')}. Choose it in the settings.`;
    case 'overview':
      return `Which note is the overview page? ${question.candidates.join(', ')}. Choose it in the settings.`;
    case 'missing-page':
      return `${question.setting} is set to ${question.path}, which is not in the vault.`;
    case 'new-phase':
      return `${question.page} looks like a phase's page, but there is no such phase. Add it as a column on the board, or in the settings.`;
  }
}

/** Tags such as `#todo/day-7`, which name no phase but look as if they meant one. */
function unknownPhases(todos: readonly Todo[]): string[] {
  return todos.flatMap(({ unknownPhase, path, line, tags }) =>
    unknownPhase === null ? [] : [`${path}:${line + 1} ${tags.join(' ')}: there is no phase "${unknownPhase}".`],
  );
}

const notesOf = (todos: readonly Todo[]): number => new Set(todos.map(({ path }) => path)).size;

/** The bare `operations-lifecycle` */
export const summaryCommand: CliCommand = {
  action: '',
  description: 'Summarize the operations lifecycle: phases, open todos, open questions',
  flags: {},
  run(_values, { context, report }) {
    const { index, vault } = context;
    const todos = listTodos(index);
    const open = todos.filter((todo) => columnOf(todo) !== ELSEWHERE);
    const crossPhase = open.filter((todo) => columnOf(todo) === CROSS_PHASE).length;
    const elsewhere = todos.slice(open.length);
    const { overview, questions } = index.lifecycle;
    const { problems, settingsProblems, notes: indexed, milliseconds } = report();
    const lines = [
      `Operations: ${open.length} open in ${counted(notesOf(open), 'note')}`,
      ...alignColumns(
        [
          ...phaseProgress(index, vault).map(({ summary }) => describePhase(summary)),
          [CROSS_PHASE, `${crossPhase} open`],
        ],
        '  ',
      ),
      overview === null ? 'No overview page found.' : `Overview page: ${overview}`,
      describeElsewhere({ todos: elsewhere.length, notes: notesOf(elsewhere) }) ?? '',
      ...[...questions.map(ask), ...unknownPhases(todos)].map((question) => `Question: ${question}`),
      ...settingsProblems.map((problem) => `Settings: ${problem}`),
      ...problems.map(({ path, reason }) => `Not read: ${path}: ${reason}`),
      `Indexed ${counted(indexed, 'note')}${milliseconds === null ? '' : ` in ${Math.round(milliseconds)} ms`}.`,
    ];
    return lines.filter((line) => line !== '').join('\n');
  },
};

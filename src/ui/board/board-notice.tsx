import type { Lifecycle } from '../../core/phase/lifecycle';
import type { Board } from '../../core/board/build-board';
import { folderOf, noteName } from '../../core/note/link-text';
import type { BoardActions } from './board-actions';

export interface BoardNoticeProps {
  readonly board: Board;
  readonly lifecycle: Lifecycle;
  /** Hints that the user has put away. */
  readonly dismissed: ReadonlySet<string>;
  readonly actions: BoardActions;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** Notes that hold frozen copies in whose place todos are read, and how many there are. */
function frozenHosts({ columns }: Board): { readonly copies: number; readonly notes: readonly string[] } {
  const frozen = columns.flatMap(({ cards }) => cards).filter(({ todo }) => todo.frozen);
  return { copies: frozen.length, notes: [...new Set(frozen.map(({ todo }) => todo.path))] };
}

/** One quiet line above the columns: what was found and what that means, until it is put away. */
export function BoardNotice({ board, lifecycle, dismissed, actions }: BoardNoticeProps) {
  const { copies, notes } = frozenHosts(board);
  const [host] = notes;
  if (host !== undefined && !dismissed.has('frozen')) {
    const subject = notes.length === 1 ? `${noteName(host)} is a published copy` : `${notes.length} notes are published copies`;
    return (
      <div class="ops-notice" role="status">
        <span>
          {subject}: {copies === 1 ? '1 card comes' : `${copies} cards come`} from frozen copies of pages that are not in this vault. The board reads their todos from the copies.
        </span>
        <button onClick={() => actions.dismiss('frozen')}>Not now</button>
      </div>
    );
  }
  if (lifecycle.questions.some(({ kind }) => kind === 'phase-page' || kind === 'overview') && !dismissed.has('questions')) {
    const names = lifecycle.questions.flatMap((question) => (question.kind === 'phase-page' ? [`the page of ${question.phase}`] : question.kind === 'overview' ? ['the overview page'] : []));
    return (
      <div class="ops-notice" role="status">
        <span>More than one note could be {listed(names)}.</span>
        <button onClick={() => actions.openSettings()}>Choose…</button>
        <button onClick={() => actions.dismiss('questions')}>Not now</button>
      </div>
    );
  }
  const pages = lifecycle.phases.flatMap(({ id, name }) => (lifecycle.pages.has(id) ? [{ name, page: lifecycle.pages.get(id) ?? '' }] : []));
  if (pages.length === 0 || dismissed.has('found')) return null;
  const folders = new Set(pages.map(({ page }) => folderOf(page)));
  const [folder] = folders;
  return (
    <div class="ops-notice" role="status">
      <span>
        Using {listed(pages.map(({ name }) => name))}
        {folders.size === 1 && folder ? ` from ${folder}` : ''}.
      </span>
      <button onClick={() => actions.dismiss('found')}>Looks right</button>
      <button onClick={() => actions.openSettings()}>Change…</button>
    </div>
  );
}

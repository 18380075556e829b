import type { Lifecycle } from '../../core/phase/lifecycle';
import type { CopyCounts } from '../../core/index/count-copies';
import { folderOf, noteName } from '../../core/note/link-text';
import type { BoardActions } from './board-actions';

export interface BoardNoticeProps {
  readonly lifecycle: Lifecycle;
  /** Hints that the user has put away. */
  readonly dismissed: ReadonlySet<string>;
  readonly actions: BoardActions;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** A published page without the pages that it shows; else null. */
function missingPages({ missingPages: pages, missingIn }: CopyCounts, actions: BoardActions) {
  const [host] = missingIn;
  if (host === undefined) return null;
  const [which, them] =
    pages === 1 ? ['a page that is', 'the page'] : [`${pages} pages that are`, `the ${pages} pages`];
  return (
    <div class="ops-notice" role="status">
      <span>
        {missingIn.length === 1
          ? `${noteName(host)} is a published copy.`
          : `${missingIn.length} notes are published copies.`}{' '}
        {missingIn.length === 1 ? 'It holds' : 'They hold'} frozen copies of {which} not in this vault; the board reads
        their todos from the copies.
      </span>
      <div class="ops-notice-buttons">
        <button onClick={() => actions.restore(missingIn.length === 1 ? host : null, true)}>Rebuild {them}…</button>
        <button onClick={() => actions.dismiss('frozen')}>Not now</button>
      </div>
    </div>
  );
}

/** Copies beside the pages that they were made of. */
function copyCounts({ copies, notes }: CopyCounts, actions: BoardActions) {
  return (
    <div class="ops-notice" role="status">
      <span>
        {copies === 1 ? '1 transclusion' : `${copies} transclusions`} in{' '}
        {notes.length === 1 ? noteName(notes[0] ?? '') : `${notes.length} notes`}{' '}
        {copies === 1 ? 'is a frozen copy' : 'are frozen copies'}, made by Digital Garden. The next publish overwrites
        what is written here.
      </span>
      <div class="ops-notice-buttons">
        <button onClick={() => actions.restore(notes.length === 1 ? (notes[0] ?? null) : null, false)}>
          Turn {copies === 1 ? 'it' : 'them'} back…
        </button>
        <button onClick={() => actions.dismiss('copies')}>I know</button>
      </div>
    </div>
  );
}

/** One quiet line above the columns: what was found and what that means, until it is put away. */
export function BoardNotice({ lifecycle, dismissed, actions }: BoardNoticeProps) {
  const counts = actions.copyCounts();
  const missing = dismissed.has('frozen') ? null : missingPages(counts, actions);
  if (missing) return missing;
  if (
    lifecycle.questions.some(({ kind }) => kind === 'phase-page' || kind === 'overview') &&
    !dismissed.has('questions')
  ) {
    const names = lifecycle.questions.flatMap((question) =>
      question.kind === 'phase-page'
        ? [`the page of ${question.phase}`]
        : question.kind === 'overview'
          ? ['the overview page']
          : [],
    );
    return (
      <div class="ops-notice" role="status">
        <span>More than one note could be {listed(names)}.</span>
        <div class="ops-notice-buttons">
          <button onClick={() => actions.plugin.openSettings()}>Choose…</button>
          <button onClick={() => actions.dismiss('questions')}>Not now</button>
        </div>
      </div>
    );
  }
  const [offer] = actions.phaseOffers().filter(({ page }) => !dismissed.has(`phase ${page}`));
  if (offer) {
    return (
      <div class="ops-notice" role="status">
        <span>{noteName(offer.page)} looks like a phase.</span>
        <div class="ops-notice-buttons">
          <button onClick={() => actions.adoptPhase(offer)}>Add it as a column</button>
          <button onClick={() => actions.dismiss(`phase ${offer.page}`)}>Not now</button>
        </div>
      </div>
    );
  }
  const pages = lifecycle.phases.flatMap(({ id, name }) =>
    lifecycle.pages.has(id) ? [{ name, page: lifecycle.pages.get(id) ?? '' }] : [],
  );
  const isFound = pages.length === 0 || dismissed.has('found');
  // A vault of published pages says so first; in one with a single such page that can wait.
  if (
    counts.copies > 0 &&
    counts.missingPages === 0 &&
    (counts.notes.length > 1 || isFound) &&
    !dismissed.has('copies')
  )
    return copyCounts(counts, actions);
  if (isFound) return null;
  const folders = new Set(pages.map(({ page }) => folderOf(page)));
  const [folder] = folders;
  return (
    <div class="ops-notice" role="status">
      <span>
        Using {listed(pages.map(({ name }) => name))}
        {folders.size === 1 && folder ? ` from ${folder}` : ''}.
      </span>
      <div class="ops-notice-buttons">
        <button onClick={() => actions.dismiss('found')}>Looks right</button>
        <button onClick={() => actions.plugin.openSettings()}>Change…</button>
      </div>
    </div>
  );
}

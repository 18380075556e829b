import type { Lifecycle } from '../../core/phase/lifecycle';
import type { CopyCounts } from '../../core/index/count-copies';
import { folderOf, noteName } from '../../core/note/link-text';
import type { BoardActions } from './board-actions';

interface BoardNoticeProps {
  readonly lifecycle: Lifecycle;
  readonly actions: BoardActions;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** What was found, and what can be done about it. */
const notice = (text: string, ...buttons: readonly (readonly [words: string, act: () => void])[]) => (
  <div class="ops-notice" role="status">
    <span>{text}</span>
    <div class="ops-notice-buttons">
      {buttons.map(([words, act], at) => (
        <button key={at} onClick={act}>
          {words}
        </button>
      ))}
    </div>
  </div>
);

/** A published page without the pages that it shows; else null. */
function missingPages({ missingPages: pages, missingIn }: CopyCounts, actions: BoardActions) {
  const [host, ...others] = missingIn;
  if (host === undefined) return null;
  const isOne = others.length === 0;
  const [which, them] =
    pages === 1 ? ['a page that is', 'the page'] : [`${pages} pages that are`, `the ${pages} pages`];
  const copies = isOne
    ? `${noteName(host)} is a published copy. It holds`
    : `${missingIn.length} notes are published copies. They hold`;
  return notice(
    `${copies} frozen copies of ${which} not in this vault; the board reads their todos from the copies.`,
    [`Rebuild ${them}…`, () => actions.restore(isOne ? host : null, true)],
    ['Not now', () => actions.dismiss('frozen')],
  );
}

/** Copies beside the pages that they were made of. */
function copyCounts({ copies, notes }: CopyCounts, actions: BoardActions) {
  const [only = null] = notes.length === 1 ? notes : [];
  const where = only === null ? `${notes.length} notes` : noteName(only);
  const [which, are, them] =
    copies === 1
      ? ['1 transclusion', 'is a frozen copy', 'it']
      : [`${copies} transclusions`, 'are frozen copies', 'them'];
  return notice(
    `${which} in ${where} ${are}, made by Digital Garden. The next publish overwrites what is written here.`,
    [`Turn ${them} back…`, () => actions.restore(only, false)],
    ['I know', () => actions.dismiss('copies')],
  );
}

/** One quiet line above the columns: what was found and what that means, until it is put away. */
export function BoardNotice({ lifecycle, actions }: BoardNoticeProps) {
  const { dismissed } = actions;
  const counts = actions.copyCounts();
  const missing = dismissed.has('frozen') ? null : missingPages(counts, actions);
  if (missing) return missing;
  const asked = lifecycle.questions.flatMap((question) =>
    question.kind === 'phase-page'
      ? [`the page of ${question.phase}`]
      : question.kind === 'overview'
        ? ['the overview page']
        : [],
  );
  if (asked.length > 0 && !dismissed.has('questions'))
    return notice(
      `More than one note could be ${listed(asked)}.`,
      ['Choose…', () => actions.plugin.openSettings()],
      ['Not now', () => actions.dismiss('questions')],
    );
  const offer = actions.phaseOffers().find(({ page }) => !dismissed.has(`phase ${page}`));
  if (offer)
    return notice(
      `${noteName(offer.page)} looks like a phase.`,
      ['Add it as a column', () => actions.adoptPhase(offer)],
      ['Not now', () => actions.dismiss(`phase ${offer.page}`)],
    );
  const pages = lifecycle.phases.flatMap(({ id, name }) => {
    const page = lifecycle.pages.get(id);
    return page === undefined ? [] : [{ name, page }];
  });
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
  const [folder, ...others] = new Set(pages.map(({ page }) => folderOf(page)));
  const from = folder && others.length === 0 ? ` from ${folder}` : '';
  return notice(
    `Using ${listed(pages.map(({ name }) => name))}${from}.`,
    ['Looks right', () => actions.dismiss('found')],
    ['Change…', () => actions.plugin.openSettings()],
  );
}

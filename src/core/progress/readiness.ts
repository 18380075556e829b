import { shortTitle } from '../index/short-title';
import type { Todo } from '../index/todo';
import type { ReadyCriterion } from '../settings/settings';
import type { PhaseProgress } from './phase-progress';
import { naturalOrder } from '../text/natural-order';

/** One thing that a phase lacks before the next may begin. */
export interface Missing {
  readonly what: 'page' | ReadyCriterion;
  /** Where it can be fixed; null for a page that is not there. */
  readonly path: string | null;
  /** 0-based. */
  readonly line: number | null;
  readonly text: string;
  /** An error that the handbook check has a fix for. */
  readonly fixable?: boolean;
}

/** The interface's words for what is missing. */
export const MISSING_WORDS: Readonly<Record<Missing['what'], string>> = {
  page: 'no page',
  error: 'error',
  overdue: 'overdue',
  open: 'open',
  owner: 'no owner',
};

/** An error that the handbook check has found in a note; line 0-based, `fix` null where it has none. */
interface PageError {
  readonly at: { readonly line: number };
  readonly message: string;
  readonly fix: object | null;
}

interface AskedReadiness {
  /** ISO. */
  readonly today: string;
  /** What counts; the settings'. */
  readonly criteria: readonly ReadyCriterion[];
  readonly errorsIn: (page: string) => readonly PageError[];
}

/**
 * What a phase lacks: errors of its page, then overdue and other open todos of the phase or of its responsibilities, then responsibilities without an owner;
 * each by place. A phase without a page lacks that. It is ready when it lacks nothing.
 */
export function missingFor(
  { summary: { name, page }, responsibilities, todos }: PhaseProgress,
  { today, criteria, errorsIn }: AskedReadiness,
): readonly Missing[] {
  const counts = (criterion: ReadyCriterion): boolean => criteria.includes(criterion);
  const what = ({ due }: Todo): ReadyCriterion =>
    counts('overdue') && due !== null && due < today ? 'overdue' : 'open';
  const open = [...new Set([...todos, ...responsibilities.flatMap((one) => one.open)])].map((todo): Missing => ({
    what: what(todo),
    path: todo.path,
    line: todo.line,
    text: shortTitle(todo),
  }));
  const errors = (page === null ? [] : errorsIn(page)).map(({ at: { line }, message, fix }): Missing => ({
    what: 'error',
    path: page,
    line,
    text: message,
    fixable: fix !== null,
  }));
  const ownerless = responsibilities
    .filter(({ owner }) => owner === null)
    .map(({ path, line, title }): Missing => ({ what: 'owner', path, line, text: title }));
  const byPlace = (a: Missing, b: Missing): number =>
    naturalOrder.compare(a.path ?? '', b.path ?? '') || (a.line ?? 0) - (b.line ?? 0);
  const of = (criterion: ReadyCriterion, all: readonly Missing[]): readonly Missing[] =>
    counts(criterion) ? all.filter((one) => one.what === criterion).sort(byPlace) : [];
  return [
    ...(page === null ? [{ what: 'page' as const, path: null, line: null, text: `${name} has no page yet` }] : []),
    ...of('error', errors),
    ...of('overdue', open),
    ...of('open', open),
    ...of('owner', ownerless),
  ];
}

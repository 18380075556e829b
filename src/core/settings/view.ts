import { sameName } from '../text/same-name';

/** Rows of the board: none, one for each owner, or one for each note. */
export const GROUPS = ['none', 'owners', 'notes'] as const;
export type Group = (typeof GROUPS)[number];

/** Order within a column: by due date and then place, by place, by owner, by title, or what changed last first. */
export const SORTS = ['due', 'place', 'owner', 'title', 'changed'] as const;
export type Sort = (typeof SORTS)[number];

/** How much of its text a card shows. */
export const DENSITIES = ['compact', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

/** What is seen of the board, and how. */
export interface View {
  /** As somebody would type it. */
  readonly query: string;
  readonly group: Group;
  readonly sort: Sort;
  readonly density: Density;
  /** Whether finished responsibilities are listed. */
  readonly finished: boolean;
  /** Whether what lies outside the phases has a column. */
  readonly elsewhere: boolean;
}

export const DEFAULT_VIEW: View = {
  query: '',
  group: 'none',
  sort: 'due',
  density: 'compact',
  finished: false,
  elsewhere: false,
};

/** A view that somebody has given a name. */
export interface SavedView {
  readonly name: string;
  /** Names that it had: links and blocks go on using them. */
  readonly formerNames: readonly string[];
  readonly view: View;
}

/** The view of that name, else the one that had it; null when there is none. */
export function viewNamed(views: readonly SavedView[], name: string): SavedView | null {
  return (
    views.find((one) => sameName(one.name, name)) ??
    views.find(({ formerNames }) => formerNames.some((former) => sameName(former, name))) ??
    null
  );
}

/** The view alone of what holds more than that. */
export const viewOf = ({ query, group, sort, density, finished, elsewhere }: View): View => ({
  query,
  group,
  sort,
  density,
  finished,
  elsewhere,
});

/** The saved view that shows just this; null when none does. */
export function viewLike(views: readonly SavedView[], view: View): SavedView | null {
  const wanted = JSON.stringify(viewOf(view));
  return views.find((one) => JSON.stringify(viewOf(one.view)) === wanted) ?? null;
}

/** Saves a view behind the others, or in the place of the one that has the name. */
export function saveView(views: readonly SavedView[], name: string, view: View): readonly SavedView[] {
  const known = views.find((one) => sameName(one.name, name));
  return known
    ? views.map((one) => (one === known ? { ...one, view } : one))
    : [...views, { name: name.trim(), formerNames: [], view }];
}

/** What is wrong with a new name for the view called `from` (null: for a new view), or null. */
export function viewNameProblem(views: readonly SavedView[], from: string | null, name: string): string | null {
  if (name.trim() === '') return 'A view needs a name.';
  const isTaken = views.some((one) => sameName(one.name, name) && (from === null || !sameName(one.name, from)));
  return isTaken ? `There is a view “${name.trim()}” already.` : null;
}

/** Gives a view another name. The one it had is kept, and goes from others that once had the new one. Throws where `viewNameProblem` has something to say. */
export function renameView(views: readonly SavedView[], from: string, name: string): readonly SavedView[] {
  const problem = viewNameProblem(views, from, name);
  if (problem !== null) throw new Error(problem);
  return views.map((one) => {
    const formerNames = one.formerNames.filter((former) => !sameName(former, name));
    if (!sameName(one.name, from)) return { ...one, formerNames };
    return { ...one, name: name.trim(), formerNames: sameName(from, name) ? formerNames : [...formerNames, one.name] };
  });
}

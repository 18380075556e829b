import type { App } from 'obsidian';
import { joinQueries } from '../core/board/query/join-queries';
import type { Settings } from '../core/settings/settings';
import { DEFAULT_VIEW, viewNamed } from '../core/settings/view';
import type { ViewLink } from './board/view-link';
import { tellReason } from './plan/run-plan';
import { revealBoard } from './reveal-board';

/** Opens the board with the view that a link names, the query that it holds, or both. A view that is none is told; a query that cannot be answered says so beside the field. */
export async function openViewLink(
  app: App,
  { savedViews }: Settings,
  { view: name, query = '' }: ViewLink,
): Promise<void> {
  const board = await revealBoard(app, 'main');
  const saved = name === undefined ? null : viewNamed(savedViews, name);
  if (name !== undefined && !saved) tellReason(`There is no saved view “${name}”.`);
  const view = saved?.view ?? DEFAULT_VIEW;
  if (saved || query !== '') board?.change({ ...view, query: joinQueries(view.query, query) });
}

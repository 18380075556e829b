import { Menu, Platform, type App } from 'obsidian';
import { writeBlock } from '../../core/block/board-block';
import { saveView, viewLike, type Group, type SavedView, type View } from '../../core/settings/view';
import { choose, type Choice } from '../dialog/choose';
import { copyText } from '../embed/copy-later';
import type { AskedView } from './asked-view';
import type { BoardHost } from './board-host';
import { stateOf, type BoardState } from './board-state';
import { QuerySuggest } from './query-suggest';
import { showMenuAt } from './show-menu-at';
import { viewLink } from './view-link';
import { addViewMenu, type ViewMenuPart, type ViewMenuParts } from './view-menu';
import { ViewSheet } from './view-sheet';

export interface ViewsHost {
  readonly host: BoardHost;
  readonly asked: AskedView;
  readonly state: () => BoardState;
  readonly change: (change: Partial<BoardState>) => void;
  readonly showKeys: () => void;
}

/** What is done with the view that a board shows: chosen, suggested, saved, and copied as a link or block. */
export class ViewActions {
  private sheet: ViewSheet | null = null;
  private readonly app: App;

  constructor(private readonly at: ViewsHost) {
    this.app = at.host.context.app;
  }

  private get savedViews(): readonly SavedView[] {
    return this.at.host.index.settings.savedViews;
  }

  /** By what cards stand in rows. */
  setGroup(group: Group): void {
    this.at.change({ group });
  }

  /** Order, saved views, or all that the toolbar has no room for. */
  showViewMenu(event: MouseEvent, part: ViewMenuPart): void {
    if (Platform.isPhone) {
      this.sheet = new ViewSheet(this.app, () => this.viewMenu());
      this.sheet.open();
      return;
    }
    const menu = new Menu();
    addViewMenu(menu, this.viewMenu(), part);
    showMenuAt(menu, event);
  }

  private viewMenu(): ViewMenuParts {
    const { group, sort } = this.at.state();
    return {
      chips: this.at.asked.chips,
      group,
      sort,
      savedViews: this.savedViews,
      saved: viewLike(this.savedViews, this.at.asked.view),
      filter: (filter) => this.at.change({ filter }),
      setGroup: (next) => this.setGroup(next),
      setSort: (next) => this.at.change({ sort: next }),
      open: ({ view }) => this.openView(view),
      save: () => void this.saveView(),
      copyLink: () => copyText(this.app, 'The link to this view', this.link(), 'Copied the link to this view'),
      showKeys: () => this.at.showKeys(),
    };
  }

  /** Shows what a view asks for, as it asks for it. */
  openView(view: View): void {
    this.at.change(stateOf(view));
  }

  /** The link to what is shown: to the saved view that it is, else to its query. */
  private link(): string {
    const { view } = this.at.asked;
    const saved = viewLike(this.savedViews, view);
    return viewLink(this.app.vault.getName(), saved ? { view: saved.name } : { query: view.query });
  }

  /** Copies a block that shows in a note what is shown here. */
  copyBlock(): void {
    const block = writeBlock(this.at.asked.view, this.savedViews);
    copyText(this.app, 'The board as a block', block, 'Copied: paste it into a note');
  }

  private async saveView(): Promise<void> {
    const { view: shown } = this.at.asked;
    const free = (name: string): Choice<string> | null =>
      name.trim() === '' ? null : { text: `Save as “${name.trim()}”`, note: '', value: name };
    const choices = this.savedViews.map(({ name, view }): Choice<string> => ({
      text: name,
      note: view.query === '' ? 'takes its place' : `takes its place: ${view.query}`,
      value: name,
    }));
    const chosen = await choose(this.app, { question: 'Save this view as…', choices, free });
    if (chosen)
      await this.at.host.context.changeSettings((now) => ({
        ...now,
        savedViews: saveView(now.savedViews, chosen.value, shown),
      }));
  }

  /** Suggests below the filter what can be typed; the result takes it away again. */
  suggestIn(input: HTMLInputElement): () => void {
    const suggestions = new QuerySuggest(this.app, input, (text, cursor) => this.at.asked.suggest(text, cursor));
    return () => suggestions.close();
  }

  /** What shows the view beside the board is drawn again with it. */
  draw(): void {
    if (this.sheet?.containerEl.isConnected) this.sheet.draw();
  }
}

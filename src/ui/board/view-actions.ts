import { Menu, Platform, type App } from 'obsidian';
import { writeBlock } from '../../core/block/board-block';
import { saveView, viewLike, type SavedView } from '../../core/settings/view';
import { choose, type Choice } from '../dialog/choose';
import { copyText } from '../embed/copy-later';
import type { AskedView } from './asked-view';
import { QuerySuggest } from './query-suggest';
import { showMenuAt } from './show-menu-at';
import { showKeys } from './show-text';
import type { ShownBoard } from './shown-board';
import { viewLink } from './view-link';
import { addViewMenu, type ViewMenuPart, type ViewMenuParts } from './view-menu';
import { ViewSheet } from './view-sheet';

/** What is done with the view that a board shows: chosen, suggested, saved, and copied as a link or block. */
export class ViewActions {
  private sheet: ViewSheet | null = null;
  private readonly app: App;

  constructor(
    private readonly at: ShownBoard,
    private readonly asked: AskedView,
  ) {
    this.app = at.host.context.app;
  }

  private get savedViews(): readonly SavedView[] {
    return this.at.host.index.settings.savedViews;
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
    const { asked, savedViews } = this;
    return {
      chips: asked.chips,
      view: this.at.state,
      savedViews,
      saved: viewLike(savedViews, asked.view),
      change: (change) => this.at.change(change),
      save: () => void this.saveView(),
      copyLink: () => copyText(this.app, 'The link to this view', this.link(), 'Copied the link to this view'),
      showKeys: () => showKeys(this.app),
    };
  }

  /** The link to what is shown: to the saved view that it is, else to its query. */
  private link(): string {
    const { view } = this.asked;
    const saved = viewLike(this.savedViews, view);
    return viewLink(this.app.vault.getName(), saved ? { view: saved.name } : { query: view.query });
  }

  /** Copies a block that shows in a note what is shown here. */
  copyBlock(): void {
    const block = writeBlock(this.asked.view, this.savedViews);
    copyText(this.app, 'The board as a block', block, 'Copied: paste it into a note');
  }

  private async saveView(): Promise<void> {
    const { view: shown } = this.asked;
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
    const suggestions = new QuerySuggest(this.app, input, (text, cursor) => this.asked.suggest(text, cursor));
    return () => suggestions.close();
  }

  /** What shows the view beside the board is drawn again with it. */
  draw(): void {
    if (this.sheet?.containerEl.isConnected) this.sheet.draw();
  }
}

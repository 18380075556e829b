/** The phase board, as somebody sees it. */
import { eventually, type Driver } from './driver';

const BOARD = '.workspace-leaf-content[data-type="operations-lifecycle-board"]';

/** The board in a note. */
export const BLOCK = '.ops-block';

export class BoardPage {
  private readonly cards: string;

  constructor(
    private readonly driver: Driver,
    private readonly root = BOARD,
  ) {
    this.cards = `${root} .ops-card`;
  }

  async open(): Promise<void> {
    await this.driver.run(({ app }) => void app.commands.executeCommandById('operations-lifecycle:open-board'), null);
    await eventually(
      () => this.titles(),
      (titles) => titles.length > 0,
      'The board shows cards',
    );
  }

  /** The titles of all cards, column by column. */
  titles(column = ''): Promise<string[]> {
    const within = column === '' ? this.cards : `${this.root} .ops-column[data-column="${column}"] .ops-card`;
    return this.driver.run(
      (_, within) => [...document.querySelectorAll(`${within} .ops-title`)].map(({ textContent }) => textContent),
      within,
    );
  }

  async hasCard(title: string, column = ''): Promise<void> {
    await eventually(
      () => this.titles(column),
      (titles) => titles.includes(title),
      `${column === '' ? 'The board' : column} shows “${title}”`,
    );
  }

  async hasNoCard(title: string, column = ''): Promise<void> {
    await eventually(
      () => this.titles(column),
      (titles) => !titles.includes(title),
      `${column === '' ? 'The board' : column} shows no “${title}”`,
    );
  }

  /** Puts the focus on a card as soon as it is drawn, marks it for selectors, and answers with one for it. */
  async focus(title: string): Promise<string> {
    await this.hasCard(title);
    await this.driver.run(
      (_, { card, title }) => {
        const found = [...document.querySelectorAll<HTMLElement>(card)].find(
          (one) => one.querySelector('.ops-title')?.textContent === title,
        );
        if (!found) throw new Error(`There is no card “${title}”.`);
        for (const one of document.querySelectorAll('[data-spec]')) one.removeAttribute('data-spec');
        found.dataset.spec = 'card';
        found.scrollIntoView({ block: 'center' });
        found.focus();
      },
      { card: this.cards, title },
    );
    return '[data-spec="card"]';
  }

  /** Folds the right sidebar away before: beside it the columns can stand one below the other, and where the card is to go is then out of the window. */
  async drag(title: string, column: string): Promise<void> {
    await this.driver.run(({ app }) => app.workspace.rightSplit.collapse(), null);
    await eventually(
      () => this.isBelow(column),
      (isBelow) => !isBelow,
      `The column ${column} begins at the height of the first`,
    );
    await this.driver.drag(`${await this.focus(title)} .ops-title`, `${BOARD} .ops-column[data-column="${column}"]`);
  }

  /** Whether a column begins below the first one. */
  private isBelow(column: string): Promise<boolean> {
    return this.driver.run(
      (_, { all, column }) => {
        const columns = [...document.querySelectorAll<HTMLElement>(all)];
        const top = (one?: HTMLElement): number => Math.round(one?.getBoundingClientRect().top ?? NaN);
        return top(columns.find((one) => one.dataset.column === column)) !== top(columns[0]);
      },
      { all: `${BOARD} .ops-column`, column },
    );
  }

  /** What the browser makes of the pane's own element. */
  computed(type: string): Promise<{ padding: string; overflow: string }> {
    return this.driver.run((_, type) => {
      const pane = document.querySelector(`.workspace-leaf-content[data-type="${type}"] .view-content`);
      if (!pane) throw new Error(`No pane ${type} is open.`);
      const { paddingTop, paddingLeft, paddingRight, overflowX, overflowY } = getComputedStyle(pane);
      return { padding: `${paddingTop} ${paddingLeft} ${paddingRight}`, overflow: `${overflowX} ${overflowY}` };
    }, type);
  }

  /** Whether the search field has the focus. */
  isFiltering(): Promise<boolean> {
    return this.driver.run(
      (_, board) => document.activeElement === document.querySelector(`${board} .ops-filter input`),
      BOARD,
    );
  }

  /** Dispatches a key press as a keyboard of another country reports it, on what has the focus. */
  typeKey(
    key: string,
    held: { readonly shiftKey?: boolean; readonly ctrlKey?: boolean; readonly altKey?: boolean },
  ): Promise<void> {
    return this.driver.run(
      (_, init) =>
        void document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
        ),
      { key, shiftKey: held.shiftKey ?? false, ctrlKey: held.ctrlKey ?? false, altKey: held.altKey ?? false },
    );
  }

  /** How far the board's end stands above what lies over the window's end, in pixels; negative when it is covered. */
  roomAboveBar(): Promise<number> {
    return this.driver.run((_, board) => {
      const pane = document.querySelector(`${board} .view-content`);
      const bar = document.querySelector('.mobile-navbar, .workspace-ribbon.mod-left');
      const last = pane?.querySelector('.ops-board')?.lastElementChild;
      if (!pane || !bar || !last) throw new Error('There is no board with a bar below it.');
      return Math.round(bar.getBoundingClientRect().top - last.getBoundingClientRect().bottom);
    }, BOARD);
  }
}

/** The phase board in a browser's page, in the words of somebody who looks at it. */
import type { Locator, Page } from 'playwright-core';

export const BOARD_TYPE = 'operations-lifecycle-board';

/** One board of possibly several: `root` is its pane. */
export class BoardPage {
  readonly root: Locator;
  readonly grid: Locator;
  readonly filter: Locator;

  constructor(
    readonly page: Page,
    root: Locator = page.locator(`.workspace-leaf-content[data-type="${BOARD_TYPE}"]`),
  ) {
    this.root = root;
    this.grid = root.getByRole('grid', { name: 'Todos by lifecycle phase' });
    this.filter = root.getByLabel('Filter the cards');
  }

  /** As a user does: by the ribbon. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open phase board', exact: true }).click();
    await this.grid.waitFor();
  }

  /** A board as on the first day, and no other tab but the file tree. */
  async openAnew(): Promise<void> {
    await this.page.evaluate(async (type) => {
      const { app } = await window.workbench;
      for (const each of [type, 'markdown']) app.workspace.detachLeavesOfType(each);
    }, BOARD_TYPE);
    await this.open();
  }

  column(name: string): Locator {
    return this.root.locator(`.ops-column[data-column="${name}"]`);
  }

  header(name: string): Locator {
    return this.column(name).locator('.ops-column-head');
  }

  columnNames(): Promise<string[]> {
    return this.root.locator('.ops-column-name').allTextContents();
  }

  /** The first card with this title. */
  card(title: string, column?: string): Locator {
    const within = column === undefined ? this.root : this.column(column);
    return within
      .locator('.ops-card')
      .filter({ has: this.page.locator('.ops-title').getByText(title, { exact: true }) })
      .first();
  }

  /** Cards come over a few frames: until none has come in three. */
  private whole(): Promise<void> {
    return this.page.evaluate(async () => {
      const frame = (): Promise<number> =>
        new Promise((resolve) => requestAnimationFrame(() => resolve(document.querySelectorAll('.ops-card').length)));
      for (let [before, still] = [-1, 0]; still < 3;) {
        const count = await frame();
        still = count === before ? still + 1 : 0;
        before = count;
      }
    });
  }

  async titles(column?: string): Promise<string[]> {
    await this.whole();
    return (column === undefined ? this.root : this.column(column)).locator('.ops-title').allTextContents();
  }

  async countCards(column?: string): Promise<number> {
    await this.whole();
    return (column === undefined ? this.root : this.column(column)).locator('.ops-card').count();
  }

  /** "47 open", or with a filter "3 of 47 open". */
  totals(): Promise<string> {
    return this.root.locator('.ops-totals').innerText();
  }

  /** What has the focus: a card's title, "# name" for a column's header, else the element's name or tag. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const head = element.dataset.columnHead;
      if (head !== undefined) return `# ${head}`;
      return (
        (element.matches('.ops-card') ? element.querySelector('.ops-title')?.textContent : null) ??
        element.getAttribute('aria-label') ??
        element.tagName.toLowerCase()
      );
    });
  }

  async openMenu(card: Locator): Promise<Locator> {
    await card.click({ button: 'right' });
    const menu = this.page.getByRole('menu');
    await menu.waitFor();
    return menu;
  }
}

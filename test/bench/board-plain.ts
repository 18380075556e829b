/** Runs in the page. The floor: as many plain cards, put into the page by hand, without a model, an index or a library behind them. */
import { frame, painted, paintedFrame, scrollThrough, type Frame } from './board-frames';
import { CARDS_A_COLUMN } from './board-vault';

const COLUMNS = 4;
const TITLE = 'Rollback Checklist';
const LINES = [
  'Engineering › Operations › Day 1',
  'The service is checked before the first release, so that nobody has to guess.',
];
/** What a user would see of it; the cards' looks are the app's own greys. */
const STYLE = `
  .plain-board { position: fixed; inset: 0; z-index: 100; display: flex; gap: 12px; background: var(--background-primary); font-size: var(--font-ui-small); }
  .plain-board input { position: absolute; inset-inline-end: 0; }
  .plain-column { flex: 1 1 0; overflow-y: auto; }
  .plain-card { margin: 8px; padding: 8px 12px; border: 1px solid var(--background-modifier-border); border-radius: 8px; }
  .plain-card[hidden] { display: none; }
`;

export class PlainBoard {
  private root: HTMLElement | null = null;
  private cards: HTMLElement[] = [];

  /** Milliseconds until all cards are painted. */
  async open(): Promise<number> {
    const start = performance.now();
    this.build();
    await frame();
    return (await painted()) - start;
  }

  close(): void {
    this.root?.remove();
    this.root = null;
    this.cards = [];
  }

  /** Gives as many cards another title, one after the other. */
  async update(count: number): Promise<Frame[]> {
    const frames: Frame[] = [];
    for (let at = 0; at < count; at++) frames.push(await paintedFrame(() => this.retitle(at)));
    return frames;
  }

  /** As `update`, with the time until the next frame. */
  async updateAtOnce(count: number): Promise<number[]> {
    const times: number[] = [];
    for (let at = 0; at < count; at++) {
      const start = performance.now();
      this.retitle(at);
      await frame();
      times.push((await painted()) - start);
    }
    return times;
  }

  /** @returns the milliseconds between any two frames. */
  async scroll(): Promise<number[]> {
    const list = this.root?.querySelector<HTMLElement>('.plain-column');
    if (!list) throw new Error('The plain board is not open.');
    list.scrollTop = 0;
    return scrollThrough(list);
  }

  focusFilter(): void {
    this.root?.querySelector('input')?.focus();
  }

  private build(): void {
    const root = createDiv('plain-board');
    root.createEl('style', { text: STYLE });
    root
      .createEl('input')
      .addEventListener('input', ({ currentTarget }) => this.filter((currentTarget as HTMLInputElement).value));
    for (let column = 0; column < COLUMNS; column++) {
      const list = root.createDiv('plain-column');
      for (let at = 0; at < CARDS_A_COLUMN; at++) {
        const card = list.createDiv('plain-card');
        // Every third stays when the word is typed that is typed into the board's filter.
        card.createDiv({ text: at % 3 === 0 ? `${TITLE} ${at}` : `Patching Policy ${at}` });
        for (const text of LINES) card.createDiv({ text });
        this.cards.push(card);
      }
    }
    document.body.append(root);
    this.root = root;
  }

  private retitle(at: number): void {
    this.cards[at]?.firstElementChild?.setText(`${TITLE} ${performance.now()}`);
  }

  private filter(text: string): void {
    const word = text.toLowerCase();
    for (const card of this.cards) card.hidden = !card.textContent.toLowerCase().includes(word);
  }
}

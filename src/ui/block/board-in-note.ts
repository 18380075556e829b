import { MarkdownRenderChild } from 'obsidian';
import { readBlock, type BoardBlock } from '../../core/block/board-block';
import { INITIAL_STATE, type BoardState } from '../board/board-state';
import type { BoardHost } from '../board/board-host';
import { BoardSurface } from '../board/board-surface';
import { openAsLink } from '../board/open-beside';

/** So far from what is in sight a block is drawn already: it is there when somebody scrolls to it. */
const AHEAD = '200px';

const stateOf = ({ view: { query, group, elsewhere, density, sort, finished } }: BoardBlock): Partial<BoardState> => ({
  filter: query,
  group,
  showElsewhere: elsewhere,
  density,
  sort,
  finished,
});

/** What the blocks of all notes share. */
export interface BlockHost {
  readonly board: BoardHost;
  /** Those that are in a document somewhere. */
  readonly blocks: Set<BoardInNote>;
  /** How high a block was when it was last drawn, by its note and text: so much room is kept for it. */
  readonly heights: Map<string, number>;
}

/** A board in a note, drawn when it comes in sight. It goes with what the app rendered the note for. */
export class BoardInNote extends MarkdownRenderChild {
  private surface: BoardSurface | null = null;
  private isInSight = false;
  private read: BoardBlock | null = null;

  constructor(
    containerEl: HTMLElement,
    private readonly host: BlockHost,
    private readonly source: string,
    private readonly path: string,
  ) {
    super(containerEl);
  }

  override onload(): void {
    this.containerEl.addClass('ops-block', 'ops-view');
    this.host.blocks.add(this);
    this.register(() => this.host.blocks.delete(this));
    this.keepRoom();
    this.watchSight();
    this.invalidate();
  }

  /** The vault or the settings have changed. */
  invalidate(): void {
    const { containerEl, host } = this;
    const read = readBlock(this.source, host.board.index.settings.savedViews);
    const isSame = JSON.stringify(read) === JSON.stringify(this.read);
    if ('problems' in read || !isSame || !this.surface) {
      if (this.surface) this.removeChild(this.surface);
      this.surface = null;
      containerEl.empty();
      containerEl.toggleClass('is-wrong', 'problems' in read);
    }
    if ('problems' in read) {
      this.read = null;
      for (const problem of read.problems) containerEl.createDiv({ cls: 'ops-query-message is-error', text: problem });
      return;
    }
    this.read = read;
    if (this.surface) this.surface.invalidate();
    else this.surface = this.draw(read);
  }

  private draw(read: BoardBlock): BoardSurface {
    const { board } = this.host;
    const surface = new BoardSurface(board, {
      root: this.containerEl,
      block: {
        show: read.show,
        name: read.name ?? '',
        limit: read.limit,
        openAsPane: () => board.openPane(read.view),
      },
      isShown: () => this.isInSight && this.containerEl.isShown(),
      stateChanged: () => undefined,
      open: (file, line, pane) => openAsLink(board.context.app, file, line, pane),
    });
    surface.show({ ...INITIAL_STATE, ...stateOf(read) });
    return this.addChild(surface);
  }

  private watchSight(): void {
    const { containerEl } = this;
    let stop = (): void => undefined;
    const watch = (): void => {
      stop();
      const win = containerEl.win as Window & typeof window;
      const sight = new win.IntersectionObserver(
        (entries) => {
          this.isInSight = entries.at(-1)?.isIntersecting ?? false;
          if (this.isInSight) this.surface?.drawIfStale();
        },
        { rootMargin: AHEAD },
      );
      sight.observe(containerEl);
      stop = () => sight.disconnect();
    };
    // Not before: an element that is never shown would be held by the observer for good.
    this.register(containerEl.onNodeInserted(watch, true));
    this.register(containerEl.onWindowMigrated(watch));
    this.register(() => stop());
  }

  /** What stands below in the note does not jump: room is kept from the last time, and given back only with the block or another width. */
  private keepRoom(): void {
    const { containerEl } = this;
    const { heights } = this.host;
    const key = `${this.path}\n${this.source}`;
    let width = 0;
    const keep = (height: number): void => containerEl.setCssProps({ '--ops-block-room': `${height}px` });
    const known = heights.get(key);
    if (known !== undefined) keep(known);
    const win = containerEl.win as Window & typeof window;
    const sizes = new win.ResizeObserver(() => {
      const { clientWidth, offsetHeight } = containerEl;
      if (!this.isInSight || !containerEl.querySelector('.ops-board')) return;
      if (clientWidth !== width) {
        width = clientWidth;
        keep(0);
        return;
      }
      heights.delete(key);
      heights.set(key, offsetHeight);
      for (const oldest of heights.keys()) if (heights.size > MOST_HEIGHTS) heights.delete(oldest);
      keep(offsetHeight);
    });
    sizes.observe(containerEl);
    this.register(() => sizes.disconnect());
  }
}

/** So many blocks' heights are remembered. */
const MOST_HEIGHTS = 200;

import { MarkdownRenderChild } from 'obsidian';
import { readBlock, type BoardBlock } from '../../core/block/board-block';
import { INITIAL_STATE } from '../board/board-state';
import type { BoardHost } from '../board/board-host';
import { BoardSurface } from '../board/board-surface';
import { openAsLink } from '../board/open-beside';
import { inOwnWindow } from '../in-own-window';

/** So far from what is in sight a block is drawn already: it is there when somebody scrolls to it. */
const AHEAD = '200px';

/** What the blocks of all notes share. */
export interface BlockHost {
  readonly board: BoardHost;
  /** How high a block was when it was last drawn, by its note and text: so much room is kept for it. */
  readonly heights: Map<string, number>;
}

/** A board in a note, drawn when it comes in sight. It goes with what the app rendered the note for. */
export class BoardInNote extends MarkdownRenderChild {
  private surface: BoardSurface | null = null;
  private isInSight = false;
  private isInserted = false;
  private read: BoardBlock | null = null;
  private width = 0;
  private readonly key: string;
  private readonly root: HTMLElement;

  constructor(
    containerEl: HTMLElement,
    private readonly host: BlockHost,
    private readonly source: string,
    path: string,
  ) {
    super(containerEl);
    this.key = `${path}\n${source}`;
    // An editor measures the element that it gave: margins have to be inside of it.
    containerEl.addClass('ops-block-place');
    this.root = containerEl.createDiv('ops-block ops-view');
  }

  override onload(): void {
    const { host, root } = this;
    host.board.boards.add(this);
    this.register(() => host.board.boards.delete(this));
    const known = host.heights.get(this.key);
    if (known !== undefined) this.keep(known);
    // Not before: an element that is never shown would be held by its observers for good, and it may be made in another window than it is shown in.
    this.register(
      root.onNodeInserted(() => {
        this.isInserted = true;
        this.inserted();
      }, true),
    );
    this.invalidate();
  }

  /** The vault or the settings have changed. */
  invalidate(): void {
    const { root, host } = this;
    const read = readBlock(this.source, host.board.index.settings.savedViews);
    const isSame = JSON.stringify(read) === JSON.stringify(this.read);
    if ('problems' in read || !isSame || !this.surface) {
      if (this.surface) this.removeChild(this.surface);
      this.surface = null;
      root.empty();
      root.toggleClass('is-wrong', 'problems' in read);
    }
    if ('problems' in read) {
      this.read = null;
      for (const problem of read.problems) root.createDiv({ cls: 'ops-query-message is-error', text: problem });
      return;
    }
    this.read = read;
    if (this.surface) this.surface.invalidate();
    else if (this.isInserted) this.surface = this.draw(read);
  }

  private draw(read: BoardBlock): BoardSurface {
    const { board } = this.host;
    const surface = new BoardSurface(board, {
      root: this.root,
      block: {
        show: read.show,
        name: read.name ?? '',
        limit: read.limit,
        openAsPane: () => board.openPane(read.view),
      },
      isShown: () => this.isInSight && this.root.isShown(),
      open: (file, line, pane) => openAsLink(board.context.app, file, line, pane),
    });
    surface.show({ ...INITIAL_STATE, ...read.view });
    return this.addChild(surface);
  }

  /** Once it stands in a document. */
  private inserted(): void {
    const { root } = this;
    inOwnWindow(this, root, (win) => {
      const sight = new win.IntersectionObserver(
        (entries) => {
          this.isInSight = entries.at(-1)?.isIntersecting ?? false;
          if (this.isInSight) this.surface?.drawIfStale();
        },
        { rootMargin: AHEAD },
      );
      const sizes = new win.ResizeObserver(() => this.keepRoom());
      sight.observe(root);
      sizes.observe(root);
      return () => {
        sight.disconnect();
        sizes.disconnect();
      };
    });
    this.invalidate();
  }

  /** What stands below in the note does not jump: room is kept from the last time, and given back only with the block or another width. */
  private keepRoom(): void {
    const { clientWidth, offsetHeight } = this.root;
    const { heights } = this.host;
    if (!this.isInSight || !this.root.querySelector('.ops-board')) return;
    if (clientWidth !== this.width) {
      this.width = clientWidth;
      this.keep(0);
      return;
    }
    heights.delete(this.key);
    heights.set(this.key, offsetHeight);
    for (const oldest of heights.keys()) if (heights.size > MOST_HEIGHTS) heights.delete(oldest);
    this.keep(offsetHeight);
  }

  private keep(height: number): void {
    this.root.setCssProps({ '--ops-block-room': `${height}px` });
  }
}

/** So many blocks' heights are remembered. */
const MOST_HEIGHTS = 200;

import type { DropPlace, DropHint } from '../actions/move-plans';

/** How near an edge, in pixels, the pointer makes a list scroll, and how fast at most, in pixels a frame. */
const EDGE = 56;
const SPEED = 18;

interface DragRequest {
  readonly root: HTMLElement;
  /** What is dragged, for the picture at the pointer: `3 todos`. Null for the card itself. */
  readonly label: string | null;
  readonly prospect: (place: DropPlace) => DropHint;
  /** The keys of the cards that are dragged. */
  readonly keys: ReadonlySet<number>;
  /** Before which card they would stand at a place, by its key; null for behind the last. */
  readonly next: (place: DropPlace) => number | null;
  readonly drop: (place: DropPlace) => void;
  /** The drag is over, dropped or not. */
  readonly ended: () => void;
}

/**
 * A drag with the mouse: the browser's own, on the document of the board, so in windows of their own too. Columns and cells are marked by class and
 * attribute, because nothing is drawn anew under the pointer.
 */
export class CardDrag {
  private over: HTMLElement | null = null;
  private pointer = { x: 0, y: 0 };
  private frame = 0;
  private timer = 0;
  private placeholder: HTMLElement | null = null;
  private isOver = false;
  private readonly cleanUps: (() => void)[] = [];

  constructor(
    private readonly request: DragRequest,
    event: DragEvent,
  ) {
    const { root, label } = request;
    const { dataTransfer } = event;
    if (dataTransfer) {
      dataTransfer.effectAllowed = 'move';
      dataTransfer.setData('text/plain', label ?? '');
      if (label !== null) this.showLabel(dataTransfer, label);
    }
    this.listen('dragenter', (move) => this.moved(move));
    this.listen('dragover', (move) => this.moved(move));
    this.listen('drop', (drop) => this.dropped(drop));
    this.listen('dragend', () => this.end());
    // A card that went away while it was dragged tells of no end; the next movement without a button does.
    this.listen('mousemove', (move) => {
      if (move.buttons === 0) this.end();
    });
    root.addClass('is-dragging');
    // Not yet: the browser is about to take its picture of the card.
    this.timer = root.win.setTimeout(() => this.dim(true));
    this.frame = root.win.requestAnimationFrame(() => this.scroll());
  }

  private listen<Name extends 'dragenter' | 'dragover' | 'drop' | 'dragend' | 'mousemove'>(
    name: Name,
    act: (event: DocumentEventMap[Name]) => void,
  ): void {
    const { doc } = this.request.root;
    doc.addEventListener(name, act, true);
    this.cleanUps.push(() => doc.removeEventListener(name, act, true));
  }

  private showLabel(transfer: DataTransfer, label: string): void {
    const { doc, win } = this.request.root;
    const picture = doc.body.createDiv({ cls: 'ops-drag-label', text: label });
    transfer.setDragImage(picture, 12, 12);
    win.setTimeout(() => picture.remove());
  }

  private columnAt(target: EventTarget | null): HTMLElement | null {
    const column =
      (target as Partial<HTMLElement> | null)?.closest?.<HTMLElement>('.ops-column, .ops-cell[data-column]') ?? null;
    return column && this.request.root.contains(column) ? column : null;
  }

  private moved(event: DragEvent): void {
    this.pointer = { x: event.clientX, y: event.clientY };
    const column = this.columnAt(event.target);
    if (column !== this.over) {
      this.unmark();
      this.over = column;
      this.mark();
    }
    if (!column) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = this.prospect().kind === 'impossible' ? 'none' : 'move';
  }

  private prospect(): DropHint {
    return this.request.prospect(placeOf(this.over));
  }

  /** A plan is there now: what the column under the pointer says may have changed. */
  refresh(): void {
    this.mark();
  }

  private mark(): void {
    if (!this.over) return;
    const { kind, text } = this.prospect();
    this.over.dataset.drop = kind;
    const hint =
      this.over.querySelector<HTMLElement>(':scope > .ops-drop-hint') ??
      this.over.createDiv({ cls: 'ops-drop-hint', attr: { 'aria-hidden': 'true' } });
    hint.setText(text);
    this.hold(kind !== 'impossible');
  }

  /** Keeps a place free where the card would stand, as far as that is drawn. */
  private hold(isPossible: boolean): void {
    const list = isPossible ? this.over?.querySelector<HTMLElement>(':scope > .ops-cards') : null;
    if (!list) {
      this.placeholder?.remove();
      return;
    }
    const key = this.request.next(placeOf(this.over));
    const next = key === null ? null : list.querySelector(`:scope > .ops-card[data-key="${key}"]`);
    this.placeholder ??= list.createDiv();
    this.placeholder.className = 'ops-placeholder';
    this.placeholder.ariaHidden = 'true';
    list.insertBefore(this.placeholder, next ?? (key === null ? null : list.firstChild));
  }

  private dim(isDimmed: boolean): void {
    for (const card of this.request.root.querySelectorAll<HTMLElement>('.ops-card'))
      if (this.request.keys.has(Number(card.dataset.key))) card.toggleClass('is-dragged', isDimmed);
  }

  private unmark(): void {
    this.over?.removeAttribute('data-drop');
    this.over?.querySelector(':scope > .ops-drop-hint')?.remove();
    this.placeholder?.remove();
  }

  private dropped(event: DragEvent): void {
    const column = this.columnAt(event.target);
    if (!column) return;
    event.preventDefault();
    event.stopPropagation();
    const place = placeOf(column);
    const isPossible = this.request.prospect(place).kind !== 'impossible';
    this.end();
    if (isPossible) this.request.drop(place);
  }

  /** Scrolls what the pointer is near the edge of: the column's list, and the board. */
  private scroll(): void {
    const { root } = this.request;
    const lists = [this.over?.querySelector<HTMLElement>('.ops-cards'), root.querySelector<HTMLElement>('.ops-grid')];
    for (const list of lists) {
      if (!list) continue;
      const box = list.getBoundingClientRect();
      if (list.scrollHeight > list.clientHeight) list.scrollTop += pull(this.pointer.y, box.top, box.bottom);
      if (list.scrollWidth > list.clientWidth) list.scrollLeft += pull(this.pointer.x, box.left, box.right);
    }
    this.frame = root.win.requestAnimationFrame(() => this.scroll());
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    const { root, ended } = this.request;
    root.win.cancelAnimationFrame(this.frame);
    root.win.clearTimeout(this.timer);
    this.unmark();
    this.placeholder?.remove();
    this.dim(false);
    root.removeClass('is-dragging');
    for (const cleanUp of this.cleanUps) cleanUp();
    ended();
  }
}

/** What a column, or a cell of rows, stands for. */
const placeOf = (element: HTMLElement | null): DropPlace => ({
  column: element?.dataset.column ?? '',
  row: element?.dataset.row,
});

/** How far to scroll in a frame for a pointer between two edges: the nearer to one, the faster; 0 away from both. */
function pull(at: number, from: number, to: number): number {
  if (at <= 0) return 0;
  const near = Math.min(EDGE, (to - from) / 4);
  if (at < from + near) return -Math.min(SPEED, Math.ceil(((from + near - at) / near) * SPEED));
  if (at > to - near) return Math.min(SPEED, Math.ceil(((at - to + near) / near) * SPEED));
  return 0;
}

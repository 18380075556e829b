/** A small window beside an element, as long as the mouse is on either. */
import { Component } from './mocks';
import { placeInWindow } from './menu/place-in-window';

export interface HoverParent {
  hoverPopover: HoverPopover | null;
}

const WAIT_MS = 300;

export class HoverPopover extends Component {
  hoverEl = createDiv('popover hover-popover');
  state = 0;
  readonly #parent: HoverParent;
  readonly #target: HTMLElement | null;
  readonly #showing: ReturnType<typeof setTimeout>;
  #hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(
    parent: HoverParent,
    targetEl: HTMLElement | null,
    waitTime = WAIT_MS,
    staticPos: { x: number; y: number } | null = null,
  ) {
    super();
    if (!('hoverPopover' in parent)) throw new Error('What holds a preview has a member `hoverPopover`.');
    this.#parent = parent;
    this.#target = targetEl;
    parent.hoverPopover?.hide();
    parent.hoverPopover = this;
    for (const element of [this.hoverEl, ...(targetEl ? [targetEl] : [])]) {
      // Time for the mouse to get from one to the other.
      this.registerDomEvent(element, 'mouseleave', () => (this.#hiding = setTimeout(() => this.hide(), WAIT_MS)));
      this.registerDomEvent(element, 'mouseenter', () => clearTimeout(this.#hiding));
    }
    this.#showing = setTimeout(() => this.#show(staticPos), waitTime);
  }

  /** Not declared, but known. */
  hide(): void {
    clearTimeout(this.#showing);
    clearTimeout(this.#hiding);
    this.hoverEl.remove();
    if (this.#parent.hoverPopover === this) this.#parent.hoverPopover = null;
    this.unload();
  }

  #show(at: { x: number; y: number } | null): void {
    if (this.#target && !this.#target.isConnected) {
      this.hide();
      return;
    }
    const doc = this.#target?.ownerDocument ?? document;
    doc.body.append(this.hoverEl);
    this.load();
    const box = this.#target?.getBoundingClientRect();
    const height = this.hoverEl.offsetHeight;
    const below = (box?.bottom ?? 0) + 6;
    const fits = below + height < doc.documentElement.clientHeight;
    placeInWindow(this.hoverEl, at ?? { x: box?.left ?? 0, y: fits ? below : (box?.top ?? 0) - height - 6 });
  }
}

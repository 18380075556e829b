/** A notice in the window's corner. Its text is kept, too, for whoever drives the host. */
import { reportNotice } from './host-record';

const SHOWN_MS = 4000;

export class Notice {
  readonly containerEl = createDiv({ cls: 'notice', attr: { role: 'status' } });
  readonly messageEl = this.containerEl.createDiv('notice-message');
  readonly noticeEl = this.containerEl;
  /** Keeps what it says, before its message is exchanged. */
  #freeze: () => unknown = () => undefined;
  readonly #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param duration in milliseconds; 0 stays until it is clicked. */
  constructor(message: string | DocumentFragment, duration = SHOWN_MS) {
    this.setMessage(message);
    containerIn(activeDocument).append(this.containerEl);
    this.containerEl.addEventListener('click', () => this.hide());
    if (duration > 0) this.#timer = setTimeout(() => this.hide(), duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.#freeze();
    this.messageEl.replaceChildren(message);
    let frozen: string | null = null;
    const text = () => frozen ?? this.containerEl.textContent;
    this.#freeze = () => (frozen = text());
    reportNotice(text);
    return this;
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.containerEl.remove();
  }
}

/** With a host goes what it has shown: the next one begins with no notice. */
export function closeNotices(): void {
  document.body.querySelector(':scope > .notice-container')?.remove();
}

function containerIn(doc: Document): HTMLElement {
  return doc.body.querySelector<HTMLElement>(':scope > .notice-container') ?? doc.body.createDiv('notice-container');
}

/** A notice is not shown; its text is kept for whoever drives the host. */
import { reportNotice } from './host-record';

export class Notice {
  readonly containerEl = createDiv('notice');
  readonly messageEl = this.containerEl.createDiv('notice-message');
  readonly noticeEl = this.containerEl;

  constructor(message: string | DocumentFragment, _duration?: number) {
    this.setMessage(message);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.replaceChildren(message);
    reportNotice(this.messageEl.textContent);
    return this;
  }

  hide(): void {
    this.containerEl.remove();
  }
}

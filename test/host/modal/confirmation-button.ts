import { callSafely, reportError } from '../host-record';
import { ButtonComponent } from '../settings/button-component';

/** A button of a confirmation: the one that does it, another way to do it, or the way out. */
export class ConfirmationButton extends ButtonComponent {
  readonly #close: () => void;

  constructor(containerEl: HTMLElement, close: () => void) {
    super(containerEl);
    this.#close = close;
    this.setCta();
    super.onClick(() => close());
  }

  /** What the handler gives back, or its promise, keeps the dialog open when it is truthy. */
  override onClick(callback: (event: MouseEvent) => unknown): this {
    return super.onClick((event) => {
      callSafely(async () => {
        const stay = await Promise.resolve(callback(event)).catch((error: unknown) => (reportError(error), true));
        if (!stay) this.#close();
      });
    });
  }

  setSecondary(): this {
    return this.removeCta();
  }

  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this.removeCta();
  }

  setInitialFocus(): this {
    this.buttonEl.dataset.initialFocus = 'true';
    return this;
  }
}

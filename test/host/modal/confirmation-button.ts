import { callSafely, reportError } from '../host-record';
import { ButtonComponent } from '../settings/button-component';

/** A button of a confirmation. It closes the dialog, unless its handler's answer, or its promise's, is truthy. */
export class ConfirmationButton extends ButtonComponent {
  #handler: (event: MouseEvent) => unknown = () => undefined;

  constructor(containerEl: HTMLElement, close: () => void) {
    super(containerEl);
    super.onClick((event) => {
      callSafely(async () => {
        // A handler that failed has not done what was confirmed: the dialog stays.
        const stays = await this.#attempt(event);
        if (!stays) close();
      });
    });
  }

  override onClick(handler: (event: MouseEvent) => unknown): this {
    this.#handler = handler;
    return this;
  }

  setSecondary(): this {
    this.buttonEl.addClass('mod-secondary');
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this;
  }

  setInitialFocus(): this {
    for (const other of this.buttonEl.parentElement?.querySelectorAll<HTMLElement>('[data-initial-focus]') ?? [])
      delete other.dataset.initialFocus;
    this.buttonEl.dataset.initialFocus = 'true';
    return this;
  }

  async #attempt(event: MouseEvent): Promise<unknown> {
    try {
      return await this.#handler(event);
    } catch (error) {
      reportError(error);
      return true;
    }
  }
}

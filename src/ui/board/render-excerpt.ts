import { Component, Keymap, MarkdownRenderer, type App } from 'obsidian';

export interface ExcerptRequest {
  readonly app: App;
  /** The rendering lives no longer than this. */
  readonly owner: Component;
  readonly markdown: string;
  /** The note that the text is of. */
  readonly path: string;
  readonly into: HTMLElement;
  /** Called when the text is there. */
  readonly done: () => void;
  /** A box was pressed: which of them, from 0, and how many there are. Absent: boxes are part of the picture. */
  readonly tick?: ((nth: number, of: number) => void) | undefined;
  readonly preview: (event: MouseEvent, target: HTMLElement, linktext: string) => void;
}

/** What a renderer makes that would take the focus: a closed card is one stop for the keyboard, and what is on it is for the mouse. */
const STOPS = 'a, button, input, pre, [tabindex]';

const linkIn = (event: MouseEvent): HTMLElement | null =>
  (event.target as HTMLElement).closest<HTMLElement>('a.internal-link');
const targetOf = (link: HTMLElement): string => link.dataset.href ?? link.getText();

/** Renders a card's Markdown, with links that lead where they say. @returns what takes it away again. */
export function renderExcerpt({ app, owner, markdown, path, into, done, tick, preview }: ExcerptRequest): () => void {
  const component = owner.addChild(new Component());
  const rendered = into.createDiv();
  void MarkdownRenderer.render(app, markdown, rendered, path, component).finally(() => {
    // Whatever the app puts around it: a table scrolls there, and not the card.
    for (const table of rendered.querySelectorAll('table')) table.parentElement?.addClass('ops-around-table');
    if (!tick) for (const stop of rendered.querySelectorAll<HTMLElement>(STOPS)) stop.tabIndex = -1;
    done();
  });
  const follow = (event: MouseEvent): void => {
    const pressed = (event.target as HTMLElement).closest('a, button, input');
    // The right button asks for the card's menu. A tag leads nowhere: it is a part of the card.
    if (!pressed || event.button === 2) return;
    if (pressed.matches('.tag')) {
      event.preventDefault();
      return;
    }
    event.stopPropagation();
    if (pressed.matches('input')) {
      // The note's text says whether it is ticked.
      event.preventDefault();
      const boxes = [...rendered.querySelectorAll('input')];
      tick?.(boxes.indexOf(pressed as HTMLInputElement), boxes.length);
      return;
    }
    const link = linkIn(event);
    if (!link) return;
    event.preventDefault();
    void app.workspace.openLinkText(targetOf(link), path, Keymap.isModEvent(event) || 'tab');
  };
  component.registerDomEvent(rendered, 'click', follow);
  component.registerDomEvent(rendered, 'auxclick', follow);
  component.registerDomEvent(rendered, 'mouseover', (event) => {
    const link = linkIn(event);
    if (!link) return;
    event.stopPropagation();
    preview(event, link, targetOf(link));
  });
  return () => {
    owner.removeChild(component);
    rendered.remove();
  };
}

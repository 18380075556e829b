/** Links in a note that is read: a click follows them, and the mouse over them shows where they lead. */
import type { App } from '../../../host/app/app';
import { Keymap } from '../../../host/keys/keymap';
import { MarkdownView } from '../../../host/view/markdown-view';

const PLACES = '.markdown-reading-view, .hover-popover';

export function followLinks(app: App, doc: Document): void {
  const open = (event: MouseEvent) => {
    const link = linkAt(event);
    if (!link || event.button > 1) return;
    event.preventDefault();
    void app.workspace.openLinkText(link.dataset.href ?? '', sourceOf(app, link), Keymap.isModEvent(event));
  };
  doc.addEventListener('click', open);
  doc.addEventListener('auxclick', open);
  doc.addEventListener('mouseover', (event) => {
    const targetEl = linkAt(event);
    const hoverParent = app.workspace.activeLeaf;
    if (!targetEl || !hoverParent) return;
    const linktext = targetEl.dataset.href ?? '';
    app.workspace.trigger('hover-link', {
      event,
      source: 'preview',
      hoverParent,
      targetEl,
      linktext,
      sourcePath: sourceOf(app, targetEl),
    });
  });
}

function linkAt(event: MouseEvent): HTMLElement | null {
  const link = (event.target as Element).closest<HTMLElement>('a.internal-link, .markdown-embed-link');
  return link?.closest(PLACES) ? link : null;
}

/** The note that the link stands in, so that a relative one leads to the right place. */
function sourceOf(app: App, link: HTMLElement): string {
  const popover = link.closest<HTMLElement>('.hover-popover');
  if (popover) return popover.dataset.path ?? '';
  let path = '';
  app.workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof MarkdownView && view.containerEl.contains(link)) path = view.file?.path ?? '';
  });
  return path;
}

/** Makes links and embeds of wikilinks. */
import type { App } from '../app/app';
import { mocks } from '../mocks';

export function finishLinks(root: ParentNode, app: App, sourcePath: string): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-wikilink]')) {
    const { link, shown } = partsOf(place.dataset.wikilink ?? '');
    const isResolved = app.metadataCache.getFirstLinkpathDest(mocks.parseLinktext(link).path, sourcePath) !== null;
    const anchor = createEl('a', {
      cls: isResolved ? 'internal-link' : 'internal-link is-unresolved',
      text: shown,
      href: link,
      attr: { 'data-href': link, target: '_blank', rel: 'noopener nofollow' },
    });
    place.replaceWith(anchor);
  }
  for (const place of root.querySelectorAll<HTMLElement>('[data-embed]')) {
    const { link, shown } = partsOf(place.dataset.embed ?? '');
    place.replaceWith(createSpan({ cls: 'internal-embed', attr: { src: link, alt: shown } }));
  }
}

function partsOf(inner: string): { link: string; shown: string } {
  const bar = inner.indexOf('|');
  const link = (bar < 0 ? inner : inner.slice(0, bar)).trim();
  const shown = bar < 0 ? link.replace(/^#/, '').replace(/#/g, ' > ') : inner.slice(bar + 1).trim();
  return { link, shown };
}

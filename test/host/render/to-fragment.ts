/** Markdown to elements that are not in the page yet and may not run anything. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { sanitize } from './sanitize';
import { wikilinkHtml, wikilinkSyntax } from './wikilink-syntax';
import { withoutComments } from './without-comments';

export function toFragment(markdown: string): DocumentFragment {
  const html = micromark(withoutComments(markdown), {
    extensions: [gfm(), wikilinkSyntax],
    htmlExtensions: [gfmHtml(), wikilinkHtml],
    allowDangerousHtml: true,
  });
  return sanitize(html);
}

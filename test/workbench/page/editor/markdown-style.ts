/** How Markdown looks while it is edited. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

export const markdownStyle = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.heading1, class: 'cm-header cm-header-1' },
    { tag: tags.heading2, class: 'cm-header cm-header-2' },
    { tag: tags.heading3, class: 'cm-header cm-header-3' },
    { tag: tags.heading, class: 'cm-header' },
    { tag: tags.strong, class: 'cm-strong' },
    { tag: tags.emphasis, class: 'cm-em' },
    { tag: tags.strikethrough, class: 'cm-strikethrough' },
    { tag: tags.link, class: 'cm-link' },
    { tag: tags.url, class: 'cm-url' },
    { tag: tags.monospace, class: 'cm-inline-code' },
    { tag: tags.quote, class: 'cm-quote' },
    { tag: tags.processingInstruction, class: 'cm-formatting' },
    { tag: tags.meta, class: 'cm-frontmatter' },
    { tag: tags.contentSeparator, class: 'cm-formatting' },
  ]),
);

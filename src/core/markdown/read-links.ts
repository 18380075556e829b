import type { SyntaxNode } from '@lezer/common';

/** What a link says: where to, and what is shown. */
export interface LinkWords {
  readonly link: string;
  readonly displayText: string;
}

/** `Note#Heading` is shown as `Note > Heading`. */
const shownPath = (link: string): string =>
  link
    .split('#')
    .filter((part) => part !== '')
    .join(' > ')
    .trim();

/**
 * Target and shown text of what stands between `[[` and `]]`: the first `|` that is not at index 0 begins the display text, one `\` before it, which
 * tables need, is no part of the target.
 */
export function readWikilink(inside: string): LinkWords {
  const bar = inside.indexOf('|', 1);
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const link = target
    .replace(/\u00A0/g, ' ')
    .trim()
    .replace(/\\$/, '')
    .normalize('NFC');
  return { link, displayText: (bar < 0 ? '' : inside.slice(bar + 1).trim()) || shownPath(link) };
}

/** A destination as it is meant: without its angle brackets and the backslashes before punctuation. */
export const readDestination = (written: string): string =>
  written.replace(/^<([^]*)>$/, '$1').replace(/\\([!-/:-@[-`{-~])/g, '$1');

/**
 * A Markdown link's target when it leads into the vault, else null: it does when its destination begins with `./` or `../` or holds no `:`. Only what
 * `decodeURI` decodes is decoded, `%20` but not `%23`; a malformed escape makes it an external one.
 */
export function internalTarget(destination: string): string | null {
  if (destination === '' || (destination.includes(':') && !/^\.\.?\//.test(destination))) return null;
  try {
    return decodeURI(destination);
  } catch {
    return null;
  }
}

/** The words of a Markdown link or image of the tree, given the parsed text and its own source, or null when it leads out of the vault or is written by reference. */
export function readMarkdownLink(node: SyntaxNode, parsable: string, original: string): LinkWords | null {
  const url = node.getChild('URL');
  const link = url && internalTarget(readDestination(parsable.slice(url.from, url.to)));
  return link === null
    ? null
    : { link, displayText: original.slice(original.indexOf('[') + 1, original.lastIndexOf('](')) };
}

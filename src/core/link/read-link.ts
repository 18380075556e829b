import { targetOf } from '../note/link-text';

/** A Markdown link's text: no bracket, code or HTML in it may end it early, nor make a footnote or wikilink of it; what has a backslash before it is text. */
const TEXT = /^(?![\^[])(?:[^[\]\\`<\n]|\\[!-/:-@[-`{-~]|\[(?!\^)(?:[^[\]\\`<\n]|\\[!-/:-@[-`{-~])*\])*$/;

/** A destination without brackets `<>`: no white space, and parentheses in pairs. */
const DESTINATION = /^(?:[^\s()<>\\]|\([^\s()<>\\]*\))+$/;

/** In a destination Markdown would read this as a character, and Obsidian would look for another name. */
const ENTITY = /&#?\w+;/;

function decoded(destination: string): string | null {
  try {
    return decodeURI(destination);
  } catch {
    return null;
  }
}

/**
 * The link in a text that is one link or embed and nothing else, as Obsidian reads it (LINKS 2.1): path and subpath, without the shown text.
 * Null when any of the text would be left over, or a part be read as something else.
 */
export function readLink(text: string): string | null {
  const wikilink = /^!?\[\[(.+)\]\]$/.exec(text)?.[1];
  // The first `]]` ends a wikilink; an inner `[[` makes it none.
  if (wikilink !== undefined) {
    const isOne = !/^\[|\[\[|\]\]/.test(wikilink) && !wikilink.endsWith(']');
    return isOne ? targetOf(wikilink.replace(/\u00A0/g, ' ')).normalize('NFC') : null;
  }
  const [, shown, destination] = /^!?\[(.*)\]\(([^\n]*)\)$/.exec(text) ?? [];
  if (shown === undefined || destination === undefined || !TEXT.test(shown) || !DESTINATION.test(destination) || ENTITY.test(destination)) return null;
  // With a colon it leads out of the vault (LINKS 2.1.3).
  return destination.includes(':') && !/^\.\.?\//.test(destination) ? null : (decoded(destination)?.normalize('NFC') ?? null);
}

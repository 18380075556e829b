import { soleWikilink, targetOf } from '../note/link-text';

/** One value of a property: a link's target, or plain text. */
export type PropertyValue = { readonly link: string } | { readonly text: string };

/**
 * The values of a property, in order. `"[[Day 1 Operations]]"` is a link; so is the same without quotes, which YAML reads as a
 * list in a list; numbers become text; anything else says nothing.
 */
export function propertyValues(value: unknown): PropertyValue[] {
  if (typeof value === 'number') return [{ text: String(value) }];
  if (typeof value === 'string') return value.trim() === '' ? [] : [readText(value)];
  if (!Array.isArray(value)) return [];
  const entries = value as unknown[];
  return entries.flatMap((entry) => {
    // `phase: [[A, b]]` is one link whose name holds a comma: YAML has split it.
    const inner = Array.isArray(entry) ? (entry as unknown[]).map(String).join(', ') : null;
    return inner === null ? propertyValues(entry) : [{ link: targetOf(inner) }];
  });
}

/** A Markdown link and nothing else: its destination, in angle brackets or not. Each part ends at a character that the one before cannot hold. */
const MARKDOWN_LINK = /^\[[^\]]*\]\(<?([^()\s<>]+)>?\)$/;

function readText(value: string): PropertyValue {
  const link = soleWikilink(value) ?? MARKDOWN_LINK.exec(value.trim())?.[1];
  return link === undefined ? { text: value.trim() } : { link: link.includes('%') ? decoded(link) : link };
}

function decoded(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
}

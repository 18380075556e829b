import type { Reference } from 'obsidian';

/**
 * Target and shown text of a wikilink or embed, given with its brackets. The first
 * `|` that is not at index 0 begins the alias; one `\` before it, which tables need, is no part of the target.
 */
export function readWikilink(original: string): Required<Reference> {
  const inside = original.slice(original.indexOf('[[') + 2, -2);
  const bar = inside.indexOf('|', 1);
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const link = target
    .replace(/\u00A0/g, ' ')
    .trim()
    .replace(/\\$/, '')
    .normalize('NFC');
  const alias = bar < 0 ? '' : inside.slice(bar + 1).trim();
  return { link, original, displayText: alias || shownPath(link) };
}

/** `Note#Heading` is shown as `Note > Heading`. */
function shownPath(link: string): string {
  return link.split('#').filter(Boolean).join(' > ').trim();
}

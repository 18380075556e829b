import { splitLink } from '../../note/link-text';
import { readLink } from '../../link/read-link';
import type { PlanningVault } from '../planning-vault';

/** A Markdown link in three: up to its destination, the destination (in `<>`, or with parentheses in pairs), and a title behind it. */
const MARKDOWN = /^(!?\[[\s\S]*\]\(\s*)(<[^<>\n]*>|(?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*\))+)((?:\s+(?:"[\s\S]*"|'[\s\S]*'|\([\s\S]*\)))?\s*\))$/;

/** What would end a destination without brackets, or be read as something else. */
const encoded = (path: string): string =>
  path.replace(/%/g, '%25').replace(/[\s\\]/g, encodeURIComponent).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

/**
 * A link's text with another path, which ends in `.md`; subpath, form, title and what is said of how to show it stay. `alias` is shown where a wikilink
 * would show its own path; `''` for nothing. Null when the text is not written as links are.
 */
export function withPath(original: string, path: string, alias: string): string | null {
  const wikilink = /^(!?\[\[)[^#|\]\\]*([\s\S]*?)\]\]$/.exec(original);
  if (wikilink) {
    const [, open = '', rest = ''] = wikilink;
    const shown = open === '[[' && !rest.includes('|') && alias !== '' ? `|${alias}` : '';
    return `${open}${path.replace(/\.md$/i, '')}${rest}${shown}]]`;
  }
  const [, open, destination = '', end] = MARKDOWN.exec(original) ?? [];
  if (open === undefined || end === undefined) return null;
  const isBracketed = destination.startsWith('<');
  const inner = isBracketed ? destination.slice(1, -1) : destination;
  const hash = inner.indexOf('#');
  const subpath = hash < 0 ? '' : inner.slice(hash);
  return open + (isBracketed && !/[<>]/.test(path) ? `<${path.replace(/%/g, '%25')}${subpath}>` : encoded(path) + subpath.replace(/\s/g, encodeURIComponent)) + end;
}

/** How a note is named in a link from another, as the user writes links; the full path where only that leads there. With its ending; null when nothing does. */
export function spellPath(vault: PlanningVault, target: string, from: string): string | null {
  const usual = splitLink(readLink(vault.generateLink(target, from, '', '') ?? '') ?? '').path;
  const spelled = [usual, target].find((one) => one !== '' && vault.resolve(one.replace(/\.md$/i, ''), from) === target);
  return spelled === undefined ? null : /\.md$/i.test(spelled) ? spelled : `${spelled}.md`;
}

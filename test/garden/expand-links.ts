import { FRONTMATTER } from './compile-frontmatter';
import type { GardenVault } from './publish-note';

const CODE_BLOCK = /```.*?[\r\n][\s\S]+?```/g;
const CODE = /`(.*?)`/g;
const MARKDOWN_LINK = /(!?)\[([^[\]]*)\]\(\s*([^)\s]+?\.(?:md|markdown|canvas))((?:#[^)\s]*)?)\s*\)/gi;

/** How a link names the file: a canvas with its ending. */
const inLink = (path: string): string => path.replace(/\.md$/, '');

/**
 * Links of the page, copies included, with the full path and `\|` before what they show. Copied text is read as the page's own: its
 * `[[#Heading]]` leads into the page afterwards, and of `#A#B` only `#A` is left.
 */
export function expandLinks(text: string, source: string, vault: GardenVault): string {
  const seen = text.replace(CODE_BLOCK, '').replace(CODE, '').replace(FRONTMATTER, '');
  let result = text;
  for (const link of seen.match(/\[\[(.+?)\]\]/g) ?? []) {
    const [target = '', shown] = link.slice(2, -2).split('|');
    const [linkpath = '', heading] = target.replace(/\\$/, '').split('#');
    const subpath = heading === undefined ? '' : `#${heading}`;
    const display = shown === undefined || shown === '' ? target.replace(/\\$/, '') : shown;
    if (linkpath === '' && subpath === '') continue;
    const path = linkpath === '' ? source : vault.resolve(linkpath, source);
    if (path !== null && !/\.(?:md|canvas)$/.test(path)) continue;
    // A `$&` in what it shows is the link again.
    result = result.replaceAll(link, `[[${path === null ? linkpath : inLink(path)}${subpath}\\|${display}]]`);
  }
  return expandMarkdownLinks(result, seen, source, vault);
}

function expandMarkdownLinks(text: string, seen: string, source: string, vault: GardenVault): string {
  let result = text;
  for (const [whole, bang, shown = '', target = '', subpath = ''] of seen.matchAll(MARKDOWN_LINK)) {
    if (bang !== '' || /^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
    const path = vault.resolve(decodeURIComponent(target), source);
    if (path === null) continue;
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    const link = `[[${inLink(path)}${decodeURIComponent(subpath)}\\|${shown === '' ? name : shown}]]`;
    result = result.replaceAll(whole, () => link);
  }
  return result;
}

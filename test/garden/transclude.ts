import { gardenSlug } from '../../src/core/note/garden-slug';
import { noteName } from '../../src/core/note/link-text';
import { addressOf, FRONTMATTER, isPublished } from './compile-frontmatter';
import type { GardenVault } from './publish-note';

const EMBED = /!\[\[(.+?)\]\]/g;
/** Takes a block id with the end of its line, so that the next line is glued on; and whatever looks like one, such as `x^2`. */
const BLOCK_ID = /(\^\w+([\r\n]|$))/g;
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" class="svg-icon lucide-link"><path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"></path><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"></path></svg>';

/** The text with copies where embeds of notes stood, also in code; embeds in copies to the fourth level. */
export function transclude(text: string, source: string, vault: GardenVault, depth = 0): string {
  if (depth >= 4) return text;
  let result = text;
  for (const embed of text.match(EMBED) ?? []) {
    // Up to the first `]`, and no further: one in a heading cuts the link short.
    const [target = '', alias] = embed.slice(embed.indexOf('[') + 2, embed.indexOf(']')).split('|');
    const linkpath = target.split('#')[0] ?? '';
    const path = linkpath.trim() === '' ? null : vault.resolve(linkpath, source);
    if (!path?.endsWith('.md')) continue;
    const copy = copyOf(path, target, alias, vault);
    result = result.replace(embed, () => transclude(copy, path, vault, depth + 1));
  }
  return result;
}

function copyOf(path: string, target: string, alias: string | undefined, vault: GardenVault): string {
  const metadata = vault.metadata(path);
  const { text, slug } = copiedText(path, target, vault);
  const cleaned = text.replace(FRONTMATTER, '').replace(BLOCK_ID, '');
  const title = alias
    ? `<div class="markdown-embed-title">\n\n${titleOf(alias.replace('{{title}}', noteName(path)))}\n\n</div>\n`
    : '';
  const anchor = isPublished(metadata)
    ? `<a class="markdown-embed-link" href="${addressOf(path, metadata)}${slug}" aria-label="Open link">${ICON}</a>`
    : '';
  return `\n<div class="transclusion internal-embed is-loaded">${anchor}<div class="markdown-embed">\n\n${title}\n\n${cleaned}\n\n</div></div>\n`;
}

function titleOf(alias: string): string {
  const heading = /^(#+)\s?(.*)$/.exec(alias);
  return heading ? `${heading[1] ?? '#'} ${heading[2] ?? ''}` : `# ${alias.trim()}`;
}

/** The part of the note that the embed asks for; the whole note when its heading or block is missing. */
function copiedText(path: string, target: string, vault: GardenVault): { text: string; slug: string } {
  const text = vault.texts.get(path) ?? '';
  const { headings = [], blocks = {} } = vault.metadata(path) ?? {};
  const lines = (from: number, to?: number): string => text.split('\n').slice(from, to).join('\n');
  if (target.includes('#^')) {
    const id = target.split('#^')[1] ?? '';
    // As it is written, where the cache has it in lower case.
    const block = blocks[id];
    const own = block ? lines(block.position.start.line, block.position.end.line + 1).replace(`^${id}`, '') : text;
    return { text: own, slug: `#${gardenSlug(id)}` };
  }
  if (!target.includes('#')) return { text, slug: '' };
  const slug = gardenSlug(target.split('#')[1] ?? '');
  const at = headings.findIndex(({ heading }) => gardenSlug(heading) === slug);
  const heading = headings[at];
  if (!heading) return { text, slug: `#${slug}` };
  const next = headings.slice(at + 1).find(({ level }) => level <= heading.level);
  return { text: lines(heading.position.start.line, next?.position.start.line), slug: `#${slug}` };
}

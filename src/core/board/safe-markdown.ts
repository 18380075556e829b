import { findPublishedCopies } from '../note/published-copies';
import { noteName, splitLink, targetOf } from '../note/link-text';

/** The opening or closing line of a code fence: what stands before it, the fence, the language. */
const FENCE = /^([\s>]*(?:[-*+]\s+|\d+[.)]\s+)?)(`{3,}|~{3,})(.*)$/;

/** What must not reach the renderer as it is, outside of code. */
const RISKY = new RegExp(
  [
    /(`+)(?:[^`]|(?!\1)`)+\1(?!`)/, // 1: inline code
    /!\[\[([^[\]\n]+)\]\]/, // 2: an embed
    /!\[((?:[^[\]\\]|\\.)*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^[\]\n]*\])?/, // 3: an image
    /<!--[^]*?(?:-->|$)/, // a comment
    /<(?=[A-Za-z/!?])/, // HTML
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

/** "Onboarding › Overview" for a link's target. */
function placeName(link: string): string {
  const { path, subpath } = splitLink(link);
  return [noteName(path), ...subpath.split('#')].map((part) => part.trim()).filter((part) => part !== '').join(' › ');
}

/** Dataview and its kin run inline code that begins with a sign of theirs; an invisible character in front stops them. */
function inertCode(code: string): string {
  return code.replace(/^(`+\s*)(?=[=$])/, '$1\u200B');
}

function inertText(text: string): string {
  return text.replace(RISKY, (match: string, ticks?: string, embed?: string, image?: string) => {
    if (ticks !== undefined) return inertCode(match);
    if (embed !== undefined) return `[[${targetOf(embed)}|↪ ${placeName(targetOf(embed))}]]`;
    if (image !== undefined) return `(image${image === '' ? '' : `: ${image}`})`;
    return match === '<' ? '&lt;' : '';
  });
}

/** Frozen copies as one line each: a copy shows another page's text, not this one's. */
function withoutCopies(markdown: string): string {
  let text = '';
  let from = 0;
  for (const copy of findPublishedCopies(markdown, {})) {
    if (copy.parent !== null) continue;
    const name = copy.page?.split('/').findLast((segment) => segment !== '') ?? 'another page';
    text += `${markdown.slice(from, copy.start)}↪ ${[name, copy.fragment].filter((part) => part !== '').join(' › ').replaceAll('-', ' ')}`;
    from = copy.end;
  }
  return text + markdown.slice(from);
}

/**
 * Markdown that can be rendered on a card without doing anything: code fences lose their language, so that no other plugin's blocks run;
 * embeds and frozen copies become one-line links; images and HTML become text. Source lines stay source lines.
 */
export function safeMarkdown(markdown: string): string {
  let fence: string | null = null;
  return withoutCopies(markdown)
    .split('\n')
    .map((line) => {
      const [, before = '', marks = ''] = FENCE.exec(line) ?? [];
      if (fence === null && marks !== '') {
        fence = marks;
        return before + marks;
      }
      if (fence !== null) {
        if (marks.startsWith(fence) && line.trim().endsWith(marks)) fence = null;
        return line;
      }
      return inertText(line);
    })
    .join('\n');
}

/** The first lines of a Markdown text, at most `most` of them, and whether there is more. */
export function firstLines(markdown: string, most: number): { readonly text: string; readonly isCut: boolean } {
  const lines = markdown.split('\n');
  return lines.length <= most ? { text: markdown, isCut: false } : { text: lines.slice(0, most).join('\n'), isCut: true };
}

import type { SyntaxNode } from '@lezer/common';
import { BLOCK_ID } from './marks/span-marks';
import { innerOf, spanKind } from './spans';
import { parseInlineTree } from './syntax/syntax-tree';
import { linkWords, readLink } from './written-link';

/** Most words hold none of these, and need no parser: titles are asked for by the ten thousand. */
const MARKUP = /[`\\[<*_~^$%=]/;

/** With a blank for each white space; a single blank, as most are, is left alone. */
const collapsed = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ').trim();

/** What a reader sees of the node's text between two offsets: its own, and what its parts show. */
function shownBetween(node: SyntaxNode, text: string, from: number, to: number): string {
  let shown = '';
  let at = from;
  for (let part = node.childAfter(from); part && part.from < to; part = part.nextSibling) {
    shown += text.slice(at, part.from) + shownOf(part, text, from, to);
    at = part.to;
  }
  return shown + text.slice(at, to);
}

function shownOf(node: SyntaxNode, text: string, after: number, until: number): string {
  const [from, to] = [Math.max(node.from, after), Math.min(node.to, until)];
  const inner = innerOf(node);
  const [start, end] = [Math.max(inner.start, after), Math.min(inner.end, until)];
  switch (spanKind(node.name)) {
    case 'html':
      return /^<(?:br|p|hr)\b/i.test(text.slice(from, to)) ? ' ' : '';
    case 'comment':
    case 'footnote-reference':
    case 'inline-footnote':
      return '';
    case 'code':
    case 'escape':
    case 'autolink':
      return text.slice(start, end);
    case 'wikilink':
    case 'embed': {
      const written = readLink(text.slice(from, to));
      return written ? linkWords(written).displayText : text.slice(from, to);
    }
    case 'emphasis':
    case 'strong':
    case 'strike':
    case 'highlight':
      return shownBetween(node, text, start, end);
    case 'image':
    case 'link':
      // Without a destination the brackets are words, as far as can be seen from here.
      if (!node.getChild('URL')) return shownBetween(node, text, from, to);
      return node.name === 'Image' ? text.slice(start, end) : shownBetween(node, text, start, end);
    default:
      return node.name === 'HardBreak' ? ' ' : shownBetween(node, text, from, to);
  }
}

/**
 * Words of Markdown as a reader sees them, without the marker of their line: link markup, emphasis, code marks, comments, inline HTML and a final block id
 * are gone, white space is collapsed. Tags stay; callers that want them gone take them out by their cached positions.
 */
export function plainText(markdown: string): string {
  return collapsed(
    MARKUP.test(markdown)
      ? (wordsOfLinks(markdown) ?? plainLines([markdown.replace(/\r\n?/g, '\n')])[0] ?? '')
      : markdown,
  );
}

/** Where wikilinks are all that is marked up, as in most that hold marks, no parser is needed either; null where they are not. */
function wordsOfLinks(text: string): string | null {
  const [first = '', ...links] = text.split('[[');
  if (MARKUP.test(first) || text.includes('![[')) return null;
  let shown = first;
  for (const link of links) {
    const [inside, after = '[', more] = link.split(']]');
    const written = readLink(`[[${inside}]]`);
    if (!written || more !== undefined || MARKUP.test(after)) return null;
    shown += linkWords(written).displayText + after;
  }
  return shown;
}

/** The same of each line of one paragraph: a mark may end on another line. */
export function plainLines(lines: readonly string[]): string[] {
  const text = lines.join('\n').replace(BLOCK_ID, '');
  const tree = MARKUP.test(text) ? parseInlineTree(text).topNode : null;
  let from = 0;
  return lines.map((line) => {
    const to = Math.min(text.length, from + line.length);
    const shown = tree ? shownBetween(tree, text, from, to) : text.slice(from, to);
    from += line.length + 1;
    return collapsed(shown);
  });
}

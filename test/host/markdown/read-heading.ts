import type { HeadingCache } from 'obsidian';
import { between, positionOf, sliceOf, type SourceText } from './source-text';
import type { SyntaxNode } from './syntax';

/**
 * A heading's text is its source between the marks, trimmed: links, markup, tags and a block id stay in
 * it, closing `#`s do not.
 */
export function readHeading(source: SourceText, node: SyntaxNode): HeadingCache {
  const first = node.children?.[0];
  const last = node.children?.at(-1);
  const text = first && last ? sliceOf(source, between(source, first.position.start, last.position.end)) : '';
  // Of a heading of several lines the underline may still be part of the text.
  return {
    heading: text.replace(/\n {0,3}(=+|-+)[ \t]*$/, '').trim(),
    level: node.depth ?? 1,
    position: positionOf(source, node),
  };
}

import type { CachedMetadata, SectionCache } from 'obsidian';
import { readBlockId } from './read-block-id';
import { positionOf, sliceOf, type SourceText } from './source-text';
import type { SyntaxNode } from './syntax';

const CALLOUT = /^[ \t]*>[ \t]*\[![^\]\n]+\]/;
/** A last line that holds nothing but an id. */
const ID_ALONE = /\n[ \t>]*\^[a-zA-Z0-9-]+\s*$/;

/** A block at the root of a note. Its type is that of the node, but a quote that begins with `[!type]` is a callout. */
export function readSection(source: SourceText, node: SyntaxNode): SectionCache {
  const position = positionOf(source, node);
  const text = sliceOf(source, position);
  const type = node.type === 'blockquote' && CALLOUT.test(text) ? 'callout' : node.type;
  const id = mayEndInId(node, text) ? readBlockId(text) : undefined;
  return { type, position, ...(id === undefined ? {} : { id }) };
}

/** An id at the end of a quote's list item names that item, not the quote. */
function mayEndInId(node: SyntaxNode, text: string): boolean {
  if (node.type === 'blockquote') return node.children?.at(-1)?.type === 'paragraph' || ID_ALONE.test(text);
  return node.type === 'paragraph' || node.type === 'heading';
}

/** Whether a section is nothing but a block id: then it names the section before it and is none itself. */
export function isOnlyBlockId(source: SourceText, section: SectionCache): boolean {
  return section.id !== undefined && sliceOf(source, section.position).trim() === `^${section.id}`;
}

/**
 * The app renders footnotes that are referred to after the note, as a text and an element, and lists
 * these two as sections without extent on the last line. Their offset is one short of that line's.
 */
export function footnoteSections(source: SourceText, facts: CachedMetadata): SectionCache[] {
  const defined = new Set(facts.footnotes?.map(({ id }) => id.toLowerCase()));
  const inline = facts.footnotes?.some(({ id }) => id.startsWith('[inline')) ?? false;
  const referred = facts.footnoteRefs?.some(({ id }) => defined.has(id.toLowerCase())) ?? false;
  if (!inline && !referred) return [];
  const line = source.lineStarts.length - 1;
  const col = source.text.length - (source.lineStarts[line] ?? 0);
  const end = { line, col, offset: source.text.length - 1 };
  return ['text', 'element'].map((type) => ({ type, position: { start: { ...end }, end: { ...end } } }));
}

import type { CachedMetadata, ReferenceCache } from 'obsidian';
import { readMarkdownLink } from './read-markdown-link';
import { readWikilink } from './read-wikilink';
import { between, positionOf, sliceOf, type SourceText } from './source-text';
import type { SyntaxNode } from './syntax';

export type InlineFacts = Required<
  Pick<CachedMetadata, 'links' | 'embeds' | 'tags' | 'footnotes' | 'footnoteRefs' | 'referenceLinks'>
>;

/** What a node adds to the cache that is neither a list nor a section; its children are not visited. */
export function readInline(source: SourceText, node: SyntaxNode, facts: InlineFacts): void {
  const position = positionOf(source, node);
  switch (node.type) {
    case 'tag':
      facts.tags.push({ tag: sliceOf(source, position), position });
      break;
    case 'wikilink': {
      const reference = readWikilink(sliceOf(source, position));
      (node.embedded ? facts.embeds : facts.links).push({ ...reference, position });
      break;
    }
    case 'link':
    case 'image': {
      const reference = readMarkdownLink(node.url ?? '', sliceOf(source, position));
      const list: ReferenceCache[] = node.type === 'image' ? facts.embeds : facts.links;
      if (reference) list.push({ ...reference, position });
      break;
    }
    case 'footnoteReference':
      facts.footnoteRefs.push({ id: node.label ?? '', position });
      break;
    case 'footnoteDefinition':
      facts.footnotes.push({ id: node.label ?? '', position });
      break;
    case 'inlineFootnote':
      addInlineFootnote(source, node, facts);
      break;
    case 'definition':
      facts.referenceLinks.push({ id: node.label ?? '', link: node.url ?? '', position });
  }
}

/** The app names an inline footnote by the number of footnotes referred to before it, and places its text alone. */
function addInlineFootnote(source: SourceText, node: SyntaxNode, facts: InlineFacts): void {
  const inline = facts.footnotes.filter(({ id }) => id.startsWith('[inline')).length;
  const referred = new Set(facts.footnoteRefs.map(({ id }) => id.toLowerCase())).size;
  const { start, end } = node.position;
  const text = between(source, { ...start, column: start.column + 2 }, { ...end, column: end.column - 1 });
  facts.footnotes.push({ id: `[inline${inline + referred}`, position: text });
}

import type { CachedMetadata, Pos } from 'obsidian';
import { joinSetextHeadings } from './join-setext-headings';
import { parseSyntaxTree } from './parse-syntax-tree';
import { readFrontmatter } from './read-frontmatter';
import { readHeading } from './read-heading';
import { readInline, type InlineFacts } from './read-inline';
import { parentOfRootItems, readListItem } from './read-list-item';
import { footnoteSections, isOnlyBlockId, readSection } from './read-section';
import { readSource, type SourceText } from './source-text';
import type { SyntaxNode } from './syntax';

type Facts = InlineFacts & Required<Pick<CachedMetadata, 'headings' | 'sections' | 'listItems' | 'blocks'>>;

/**
 * The metadata the app would cache for a note with this text. Lines and columns are
 * 0-based, offsets count UTF-16 units of `text` as given, ends are exclusive; a part that a note has
 * nothing of is an absent key. Never throws: what limit-effort.ts leaves unread is missing from the result.
 */
export function parseMetadata(text: string): CachedMetadata {
  const source = readSource(text);
  const facts = noFacts();
  let frontmatter: CachedMetadata = {};
  for (const node of joinSetextHeadings(parseSyntaxTree(source.parsable).children ?? [], source.parsable)) {
    addSection(source, node, facts);
    if (node.type === 'yaml') frontmatter = readFrontmatter(source, node);
    // Headings deeper inside, in quotes and list items, are not cached.
    if (node.type === 'heading') facts.headings.push(readHeading(source, node));
    visit(source, node, facts);
  }
  facts.sections.push(...footnoteSections(source, facts));
  return { ...withoutEmptyParts(facts), ...frontmatter };
}

function addSection(source: SourceText, node: SyntaxNode, facts: Facts): void {
  const section = readSection(source, node);
  const previous = facts.sections.at(-1);
  if (previous && section.id !== undefined && isOnlyBlockId(source, section)) {
    previous.id = section.id;
    addBlock(facts, section.id, previous.position);
  } else {
    facts.sections.push(section);
    addBlock(facts, section.id, section.position);
  }
}

/** `enclosingItem`: the 0-based line of the list item that a list is a child of. */
function visit(source: SourceText, node: SyntaxNode, facts: Facts, enclosingItem?: number): void {
  if (node.type === 'list') {
    visitList(source, node, facts, enclosingItem ?? parentOfRootItems(node));
    return;
  }
  readInline(source, node, facts);
  for (const child of node.children ?? []) visit(source, child, facts);
}

function visitList(source: SourceText, list: SyntaxNode, facts: Facts, parent: number): void {
  for (const node of list.children ?? []) {
    const item = readListItem(source, node, parent);
    facts.listItems.push(item);
    addBlock(facts, item.id, item.position);
    for (const child of node.children ?? []) visit(source, child, facts, item.position.start.line);
  }
}

/** Ids are compared without regard to case, so the lower-case one is the key; the outermost block keeps it. */
function addBlock(facts: Facts, id: string | undefined, position: Pos): void {
  const key = id?.toLowerCase();
  if (id === undefined || key === undefined || Object.hasOwn(facts.blocks, key)) return;
  facts.blocks[key] = { id, position };
}

function noFacts(): Facts {
  return {
    headings: [],
    sections: [],
    listItems: [],
    blocks: {},
    links: [],
    embeds: [],
    tags: [],
    footnotes: [],
    footnoteRefs: [],
    referenceLinks: [],
  };
}

function withoutEmptyParts(facts: Facts): CachedMetadata {
  return Object.fromEntries(Object.entries(facts).filter(([, part]) => Object.keys(part).length > 0));
}

import remarkParse from 'remark-parse';
import unified from 'unified';
import { limitEffort } from './limit-effort';
import type { Interruptors, Parser, SyntaxNode, Tokenizer } from './syntax';
import { tokenizeBlockComment, tokenizeInlineComment } from './tokenize-comment';
import { tokenizeFootnoteDefinition, tokenizeFootnoteReference, tokenizeInlineFootnote } from './tokenize-footnote';
import { tokenizeFrontmatter } from './tokenize-frontmatter';
import { tokenizeHighlight } from './tokenize-highlight';
import { tokenizeBlockMath, tokenizeInlineMath } from './tokenize-math';
import { tokenizeTag } from './tokenize-tag';
import { tokenizeText } from './tokenize-text';
import { tokenizeWikilink } from './tokenize-wikilink';

/**
 * The tree remark-parse 8 makes of a text with LF line ends, its nodes for Obsidian's own syntax added:
 * `yaml`, `comment`, `math`, `footnoteDefinition` among the blocks; `tag`, `wikilink`, `inlineComment`,
 * `inlineMath`, `footnoteReference`, `inlineFootnote`, `highlight` inline. remark-parse 8 and no later
 * parser, since the app's positions of lists and their items are the ones that this version gives.
 */
export function parseSyntaxTree(parsable: string): SyntaxNode {
  return processor.parse(parsable) as SyntaxNode;
}

const processor = unified()
  .use(remarkParse, { commonmark: true, gfm: true })
  .use(function () {
    addObsidianSyntax((this.Parser as unknown as { prototype: Parser }).prototype);
  })
  .freeze();

function addObsidianSyntax(parser: Parser): void {
  addBlock(parser, 'frontmatter', tokenizeFrontmatter, 'thematicBreak');
  addBlock(parser, 'comment', tokenizeBlockComment, 'fencedCode');
  addBlock(parser, 'math', tokenizeBlockMath, 'fencedCode');
  addBlock(parser, 'footnoteDefinition', tokenizeFootnoteDefinition, 'definition');

  addInline(parser, 'wikilink', tokenizeWikilink, 'link');
  addInline(parser, 'footnoteReference', tokenizeFootnoteReference, 'link');
  addInline(parser, 'inlineFootnote', tokenizeInlineFootnote, 'link');
  addInline(parser, 'tag', tokenizeTag, 'strong');
  addInline(parser, 'comment', tokenizeInlineComment, 'strong');
  addInline(parser, 'math', tokenizeInlineMath, 'strong');
  addInline(parser, 'highlight', tokenizeHighlight, 'strong');

  parser.inlineTokenizers.text = tokenizeText;

  // Like a code fence, the opening line of a comment or a formula ends what stands before it.
  for (const interruptors of [parser.interruptParagraph, parser.interruptList, parser.interruptBlockquote]) {
    interruptWith(interruptors, 'comment', 'math');
  }
  interruptWith(parser.interruptParagraph, 'footnoteDefinition');
  limitEffort(parser);
}

function interruptWith(interruptors: Interruptors, ...names: string[]): void {
  for (const name of names) interruptors.push([name]);
}

function addBlock(parser: Parser, name: string, tokenizer: Tokenizer, before: string): void {
  parser.blockTokenizers[name] = tokenizer;
  parser.blockMethods.splice(parser.blockMethods.indexOf(before), 0, name);
}

function addInline(parser: Parser, name: string, tokenizer: Tokenizer, before: string): void {
  parser.inlineTokenizers[name] = tokenizer;
  parser.inlineMethods.splice(parser.inlineMethods.indexOf(before), 0, name);
}

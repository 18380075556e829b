import { afterText, piecesOfBlocks, piecesOfRun } from './split-text';
import type { Parser, Point, SyntaxNode, Tokenizer } from './syntax';

/**
 * Bounds that keep remark-parse, which recurses, re-scans and copies, from overflowing its stack, filling
 * the memory or taking hours. A note of ordinary size comes near none of them.
 */

/** Quotes and lists nested deeper than this are read as paragraphs. */
const MAX_BLOCK_DEPTH = 50;
/** Links, emphasis and the like nested deeper than this are not looked into. */
const MAX_INLINE_DEPTH = 30;
/** A piece with more of these openers than this yields only tags, wikilinks, comments and code. */
const MAX_OPENERS = 2_000;
const OPENERS = /[[<*_~$=^h]/g;
const CHEAP = ['escape', 'wikilink', 'comment', 'tag', 'code', 'text'];

export function limitEffort(parser: Parser): void {
  for (const container of ['blockquote', 'list', 'footnoteDefinition']) limitNesting(parser, container);
  for (const leaf of ['fencedCode', 'indentedCode', 'html']) dropValue(parser, leaf);
  skipTablesWithoutDelimiters(parser);
  limitBlocks(parser);
  limitInline(parser);
}

const depths = new WeakMap<Parser, { block: number; inline: number }>();

function depthsOf(parser: Parser): { block: number; inline: number } {
  let own = depths.get(parser);
  if (!own) depths.set(parser, (own = { block: 0, inline: 0 }));
  return own;
}

function limitNesting(parser: Parser, name: string): void {
  const tokenize = blockTokenizer(parser, name);
  parser.blockTokenizers[name] = function (eat, value, silent) {
    const depth = depthsOf(this);
    if (depth.block >= MAX_BLOCK_DEPTH) return;
    depth.block++;
    const result = tokenize.call(this, eat, value, silent);
    depth.block--;
    return result;
  };
}

/** Nothing here reads these values, and each holds a copy of the note, or its text as a chain of characters. */
function dropValue(parser: Parser, name: string): void {
  const tokenize = blockTokenizer(parser, name);
  parser.blockTokenizers[name] = function (eat, value, silent) {
    const result = tokenize.call(this, eat, value, silent);
    if (typeof result === 'object' && result !== null && 'value' in result) delete result.value;
    return result;
  };
}

/** At each paragraph remark-parse looks for a `|` in all the rest of the note; this asks its second line first. */
function skipTablesWithoutDelimiters(parser: Parser): void {
  const tokenize = blockTokenizer(parser, 'table');
  parser.blockTokenizers.table = function (eat, value, silent) {
    return /^[^\n]*\n[ \t]*[-:|]/.test(value) ? tokenize.call(this, eat, value, silent) : undefined;
  };
}

function blockTokenizer(parser: Parser, name: string): Tokenizer {
  const tokenize = parser.blockTokenizers[name];
  if (!tokenize) throw new Error(`remark-parse has no block tokenizer ${name}`);
  return tokenize;
}

/** Every list makes remark-parse copy all the text after it, so a long note is read in pieces. */
function limitBlocks(parser: Parser): void {
  const tokenize = parser.tokenizeBlock;
  parser.tokenizeBlock = function (value, at) {
    if (depthsOf(this).block > 0) return tokenize.call(this, value, at);
    return inPieces(this, piecesOfBlocks(value), at, (piece, start) => tokenize.call(this, piece, start));
  };
}

function limitInline(parser: Parser): void {
  const tokenize = parser.tokenizeInline;
  parser.tokenizeInline = function (value, at) {
    const depth = depthsOf(this);
    if (depth.inline >= MAX_INLINE_DEPTH) return [];
    depth.inline++;
    const nodes = inPieces(this, piecesOfRun(value), at, (piece, start) => {
      const all = this.inlineTokenizers;
      if ((piece.match(OPENERS)?.length ?? 0) > MAX_OPENERS) {
        this.inlineTokenizers = Object.fromEntries(Object.entries(all).filter(([name]) => CHEAP.includes(name)));
      }
      const found = tokenize.call(this, piece, start);
      this.inlineTokenizers = all;
      return found;
    });
    depth.inline--;
    return nodes;
  };
}

function inPieces(
  parser: Parser,
  pieces: Iterable<string>,
  at: Point,
  tokenize: (piece: string, start: Point) => SyntaxNode[],
): SyntaxNode[] {
  let start = at;
  const nodes: SyntaxNode[] = [];
  for (const piece of pieces) {
    for (const node of tokenize(piece, start)) nodes.push(node);
    start = afterText(piece, start, parser.offset);
  }
  return nodes;
}

import type { Tree } from '@lezer/common';
import { parser, Strikethrough, type Element, type MarkdownParser } from '@lezer/markdown';
import { Brackets } from './brackets';
import { Comments } from './comments';
import { ItemEnds } from './containers';
import { Footnotes } from './footnotes';
import { FrontmatterBlock } from './frontmatter-block';
import { Highlights } from './highlights';
import { MathSyntax } from './math';
import { Tables } from './tables';
import { Tags } from './tags';
import { Tasks } from './tasks';
import { WholeText } from './whole-text';
import { Wikilinks } from './wikilinks';

/** A longer inline run is read in pieces of at most this many characters: pairing marks costs the square of the length. A token across a seam is lost. */
const LONGEST_RUN = 10_000;

const obsidian = parser.configure([
  WholeText,
  FrontmatterBlock,
  Tasks,
  ItemEnds,
  Comments,
  MathSyntax,
  Footnotes,
  Wikilinks,
  Brackets,
  Tags,
  Strikethrough,
  Highlights,
  Tables,
]);
/** What begins a block; without them a text is one run of words. */
const BLOCKS = [
  'Frontmatter',
  'TaskMark',
  'CommentedBlock',
  'MathBlock',
  'FootnoteDefinition',
  'ATXHeading',
  'SetextHeading',
  'Blockquote',
  'BulletList',
  'OrderedList',
  'FencedCode',
  'IndentedCode',
  'HorizontalRule',
  'HTMLBlock',
  'LinkReference',
];

/** Lets the parser read long runs in pieces. */
function inPieces(whole: MarkdownParser): MarkdownParser {
  const parseRun = whole.parseInline.bind(whole);
  whole.parseInline = (text: string, offset: number): Element[] => {
    const elements: Element[] = [];
    let from = 0;
    while (text.length - from > LONGEST_RUN) {
      const most = from + LONGEST_RUN;
      const seam = Math.max(text.lastIndexOf('\n', most - 1), text.lastIndexOf(' ', most - 1)) + 1;
      const to = seam > from ? seam : most;
      for (const element of parseRun(text.slice(from, to), offset + from)) elements.push(element);
      from = to;
    }
    return elements.concat(parseRun(from === 0 ? text : text.slice(from), offset + from));
  };
  return whole;
}

const wordsAlone = inPieces(obsidian.configure({ remove: BLOCKS }));
inPieces(obsidian);

/** The tree of a text whose lines end in LF. */
export const parseSyntaxTree = (text: string): Tree => obsidian.parse(text);

/** The tree of words that no block begins in: what a line says behind its marker. */
export const parseInlineTree = (text: string): Tree => wordsAlone.parse(text);

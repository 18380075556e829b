/**
 * The parts of remark-parse 8 that this folder touches, typed by hand: its own typings name neither
 * the fields of its nodes nor the members of the parser that tokenizers are called with.
 */

/** A place in the parsed text: `line` and `column` 1-based, `offset` 0-based. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

export interface SyntaxNode {
  type: string;
  position: { start: Point; end: Point };
  children?: SyntaxNode[];
  /** Of text, since remark-parse adds these up. What leaves hold is read from the note, by their positions. */
  value?: string;
  /** Level of a heading. */
  depth?: number;
  /** Of a list item: null when it is no task. */
  checked?: boolean | null;
  url?: string;
  label?: string;
  /** Of a wikilink: whether a `!` stands before it. */
  embedded?: boolean;
}

export type NewNode = Omit<SyntaxNode, 'position'>;

export interface Eat {
  (text: string): (node: NewNode) => SyntaxNode;
  now(): Point;
}

/** Takes a token off the start of `value`, or nothing. `silent`: only say whether there is one. */
export interface Tokenizer {
  (this: Parser, eat: Eat, value: string, silent?: boolean): unknown;
  /** For inline tokens: the next index, from `from` on, at which one may start; -1 for none. */
  locator?: (this: Parser, value: string, from: number) => number;
}

export type Interruptors = [name: string, when?: { commonmark?: boolean; pedantic?: boolean }][];

export interface Parser {
  blockTokenizers: Record<string, Tokenizer>;
  blockMethods: string[];
  inlineTokenizers: Record<string, Tokenizer>;
  inlineMethods: string[];
  interruptParagraph: Interruptors;
  interruptList: Interruptors;
  interruptBlockquote: Interruptors;
  /** For each 1-based line, how many characters of it the containers around the present block took. */
  offset: Record<number, number>;
  tokenizeBlock: (this: Parser, value: string, at: Point) => SyntaxNode[];
  tokenizeInline: (this: Parser, value: string, at: Point) => SyntaxNode[];
  enterBlock: (this: Parser) => () => void;
}

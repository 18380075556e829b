/** A stretch of the note in UTF-16 offsets, end exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The ways of quoting that are edited; `plain` is without quotes. */
export type ScalarStyle = 'plain' | 'single' | 'double';

export interface YamlScalar extends Span {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly value: string;
}

interface FlowList extends Span {
  readonly kind: 'flow-list';
  readonly items: readonly YamlNode[];
}

/** `- value` on lines of its own, one for each. */
interface BlockList extends Span {
  readonly kind: 'block-list';
  readonly items: readonly { readonly line: Span; readonly node: YamlNode }[];
}

export interface FlowMap extends Span {
  readonly kind: 'flow-map';
  readonly entries: readonly YamlEntry[];
}

/** Properties below a property, indented. */
interface BlockMap extends Span {
  readonly kind: 'block-map';
  readonly entries: readonly YamlEntry[];
}

/** Text of several lines below `|` or `>`. */
interface BlockText extends Span {
  readonly kind: 'block-text';
  readonly value: string;
}

/** No value: where one would be written. */
interface NoValue extends Span {
  readonly kind: 'none';
}

/** What is neither read nor edited: anchors, plain text of several lines, placeholders. */
interface OddValue extends Span {
  readonly kind: 'odd';
  /** It is known to be a map. */
  readonly isMap?: true;
}

export type YamlNode = YamlScalar | FlowList | BlockList | FlowMap | BlockMap | BlockText | NoValue | OddValue;

/** A property: in a block its whole lines with their ends, in a flow map the pair without its comma. Offsets are the note's. */
export interface YamlEntry extends Span {
  readonly key: string;
  /** Behind the colon. */
  readonly colonEnd: number;
  readonly value: YamlNode;
  /** A comment stands on its lines. */
  readonly hasComment: boolean;
}

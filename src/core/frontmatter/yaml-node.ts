import { lineAt, nextLineStart } from '../note/text-line';
import type { Span } from '../text/text-edit';

/** The ways of quoting that are edited; `plain` is without quotes. */
export type ScalarStyle = 'plain' | 'single' | 'double';

export interface YamlScalar extends Span {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly value: string;
}

/** Values in brackets, or each behind a dash on lines of its own. */
interface YamlList extends Span {
  readonly kind: 'flow-list' | 'block-list';
  readonly items: readonly YamlNode[];
}

/** Properties in brackets, or indented below a property. */
export interface YamlMap extends Span {
  readonly kind: 'flow-map' | 'block-map';
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

export type YamlNode = YamlScalar | YamlList | YamlMap | BlockText | NoValue | OddValue;

/** A property: in a block its whole lines with their ends, in a flow map the pair without its comma. Offsets are the note's. */
export interface YamlEntry extends Span {
  readonly key: string;
  /** Behind the colon. */
  readonly colonEnd: number;
  readonly value: YamlNode;
  /** A comment stands on its lines. */
  readonly hasComment: boolean;
}

/** The lines of an item behind a dash, with their ends. */
export const linesOfItem = (text: string, { start, end }: YamlNode): Span => ({
  start: lineAt(text, start).start,
  end: nextLineStart(text, lineAt(text, end - 1)),
});

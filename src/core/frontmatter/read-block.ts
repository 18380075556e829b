import { lineAt, nextLineStart, type TextLine } from '../note/text-line';
import { readFlow, readQuoted } from './read-flow';
import { linesOfItem, type YamlEntry, type YamlNode } from './yaml-node';

/** A key, quoted or not, with its colon. */
const KEY = /^(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|([^\s"'#&*!|>%@`[\]{},?-][^\r\n]*?|-[^\s][^\r\n]*?))\s*:(?=\s|$)/;
/** A comment begins at a line's start or behind a blank. */
const COMMENT_ONLY = /^\s*(?:#.*)?$/;
const ITEM = /^-(?:\s+|$)/;
/** `|` or `>`: text of several lines, which keeps or drops the line ends behind it. */
const BLOCK_TEXT = /^([|>])([-+]?)\s*(?:\s#.*)?$/;

export const isBlankOrComment = (written: string): boolean => COMMENT_ONLY.test(written);

interface Value {
  readonly node: YamlNode;
  readonly hasComment: boolean;
}

/** Reads YAML's block style line by line: properties, lists of lines, text of several lines; what it cannot read is `odd`. */
export class BlockReader {
  private at = 0;
  /** The offset of the first that could not be read. */
  private unread: number | null = null;

  constructor(
    private readonly text: string,
    private readonly lines: readonly TextLine[],
  ) {}

  /** The properties that all lines together are; null when a line is none. */
  readAll(): readonly YamlEntry[] | null {
    const entries = this.entries(0);
    return this.next() ? null : entries;
  }

  /** Behind `readAll`: the offset of the first that is no property, list or text that is read here; null when all is. */
  firstUnread(): number | null {
    return this.unread ?? this.next()?.line.start ?? null;
  }

  /** The next line that says something, with its indentation; the lines before it are passed over. */
  private next(): { readonly line: TextLine; readonly indent: number; readonly words: string } | null {
    for (let line = this.lines[this.at]; line; line = this.lines[++this.at]) {
      const written = this.text.slice(line.start, line.end);
      if (!COMMENT_ONLY.test(written))
        return { line, indent: written.length - written.trimStart().length, words: written.trimStart() };
    }
    return null;
  }

  private entries(indent: number): YamlEntry[] {
    const entries: YamlEntry[] = [];
    for (let found = this.next(); found?.indent === indent; found = this.next()) {
      const entry = this.entry(found.line.start + indent, indent);
      if (!entry) break;
      entries.push(entry);
    }
    return entries;
  }

  /** The property whose key begins at the offset, in the line that comes next. */
  private entry(start: number, indent: number): YamlEntry | null {
    const line = this.lines[this.at];
    const match = line && KEY.exec(this.text.slice(start, line.end));
    if (!line || !match) return null;
    const key = match[1] === undefined ? (match[2] ?? '') : (readQuoted(this.text, start)?.value ?? '');
    const colonEnd = start + match[0].length;
    const { node, hasComment } = this.value(colonEnd, line, indent, true);
    const last =
      this.lines.slice(0, this.at).findLast((one) => !COMMENT_ONLY.test(this.text.slice(one.start, one.end))) ?? line;
    return {
      key,
      start: lineAt(this.text, start).start,
      end: nextLineStart(this.text, last),
      colonEnd,
      value: node,
      hasComment,
    };
  }

  /** What stands behind a colon or a dash, on that line and on those below that are indented more than `indent`. */
  private value(at: number, line: TextLine, indent: number, isProperty: boolean): Value {
    const first = this.inLine(at, line);
    const rest = this.text.slice(at, line.end).trim();
    this.at++;
    if (first.node.kind === 'none') return this.below(first, indent, isProperty);
    const block = BLOCK_TEXT.exec(rest);
    if (block) return this.blockText(at, line, indent, block);
    // Flow values may go on over lines.
    while ((this.lines[this.at]?.start ?? Infinity) < first.node.end) this.at++;
    if (first.node.kind === 'odd' && !first.node.isMap) this.unread ??= at;
    const next = this.next();
    if (next && next.indent > indent) {
      if (first.node.kind !== 'scalar' || first.node.style !== 'plain') this.unread ??= next.line.start;
      return this.odd(at, indent);
    }
    return first;
  }

  private inLine(at: number, line: TextLine): Value {
    const odd: Value = { node: { kind: 'odd', start: at, end: line.end }, hasComment: false };
    const rest = this.text.slice(at, line.end);
    if (COMMENT_ONLY.test(rest) && (rest === '' || /^\s/.test(rest) || at === line.start))
      return { node: { kind: 'none', start: at, end: at }, hasComment: rest.trim() !== '' };
    const start = at + rest.length - rest.trimStart().length;
    const first = this.text[start] ?? '';
    if (first === '"' || first === "'" || first === '[' || first === '{') {
      const node = first === '"' || first === "'" ? readQuoted(this.text, start) : readFlow(this.text, start);
      const behind = node ? this.text.slice(node.end, lineAt(this.text, node.end).end) : '';
      if (node && /^\s*(?:\s#.*)?$/.test(behind)) return { node, hasComment: behind.trim() !== '' };
      // A placeholder is a map to YAML, and counts for one.
      return /^\{\{[^{}]*\}\}\s*(?:\s#.*)?$/.test(this.text.slice(start, line.end))
        ? { ...odd, node: { ...odd.node, kind: 'odd', isMap: true } }
        : odd;
    }
    if (/[&*!|>%@`]/.test(first)) return odd;
    const plain = /^(.*?)\s*(?:\s#.*)?$/.exec(rest.trimStart())?.[1] ?? '';
    if (/:(?:\s|$)/.test(plain)) return odd;
    const end = start + plain.length;
    return {
      node: { kind: 'scalar', start, end, style: 'plain', value: plain },
      hasComment: this.text.slice(end, line.end).trim() !== '',
    };
  }

  /** The list or properties below a key, or nothing. A property's list needs no indentation. */
  private below(none: Value, indent: number, isProperty: boolean): Value {
    const from = this.at;
    const next = this.next();
    const isList =
      next !== null && ITEM.test(next.words) && (next.indent > indent || (isProperty && next.indent === indent));
    if (next === null || (next.indent <= indent && !isList)) {
      this.at = from;
      return none;
    }
    const node = isList ? this.list(next.indent) : this.map(next.indent);
    const after = this.next();
    if (!node || (after && after.indent > indent)) {
      this.unread ??= after?.line.start ?? none.node.start;
      return this.odd(none.node.start, indent);
    }
    return { node, hasComment: none.hasComment || this.hasComments(from, this.at) };
  }

  private map(indent: number): YamlNode | null {
    const entries = this.entries(indent);
    const [first, last] = [entries[0], entries.at(-1)];
    return first && last ? { kind: 'block-map', start: first.start, end: last.end, entries } : null;
  }

  private list(indent: number): YamlNode | null {
    const items: YamlNode[] = [];
    for (let found = this.next(); found?.indent === indent; found = this.next()) {
      const marker = ITEM.exec(found.words)?.[0];
      if (marker === undefined) break;
      const column = indent + marker.length;
      items.push(this.item(found.line.start + column, found.line, indent, column));
    }
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return null;
    const [{ start }, { end }] = [linesOfItem(this.text, first), linesOfItem(this.text, last)];
    return { kind: 'block-list', start, end, items };
  }

  /** An item's value; properties may begin on its own line, and go on below at the same column. */
  private item(at: number, line: TextLine, indent: number, column: number): YamlNode {
    const words = this.text.slice(at, line.end);
    if (ITEM.test(words)) {
      this.at++;
      return this.odd(at, indent).node;
    }
    if (!KEY.test(words)) return this.value(at, line, indent, false).node;
    const first = this.entry(at, column);
    const entries = first ? [first, ...this.entries(column)] : [];
    const next = this.next();
    return entries.length === 0 || (next && next.indent > indent)
      ? this.odd(at, indent).node
      : { kind: 'block-map', start: at, end: entries.at(-1)?.end ?? at, entries };
  }

  private blockText(at: number, line: TextLine, indent: number, [, style, keep]: readonly string[]): Value {
    const own: string[] = [];
    let end = line.end;
    let margin = -1;
    for (let next = this.lines[this.at]; next; next = this.lines[++this.at]) {
      const written = this.text.slice(next.start, next.end);
      const width = written.length - written.trimStart().length;
      if (written.trim() !== '' && width <= indent) break;
      if (margin < 0 && written.trim() !== '') margin = width;
      own.push(written.slice(Math.max(0, Math.min(margin, written.length))));
      end = next.end;
    }
    const body = own.join('\n').replace(/\n+$/, '');
    const tail = body === '' || keep === '-' ? '' : keep === '+' ? own.join('\n').slice(body.length) + '\n' : '\n';
    const folded = style === '>' ? body.replace(/([^\n])\n(?=[^\n\s])/g, '$1 ').replace(/\n\n/g, '\n') : body;
    return { node: { kind: 'block-text', start: at, end, value: folded + tail }, hasComment: false };
  }

  /** What is not understood, with all lines below that are indented more. */
  private odd(start: number, indent: number): Value {
    let end = start;
    for (let found = this.next(); found && found.indent > indent; found = this.next()) {
      end = found.line.end;
      this.at++;
    }
    return { node: { kind: 'odd', start, end: Math.max(end, lineAt(this.text, start).end) }, hasComment: false };
  }

  private hasComments(from: number, to: number): boolean {
    return this.lines.slice(from, to).some((line) => {
      const written = this.text.slice(line.start, line.end);
      return (
        (COMMENT_ONLY.test(written) && written.trim() !== '') ||
        /\s#/.test(written.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, ''))
      );
    });
  }
}

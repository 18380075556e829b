import type { ScalarStyle, YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-node';

/** What no plain scalar begins with: marks of YAML that are not edited here. */
const NOT_PLAIN = /[&*!|>%@`#,\]}?]/;

const SINGLE = /'((?:[^'\r\n]|'')*)'/y;
const DOUBLE = /"(?:[^"\\\r\n]|\\.)*"/y;

/** A plain scalar inside brackets: up to a comma, a bracket, or a colon or comment that blanks set off. */
const FLOW_PLAIN = /(?:[^,[\]{}\r\n:#]|:(?![\s,[\]{}]|$)|#(?!\s)|\S#)+/y;

function scalar(start: number, end: number, style: ScalarStyle, value: string): YamlScalar {
  return { kind: 'scalar', start, end, style, value };
}

/** The quoted scalar at the offset; null when it is not closed on its line, or has an escape that JSON does not know. */
export function readQuoted(text: string, at: number): YamlScalar | null {
  const pattern = text[at] === "'" ? SINGLE : DOUBLE;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return null;
  const end = at + match[0].length;
  if (match[1] !== undefined) return scalar(at, end, 'single', match[1].replaceAll("''", "'"));
  try {
    return scalar(at, end, 'double', JSON.parse(match[0]) as string);
  } catch {
    return null;
  }
}

/** Reads lists, maps and scalars in brackets, as YAML's flow style and JSON write them; over lines, but without comments. */
class FlowReader {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  read(): YamlNode | null {
    const first = this.skip();
    if (first === '[') return this.list();
    if (first === '{') return this.map();
    if (first === '"' || first === "'") return this.quoted();
    return first === undefined || NOT_PLAIN.test(first) ? null : this.plain();
  }

  /** The next character that is no white space. */
  private skip(): string | undefined {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
    return this.text[this.at];
  }

  private quoted(): YamlScalar | null {
    const read = readQuoted(this.text, this.at);
    if (read) this.at = read.end;
    return read;
  }

  private plain(): YamlScalar | null {
    FLOW_PLAIN.lastIndex = this.at;
    const match = FLOW_PLAIN.exec(this.text);
    if (!match) return null;
    const value = match[0].trimEnd();
    const start = this.at;
    this.at += match[0].length;
    return scalar(start, start + value.length, 'plain', value);
  }

  private list(): YamlNode | null {
    const start = this.at++;
    const items: YamlNode[] = [];
    while (this.skip() !== ']') {
      const item = this.read();
      if (!item || !this.endsPart(']')) return null;
      items.push(item);
    }
    return { kind: 'flow-list', start, end: ++this.at, items };
  }

  private map(): YamlMap | null {
    const start = this.at++;
    const entries: YamlEntry[] = [];
    while (this.skip() !== '}') {
      const key = this.text[this.at] === '"' || this.text[this.at] === "'" ? this.quoted() : this.plain();
      if (!key || this.skip() !== ':') return null;
      const colonEnd = ++this.at;
      const next = this.skip();
      const value =
        next === ',' || next === '}' ? ({ kind: 'none', start: colonEnd, end: colonEnd } as const) : this.read();
      if (!value || !this.endsPart('}')) return null;
      entries.push({ key: key.value, start: key.start, end: value.end, colonEnd, value, hasComment: false });
    }
    return { kind: 'flow-map', start, end: ++this.at, entries };
  }

  /** Takes the comma behind a part; false when neither a comma nor the closing bracket stands there. */
  private endsPart(closing: string): boolean {
    const next = this.skip();
    if (next === ',') this.at++;
    return next === ',' || next === closing;
  }
}

/** The bracketed value at the offset, or null when it holds what is not edited. Offsets are UTF-16, of the whole text. */
export function readFlow(text: string, at: number): YamlNode | null {
  return new FlowReader(text, at).read();
}

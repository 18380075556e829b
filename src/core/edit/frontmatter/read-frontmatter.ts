import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import { lineAt, linesBetween, nextLineStart, type TextLine } from '../../note/text-line';
import { refuse, type Refusal } from '../edit-plan';
import { readFlow, readQuoted } from './read-flow';
import type { BlockList, FlowMap, YamlEntry, YamlNode } from './yaml-node';

/** A note's frontmatter as it is written. */
export interface Frontmatter {
  readonly entries: readonly YamlEntry[];
  /** The one map in brackets that it consists of (the seed's JSON form), or null. */
  readonly map: FlowMap | null;
  /** Where a new line goes: before the closing `---`; -1 when there is no frontmatter. */
  readonly end: number;
}

/** `key:` at the beginning of a line, quoted or not. */
const KEY = /^(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|([^\s"'#&*!|>%@`[\]{},?-][^\r\n]*?|-[^\s][^\r\n]*?))\s*:(?=\s|$)/;

/** A comment begins at a line's start or behind a blank. */
const COMMENT_ONLY = /^\s*(?:#.*)?$/;

const ITEM = /^(\s*)-(?:\s+|$)/;

/** The single value of one line, from `at` to the line's end; `odd` when it is more than that. */
function readValue(text: string, at: number, line: TextLine): { readonly node: YamlNode; readonly hasComment: boolean } {
  const odd = { node: { kind: 'odd', start: at, end: line.end } as const, hasComment: false };
  const rest = text.slice(at, line.end);
  if (COMMENT_ONLY.test(rest) && (rest === '' || /^\s/.test(rest) || at === line.start))
    return { node: { kind: 'none', start: at, end: at }, hasComment: rest.trim() !== '' };
  const start = at + rest.length - rest.trimStart().length;
  const first = text[start] ?? '';
  if (first === '"' || first === "'" || first === '[' || first === '{') {
    const node = first === '"' || first === "'" ? readQuoted(text, start) : readFlow(text, start);
    const behind = node ? text.slice(node.end, lineAt(text, node.end).end) : '';
    if (!node || !/^\s*(?:\s#.*)?$/.test(behind)) return odd;
    return { node, hasComment: behind.trim() !== '' };
  }
  if (/[&*!|>%@`]/.test(first)) return odd;
  const plain = /^(.*?)\s*(?:\s#.*)?$/.exec(rest.trimStart())?.[1] ?? '';
  if (/:(?:\s|$)/.test(plain)) return odd;
  const end = start + plain.length;
  return { node: { kind: 'scalar', start, end, style: 'plain', value: plain }, hasComment: text.slice(end, line.end).trim() !== '' };
}

/** `- value` lines below a key; null when one of them is anything else. */
function readBlockList(text: string, lines: readonly TextLine[]): { readonly node: BlockList; readonly hasComment: boolean } | null {
  const items: { line: TextLine; node: YamlNode }[] = [];
  let hasComment = false;
  let indent: string | null = null;
  for (const line of lines) {
    const written = text.slice(line.start, line.end);
    if (COMMENT_ONLY.test(written)) {
      hasComment ||= written.trim() !== '';
      continue;
    }
    const marker = ITEM.exec(written);
    const value = marker && readValue(text, line.start + marker[0].length, line);
    if (!marker || !value || value.node.kind === 'odd' || value.node.end > line.end || ITEM.test(written.slice(marker[0].length))) return null;
    indent ??= marker[1] ?? '';
    if (indent !== marker[1]) return null;
    hasComment ||= value.hasComment;
    items.push({ line: { start: line.start, end: nextLineStart(text, line) }, node: value.node });
  }
  const [first, last] = [items[0], items.at(-1)];
  return first && last ? { node: { kind: 'block-list', start: first.line.start, end: last.line.end, items }, hasComment } : null;
}

/** A property from its key's line and the lines below it that belong to it. */
function readEntry(text: string, lines: readonly TextLine[]): YamlEntry | null {
  const [line] = lines;
  const match = line && KEY.exec(text.slice(line.start, line.end));
  if (!line || !match) return null;
  const key = match[1] === undefined ? (match[2] ?? '') : (readQuoted(text, line.start)?.value ?? '');
  const colonEnd = line.start + match[0].length;
  const last = lines.findLast((one) => !COMMENT_ONLY.test(text.slice(one.start, one.end))) ?? line;
  const below = lines.slice(1).filter((one) => one.start <= last.start);
  let { node, hasComment } = readValue(text, colonEnd, line);
  const list = node.kind === 'none' && below.length > 0 ? readBlockList(text, below) : null;
  if (list) {
    node = list.node;
    hasComment ||= list.hasComment;
  } else if (below.some((one) => one.start > node.end && !COMMENT_ONLY.test(text.slice(one.start, one.end)))) {
    node = { kind: 'odd', start: colonEnd, end: last.end };
  }
  return { key, start: line.start, end: nextLineStart(text, last), colonEnd, value: node, hasComment };
}

/** Whether the text was understood as the app understands it: the same properties, and the same words in them. */
function agrees(entries: readonly YamlEntry[], frontmatter: Readonly<Record<string, unknown>> = {}): boolean {
  const keys = Object.keys(frontmatter);
  return (
    keys.length === entries.length &&
    entries.every(({ key, value }) => {
      const read = Object.hasOwn(frontmatter, key) ? frontmatter[key] : undefined;
      return key !== '<<' && read !== undefined && (value.kind !== 'scalar' || typeof read !== 'string' || read === value.value);
    })
  );
}

/** Reads the frontmatter as text (DESIGN 4): in lines, or as one map in brackets. Refuses what it cannot read surely. */
export function readFrontmatter({ path, text, metadata }: NoteSource): Frontmatter | Refusal {
  const position = metadata.sections?.find(({ type }) => type === 'yaml')?.position ?? metadata.frontmatterPosition;
  if (!position) return { entries: [], map: null, end: -1 };
  const from = nextLineStart(text, lineAt(text, position.start.offset));
  const end = lineAt(text, position.end.offset).start;
  const lines = [...linesBetween(text, from, end)];
  const isBlank = lines.every((line) => COMMENT_ONLY.test(text.slice(line.start, line.end)));
  const unreadable = refuse(`The properties of ${noteName(path)} are written in a way that cannot be edited surely. Edit them in the note.`);
  // The app reads nothing where the YAML is broken.
  if (!isBlank && metadata.frontmatter === undefined) return unreadable;
  const first = lines.find((line) => !COMMENT_ONLY.test(text.slice(line.start, line.end)));
  if (first && text.slice(first.start, first.end).trimStart().startsWith('{')) {
    const map = readFlow(text, first.start);
    const isAll = map?.kind === 'flow-map' && agrees(map.entries, metadata.frontmatter) && [...linesBetween(text, map.end, end)].every((line) => COMMENT_ONLY.test(text.slice(line.start, line.end)));
    return isAll ? { entries: map.entries, map, end } : unreadable;
  }
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const written = text.slice(line.start, line.end);
    if (KEY.test(written)) groups.push([line]);
    else if (groups.length > 0) groups.at(-1)?.push(line);
    else if (!COMMENT_ONLY.test(written)) return unreadable;
  }
  const entries = groups.map((group) => readEntry(text, group));
  return entries.every((entry) => entry !== null) && agrees(entries, metadata.frontmatter) ? { entries, map: null, end } : unreadable;
}

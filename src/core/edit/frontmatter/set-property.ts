import { lineEndAt } from '../../note/line-end';
import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import { lineAt } from '../../note/text-line';
import { isRefusal, refuse, type Refusal, type Span, type TextEdit } from '../edit-plan';
import { readFrontmatter, type Frontmatter } from './read-frontmatter';
import { removeEntry } from './remove-entry';
import { writeKey, writeScalar } from './write-scalar';
import type { FlowMap, YamlEntry, YamlScalar } from './yaml-node';

/** The property as Obsidian names it: `Phase` and `phase` are one; the exact one first. */
export function entryOf({ entries }: Frontmatter, key: string): YamlEntry | null {
  return entries.find((entry) => entry.key === key) ?? entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase()) ?? null;
}

const edit = (span: Span, insert: string, guards: readonly Span[]): TextEdit => ({ start: span.start, end: span.end, insert, guards });

/** What of a value is written over: a scalar, also as the only one of a list; the whole of an empty list or an unquoted `[[link]]`. */
function replaceable({ value }: YamlEntry): YamlScalar | Span | null {
  if (value.kind === 'scalar' || value.kind === 'none') return value;
  if (value.kind !== 'flow-list' && value.kind !== 'block-list') return null;
  const [only, ...others] = value.kind === 'flow-list' ? value.items : value.items.map(({ node }) => node);
  if (others.length > 0) return null;
  if (only === undefined) return value;
  if (only.kind === 'scalar' || only.kind === 'none') return only;
  // `[[Day 1]]` without quotes is, to YAML, a list in a list.
  if (only.kind !== 'flow-list' || only.items.some(({ kind }) => kind !== 'scalar')) return null;
  return value.kind === 'flow-list' ? value : only;
}

function refuseValue(path: string, { key, value }: YamlEntry): Refusal {
  const several = (value.kind === 'flow-list' || value.kind === 'block-list') && value.items.length > 1;
  const why = several ? 'lists several values' : 'is written in a way that cannot be edited surely';
  return refuse(`The property “${key}” of ${noteName(path)} ${why}. Edit it in the note.`);
}

/** A pair behind the last one, spaced and quoted as its neighbours. */
function insertPair({ text }: NoteSource, map: FlowMap, key: string, value: string): TextEdit {
  const isJson = map.entries.every((entry) => text[entry.start] === '"');
  const [first, second] = map.entries;
  const colon = first && /^\s/.test(text.slice(first.colonEnd, first.value.start)) ? ': ' : isJson ? ':' : ': ';
  const comma = first && second ? text.slice(first.end, second.start) : isJson ? ',' : ', ';
  const pair = (isJson ? JSON.stringify(key) : writeKey(key)) + colon + (isJson ? JSON.stringify(value) : writeScalar(value, 'plain'));
  const last = map.entries.at(-1);
  const at = last?.end ?? map.start + 1;
  return edit({ start: at, end: at }, (last ? comma : '') + pair, [lineAt(text, at)]);
}

function insertEntry(source: NoteSource, { map, end }: Frontmatter, key: string, value: string): TextEdit {
  const { text, bodyStart } = source;
  if (map) return insertPair(source, map, key, value);
  const line = `${writeKey(key)}: ${writeScalar(value, 'plain')}`;
  if (end >= 0) {
    const above = lineAt(text, end - 1 - (text.startsWith('\r\n', end - 2) ? 1 : 0));
    return edit({ start: end, end }, line + lineEndAt(text, above.start), above.start < above.end ? [above] : []);
  }
  const eol = lineEndAt(text, bodyStart);
  // Frontmatter is such only at the note's very beginning: the empty guard there is lost when something is put before it.
  return edit({ start: bodyStart, end: bodyStart }, ['---', line, '---', ''].join(eol), [{ start: bodyStart, end: bodyStart }]);
}

/**
 * The edits that give a note's property a value, or with `''` take it away (DESIGN 4: frontmatter is edited as text). The value stands where and
 * how it stood (quotes, a list of one, JSON); a new one at the frontmatter's end; order, comments and all other bytes stay. `value` is text
 * such as `[[Day 1 Operations]]` or `2026-12-01`. Refuses several values and what cannot be edited surely, naming the property.
 */
export function setProperty(source: NoteSource, key: string, value: string): readonly TextEdit[] | Refusal {
  const frontmatter = readFrontmatter(source);
  if (isRefusal(frontmatter)) return frontmatter;
  const entry = entryOf(frontmatter, key);
  if (!entry) return value === '' ? [] : [insertEntry(source, frontmatter, key, value)];
  const place = replaceable(entry);
  if (!place) return refuseValue(source.path, entry);
  if (value === '') return removeEntry(source, frontmatter, entry);
  const isJson = frontmatter.map !== null && source.text[entry.start] === '"';
  const style = 'style' in place ? place.style : 'plain';
  const written = writeScalar(value, isJson ? 'double' : style);
  const gap = place.start === place.end && !isJson && !/\s/.test(source.text[place.start - 1] ?? '') ? ' ' : '';
  if (source.text.slice(place.start, place.end) === written) return [];
  return [edit(place, gap + written, [lineAt(source.text, entry.start)])];
}

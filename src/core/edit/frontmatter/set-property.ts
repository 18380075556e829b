import { lineEndAt } from '../../note/line-end';
import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import { lineAt, lineBefore } from '../../note/text-line';
import { editsInOrder } from '../apply-edits';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { Span, TextEdit } from '../../text/text-edit';
import type { Frontmatter } from '../../frontmatter/read-frontmatter';
import { readProperties } from './read-properties';
import { removeEntries } from './remove-entries';
import { writeKey, writeScalar } from '../../frontmatter/write-scalar';
import type { YamlEntry, YamlMap, YamlScalar } from '../../frontmatter/yaml-node';

/** The property as Obsidian names it: `Phase` and `phase` are one; the exact one first. */
export function entryOf({ entries }: Frontmatter, key: string): YamlEntry | null {
  return (
    entries.find((entry) => entry.key === key) ??
    entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase()) ??
    null
  );
}

/** What of a value is written over: a scalar, also as the only one of a list; the whole of an empty list or an unquoted `[[link]]`. */
function replaceable({ value }: YamlEntry): YamlScalar | Span | null {
  if (value.kind === 'scalar' || value.kind === 'none') return value;
  if (!('items' in value)) return null;
  const [only, ...others] = value.items;
  if (others.length > 0) return null;
  if (only === undefined) return value;
  if (only.kind === 'scalar' || only.kind === 'none') return only;
  // `[[Day 1]]` without quotes is, to YAML, a list in a list.
  if (only.kind !== 'flow-list' || only.items.some(({ kind }) => kind !== 'scalar')) return null;
  return value.kind === 'flow-list' ? value : only;
}

function refuseValue(path: string, { key, value }: YamlEntry): Refusal {
  const several = 'items' in value && value.items.length > 1;
  const why = several ? 'lists several values' : 'is written in a way that cannot be edited surely';
  return refuse(`The property “${key}” of ${noteName(path)} ${why}. Edit it in the note.`);
}

/** A property and its value; `''` for none. */
export type PropertyPair = readonly [key: string, value: string];

/** Pairs behind the last one that stays, spaced and quoted as their neighbours. */
function insertPairs(
  { text }: NoteSource,
  map: YamlMap,
  added: readonly PropertyPair[],
  isGoing: (entry: YamlEntry) => boolean,
): TextEdit {
  const isJson = map.entries.every((entry) => text[entry.start] === '"');
  const [first, second] = map.entries;
  const colon = first && /^\s/.test(text.slice(first.colonEnd, first.value.start)) ? ': ' : isJson ? ':' : ': ';
  const comma = first && second ? text.slice(first.end, second.start) : isJson ? ',' : ', ';
  const pairs = added
    .map(
      ([key, value]) =>
        (isJson ? JSON.stringify(key) : writeKey(key)) +
        colon +
        (isJson ? JSON.stringify(value) : writeScalar(value, 'plain')),
    )
    .join(comma);
  // Where none stays, the pairs take the place of what goes.
  const end = map.entries.at(-1)?.end ?? map.start + 1;
  if (map.entries.every(isGoing))
    return { start: map.entries[0]?.start ?? end, end, insert: pairs, guards: [lineAt(text, map.start)] };
  return { start: end, end, insert: comma + pairs, guards: [lineAt(text, end)] };
}

function insertLines({ text, bodyStart }: NoteSource, end: number, added: readonly PropertyPair[]): TextEdit {
  const lines = added.map(([key, value]) => `${writeKey(key)}: ${writeScalar(value, 'plain')}`);
  if (end >= 0) {
    const above = lineBefore(text, { start: end, end });
    const insert = lines.map((line) => line + lineEndAt(text, above.start)).join('');
    return { start: end, end, insert, guards: above.start < above.end ? [above] : [] };
  }
  // Frontmatter is such only at the note's very beginning: the empty guard there is lost when something is put before it.
  const start = { start: bodyStart, end: bodyStart };
  return { ...start, insert: ['---', ...lines, '---', ''].join(lineEndAt(text, bodyStart)), guards: [start] };
}

/**
 * The edits that give a note's properties values, or with `''` take them away (frontmatter is edited as text). A value stands where and
 * how it stood (quotes, a list of one, JSON); a new one at the frontmatter's end; order, comments and all other bytes stay. A value is text
 * such as `[[Day 1 Operations]]` or `2026-12-01`. Refuses several values and what cannot be edited surely, naming the property.
 */
export function setProperties(source: NoteSource, values: readonly PropertyPair[]): readonly TextEdit[] | Refusal {
  if (values.length === 0) return [];
  const frontmatter = readProperties(source);
  if (isRefusal(frontmatter)) return frontmatter;
  const edits: TextEdit[] = [];
  const going: YamlEntry[] = [];
  const added: PropertyPair[] = [];
  for (const [key, value] of values) {
    const entry = entryOf(frontmatter, key);
    if (!entry) {
      if (value !== '') added.push([key, value]);
      continue;
    }
    const place = replaceable(entry);
    if (!place) return refuseValue(source.path, entry);
    if (value === '') {
      going.push(entry);
      continue;
    }
    const { start, end } = place;
    const isJson = frontmatter.map !== null && source.text[entry.start] === '"';
    const style = 'style' in place ? place.style : 'plain';
    const written = writeScalar(value, isJson ? 'double' : style);
    const gap = start === end && !isJson && !/\s/.test(source.text[start - 1] ?? '') ? ' ' : '';
    if (source.text.slice(start, end) !== written)
      edits.push({ start, end, insert: gap + written, guards: [lineAt(source.text, entry.start)] });
  }
  const { map } = frontmatter;
  const isGoing = (entry: YamlEntry): boolean => going.includes(entry);
  const isReplaced = map !== null && added.length > 0 && map.entries.every(isGoing);
  const removed = going.length === 0 || isReplaced ? [] : removeEntries(source, frontmatter, going, added.length > 0);
  if (isRefusal(removed)) return removed;
  for (const edit of removed) edits.push(edit);
  if (added.length > 0)
    edits.push(map ? insertPairs(source, map, added, isGoing) : insertLines(source, frontmatter.end, added));
  return editsInOrder(edits);
}

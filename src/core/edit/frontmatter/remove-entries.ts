import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import { lineAt, nextLineStart } from '../../note/text-line';
import { refuse, type Refusal } from '../../text/refusal';
import type { Span, TextEdit } from '../../text/text-edit';
import type { Frontmatter } from '../../frontmatter/read-frontmatter';
import { propertiesPosition } from './read-properties';
import type { YamlEntry } from '../../frontmatter/yaml-node';

/** The frontmatter with its fences, when the properties are all that stands in it. */
function wholeWith({ text, metadata }: NoteSource, { end }: Frontmatter, entries: readonly YamlEntry[]): Span | null {
  const position = propertiesPosition(metadata);
  if (!position) return null;
  const inside = nextLineStart(text, lineAt(text, position.start.offset));
  const isBetween = (from: number, to: number): boolean => text.slice(from, to).trim() !== '';
  const starts = [...entries.map(({ start }) => start), end];
  if (starts.some((start, at) => isBetween(entries[at - 1]?.end ?? inside, start))) return null;
  return { start: position.start.offset, end: nextLineStart(text, lineAt(text, end)) };
}

/**
 * The spans that take parts of a bracketed list or map away, each with its comma; `whole` is the list with its brackets. Parts before the first
 * that stays go with the comma behind them, the others with the one before them, so that no spans overlap.
 */
export function removeParts<Part extends Span>(
  parts: readonly Part[],
  isGoing: (part: Part) => boolean,
  whole: Span,
): Span[] {
  const firstKept = parts.findIndex((part) => !isGoing(part));
  if (firstKept < 0) return parts.length === 0 ? [] : [{ start: whole.start + 1, end: whole.end - 1 }];
  return parts.flatMap((part, at): Span[] => {
    if (!isGoing(part)) return [];
    return at < firstKept
      ? [{ start: part.start, end: parts[at + 1]?.start ?? part.end }]
      : [{ start: parts[at - 1]?.end ?? part.start, end: part.end }];
  });
}

/**
 * The edits that take properties away: their lines, or their pairs in brackets. A comment beside one is somebody's words and stays, with the key. With
 * the last property the fences go too, unless others come: Obsidian would take the text below two bare fences for properties.
 */
export function removeEntries(
  source: NoteSource,
  frontmatter: Frontmatter,
  going: readonly YamlEntry[],
  areOthersComing = false,
): readonly TextEdit[] | Refusal {
  const { text, path } = source;
  const guardOf = (entry: YamlEntry): Span => lineAt(text, entry.start);
  if (frontmatter.map)
    return removeParts(frontmatter.entries, (one) => going.includes(one), frontmatter.map).map((span) => ({
      ...span,
      insert: '',
      guards: going.map(guardOf),
    }));
  const commented = going.filter(({ hasComment }) => hasComment);
  const stuck = commented.find(({ value }) => value.kind === 'none' || value.kind === 'block-list');
  if (stuck) return refuse(`A comment stands beside “${stuck.key}” in ${noteName(path)}. Edit it in the note.`);
  const remove = (entry: YamlEntry, { start, end }: Span): TextEdit => ({
    start,
    end,
    insert: '',
    guards: [guardOf(entry)],
  });
  const inOrder = [...going].sort((a, b) => a.start - b.start);
  const whole = commented.length > 0 || areOthersComing ? null : wholeWith(source, frontmatter, inOrder);
  if (!whole) return inOrder.map((entry) => remove(entry, entry.hasComment ? entry.value : entry));
  if (text.startsWith('---', whole.end))
    return refuse(
      `Without “${inOrder[0]?.key ?? ''}” the text of ${noteName(path)} would be read as properties. Edit it in the note.`,
    );
  return inOrder.slice(0, 1).map((entry) => remove(entry, whole));
}

import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import { lineAt, nextLineStart } from '../../note/text-line';
import { refuse, type Refusal, type Span, type TextEdit } from '../edit-plan';
import type { Frontmatter } from './read-frontmatter';
import { removeParts } from './remove-parts';
import type { YamlEntry } from './yaml-node';

/** The frontmatter with its fences, when the property is all that stands in it. */
function wholeWith({ text, metadata }: NoteSource, { end }: Frontmatter, entry: YamlEntry): Span | null {
  const position = metadata.sections?.find(({ type }) => type === 'yaml')?.position ?? metadata.frontmatterPosition;
  if (!position) return null;
  const inside = nextLineStart(text, lineAt(text, position.start.offset));
  if (text.slice(inside, entry.start).trim() !== '' || text.slice(entry.end, end).trim() !== '') return null;
  return { start: position.start.offset, end: nextLineStart(text, lineAt(text, end)) };
}

/**
 * The edits that take a property away: its lines, or its pair in brackets. A comment beside it is somebody's words and stays, with the key. With
 * the last property the fences go too: Obsidian would take the text below two bare fences for properties.
 */
export function removeEntry(source: NoteSource, frontmatter: Frontmatter, entry: YamlEntry): readonly TextEdit[] | Refusal {
  const { text, path } = source;
  const guards = [lineAt(text, entry.start)];
  const remove = ({ start, end }: Span): TextEdit => ({ start, end, insert: '', guards });
  if (frontmatter.map) return removeParts(frontmatter.entries, (one) => one === entry, frontmatter.map).map(remove);
  if (entry.hasComment) return entry.value.kind === 'none' || entry.value.kind === 'block-list' ? refuse(`A comment stands beside “${entry.key}” in ${noteName(path)}. Edit it in the note.`) : [remove(entry.value)];
  const whole = wholeWith(source, frontmatter, entry);
  if (!whole) return [remove(entry)];
  if (text.startsWith('---', whole.end)) return refuse(`Without “${entry.key}” the text of ${noteName(path)} would be read as properties. Edit it in the note.`);
  return [remove(whole)];
}

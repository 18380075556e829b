import { readFrontmatter, type Frontmatter } from '../../frontmatter/read-frontmatter';
import { isBlankOrComment } from '../../frontmatter/read-block';
import type { YamlEntry } from '../../frontmatter/yaml-node';
import { noteName } from '../../note/link-text';
import type { NoteMetadata, Pos } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { refuse, type Refusal } from '../../text/refusal';
import { LINE_ENDS } from '../../note/line-end';

/** Whether the text was understood as the app understands it: the same properties, and the same words in them. */
function agrees(entries: readonly YamlEntry[], frontmatter: Readonly<Record<string, unknown>> = {}): boolean {
  const keys = Object.keys(frontmatter);
  return (
    keys.length === entries.length &&
    entries.every(({ key, value }) => {
      const read = Object.hasOwn(frontmatter, key) ? frontmatter[key] : undefined;
      return (
        key !== '<<' &&
        read !== undefined &&
        (value.kind !== 'scalar' || typeof read !== 'string' || read === value.value)
      );
    })
  );
}

/** Where a note's properties stand, with their fences; undefined for none. */
export const propertiesPosition = ({ sections, frontmatterPosition }: NoteMetadata): Pos | undefined =>
  sections?.find(({ type }) => type === 'yaml')?.position ?? frontmatterPosition;

/** A note's properties as they are written, for an edit; `end` is -1 when the note has none. Refuses what is not read as the app read it. */
export function readProperties({ path, text, metadata }: NoteSource): Frontmatter | Refusal {
  const position = propertiesPosition(metadata);
  if (!position) return { entries: [], map: null, end: -1 };
  const read = readFrontmatter(text, position.start.offset, position.end.offset);
  // The app reads nothing where the YAML is broken.
  const isBroken =
    metadata.frontmatter === undefined &&
    text
      .slice(position.start.offset, position.end.offset)
      .split(LINE_ENDS)
      .slice(1, -1)
      .some((line) => !isBlankOrComment(line));
  return read && !isBroken && agrees(read.entries, metadata.frontmatter)
    ? read
    : refuse(
        `The properties of ${noteName(path)} are written in a way that cannot be edited surely. Edit them in the note.`,
      );
}

import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import { lineAt } from '../../note/text-line';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { Span, TextEdit } from '../../text/text-edit';
import { editsInOrder } from '../apply-edits';
import { readProperties } from './read-properties';
import { removeEntries, removeParts } from './remove-entries';
import { entryOf } from './set-property';
import { writeScalar } from '../../frontmatter/write-scalar';
import { linesOfItem, type YamlNode, type YamlScalar } from '../../frontmatter/yaml-node';

/** What becomes of a tag of the frontmatter, given with its `#`: another tag, itself, or with null nothing. */
type ChangeTag = (tag: string) => string | null;

const tagOf = ({ value }: YamlScalar): string => (value.trim().startsWith('#') ? value.trim() : `#${value.trim()}`);

/** Whether the value is what `tags` may be: a tag, or a list of them. */
function isTagValue(value: YamlNode): boolean {
  if (!('items' in value)) return value.kind === 'scalar';
  return value.items.every(({ kind }) => kind === 'scalar' || (kind === 'none' && value.kind === 'block-list'));
}

/**
 * The edits that change or remove tags of a note's frontmatter as text: a string, a list in lines or in brackets, JSON. The `tags` key goes
 * with its last tag. Refuses other forms.
 */
export function changeTags(source: NoteSource, change: ChangeTag): readonly TextEdit[] | Refusal {
  const frontmatter = readProperties(source);
  if (isRefusal(frontmatter)) return frontmatter;
  const entry = entryOf(frontmatter, 'tags');
  if (!entry || !isTagValue(entry.value))
    return refuse(
      `The tags of ${noteName(source.path)} are written in a way that cannot be edited surely. Edit them in the note.`,
    );
  const { value } = entry;
  const edit = (span: Span, insert: string): TextEdit => ({
    start: span.start,
    end: span.end,
    insert,
    guards: [lineAt(source.text, span.start)],
  });
  const isGoing = (node: YamlNode): boolean => node.kind === 'scalar' && change(tagOf(node)) === null;
  const nodes = 'items' in value ? value.items : [value];
  if (nodes.every(isGoing)) return removeEntries(source, frontmatter, [entry]);
  const changed = nodes.flatMap((node): TextEdit[] => {
    if (node.kind !== 'scalar') return [];
    const now = change(tagOf(node));
    if (now === null || now === tagOf(node)) return [];
    return [edit(node, writeScalar(node.value.trim().startsWith('#') ? now : now.slice(1), node.style))];
  });
  if (!('items' in value)) return changed;
  const inLines = value.kind === 'block-list' ? value.items.filter(isGoing) : [];
  const { text } = source;
  if (inLines.some((node) => text.slice(node.end, linesOfItem(text, node).end).trim() !== ''))
    return refuse(`A comment stands beside a tag of ${noteName(source.path)}. Edit the tags in the note.`);
  const gone =
    value.kind === 'flow-list'
      ? removeParts(value.items, isGoing, value)
      : inLines.map((node) => linesOfItem(text, node));
  return editsInOrder([...changed, ...gone.map((span) => edit(span, ''))]);
}

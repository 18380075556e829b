import { noteName } from '../../note/link-text';
import type { TextRange } from '../../note/resolve-subpath';
import { lineAt, nextLineStart } from '../../note/text-line';
import type { JudgeText, RuleContext } from '../facts/rule-context';
import { isTakenBySite, type OutgoingLink } from '../../link/outgoing-link';
import { locAt } from '../../note/loc-at';
import type { NoteSource } from '../../note/note-source';
import type { CheckedNote } from '../facts/checked-note';
import { shorten } from '../facts/finding';

/** What stands on its own even without a blank line above it: a heading, bullet, quote, table row, fence, line, HTML. The parser of the site judges, which is another. */
const OWN_BLOCK = /^\s{0,3}(?:#{1,6}\s|[-*+]\s|1[.)]\s|>|\||```|~~~|(?:[-*_]\s*){3,}$|<[a-z/!])/i;

/** What the publisher takes for an id, with the end of its line: letters, digits and `_`, wherever they stand; `2^n` too. */
const ID = /\^\w+(?=[\r\n]|$)/g;

/** The line that will be glued to the one with the id when the publisher takes the id away with the line's end; null when none is. */
function gluedLine(source: NoteSource, at: number, end: number): string | null {
  const { text } = source;
  const line = lineAt(text, at);
  // On a line of its own it takes no text along.
  if (text.slice(line.start, at).trim() === '') return null;
  // Of CRLF it takes one half: the line still ends.
  if (text.startsWith('\r\n', line.end)) return null;
  const next = lineAt(text, nextLineStart(text, line));
  if (next.start >= end || next.start === line.start) return null;
  const words = text.slice(next.start, next.end).trim();
  if (words !== '') return words;
  // The blank line is now the only line end: a paragraph goes on.
  const after = lineAt(text, nextLineStart(text, next));
  const below = after.start >= end ? '' : text.slice(after.start, after.end);
  // Dashes right below a paragraph make a heading of it.
  const isOwn = /^ {0,3}-+\s*$/.test(below)
    ? source.sectionAt(line.start)?.type !== 'paragraph'
    : OWN_BLOCK.test(below);
  return below.trim() === '' || isOwn ? null : below.trim();
}

interface PublishedRange extends TextRange {
  /** The block's own id, of which the publisher takes only itself; `''` where no block is embedded. */
  readonly own: string;
  /** The published note's name. */
  readonly by: string;
}

/** What the publisher copies of the note for an embed: all of it where it does not find the heading, of a block its lines. A block that it does not find is told where it is embedded. */
function copiedRange(embed: OutgoingLink, note: CheckedNote, context: RuleContext): Omit<PublishedRange, 'by'> | null {
  const place = context.placeOf(embed);
  if (place?.kind === 'block') {
    const block = note.metadata.blocks?.[embed.subpath.replace('#^', '')];
    return block ? { start: block.position.start.offset, end: block.position.end.offset, own: `^${block.id}` } : null;
  }
  if (place?.kind === 'missing') return place.what === 'heading' ? { start: 0, end: Infinity, own: '' } : null;
  return place === null || place.kind === 'other' ? null : { ...place.range, own: '' };
}

/** The parts of the note that published notes embed, with who does. */
const publishedRanges = (note: CheckedNote, context: RuleContext): PublishedRange[] =>
  context
    .embeddersOf(note.path)
    .filter((host) => host.isPublished)
    .flatMap((host) =>
      host.embeds
        .filter((embed) => embed.target === note.path && isTakenBySite(embed))
        .flatMap((embed) => copiedRange(embed, note, context) ?? [])
        .map((range) => ({ ...range, by: noteName(host.path) })),
    );

export const gardenBlockId: JudgeText = function* (note, context) {
  const { source } = note;
  const ranges = publishedRanges(note, context);
  if (ranges.length === 0) return;
  for (const { 0: id, index: offset } of source.text.matchAll(ID)) {
    const range = ranges.find(({ start, end, own }) => start <= offset && offset < end && id !== own);
    const glued = range ? gluedLine(source, offset, Math.min(range.end, source.text.length)) : null;
    if (glued === null || glued === range?.own || !range) continue;
    const message = `${range.by} shows this section on the site, where \`${id}\` goes with its line's end: \`${shorten(glued, 40)}\` is glued to this line. Expected no block id here.`;
    yield { at: locAt(source.text, offset), link: id, message };
  }
};

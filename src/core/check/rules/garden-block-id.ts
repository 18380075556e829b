import { noteName } from '../../note/link-text';
import { lineAt, nextLineStart } from '../../note/text-line';
import type { RuleContext, Rule } from '../facts/rule-context';
import { isTakenBySite } from '../../link/outgoing-link';
import { locAt } from '../../note/loc-at';
import type { CheckedNote } from '../facts/checked-note';
import { shorten } from '../facts/shorten';

/** What stands on its own even without a blank line above it: a heading, bullet, quote, table row, fence, line, HTML. The parser of the site judges, which is another. */
const OWN_BLOCK = /^\s{0,3}(?:#{1,6}\s|[-*+]\s|1[.)]\s|>|\||```|~~~|(?:[-*_]\s*){3,}$|<[a-z/!])/i;

/** What the publisher takes for an id, with the end of its line: letters, digits and `_`, wherever they stand; `2^n` too. */
const ID = /\^\w+(?=[\r\n]|$)/g;

/** The line that will be glued to the one with the id when the publisher takes the id away with the line's end; null when none is. */
function gluedLine(text: string, at: number, end: number): string | null {
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
  return below.trim() === '' || OWN_BLOCK.test(below) ? null : below.trim();
}

/** The parts of the note that published notes embed, with who does. */
function publishedRanges(
  note: CheckedNote,
  context: RuleContext,
): { readonly start: number; readonly end: number; readonly by: string }[] {
  return context.embeddersOf(note.path).flatMap((host) =>
    !host.isPublished
      ? []
      : host.embeds.flatMap((embed) => {
          if (embed.target !== note.path || !isTakenBySite(embed)) return [];
          const place = context.placeOf(embed);
          // Of a note whose heading is missing the publisher shows everything.
          if (place?.kind === 'missing' && place.what === 'heading')
            return [{ start: 0, end: Infinity, by: noteName(host.path) }];
          return place?.kind === 'heading' || place?.kind === 'note'
            ? [{ ...place.range, by: noteName(host.path) }]
            : [];
        }),
  );
}

/** Whether published notes show something of the note, so that its text is of interest. */
export const mayGlue = ({ path }: Pick<CheckedNote, 'path'>, context: RuleContext): boolean =>
  context.embeddersOf(path).some(({ isPublished }) => isPublished);

export const gardenBlockId: Rule = {
  id: 'garden-block-id',
  looksAt: 'text',
  severity: 'error',
  title: 'Block id that glues two lines on the site',
  onSite: true,
  *judge(note, context) {
    const { source } = note;
    const ranges = source ? publishedRanges(note, context) : [];
    if (!source || ranges.length === 0) return;
    for (const { 0: id, index: offset } of source.text.matchAll(ID)) {
      const range = ranges.find(({ start, end }) => start <= offset && offset < end);
      const glued = range ? gluedLine(source.text, offset, Math.min(range.end, source.text.length)) : null;
      if (glued === null || !range) continue;
      const message = `${range.by} shows this section on the site, where \`${id}\` goes with its line's end: \`${shorten(glued, 40)}\` is glued to this line. Expected no block id here.`;
      yield { at: locAt(source.text, offset), link: id, message, fix: null };
    }
  },
};

import { isRefusal, refuse, type Refusal, type TextEdit } from '../../edit/edit-plan';
import { insertSubHeading } from '../../edit/insert-responsibility';
import type { PlanningVault } from '../../edit/planning-vault';
import { headingKey } from '../../note/heading-key';
import { lineEndAt } from '../../note/line-end';
import { noteName } from '../../note/link-text';
import { planLink } from '../../link/plan-link';
import type { NoteSource } from '../../note/note-source';
import type { OutlineSection } from '../../note/outline';
import { lineAt, nextLineStart } from '../../note/text-line';
import type { Drafting } from '../drafting';
import { planOverviewEmbed } from '../plan-responsibility';
import { isPlainSentence, sentenceOf } from './piece-text';
import type { Turned } from './turn-piece';
import type { Leave } from './turn-request';

/** The edits of the source that leave something in the piece's place. */
export async function leaveBehind(
  drafting: Drafting,
  source: NoteSource,
  { note, piece }: Turned,
  leave: Leave,
  planned: PlanningVault,
): Promise<TextEdit[] | Refusal> {
  const { index } = drafting;
  const title = noteName(note.path);
  const { text } = source;
  const eol = lineEndAt(text, piece.span.start);
  const link = (alias: string): ReturnType<typeof planLink> =>
    planLink(
      { source: source.path, target: note.path, place: { kind: 'note' }, alias, embed: false, table: false },
      planned,
    );
  const guards = [lineAt(text, piece.span.start)];
  const named = await link(piece.kind === 'section' ? piece.words : title);
  if (isRefusal(named)) return named;
  if (piece.kind === 'bullet') {
    if (leave === 'transclusion') {
      const section = source.outline.sectionAt(piece.span.start);
      if (!section)
        return refuse(
          `The bullet stands under no heading, so there is no section for a transclusion. Leave a link instead.`,
        );
      const embed = await planOverviewEmbed(drafting, planned, source.path, note.path);
      if (isRefusal(embed)) return embed;
      const added = insertSubHeading(
        { source, settings: index.settings, isRoleLink: (one) => index.isRoleLink(one, source.path) },
        responsibilitiesAround(drafting, section),
        named.text,
        embed.text,
      );
      if (isRefusal(added)) return added;
      // The line end before the bullet goes with it: what is added behind it then has its place.
      const start =
        piece.span.start === 0
          ? 0
          : lineAt(text, piece.span.start - 1 - (text.startsWith('\r\n', piece.span.start - 2) ? 1 : 0)).end;
      const end = piece.span.start === 0 ? nextLineStart(text, { start: 0, end: piece.span.end }) : piece.span.end;
      // A line that goes cannot be waited for.
      return [
        { start, end, insert: '', guards },
        { ...added, guards: added.guards.slice(0, 1) },
      ];
    }
    const sentence = sentenceOf(source, piece.sentence);
    const whole = isPlainSentence(sentence) ? await link(sentence) : null;
    const words =
      leave === 'link'
        ? named.text
        : whole && !isRefusal(whole) && whole.text.includes(sentence)
          ? whole.text
          : `${named.text}: ${sentence}`;
    return [
      { start: piece.span.start + piece.marker.length, end: piece.span.end, insert: words + piece.blockId, guards },
    ];
  }
  const { heading } = piece.section;
  const before = piece.span.start === 0 ? null : lineAt(text, piece.span.start - 1);
  const hasBlankBefore = before === null || text.slice(before.start, before.end).trim() === '';
  const after = lineAt(text, nextLineStart(text, { start: piece.span.start, end: piece.span.end }));
  const closing = after.start <= piece.span.end || text.slice(after.start, after.end).trim() === '' ? '' : eol;
  if (leave === 'link') return [{ ...piece.span, insert: (hasBlankBefore ? '' : eol) + named.text + closing, guards }];
  const line = `${'#'.repeat(heading.level)} ${named.text}`;
  if (leave === 'sentence') return [{ ...piece.span, insert: line + closing, guards }];
  const embed = await planOverviewEmbed(drafting, planned, source.path, note.path);
  return isRefusal(embed) ? embed : [{ ...piece.span, insert: line + eol + eol + embed.text + closing, guards }];
}

/** The Responsibilities section around a section, else itself: where sub-headings go. */
function responsibilitiesAround({ index }: Drafting, section: OutlineSection): OutlineSection {
  for (let at: OutlineSection | null = section; at; at = at.parent)
    if (headingKey(at.heading.heading) === headingKey(index.settings.responsibilitiesHeading)) return at;
  return section;
}

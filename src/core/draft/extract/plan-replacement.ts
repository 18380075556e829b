import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { insertSubHeading } from '../../edit/insert-responsibility';
import type { PlanningVault } from '../../edit/planning';
import { BLOCK_ID } from '../../markdown/marks/span-marks';
import { headingKey } from '../../note/heading-key';
import { lineEndAt } from '../../note/line-end';
import { noteName } from '../../note/link-text';
import { planLink } from '../../link/plan-link';
import type { NoteSource } from '../../note/note-source';
import type { OutlineSection } from '../../note/outline';
import { lineAt, lineBefore, nextLineStart } from '../../note/text-line';
import type { Drafting } from '../drafting';
import { planOverviewEmbed } from '../plan-responsibility';
import { isPlainSentence, sentenceOf } from './extract-text';
import type { Extracted } from './extract-note';
import type { Replacement } from './extract';

/** The edits of the source that leave something in the extract's place. */
export async function planReplacement(
  drafting: Drafting,
  source: NoteSource,
  { note, extract }: Extracted,
  leave: Replacement,
  planned: PlanningVault,
): Promise<TextEdit[] | Refusal> {
  const title = noteName(note.path);
  const { text } = source;
  const eol = lineEndAt(text, extract.span.start);
  const link = (alias: string): ReturnType<typeof planLink> =>
    planLink({ source: source.path, target: note.path, alias }, planned);
  const guards = [lineAt(text, extract.span.start)];
  const named = await link(extract.kind === 'section' ? extract.words : title);
  if (isRefusal(named)) return named;
  if (extract.kind === 'bullet') {
    if (leave === 'transclusion') {
      const section = source.outline.sectionAt(extract.span.start);
      if (!section)
        return refuse(
          `The bullet stands under no heading, so there is no section for a transclusion. Leave a link instead.`,
        );
      const embed = await planOverviewEmbed(drafting, planned, source.path, note.path);
      if (isRefusal(embed)) return embed;
      const added = insertSubHeading(source, responsibilitiesAround(drafting, section), named.text, embed.text);
      if (isRefusal(added)) return added;
      // The line end before the bullet goes with it: what is added behind it then has its place.
      const start = extract.span.start === 0 ? 0 : lineBefore(text, extract.span).end;
      const end =
        extract.span.start === 0 ? nextLineStart(text, { start: 0, end: extract.span.end }) : extract.span.end;
      // A line that goes cannot be waited for.
      return [
        { start, end, insert: '', guards },
        { ...added, guards: added.guards.slice(0, 1) },
      ];
    }
    const sentence = sentenceOf(source, extract.sentence);
    const shown = sentence.replace(/\s+/g, ' ');
    const whole = isPlainSentence(shown) ? await link(shown) : null;
    const words =
      leave === 'link'
        ? named.text
        : whole && !isRefusal(whole) && whole.text.includes(shown)
          ? whole.text
          : `${named.text}: ${sentence}`;
    return [
      {
        start: extract.span.start + extract.marker.length,
        end: extract.span.end,
        insert: words + extract.blockId,
        guards,
      },
    ];
  }
  const { heading } = extract.section;
  // A heading's block id stays in its place, as a bullet's does.
  const words = named.text + (BLOCK_ID.exec(heading.heading)?.[0] ?? '');
  const before = extract.span.start === 0 ? null : lineAt(text, extract.span.start - 1);
  const hasBlankBefore = before === null || text.slice(before.start, before.end).trim() === '';
  const after = lineAt(text, nextLineStart(text, { start: extract.span.start, end: extract.span.end }));
  const closing = after.start <= extract.span.end || text.slice(after.start, after.end).trim() === '' ? '' : eol;
  if (leave === 'link') return [{ ...extract.span, insert: (hasBlankBefore ? '' : eol) + words + closing, guards }];
  const line = `${'#'.repeat(heading.level)} ${words}`;
  if (leave === 'sentence') return [{ ...extract.span, insert: line + closing, guards }];
  const embed = await planOverviewEmbed(drafting, planned, source.path, note.path);
  return isRefusal(embed) ? embed : [{ ...extract.span, insert: line + eol + eol + embed.text + closing, guards }];
}

/** The Responsibilities section around a section, else itself: where sub-headings go. */
function responsibilitiesAround({ index }: Drafting, section: OutlineSection): OutlineSection {
  for (let at: OutlineSection | null = section; at; at = at.parent)
    if (headingKey(at.heading.heading) === headingKey(index.settings.responsibilitiesHeading)) return at;
  return section;
}

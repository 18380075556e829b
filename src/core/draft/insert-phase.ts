import { isRefusal, refuse, type Refusal } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import { blockBehind } from '../edit/insert-responsibility';
import type { PlanningVault } from '../edit/planning';
import { readHeadingMark } from '../note/heading-marks';
import { lineEndAt } from '../note/line-end';
import { noteName, splitLink, withoutMd } from '../note/link-text';
import { planLink } from '../link/plan-link';
import type { NoteSource } from '../note/note-source';
import type { OutlineSection } from '../note/outline';
import { isBlank, lineAt, linesBetween, nextLineStart, type TextLine } from '../note/text-line';
import { openBlockAt } from '../markdown/open-block';
import { phaseNumber } from '../phase/phase-names';
import { phaseOfHeading } from '../phase/phase-rules';
import type { PhaseSetting } from '../settings/settings';
import type { Drafting } from './drafting';
import { planOverviewEmbed } from './plan-responsibility';

/** A phase's heading on the overview page. */
interface PhaseHeading {
  readonly phase: PhaseSetting;
  readonly section: OutlineSection;
}

/**
 * The overview's own headings that are a phase: one link to its page, or to a missing page named like it. Plain names count only where there are no
 * links: beside them they are about something else (`## Handing over`, `### Day 2`).
 */
function phaseHeadings(
  { index, vault }: Drafting,
  overview: NoteSource,
  phases: readonly PhaseSetting[],
): PhaseHeading[] {
  const { path, metadata, outline } = overview;
  const context = { lifecycle: { ...index.lifecycle, phases, overview: path }, resolve: vault.resolve };
  const found = outline.own.flatMap((section) => {
    const named = phaseOfHeading(readHeadingMark(metadata, section.heading), path, context);
    return named ? { ...named, section } : [];
  });
  const links = found.filter(({ isLinked }) => isLinked);
  return links.length > 0 ? links : found;
}

/** Whether the overview shows or names the page already. */
function holds({ vault }: Drafting, overview: NoteSource, page: string): boolean {
  const leads = (link: string): boolean =>
    vault.resolve(splitLink(link).path, overview.path) === page ||
    splitLink(link).path.toLowerCase() === withoutMd(page).toLowerCase();
  const headings = overview.outline.own.map(({ heading }) => readHeadingMark(overview.metadata, heading).link);
  return (
    headings.some((link) => link !== null && leads(link)) ||
    (overview.metadata.embeds ?? []).some(({ link }) => leads(link))
  );
}

/** The heading that the new one goes behind: of the phases before it in number the last, else, without numbers, the last of all. */
function predecessor(headings: readonly PhaseHeading[], phase: PhaseSetting): PhaseHeading | null {
  const number = phaseNumber(phase);
  const numbered = headings.flatMap((one) => phaseNumber(one.phase) ?? []);
  if (number === null || numbered.length < headings.length) return headings.at(-1) ?? null;
  const before = headings.filter((one) => (phaseNumber(one.phase) ?? 0) < number);
  const nearest = Math.max(...before.map((one) => phaseNumber(one.phase) ?? 0));
  return before.findLast((one) => phaseNumber(one.phase) === nearest) ?? null;
}

/**
 * The last written line of a phase's part of the page. All that follows its transclusion is passed, or it would fall under the new heading; phases do
 * not nest, so the next phase's heading ends it, whatever its level.
 */
function endOf({ text }: NoteSource, { section }: PhaseHeading, headings: readonly PhaseHeading[]): TextLine {
  const heading = lineAt(text, section.heading.position.end.offset);
  const next = headings.map((one) => one.section.start).filter((start) => start > section.start && start < section.end);
  const lines = [...linesBetween(text, nextLineStart(text, heading), Math.min(section.end, ...next))];
  return lines.findLast((line) => !isBlank(text, line)) ?? heading;
}

export interface PhaseToInsert {
  readonly phase: PhaseSetting;
  /** Its page, which `vault` knows. */
  readonly page: string;
  /** The phases after the plan, the new one included. */
  readonly phases: readonly PhaseSetting[];
}

/**
 * The edit that shows a phase on the overview page: heading and transclusion behind the phase before it, at the level of that one's heading, in the
 * order of numbers. Null when the overview has it already.
 */
export async function insertPhase(
  drafting: Drafting,
  vault: PlanningVault,
  overview: NoteSource,
  { phase, page, phases }: PhaseToInsert,
): Promise<NoteEdit | Refusal | null> {
  if (holds(drafting, overview, page)) return null;
  const headings = phaseHeadings(drafting, overview, phases);
  if (headings.some((one) => one.phase.id === phase.id)) return null;
  const heading = await planLink({ source: overview.path, target: page, alias: phase.name }, vault);
  const embed = await planOverviewEmbed(drafting, vault, overview.path, page);
  if (isRefusal(heading)) return heading;
  if (isRefusal(embed)) return embed;
  const { text } = overview;
  const eol = lineEndAt(text, overview.bodyStart);
  const before = predecessor(headings, phase);
  const [next] = before ? [] : headings;
  const level = (before ?? next)?.section.heading.level ?? 2;
  const block = [`${'#'.repeat(level)} ${heading.text}`, '', embed.text].join(eol);
  if (next) {
    const at = lineAt(text, next.section.start);
    const above = at.start === 0 ? '' : text.slice(lineAt(text, at.start - 1).start, at.start).trim();
    return {
      path: overview.path,
      before: text,
      edits: [
        { start: at.start, end: at.start, insert: `${above === '' ? '' : eol}${block}${eol}${eol}`, guards: [at] },
      ],
    };
  }
  const last = [...linesBetween(text, overview.bodyStart, text.length)].findLast((line) => !isBlank(text, line));
  const anchor = before ? endOf(overview, before, headings) : (last ?? { start: text.length, end: text.length });
  const open = openBlockAt(overview, anchor.start);
  if (open !== null)
    return refuse(
      `The block that begins in line ${open + 1} of ${noteName(overview.path)} is not closed, so all below it is part of it. Close it first.`,
    );
  const edit = before
    ? blockBehind(overview, before.section, anchor, block)
    : { start: anchor.end, end: anchor.end, insert: (last ? eol + eol : '') + block, guards: last ? [last] : [] };
  return { path: overview.path, before: text, edits: [edit] };
}

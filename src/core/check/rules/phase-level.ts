import { readHeadingMark } from '../../note/heading-marks';
import { phaseOfHeading } from '../../phase/phase-rules';
import type { PhaseSetting } from '../../settings/settings';
import type { JudgeNote, RuleContext } from '../facts/rule-context';
import { levelFix, type Levelled } from '../facts/level-fix';
import { ownHeadings, type CheckedNote } from '../facts/checked-note';

/** The overview's own headings, each phase's first one named. Plain names count when no heading is a link to a phase page. */
function levelled(note: CheckedNote, context: RuleContext): Levelled[] {
  const marks = ownHeadings(note).map((heading) => ({
    heading,
    named: phaseOfHeading(readHeadingMark(note.metadata, heading), note.path, context),
  }));
  const byLink = marks.some(({ named }) => named?.isLinked === true);
  const seen = new Set<PhaseSetting>();
  return marks.map(({ heading, named }) => {
    const counts = named !== null && named.isLinked === byLink && !seen.has(named.phase);
    if (counts) seen.add(named.phase);
    return { heading, phase: counts ? named.phase : null };
  });
}

const hashes = (level: number): string => `\`${'#'.repeat(level)}\``;

export const phaseLevel: JudgeNote = function* (note, context) {
  if (note.path !== context.lifecycle.overview) return;
  const headings = levelled(note, context);
  const phases = headings.flatMap(({ heading, phase }) => (phase ? [{ heading, phase }] : []));
  const count = (level: number): number => phases.filter(({ heading }) => heading.level === level).length;
  const usual = phases.reduce(
    (best, { heading: { level } }) => (best === 0 || count(level) > count(best) ? level : best),
    0,
  );
  const names = phases.filter(({ heading }) => heading.level === usual).map(({ phase }) => phase.name);
  for (const { heading, phase } of phases) {
    if (heading.level === usual) continue;
    const others = `${names.slice(0, -1).join(', ')}${names.length > 1 ? ' and ' : ''}${names.at(-1) ?? ''} ${names.length > 1 ? 'are' : 'is'}`;
    const message = `${phase.name} is ${hashes(heading.level)}, ${others} ${hashes(usual)}. Expected one level for all phases.`;
    yield { at: heading.position.start, message, fix: levelFix(headings, usual) };
  }
};

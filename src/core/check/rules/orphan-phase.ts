import { noteName, withoutMd } from '../../note/link-text';
import type { RuleContext } from '../facts/rule-context';
import { topOf, type CheckedNote } from '../facts/checked-note';
import type { Found } from '../facts/finding';

export function* orphanPhase(note: CheckedNote, context: RuleContext): Generator<Found> {
  const { overview, phaseByPage } = context.lifecycle;
  const phase = phaseByPage.get(note.path);
  if (!phase || overview === null || overview === note.path || context.isShownInOverview(note.path)) return;
  const section = `![[${withoutMd(note.path)}#${context.settings.overviewHeading}]]`;
  const message = `${noteName(overview)} does not show ${noteName(note.path)}. Expected \`${section}\` there, under a heading for ${phase.name}.`;
  yield { at: topOf(note), message };
}

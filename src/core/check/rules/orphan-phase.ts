import { noteName, withoutMd } from '../../note/link-text';
import type { JudgeNote } from '../facts/rule-context';
import { topOf } from '../facts/checked-note';

export const orphanPhase: JudgeNote = function* (note, context) {
  const { overview, phaseByPage } = context.lifecycle;
  const phase = phaseByPage.get(note.path);
  if (!phase || overview === null || overview === note.path || context.isShownInOverview(note.path)) return;
  const section = `![[${withoutMd(note.path)}#${context.index.settings.overviewHeading}]]`;
  const message = `${noteName(overview)} does not show ${noteName(note.path)}. Expected \`${section}\` there, under a heading for ${phase.name}.`;
  yield { at: topOf(note), message };
};

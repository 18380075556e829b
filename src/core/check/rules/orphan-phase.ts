import { noteName, withoutMd } from '../../note/link-text';
import type { NoteRule } from '../facts/rule-context';
import { topOf } from '../facts/checked-note';

export const orphanPhase: NoteRule = {
  id: 'orphan-phase',
  looksAt: 'pages',
  severity: 'warning',
  title: 'Phase page that the overview does not show',
  onSite: false,
  *judge(note, context) {
    const { overview, phaseByPage } = context.lifecycle;
    const phase = phaseByPage.get(note.path);
    if (!phase || overview === null || overview === note.path || context.isShownInOverview(note.path)) return;
    const section = `![[${withoutMd(note.path)}#${context.settings.overviewHeading}]]`;
    const message = `${noteName(overview)} does not show ${noteName(note.path)}. Expected \`${section}\` there, under a heading for ${phase.name}.`;
    yield { at: topOf(note), message };
  },
};

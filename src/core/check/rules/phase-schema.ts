import { isHeadingNamed } from '../../note/heading-marks';
import { noteName } from '../../note/link-text';
import { nearestText } from '../../note/nearest-text';
import type { JudgeNote } from '../facts/rule-context';
import { ownHeadings, topOf } from '../facts/checked-note';

export const phaseSchema: JudgeNote = function* (note, { lifecycle, index: { settings } }) {
  if (!lifecycle.phaseByPage.has(note.path)) return;
  const headings = ownHeadings(note);
  for (const name of [settings.overviewHeading, settings.responsibilitiesHeading]) {
    const named = headings.filter((heading) => isHeadingNamed(note.metadata, heading, name));
    const [first, second] = named;
    if (!first) {
      const nearest = nearestText(
        name,
        headings.map(({ heading }) => heading),
      );
      const hint = nearest === null ? '.' : `; is it \`${nearest}\`?`;
      const message = `${noteName(note.path)} has no heading \`${name}\`, which every phase page has${hint}`;
      yield { at: topOf(note), message };
    } else if (second) {
      const message = `${noteName(note.path)} has ${named.length} headings \`${name}\`; the first, on line ${first.position.start.line + 1}, counts. Expected one.`;
      yield { at: second.position.start, message };
    }
  }
};

import { isHeadingNamed } from '../note/heading-marks';
import { noteName } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import type { OutlineSection } from '../note/outline';
import { refuse, type Refusal } from '../text/refusal';

/** The page's one Responsibilities section, or why there is none to write into. `name` is the heading that the settings name. */
export function responsibilitiesSection(source: NoteSource, name: string): OutlineSection | Refusal {
  const page = noteName(source.path);
  const isNamed = (heading: OutlineSection['heading']): boolean => isHeadingNamed(source.metadata, heading, name);
  const [section, ...others] = source.outline.own.filter(({ heading }) => isNamed(heading));
  if (section && others.length === 0) return section;
  if (section) {
    const lines = [section, ...others].map(({ heading }) => heading.position.start.line + 1);
    return refuse(
      `${page} has ${lines.length} headings “${name}”, in lines ${lines.join(' and ')}: rename all but one, so that it is clear where its responsibilities stand.`,
    );
  }
  if ((source.metadata.headings ?? []).some(isNamed))
    return refuse(`“${name}” of ${page} stands in a frozen copy: rebuild its page first.`);
  return refuse(
    `${page} has no heading “${name}”: add “## ${name}” where its responsibilities should stand, or name its heading in the settings.`,
  );
}

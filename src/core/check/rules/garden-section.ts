import { gardenSlug } from '../../note/garden-slug';
import { headingKey } from '../../note/heading-key';
import { noteName } from '../../note/link-text';
import type { HeadingMetadata } from '../../note/note-metadata';
import { spellHeading } from '../../link/spell-heading';
import { subpathSegments } from '../../note/resolve-subpath';
import type { JudgeEmbed } from '../facts/rule-context';
import { retargetFix } from '../facts/retarget-fix';

/** The publisher looks for the first heading with the slug of what stands between the first two `#`. */
export const gardenSection: JudgeEmbed = (embed, context) => {
  const { link, target, subpath } = embed;
  if (context.placeOf(embed)?.kind !== 'heading') return null;
  const headings = context.metadata(target)?.headings ?? [];
  const segments = subpathSegments(subpath);
  const [first = ''] = segments;
  const note = noteName(target);
  if (segments.length > 1) {
    const message = `The site reads one heading of \`${subpath}\`, and shows all of \`${first}\` of ${note}.`;
    const direct = directSubpath(segments.at(-1) ?? '', headings);
    return direct === null
      ? { message: `${message} Give the section a heading that no other section has.` }
      : { message: `${message} Expected \`${direct}\`.`, fix: retargetFix(link, { path: null, subpath: direct }) };
  }
  const slug = gardenSlug(first);
  const shown = headings.find(({ heading }) => gardenSlug(heading) === slug);
  if (!shown || headingKey(shown.heading) === headingKey(first)) return null;
  const why = slug === '' ? ', as it knows headings by Latin letters and digits' : '';
  return {
    message: `The site takes \`${first}\` and \`${shown.heading}\` of ${note} for one heading and shows \`${shown.heading}\`${why}. Rename one of the two.`,
  };
};

/** The subpath of the last heading alone, when that leads to it in the app and on the site; else null. */
function directSubpath(segment: string, headings: readonly HeadingMetadata[]): string | null {
  const key = headingKey(segment);
  const slug = gardenSlug(segment);
  const same = headings.filter(({ heading }) => headingKey(heading) === key || gardenSlug(heading) === slug);
  const spelled = same[0] && spellHeading(same[0].heading)[0];
  return same.length === 1 && slug !== '' && spelled !== undefined && gardenSlug(spelled) === slug
    ? `#${spelled}`
    : null;
}

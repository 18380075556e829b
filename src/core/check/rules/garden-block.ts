import { noteName } from '../../note/link-text';
import { retargetFix } from '../facts/retarget-fix';
import type { JudgeEmbed } from '../facts/rule-context';

/**
 * Obsidian keeps block ids in small letters and finds them in any; the publisher looks for the id as it is written. Of a bullet it copies the
 * own lines, where Obsidian shows what is nested in it too.
 */
export const gardenBlock: JudgeEmbed = (embed, context) => {
  const { link, target, subpath } = embed;
  const place = context.placeOf(embed);
  if (place?.kind !== 'block') return null;
  const small = subpath.toLowerCase();
  const block = context.metadata(target)?.blocks?.[small.slice(2)];
  if (subpath !== small)
    return {
      message: `The site does not find \`${subpath}\` and shows all of ${noteName(target)}. Expected \`${small}\`.`,
      fix: retargetFix(link, { path: null, subpath: small }),
    };
  if (!block || block.position.end.offset >= place.range.end) return null;
  return {
    message: `The site shows the bullet \`${subpath}\` of ${noteName(target)} without what is nested in it. Expected its section by the heading.`,
  };
};

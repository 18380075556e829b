import type { JudgeEmbed } from '../facts/rule-context';
import { retargetFix } from '../facts/retarget-fix';
import { withoutMd } from '../../note/link-text';

export const ambiguousNote: JudgeEmbed = (embed, context) => {
  const { link, linkpath, target } = embed;
  if (linkpath === '' || target === `${linkpath}.md`) return null;
  const rivals = context.names.rivals(embed);
  if (rivals.length === 0) return null;
  const others = rivals.filter((path) => path !== target).map((path) => `\`${withoutMd(path)}\``);
  const message = `\`${linkpath}\` could be ${rivals.length} notes: it shows \`${withoutMd(target)}\`, not ${others.join(' or ')}. Write the full path.`;
  return { message, fix: retargetFix(link, { path: target, subpath: null }) };
};

import type { JudgeEmbed } from '../facts/rule-context';
import { withoutMd } from '../../note/link-text';

/** A path that is exact from the vault's root wins over the note in the own folder. */
export const shadowedNote: JudgeEmbed = (embed, context, { path }) => {
  const { linkpath, target } = embed;
  if (linkpath === '' || !path.includes('/')) return null;
  const near = context.names.shadowed(embed, path, target);
  if (near === null) return null;
  return {
    message: `This shows \`${withoutMd(target)}\` from the top of the vault, not \`${withoutMd(near)}\` beside this note. If that is meant, write its full path.`,
  };
};

import { noteName } from '../../note/link-text';
import type { JudgeEmbed } from '../facts/rule-context';
import { headingsMeant } from '../../link/find-target';

export const duplicateHeading: JudgeEmbed = (embed, context) => {
  const { target, subpath } = embed;
  const metadata = context.placeOf(embed)?.kind === 'heading' ? context.metadata(target) : null;
  const meant = metadata ? headingsMeant(metadata, subpath) : [];
  if (meant.length < 2) return null;
  const lines = meant.map(({ position }) => position.start.line + 1).join(', ');
  return {
    message: `${noteName(target)} has ${meant.length} headings that \`${subpath}\` fits (lines ${lines}); the first is shown. Expected one.`,
  };
};

import { entryAt } from '../../note/by-position';
import type { JudgeEmbed } from '../facts/rule-context';

/** Where an embed becomes a block of HTML that breaks what is around it. */
const PLACES: Readonly<Record<string, string>> = {
  list: 'a bullet',
  table: 'a table cell',
  callout: 'a callout',
  blockquote: 'a quote',
};

export const gardenPlace: JudgeEmbed = ({ link }, _context, { metadata: { sections = [] } }) => {
  const { start } = link.position;
  const type = entryAt(sections, start.offset)?.type ?? '';
  const place = PLACES[type];
  // At the start of a line below a bullet or quote it is, to the parser, part of that; to the publisher it is on a line of its own.
  if (place === undefined || (type !== 'table' && start.col === 0)) return null;
  return { message: `The site breaks a transclusion in ${place}. Expected it on a line of its own.` };
};

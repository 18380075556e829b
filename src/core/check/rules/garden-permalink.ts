import { topOf } from '../facts/checked-note';
import type { JudgeNote } from '../facts/rule-context';

/** The publisher asks properties what only a text can answer, of a home page's tags what only a list can, and stops at the note. It reads tags that are a text, and no path where there is a permalink. */
export const gardenPermalink: JudgeNote = function* (note) {
  const { frontmatter = {} } = note.metadata;
  for (const key of [
    'dg-permalink',
    frontmatter['dg-permalink'] ? '' : 'dg-path',
    frontmatter['dg-home'] ? 'tags' : '',
  ]) {
    const asked: unknown = frontmatter[key];
    if (!asked || typeof asked === 'string' || (key === 'tags' && Array.isArray(asked))) continue;
    const message = `The publisher fails at \`${key}: ${JSON.stringify(asked)}\`, which is no text. Expected it in quotes.`;
    yield { at: topOf(note), message };
  }
};

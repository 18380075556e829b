import { topOf } from '../facts/checked-note';
import type { Rule } from '../facts/rule-context';

/** The publisher asks of a permalink whether it ends in a slash, which only a text can answer: it stops at the note. */
export const gardenPermalink: Rule = {
  id: 'garden-permalink',
  looksAt: 'properties',
  severity: 'error',
  title: 'Permalink that keeps the note from the site',
  onSite: true,
  *judge(note) {
    const asked: unknown = note.metadata.frontmatter?.['dg-permalink'];
    if (!note.isPublished || !asked || typeof asked === 'string') return;
    const message = `The publisher fails at \`dg-permalink: ${JSON.stringify(asked)}\`, which is no text. Expected it in quotes.`;
    yield { at: topOf(note), link: '', message, fix: null };
  },
};

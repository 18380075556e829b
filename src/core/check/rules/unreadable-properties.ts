import { locAt } from '../../note/loc-at';
import { propertiesProblem } from '../../frontmatter/properties-problem';
import type { NoteRule } from '../facts/rule-context';

export const unreadableProperties: NoteRule = {
  id: 'unreadable-properties',
  looksAt: 'properties',
  severity: 'error',
  title: 'Properties that cannot be read',
  onSite: true,
  *judge({ metadata, source }) {
    const problem = source && propertiesProblem(source.text, metadata);
    if (problem)
      yield {
        at: locAt(source.text, problem.offset),
        message: `${problem.reason} None of the note’s properties counts.`,
      };
  },
};

import { locAt } from '../../note/loc-at';
import { propertiesProblem } from '../../frontmatter/properties-problem';
import type { JudgeNote } from '../facts/rule-context';

export const unreadableProperties: JudgeNote = function* ({ metadata, source }) {
  const problem = source && propertiesProblem(source.text, metadata);
  if (problem)
    yield {
      at: locAt(source.text, problem.offset),
      message: `${problem.reason} None of the note’s properties counts.`,
    };
};

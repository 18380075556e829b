import { locAt } from '../../note/loc-at';
import { propertiesProblem } from '../../frontmatter/properties-problem';
import type { CheckedNote } from '../facts/checked-note';
import type { Found } from '../facts/finding';

export function* unreadableProperties({ metadata, source }: CheckedNote): Generator<Found> {
  const problem = source && propertiesProblem(source.text, metadata);
  if (problem)
    yield {
      at: locAt(source.text, problem.offset),
      message: `${problem.reason} None of the note’s properties counts.`,
    };
}

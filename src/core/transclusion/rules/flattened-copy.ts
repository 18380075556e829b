import type { Rule } from '../court';
import { openCopies, tellProblem } from '../tell-copies';

/** A copy that says what its page says, or of which nothing can be known. */
export const flattenedCopy: Rule = {
  id: 'flattened-copy',
  severity: 'warning',
  title: 'Frozen copy where a transclusion stood',
  onSite: true,
  *judge(note, court) {
    for (const { state, at, link } of openCopies(note, court)) {
      if (state.kind === 'left') yield { at, link, message: tellProblem(state.problem, link), fix: null };
      if (state.kind !== 'exact' || state.glued.length > 0) continue;
      const message = `A frozen copy of \`${state.source.embed}\`: it does not follow when its source changes. Expected the transclusion.`;
      yield { at, link, message, fix: null };
    }
  },
};

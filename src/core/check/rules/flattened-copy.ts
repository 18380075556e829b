import type { CopyRule } from '../facts/rule-context';
import { whyLeft } from '../../published-copies/describe-left';
import { locAt } from '../../note/loc-at';
import { locateCopy } from '../facts/locate-copy';

/** A copy that says what its page says, or of which it cannot be known. */
export const flattenedCopy: CopyRule = {
  id: 'flattened-copy',
  looksAt: 'copies',
  severity: 'warning',
  title: 'Frozen copy where a transclusion stood',
  onSite: true,
  *judge({ note, decisions, survey }) {
    for (const decision of decisions) {
      const told = locateCopy(note.source, decision);
      if (!told || decision.kind === 'stale') continue;
      const { at, link, copy } = told;
      if (decision.kind === 'leave')
        yield { at, link, message: `A frozen copy; ${whyLeft(decision.problem, copy, survey)}.`.replace('?.', '?') };
      else if (decision.glued.length === 0)
        yield {
          at,
          link,
          message: `A frozen copy does not follow its source. Expected \`${decision.embed}\`.`,
          fix: { kind: 'restore', index: decision.index },
        };
    }
    const message = 'This begins like a frozen copy and is not closed. Expected `</div></div>` behind its text.';
    for (const offset of note.broken) yield { at: locAt(note.source.text, offset), message };
  },
};

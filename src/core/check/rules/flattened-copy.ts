import { whyLeft } from '../../published-copies/describe-copies';
import { locAt } from '../../note/loc-at';
import type { JudgeCopies } from '../facts/rule-context';

/** A copy that says what its page says, or of which it cannot be known. */
export const flattenedCopy: JudgeCopies = function* ({ note: { source, broken }, decisions, survey }) {
  for (const decision of decisions) {
    const copy = source.copies[decision.index];
    if (!copy || decision.kind === 'stale') continue;
    const [at, link] = [locAt(source.text, copy.start), copy.href];
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
  for (const offset of broken) yield { at: locAt(source.text, offset), message };
};

import { describeDifference } from '../../published-copies/describe-copies';
import { locAt } from '../../note/loc-at';
import type { JudgeCopies } from '../facts/rule-context';

export const staleCopy: JudgeCopies = function* ({ note: { source }, decisions }) {
  for (const decision of decisions) {
    const copy = source.copies[decision.index];
    if (!copy || decision.kind === 'leave') continue;
    const [at, link] = [locAt(source.text, copy.start), copy.href];
    if (decision.kind === 'stale') {
      const message = `A frozen copy that differs from \`${decision.embed}\`. ${describeDifference(decision.difference)}`;
      yield { at, link, message };
    } else if (decision.glued.length > 0) {
      const message = `A frozen copy in which the publisher glued lines: “${(decision.glued[0] ?? '').trim()}”. Its source, \`${decision.embed}\`, is right.`;
      yield { at, link, message, fix: { kind: 'restore', index: decision.index } };
    }
  }
};

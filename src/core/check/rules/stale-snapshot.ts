import { locAt } from '../../note/loc-at';
import { judgeSnapshot, NO_END } from '../../snapshot/judge-snapshot';
import type { JudgeText } from '../facts/rule-context';

const SAYS = {
  foreign: 'Somebody has written in this snapshot of the board. Expected that text outside of it, or an update.',
  stale: 'This snapshot says something else than the board now. Expected it to be brought up to date.',
};

/** What the site shows of the board, where the plugin does not run. */
export const staleSnapshot: JudgeText = function* ({ source }, { board }) {
  const { text, snapshots } = source;
  for (const snapshot of snapshots.regions) {
    const state = judgeSnapshot(source, snapshot, board);
    if (state === 'current') continue;
    const { start: offset } = snapshot;
    const message =
      typeof state === 'string' ? SAYS[state] : `This snapshot of the board cannot be drawn: ${state.refusal}`;
    yield {
      at: locAt(text, offset),
      message,
      fix: state === 'stale' ? { kind: 'snapshot', offset, today: board.today } : null,
    };
  }
  const message = `${NO_END.slice(0, 1).toUpperCase()}${NO_END.slice(1)}`;
  for (const { start } of snapshots.unended) yield { at: locAt(text, start), message };
};

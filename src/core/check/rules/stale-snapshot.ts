import { locAt } from '../../note/loc-at';
import { judgeSnapshot, NO_END } from '../../snapshot/judge-snapshot';
import type { Found } from '../facts/finding';
import type { TextRule } from '../facts/rule-context';

/** What the site shows of the board, where the plugin does not run. */
export const staleSnapshot: TextRule = {
  id: 'stale-snapshot',
  looksAt: 'publishedText',
  inComments: true,
  severity: 'warning',
  title: 'Snapshot of the board that is out of date',
  onSite: true,
  *judge({ source }, { board }) {
    const { text, snapshots } = source;
    const found = (offset: number, message: string): Found => ({ at: locAt(text, offset), message });
    for (const snapshot of snapshots.regions) {
      const { start } = snapshot;
      const state = judgeSnapshot(source, snapshot, board);
      if (typeof state !== 'string') yield found(start, `This snapshot of the board cannot be drawn: ${state.refusal}`);
      else if (state === 'foreign')
        yield found(
          start,
          'Somebody has written in this snapshot of the board. Expected that text outside of it, or an update.',
        );
      else if (state === 'stale')
        yield {
          ...found(
            start,
            'This snapshot says something else than the board now. Expected it to be brought up to date.',
          ),
          fix: { kind: 'snapshot', offset: start, today: board.today },
        };
    }
    for (const { start } of snapshots.unended)
      yield found(start, `${NO_END.slice(0, 1).toUpperCase()}${NO_END.slice(1)}`);
  },
};

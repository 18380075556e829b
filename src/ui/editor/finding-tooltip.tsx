import { hoverTooltip } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { h, render } from 'preact';
import { Message } from '../check/finding-row';
import { findingsBetween, type MarkedFinding } from './finding-marks';

/** What can be done about a finding where it is underlined. */
export interface FindingActions {
  fix(found: MarkedFinding): Promise<void>;
  ignore(found: MarkedFinding): void;
}

interface TipProps {
  readonly found: readonly MarkedFinding[];
  readonly actions: FindingActions;
}

function FindingTip({ found, actions }: TipProps) {
  return found.map((one) => (
    <div key={one.finding.rule} class="ops-tip-finding" dir="auto">
      <Message text={one.finding.message} />
      <div>
        {one.finding.fix !== null && <button onClick={() => void actions.fix(one)}>Fix</button>}
        <button onClick={() => actions.ignore(one)}>Ignore…</button>
      </div>
    </div>
  ));
}

/** What is wrong with the underlined text under the pointer, and its fix. */
export const findingTooltip = (actions: FindingActions): Extension =>
  hoverTooltip(
    ({ state }, at) => {
      const found = findingsBetween(state, at, at);
      const [first] = found;
      if (!first) return null;
      return {
        pos: first.from,
        end: first.to,
        above: true,
        create() {
          const dom = createDiv('ops-tip');
          render(h(FindingTip, { found, actions }), dom);
          return { dom, destroy: () => render(null, dom) };
        },
      };
    },
    { hideOnChange: true },
  );

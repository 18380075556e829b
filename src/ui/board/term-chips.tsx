import type { Chip } from '../../core/board/query/chips';
import type { View } from '../../core/settings/view';

interface TermChipsProps {
  readonly chips: readonly Chip[];
  readonly change: (change: Pick<View, 'query'>) => void;
}

/** A term of the query each, to press. */
export function TermChips({ chips, change }: TermChipsProps) {
  return (
    <div class="ops-terms" role="group" aria-label="Show only">
      {chips.map(({ label, value, isOn, count, pressed }) => (
        <button
          key={label}
          class={`ops-term${isOn ? ' is-on' : ''}${value === 'overdue' ? ' is-overdue' : ''}`}
          aria-pressed={isOn}
          onClick={() => change({ query: pressed })}
        >
          <bdi>{label}</bdi> <span class="ops-count">{count}</span>
        </button>
      ))}
    </div>
  );
}

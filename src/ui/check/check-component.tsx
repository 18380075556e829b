import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { folderOf, noteName } from '../../core/note/link-text';
import type { CheckList } from '../../core/check/build-check-list';
import type { Severity } from '../../core/check/facts/finding';
import { Dropdown } from '../board/dropdown';
import { Icon } from '../board/icon';
import type { CheckActions } from './check-actions';
import { SEVERITIES, type CheckScope, type CheckState } from './check-state';
import { FindingRow } from './finding-row';
import { counted } from '../../core/wording/counted';

interface CheckComponentProps {
  readonly list: CheckList;
  readonly state: CheckState;
  /** Whether the vault is still being read or judged. */
  readonly isBusy: boolean;
  readonly actions: CheckActions;
}

/** Rows drawn at first, and with each "Show more": enough for a screen or two, few enough for a phone. */
const PAGE = 200;

const SCOPES: readonly (readonly [CheckScope, string])[] = [
  ['board', 'Operations pages'],
  ['vault', 'Whole vault'],
  ['site', 'Published site'],
];

const NAMES: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', info: 'To know' };

/** "2 errors", "39 to know" */
const titleOf = (severity: Severity, count: number): string =>
  severity === 'info' ? `${count} to know` : counted(count, severity);

function totals({ counts, ignored }: CheckList): string {
  const { error, warning, info } = counts;
  const parts = [
    error > 0 ? counted(error, 'error') : '',
    warning > 0 ? counted(warning, 'warning') : '',
    info > 0 ? `${info} to know` : '',
  ];
  const text = parts.filter((part) => part !== '').join(', ');
  return `${text === '' ? 'Nothing found' : text}${ignored > 0 ? ` · ${ignored} ignored` : ''}`;
}

/** The rows that arrow keys walk over, and where the one tab stop is. */
function useRows(rows: number) {
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const hadFocus = useRef(false);
  const at = Math.min(current, Math.max(0, rows - 1));
  const mains = (): HTMLElement[] => Array.from(root.current?.querySelectorAll<HTMLElement>('.ops-finding-main') ?? []);
  // When the row with the focus goes, the next one has it.
  useLayoutEffect(() => {
    const { current: element } = root;
    if (hadFocus.current && element && element.doc.activeElement === element.doc.body) mains()[at]?.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows - 1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(0, step), rows - 1);
    setCurrent(next);
    mains()[next]?.focus();
  };
  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    hadFocus.current = relatedTarget === null || (currentTarget as Node).contains(relatedTarget as Node);
  };
  return { root, at, setCurrent, onKeyDown, onFocusOut };
}

/** The pane of the handbook check: findings by severity and note, what to look at, and what to do about them. */
export function CheckComponent({ list, state, isBusy, actions }: CheckComponentProps) {
  const [limit, setLimit] = useState(PAGE);
  const isFolded = (severity: Severity): boolean => state.severity === '' && state.folded.includes(severity);
  const all = list.sections.reduce(
    (sum, { severity, groups }) =>
      sum + (isFolded(severity) ? 0 : groups.reduce((rows, group) => rows + group.rows.length, 0)),
    0,
  );
  const { root, at, setCurrent, onKeyDown, onFocusOut } = useRows(Math.min(all, limit));
  const { fixable } = list;
  let row = 0;
  return (
    <div class="ops-check" ref={root}>
      <div class="ops-toolbar">
        <span class="ops-totals" role="status">
          {isBusy && list.sections.length === 0 ? 'Checking…' : totals(list)}
        </span>
        <Dropdown
          label="What is checked"
          options={SCOPES}
          value={state.scope}
          choose={(scope) => actions.change({ scope, rule: '' })}
        />
        <Dropdown
          label="Filter by rule"
          options={[
            ['', 'All rules'],
            ...list.rules.map(({ id, title, count }) => [id, `${title} (${count})`] as const),
          ]}
          value={state.rule}
          choose={(rule) => actions.change({ rule })}
        />
        <Dropdown
          label="Filter by severity"
          options={[
            ['', 'All severities'],
            ...SEVERITIES.map((one) => [one, `${NAMES[one]} (${list.counts[one]})`] as const),
          ]}
          value={state.severity}
          choose={(severity) => actions.change({ severity })}
        />
        {fixable.length > 1 && <button onClick={() => actions.fix(fixable)}>Fix {fixable.length}…</button>}
        {(list.ignored > 0 || state.showIgnored) && (
          <button aria-pressed={state.showIgnored} onClick={() => actions.change({ showIgnored: !state.showIgnored })}>
            {state.showIgnored ? 'Hide ignored' : 'Show ignored'}
          </button>
        )}
      </div>
      <div class="ops-check-list" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
        {list.sections.map(({ severity, count, groups }) => (
          <section key={severity} class="ops-check-section">
            <h2>
              <button
                class="ops-fold"
                aria-expanded={!isFolded(severity)}
                onClick={() =>
                  actions.change({
                    severity: '',
                    folded: isFolded(severity)
                      ? state.folded.filter((one) => one !== severity)
                      : [...state.folded, severity],
                  })
                }
              >
                <Icon name={isFolded(severity) ? 'chevron-right' : 'chevron-down'} />
                {titleOf(severity, count)}
              </button>
            </h2>
            {!isFolded(severity) &&
              groups.map(({ path, rows }) => {
                const from = row;
                row += rows.length;
                if (from >= limit) return null;
                return (
                  <section key={path} class="ops-check-group">
                    <h3>
                      <a tabIndex={-1} onClick={(event) => actions.openNote(path, event)}>
                        {noteName(path)}
                      </a>
                      <small>{folderOf(path)}</small>
                    </h3>
                    <ul>
                      {rows.slice(0, limit - from).map((one, index) => (
                        <FindingRow
                          key={`${one.finding.rule} ${one.finding.at.offset}`}
                          row={one}
                          isTabStop={from + index === at}
                          actions={actions}
                          onFocus={() => setCurrent(from + index)}
                        />
                      ))}
                    </ul>
                  </section>
                );
              })}
          </section>
        ))}
        {all > limit && <button onClick={() => setLimit(limit + PAGE)}>Show {Math.min(PAGE, all - limit)} more</button>}
        {list.sections.length === 0 && !isBusy && <div class="ops-empty">{emptyText(state)}</div>}
      </div>
    </div>
  );
}

function emptyText({ scope, rule }: CheckState): string {
  if (rule !== '') return 'Nothing of this kind.';
  if (scope === 'site') return 'Ready to publish: every transclusion shows what it should, and nothing leaks.';
  return scope === 'vault'
    ? 'Every transclusion of the vault shows what it should.'
    : 'Every transclusion of the operations pages shows what it should.';
}

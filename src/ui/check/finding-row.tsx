import type { CheckRow } from '../../core/check/build-check-list';
import type { Finding } from '../../core/check/facts/finding';
import { ruleNamed } from '../../core/check/rules/rules';
import { Icon } from '../board/icon';
import type { CheckActions } from './check-actions';
import { firstStep } from './first-step';

const SEVERITIES = {
  error: { icon: 'circle-x', word: 'Error' },
  warning: { icon: 'triangle-alert', word: 'Warning' },
  info: { icon: 'info', word: 'To know' },
} as const;

interface FindingRowProps {
  readonly row: CheckRow;
  readonly isTabStop: boolean;
  readonly actions: CheckActions;
  readonly onFocus: () => void;
}

/** Text with code between backticks, as the messages have it. */
export function Message({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}</>;
}

/** One finding: what it says opens its place; beside it what can be done. */
export function FindingRow({ row: { finding, ignored, places }, isTabStop, actions, onFocus }: FindingRowProps) {
  const { icon, word } = SEVERITIES[finding.severity];
  const tabIndex = isTabStop ? 0 : -1;
  const line = finding.at.line + 1;
  const fixable = ignored ? [] : places.filter(({ fix }) => fix !== null);
  const canFix = fixable.length > 0;
  // What is wrong in the same line is told whole: its number would tell nothing.
  const isHere = (place: Finding): boolean => place.at.line === finding.at.line;
  const others = places.filter((place) => !isHere(place));
  return (
    <li
      class={`ops-finding is-${finding.severity}${ignored ? ' is-ignored' : canFix ? ' can-fix' : ''}`}
      onFocusIn={onFocus}
    >
      <button
        class="ops-finding-main"
        tabIndex={tabIndex}
        onClick={(event) => actions.open(finding, event)}
        onAuxClick={(event) => {
          if (event.button === 1) actions.open(finding, event);
        }}
      >
        <span role="img" aria-label={word}>
          <Icon name={icon} />
        </span>
        <span class="ops-finding-text" dir="auto">
          {places.filter(isHere).map(({ message }) => (
            <span key={message} class="ops-finding-message">
              <Message text={message} />
            </span>
          ))}
          <small title={ruleNamed(finding.rule)?.title}>
            {`Line\u00A0${line}`}
            {!canFix && !ignored && `\u00A0· ${firstStep(finding.rule)}`}
            {ignored && ` · ignored${ignored.reason === '' ? '' : `: ${ignored.reason}`}`}
          </small>
        </span>
      </button>
      {others.length > 0 && (
        <div class="ops-finding-places">
          {'also in line '}
          {others.map((place) => (
            <button
              key={place.at.offset}
              tabIndex={tabIndex}
              title={place.message}
              onClick={(event) => actions.open(place, event)}
            >
              {place.at.line + 1}
            </button>
          ))}
        </div>
      )}
      <div class="ops-finding-actions">
        {canFix && (
          <button tabIndex={tabIndex} onClick={() => actions.fix(fixable)}>
            {fixable.length === 1 ? 'Fix' : `Fix ${fixable.length}`}
          </button>
        )}
        {ignored ? (
          <button tabIndex={tabIndex} onClick={() => actions.heed(ignored)}>
            Show again
          </button>
        ) : (
          <button
            class="clickable-icon"
            tabIndex={tabIndex}
            aria-label="Ignore…"
            onClick={() => actions.ignore(finding)}
          >
            <Icon name="eye-off" />
          </button>
        )}
      </div>
    </li>
  );
}

import { noteName } from '../../core/note/link-text';
import type { CheckRow } from '../../core/check/build-check-list';
import { ruleNamed } from '../../core/check/rules/rules';
import { Icon } from '../board/icon';
import type { CheckActions } from './check-actions';

const SEVERITIES = {
  error: { icon: 'circle-x', word: 'Error' },
  warning: { icon: 'triangle-alert', word: 'Warning' },
  info: { icon: 'info', word: 'To know' },
} as const;

export interface FindingRowProps {
  readonly row: CheckRow;
  readonly isTabStop: boolean;
  readonly actions: CheckActions;
  readonly onFocus: () => void;
}

/** Text with code between backticks, as the messages have it. */
function Message({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}</>;
}

/** One finding: what it says opens its place; beside it what can be done. */
export function FindingRow({ row: { finding, ignored }, isTabStop, actions, onFocus }: FindingRowProps) {
  const { icon, word } = SEVERITIES[finding.severity];
  const tabIndex = isTabStop ? 0 : -1;
  const line = finding.at.line + 1;
  const canMend = finding.fix !== null && !ignored;
  return (
    <li class={`ops-finding is-${finding.severity}${ignored ? ' is-ignored' : canMend ? ' can-mend' : ''}`} onFocusIn={onFocus}>
      <button
        class="ops-finding-main"
        tabIndex={tabIndex}
        aria-label={`${word}: ${finding.message} ${noteName(finding.path)}, line ${line}`}
        onClick={(event) => actions.open(finding, event)}
        onAuxClick={(event) => {
          if (event.button === 1) actions.open(finding, event);
        }}
      >
        <Icon name={icon} />
        <span class="ops-finding-text" dir="auto">
          <Message text={finding.message} />
          <small>
            {`${ruleNamed(finding.rule)?.title ?? finding.rule}\u00A0· line\u00A0${line}`}
            {ignored && ` · ignored${ignored.reason === '' ? '' : `: ${ignored.reason}`}`}
          </small>
        </span>
      </button>
      <div class="ops-finding-actions">
        {canMend && (
          <button tabIndex={tabIndex} onClick={() => actions.fix([finding])}>
            Mend
          </button>
        )}
        {ignored ? (
          <button tabIndex={tabIndex} onClick={() => actions.heed(ignored)}>
            Show again
          </button>
        ) : (
          <button class="clickable-icon" tabIndex={tabIndex} aria-label="Ignore…" onClick={() => actions.ignore(finding)}>
            <Icon name="eye-off" />
          </button>
        )}
      </div>
    </li>
  );
}

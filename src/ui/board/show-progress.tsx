import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import { drawPhase, historyDays, historyRows } from '../../core/progress/draw-history';
import type { ProgressHistory } from '../../core/progress/progress-history';
import type { PhaseSetting } from '../../core/settings/settings';

/** What there is to show, and what is to be said of the record. */
interface ProgressRecord {
  readonly history: ProgressHistory;
  /** Why nothing is added to it; null: it is added to. */
  readonly problem: string | null;
}

type Phases = readonly Pick<PhaseSetting, 'id' | 'name'>[];

function Pictures({ history, phases }: { readonly history: ProgressHistory; readonly phases: Phases }) {
  const days = historyDays(history);
  return (
    <>
      <p class="ops-history-legend" aria-hidden="true">
        <span class="is-finished">finished</span>
        <span class="is-open">open</span>
        <span class="is-gap">not recorded</span>
      </p>
      {phases.map(({ id, name }) => {
        const picture = drawPhase(history, days, id);
        if (!picture) return null;
        return (
          <figure key={id} class="ops-history">
            <figcaption>{name}</figcaption>
            <span class="ops-history-most" aria-hidden="true">
              {picture.height}
            </span>
            <svg
              role="img"
              aria-labelledby={`ops-history-${id}`}
              aria-describedby={`ops-history-${id}-told`}
              viewBox={`0 0 ${picture.width} ${picture.height}`}
              preserveAspectRatio="none"
            >
              <title id={`ops-history-${id}`}>{`${name}: finished and open responsibilities by day`}</title>
              <desc id={`ops-history-${id}-told`}>{picture.description}</desc>
              <path class="is-gap" d={picture.gaps} />
              <path class="is-open" d={picture.all} />
              <path class="is-finished" d={picture.finished} />
            </svg>
          </figure>
        );
      })}
      <p class="ops-history-days" aria-hidden="true">
        <span>{days[0]}</span>
        <span>{days.at(-1)}</span>
      </p>
    </>
  );
}

function Values({ history, phases }: { readonly history: ProgressHistory; readonly phases: Phases }) {
  const rows = historyRows(
    history,
    historyDays(history),
    phases.map(({ id }) => id),
  );
  return (
    <details class="ops-history-values">
      <summary>Values as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {phases.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to, figures }) => (
            <tr key={from}>
              <th scope="row">{from === to ? from : `${from} to ${to}`}</th>
              {figures?.map((one, at) => (
                <td key={at}>{one ? `${one.finished} finished, ${one.open} open` : 'not recorded'}</td>
              )) ?? <td colSpan={phases.length}>not recorded: Obsidian was not open</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** "Progress over time": each phase's finished and open responsibilities by day, drawn, and as a table. */
export function showProgress(app: App, all: Phases, { history, problem }: ProgressRecord): void {
  const told = new Set([...history.values()].flatMap((phases) => [...phases.keys()]));
  const phases = all.filter(({ id }) => told.has(id));
  const modal = new Modal(app).setTitle('Progress over time');
  render(
    <>
      {problem !== null && <p class="ops-history-problem">{problem}</p>}
      {phases.length === 0 ? (
        <p>Nothing is recorded yet.</p>
      ) : (
        <>
          <Pictures history={history} phases={phases} />
          <Values history={history} phases={phases} />
        </>
      )}
    </>,
    modal.contentEl,
  );
  modal.onClose = () => render(null, modal.contentEl);
  modal.open();
}

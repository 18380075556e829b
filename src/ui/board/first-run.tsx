import type { Lifecycle } from '../../core/phase/lifecycle';
import type { BoardActions } from './board-actions';

/** What each phase is for, in the words of somebody who does it. */
const DOING: Readonly<Record<string, string>> = {
  'day-0': 'plan it',
  'day-1': 'put it live',
  'day-2': 'keep it running',
};

/** The board of a vault without operations pages: what it is for, and how to begin. */
export function FirstRun({ lifecycle, actions }: { readonly lifecycle: Lifecycle; readonly actions: BoardActions }) {
  return (
    <div class="ops-first-run">
      <h2>No operations pages yet</h2>
      <p>Running a service has phases, and the board has a column for each.</p>
      <dl>
        {lifecycle.phases.map(({ id, name, title }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{DOING[id] ?? title}</dd>
          </div>
        ))}
      </dl>
      <p>
        Each is a note, such as <em>{lifecycle.phases[0]?.name ?? 'Day 0'} Operations</em>, with a list of
        responsibilities. <code>#todo</code> below a heading, or on a bullet, marks what is unfinished.
      </p>
      <div class="ops-first-run-buttons">
        <button class="mod-cta" onClick={() => actions.plugin.createPages()}>
          Create the pages…
        </button>
        <button onClick={() => actions.plugin.openSettings()}>Use existing notes…</button>
      </div>
    </div>
  );
}

/** While the vault is read for the first time. */
export function Reading({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <div class="ops-reading" role="status">
      <label>
        Reading notes… {done} of {total}
        <progress value={done} max={Math.max(1, total)} />
      </label>
    </div>
  );
}

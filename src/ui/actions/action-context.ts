import type { ToggleTask } from '../../core/edit/actions/toggle-by-tasks';
import type { OperationsIndex, VaultView } from '../../core/index/operations-index';
import type { Settings } from '../../core/settings/settings';
import type { PlanningContext } from '../plan/run-plan';

/** What actions on todos ask of the plugin. */
export interface ActionContext extends PlanningContext {
  /** The index as of now. */
  readonly index: OperationsIndex;
  readonly vault: VaultView;
  /** The Tasks plugin's own toggle, when it is installed. */
  readonly toggleTask: ToggleTask | null;
  /** What the last step did, and the one taken back last, in the words of its notice; null for none. */
  readonly undoes: string | null;
  readonly redoes: string | null;
  /** Does the step again that was taken back last; answers with what to tell. */
  redo(): Promise<string>;
  changeSettings(edit: (settings: Settings) => Settings): Promise<void>;
}

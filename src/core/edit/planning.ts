import type { OperationsIndex } from '../index/operations-index';
import type { PlanningVault } from './planning-vault';

/** What every planner reads: the index, as of now, and the vault. */
export interface Planning {
  readonly index: OperationsIndex;
  readonly vault: PlanningVault;
}

import type { VaultView } from '../index/operations-index';
import type { LinkVault } from '../link/link-vault';

/** What planning asks of the vault. It only reads: the same vault gives the same plan. */
export interface PlanningVault extends VaultView, LinkVault {
  /** Whether a file or folder of any kind is there. */
  isTaken(path: string): boolean;
}

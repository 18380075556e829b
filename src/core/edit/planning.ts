import type { OperationsIndex, VaultView } from '../index/operations-index';
import type { LinkVault } from '../link/link-vault';
import type { IsRoleLink } from '../todo/tag-line';

/** What planning asks of the vault. It only reads: the same vault gives the same plan. */
export interface PlanningVault extends VaultView, LinkVault {
  /** Whether a file or folder of any kind is there. */
  isTaken(path: string): boolean;
}

/** What every planner reads: the index, as of now, and the vault. */
export interface Planning {
  readonly index: OperationsIndex;
  readonly vault: PlanningVault;
  /** Asked between two pieces of a plan of many: what to wait for, so that the app has its turn; null for nothing. Absent: nobody waits for a turn. */
  readonly breathe?: (() => Promise<void> | null) | undefined;
}

/** Which links in the note at a path lead to a role's note. */
export const roleLinksFrom =
  ({ isRoleLink }: Pick<OperationsIndex, 'isRoleLink'>, path: string): IsRoleLink =>
  (link) =>
    isRoleLink(link, path);

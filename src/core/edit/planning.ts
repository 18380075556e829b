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

/** The answer for each path, asked for when it is first wanted. */
function once<V>(ask: (path: string) => V): (path: string) => V {
  const known = new Map<string, V>();
  return (path) => {
    const answer = known.get(path) ?? ask(path);
    known.set(path, answer);
    return answer;
  };
}

/** A vault in which each note is read, and asked who links to it, once for the whole plan. */
export function readingOnce(vault: PlanningVault): PlanningVault {
  const canvases = once(() => vault.canvases());
  const asked: Pick<PlanningVault, 'linkingTo' | 'canvases' | 'read'> = {
    linkingTo: once((path) => vault.linkingTo(path)),
    canvases: () => canvases(''),
    read: once((path) => vault.read(path)),
  };
  return Object.assign(Object.create(vault) as PlanningVault, asked);
}

import type { Settings } from '../settings/settings';
import type { PageFacts } from './page-facts';

/** Resolves a link path as written in the note `source` to a vault path, or null. */
export type ResolveLink = (linkpath: string, source: string) => string | null;

/** What finding the lifecycle's pages asks of the vault. */
export interface LifecycleInput {
  readonly settings: Settings;
  /** The notes that may be pages (`isPageCandidate`), by path. */
  readonly pages: ReadonlyMap<string, PageFacts>;
  readonly resolve: ResolveLink;
  readonly exists: (path: string) => boolean;
  /** Where the role notes are, or null. */
  readonly rolesFolder: string | null;
}

import type { Drafting } from '../core/draft/drafting';
import { isRefusal } from '../core/text/refusal';
import type { PlanTarget } from './carry-out';

/** What a handler that makes notes needs: a fresh look at the vault, and the one writer. */
export interface DraftContext extends PlanTarget {
  drafting(): Promise<Drafting>;
}

/** What was read of a flag. Throws the reason when it will not do. */
export function accepted<T>(read: T): Exclude<T, { readonly refusal: string }> {
  if (typeof read === 'object' && read !== null && isRefusal(read)) throw new Error(read.refusal);
  return read as Exclude<T, { readonly refusal: string }>;
}

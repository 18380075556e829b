import type { Drafting } from '../../core/draft/drafting';
import type { PlanContext } from '../plan/run-plan';

/** What a form that makes notes asks of the plugin. */
export interface FormContext extends PlanContext {
  /** The vault as it is now, to plan in. */
  drafting(): Promise<Drafting>;
}

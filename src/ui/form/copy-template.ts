import { planTemplateCopy } from '../../core/draft/plan-template-copy';
import { isRefusal } from '../../core/text/refusal';
import type { TemplateKind } from '../../core/template/built-in-templates';
import { runPlan, tellError } from '../plan/run-plan';
import type { FormContext } from './form-context';
import { openForWriting } from './open-draft';

/** “Make my own copy” of a built-in template: writes it into the templates folder and opens it; the one that is there is opened. */
export async function copyTemplate(context: FormContext, kind: TemplateKind): Promise<void> {
  try {
    const planned = planTemplateCopy(await context.drafting(), kind);
    if (isRefusal(planned) && planned.exists !== undefined) await openForWriting(context.app, planned.exists, 0);
    else if ((await runPlan(context, planned, 'when-public')) && !isRefusal(planned))
      await openForWriting(context.app, planned.opens.path, 0);
  } catch (error) {
    tellError(error);
  }
}

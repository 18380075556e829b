import { planTemplateCopy } from '../../core/draft/plan-template-copy';
import { isRefusal } from '../../core/text/refusal';
import type { TemplateKind } from '../../core/template/built-in-templates';
import { tellDone, tellError, tellReason } from '../plan/run-plan';
import type { FormContext } from './form-context';
import { openForWriting } from './open-draft';

/** “Make my own copy” of a built-in template: writes it into the templates folder and opens it; the one that is there is opened. */
export async function copyTemplate(context: FormContext, kind: TemplateKind): Promise<void> {
  try {
    const planned = planTemplateCopy(await context.drafting(), kind);
    if (isRefusal(planned)) {
      if (planned.exists === undefined) tellReason(planned.refusal);
      else await openForWriting(context.app, planned.exists, 0);
      return;
    }
    const step = await context.apply(planned);
    await openForWriting(context.app, planned.opens.path, 0);
    tellDone(context, planned, step);
  } catch (error) {
    tellError(error);
  }
}

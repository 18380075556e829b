import { planTemplateCopy } from '../../core/draft/plan-template-copy';
import { isRefusal } from '../../core/edit/edit-plan';
import type { TemplateKind } from '../../core/template/built-in-templates';
import { tellDone, tellError, tellReason } from '../plan/run-plan';
import type { FormDesk } from './form-desk';
import { openForWriting } from './open-draft';

/** “Make my own copy” of a built-in template: writes it into the templates folder and opens it; the one that is there is opened. */
export async function copyTemplate(desk: FormDesk, kind: TemplateKind): Promise<void> {
  try {
    const planned = planTemplateCopy(await desk.drafting(), kind);
    if (isRefusal(planned)) {
      if (planned.exists === undefined) tellReason(planned.refusal);
      else await openForWriting(desk.app, planned.exists, 0);
      return;
    }
    const step = await desk.apply(planned);
    await openForWriting(desk.app, planned.opens.path, 0);
    tellDone(desk, planned, step);
  } catch (error) {
    tellError(error);
  }
}

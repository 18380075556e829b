import { isRefusal } from '../../core/text/refusal';
import { findExtracts, titleOf } from '../../core/draft/extract/find-extracts';
import { planExtract } from '../../core/draft/extract/plan-extract';
import type { Replacement } from '../../core/draft/extract/extract';
import { tellReason } from '../plan/run-plan';
import { DraftModal } from './draft-modal';
import type { FormContext } from './form-context';

const REPLACEMENTS: readonly (readonly [Replacement, string])[] = [
  ['sentence', 'The sentence, as the link’s text'],
  ['transclusion', 'A heading with a transclusion'],
  ['link', 'A link only'],
];

/** Opens the form that turns bullets or sections into notes. `lines` are 0-based lines of the note. */
export async function openExtractForm(context: FormContext, path: string, lines: readonly number[]): Promise<void> {
  const found = await findExtracts(await context.drafting(), { path, lines });
  if (isRefusal(found)) {
    tellReason(found.refusal);
    return;
  }
  const titles = found.extracts.map(titleOf);
  const several = titles.length > 1;
  let leave: Replacement = 'sentence';
  new DraftModal(context, {
    heading: several ? `Turn ${titles.length} into responsibility notes` : 'Turn into responsibility note',
    submit: (plan) => (several ? `Create ${plan?.creates.length ?? titles.length} notes` : 'Create note'),
    draw(fields) {
      for (const [at, title] of titles.entries())
        fields.text({
          field: `title ${at}`,
          name: several ? `Title ${at + 1}` : 'Title',
          ...(several ? { desc: found.extracts[at]?.words ?? '' } : {}),
          value: title,
          set: (value) => (titles[at] = value),
        });
      fields.choice({
        field: 'leave',
        name: 'What stays here',
        options: REPLACEMENTS,
        value: leave,
        set: (value) => (leave = REPLACEMENTS.find(([one]) => one === value)?.[0] ?? 'sentence'),
      });
    },
    plan: (drafting) => planExtract(drafting, { path, lines, titles, leave, template: null }),
  }).open();
}

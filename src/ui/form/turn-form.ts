import { isRefusal } from '../../core/edit/edit-plan';
import { findPieces, titleOf } from '../../core/draft/turn/find-pieces';
import { planTurnIntoNotes } from '../../core/draft/turn/plan-turn';
import type { Leave } from '../../core/draft/turn/turn-request';
import { tellReason } from '../plan/run-plan';
import { DraftModal } from './draft-modal';
import type { FormContext } from './form-context';

const LEAVES: readonly (readonly [Leave, string])[] = [
  ['sentence', 'The sentence, as the link’s text'],
  ['transclusion', 'A heading with a transclusion'],
  ['link', 'A link only'],
];

/** Opens the form that turns bullets or sections into notes. `lines` are 0-based lines of the note. */
export async function openTurnForm(context: FormContext, path: string, lines: readonly number[]): Promise<void> {
  const found = await findPieces(await context.drafting(), { path, lines });
  if (isRefusal(found)) {
    tellReason(found.refusal);
    return;
  }
  const titles = found.pieces.map(titleOf);
  const several = titles.length > 1;
  let leave: Leave = 'sentence';
  new DraftModal(context, {
    heading: several ? `Turn ${titles.length} into responsibility notes` : 'Turn into responsibility note',
    submit: (plan) => (several ? `Create ${plan?.creates.length ?? titles.length} notes` : 'Create note'),
    draw(fields) {
      for (const [at, title] of titles.entries())
        fields.text({
          field: `title ${at}`,
          name: several ? `Title ${at + 1}` : 'Title',
          ...(several ? { desc: found.pieces[at]?.words ?? '' } : {}),
          value: title,
          set: (value) => (titles[at] = value),
        });
      fields.choice({
        field: 'leave',
        name: 'What stays here',
        options: LEAVES,
        value: leave,
        set: (value) => (leave = LEAVES.find(([one]) => one === value)?.[0] ?? 'sentence'),
      });
    },
    plan: (drafting) => planTurnIntoNotes(drafting, { path, lines, titles, leave, template: null }),
  }).open();
}

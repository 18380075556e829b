import type { Drafted, Drafting } from '../../../src/core/draft/drafting';
import { plannedNotes } from '../../../src/core/edit/describe-plan';
import type { EditPlan } from '../../../src/core/edit/edit-plan';
import { isRefusal } from '../../../src/core/text/refusal';
import type { Settings } from '../../../src/core/settings/settings';
import { PlanningTextVault } from '../edit/planning-text-vault';

/** Drafting in a vault of texts; dates are written as their format in angle brackets. */
export function draftIn(
  vault: PlanningTextVault,
  settings: Partial<Settings> = {},
  more: Partial<Drafting> = {},
): Drafting {
  return {
    index: vault.index(settings),
    vault,
    now: (format) => `<${format}>`,
    templateFolders: ['Templates'],
    runsTemplater: false,
    ...more,
  };
}

/** The draft, with the cursor as `|` in the note it opens; throws the reason of a refusal. */
export function notesOf(drafted: Drafted): Record<string, string> {
  if (isRefusal(drafted)) throw new Error(drafted.refusal);
  const { path: opened, cursor } = drafted.opens;
  return Object.fromEntries(
    plannedNotes(drafted).map(({ path, after }) => {
      const text = after ?? '';
      return [path, path === opened && cursor !== null ? `${text.slice(0, cursor)}|${text.slice(cursor)}` : text];
    }),
  );
}

export function planOf(drafted: Drafted): EditPlan {
  if (isRefusal(drafted)) throw new Error(drafted.refusal);
  return drafted;
}

/** `field: reason`, or `no refusal`. */
export const refusalOf = (drafted: Drafted): string =>
  isRefusal(drafted) ? `${drafted.field ?? '-'}: ${drafted.refusal}` : 'no refusal';

/** The vault after a plan. */
export function carryOutIn(vault: PlanningTextVault, drafted: Drafted): PlanningTextVault {
  const after = new PlanningTextVault(Object.fromEntries(vault.texts));
  after.linkFormat = vault.linkFormat;
  for (const { path, after: text } of plannedNotes(planOf(drafted))) after.write(path, text ?? '');
  return after;
}

import type { CliFlags } from 'obsidian';
import type { CliCommand } from './cli-command';
import type { CliHost, PlanTarget } from './cli-host';
import { accepted, isGiven, type CliValues } from './parse-flags';
import { unifiedDiff } from '../core/edit/describe-plan';
import { withPublicRemarks } from '../core/edit/public-remarks';
import { lostIn, type Planned } from '../core/edit/edit-plan';
import type { Planning } from '../core/edit/planning';
import type { Drafting } from '../core/draft/drafting';
import { reasonOf } from '../core/wording/reason-of';

/** The flag of every handler that writes. */
export const DRY_RUN: CliFlags = {
  'dry-run': { description: 'Print what would be written, as a unified diff, and write nothing' },
};

/** What failed, with the text of notes that were left short: nobody else has it. */
function throwWithLost(error: unknown): never {
  const lost = lostIn(error);
  if (lost.length === 0) throw error;
  throw new Error(
    [reasonOf(error), ...lost.flatMap(({ path, text }) => [`What should be in ${path}:`, text])].join('\n'),
  );
}

/**
 * What a handler that writes answers: with `dry-run` the plan as a unified diff and nothing is written; else what was done, the notes changed,
 * and what to know besides. Throws the reason of a refusal.
 */
export async function carryOut(plan: Planned, values: CliValues, target: PlanTarget): Promise<string> {
  const planned = accepted(withPublicRemarks(plan, target.vault));
  if (isGiven(values, 'dry-run'))
    return [unifiedDiff(planned), ...planned.remarks.map((remark) => `# ${remark}`)].join('\n');
  const { told = [], moved = [] } = (await target.apply(planned).catch(throwWithLost)) ?? {};
  const nowAt = (path: string): string => moved.find(({ from }) => from === path)?.to ?? path;
  const { done, creates, changes, moves, removes, remarks } = planned;
  return [
    `${done}.`,
    ...creates.map(({ path }) => `  made     ${nowAt(path)}`),
    ...changes.map(({ path }) => `  changed  ${path}`),
    ...moves.map(({ from, to }) => `  moved    ${from} to ${to}`),
    ...removes.map(({ path }) => `  removed  ${path}`),
    ...told,
    ...remarks,
  ].join('\n');
}

/** A command that writes: what it plans. Throws an `Error` whose message is for people. */
interface WritingCommand<Given> extends Omit<CliCommand, 'run'> {
  readonly plan: (values: CliValues, given: Given, context: CliHost['context']) => Planned | Promise<Planned>;
}

/** A command that changes notes, planned by a fresh look at the vault. */
export const changesNotes = ({ plan, ...command }: WritingCommand<Planning>): CliCommand => ({
  ...command,
  run: async (values, { context }) => carryOut(await plan(values, await context.planning(), context), values, context),
});

/** A command that makes notes. */
export const makesNotes = ({ plan, ...command }: WritingCommand<Drafting>): CliCommand => ({
  ...command,
  run: async (values, { drafts, context }) =>
    carryOut(await plan(values, await drafts.drafting(), context), values, drafts),
});

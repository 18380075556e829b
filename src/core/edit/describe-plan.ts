import { diffLines, structuredPatch } from 'diff';
import type { Settings } from '../settings/settings';
import { applyEdits } from './apply-edits';
import type { EditPlan } from './edit-plan';
import { readMarkdown } from '../markdown/read-markdown';
import { plainText } from '../markdown/plain-text';
import { counted } from '../wording/counted';

/** "Writes 2 notes, creates 1 note, changes the settings", for the head of a preview. */
export function sumUpPlan({ creates, changes, moves, removes, settings }: EditPlan): string {
  const parts = (
    [
      ['writes', changes],
      ['creates', creates],
      ['moves', moves],
      ['removes', removes],
    ] as const
  ).flatMap(([verb, notes]) => (notes.length === 0 ? [] : [`${verb} ${counted(notes.length, 'note')}`]));
  const text = [...parts, ...(settings ? ['changes the settings'] : [])].join(', ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** One note of a plan as it will be: null where there is no note. */
export interface PlannedNote {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The notes that a plan writes, in the plan's order; moved notes are not among them. */
export function plannedNotes({ creates, changes, removes }: EditPlan): PlannedNote[] {
  return [
    ...creates.map(({ path, text }) => ({ path, before: null, after: text })),
    ...changes.map(({ path, before, edits }) => ({ path, before, after: applyEdits(before, edits) })),
    ...removes.map(({ path, text }) => ({ path, before: text, after: null })),
  ];
}

/** "Changes 1 note, 3 lines": a line that is replaced counts once, as does one that comes or goes. */
export function countLines(plan: EditPlan): string {
  const notes = plannedNotes(plan);
  let lines = 0;
  for (const { before, after } of notes) {
    let removed = 0;
    for (const { count, added, removed: isRemoved } of diffLines(before ?? '', after ?? '')) {
      if (isRemoved) removed = count;
      else {
        lines += added ? Math.max(count, removed) : removed;
        removed = 0;
      }
    }
    lines += removed;
  }
  const made = plan.creates.length;
  const makes = made === 0 ? '' : `, creates ${counted(made, 'note')}`;
  return `Changes ${counted(notes.length - made, 'note')}, ${counted(lines, 'line')}${makes}`;
}

/** What becomes of a note, in words: what a new one holds, how many lines one gains and loses. */
export function tellNote({ before, after }: PlannedNote): string {
  if (before === null) {
    const { headings: found = [], listItems = [] } = readMarkdown(after ?? '').metadata;
    const headings = found.map(({ heading }) => plainText(heading));
    const bullets = listItems.filter(({ parent }) => parent < 0).length;
    return [...headings.slice(0, 4), ...(bullets === 0 ? [] : [counted(bullets, 'bullet')])].join(' · ');
  }
  const [gains, loses] = diffLines(before, after ?? '').reduce(
    ([more, less], { added, removed, count }) => [more + (added ? count : 0), less + (removed ? count : 0)],
    [0, 0],
  );
  return [gains > 0 ? `gains ${counted(gains, 'line')}` : '', loses > 0 ? `loses ${counted(loses, 'line')}` : '']
    .filter((part) => part !== '')
    .join(', ');
}

/** What changes in the plugin's settings, as it is written. */
const written = (settings: Partial<Settings>): string => `${JSON.stringify(settings, null, 2)}\n`;

/** The change of one text as a unified diff; null: there is none before or after. */
function textDiff(path: string, before: string | null, after: string | null): string {
  const { hunks } = structuredPatch('', '', before ?? '', after ?? '');
  // Where a side has no line, the one before it is named.
  const at = (start: number, lines: number): string => `${lines === 0 ? start - 1 : start},${lines}`;
  return [
    `--- ${before === null ? '/dev/null' : `a/${path}`}`,
    `+++ ${after === null ? '/dev/null' : `b/${path}`}`,
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${at(oldStart, oldLines)} +${at(newStart, newLines)} @@`,
      ...lines,
    ]),
  ].join('\n');
}

/** A plan as a unified diff, with `rename from` and `rename to` for a moved note; the plugin's settings are its `data.json`. */
export const unifiedDiff = (plan: EditPlan): string =>
  [
    ...plannedNotes(plan).map(({ path, before, after }) => textDiff(path, before, after)),
    ...plan.moves.map(({ from, to }) => `rename from ${from}\nrename to ${to}`),
    ...(plan.settings ? [textDiff('data.json', written(plan.settings.before), written(plan.settings.after))] : []),
  ].join('\n');

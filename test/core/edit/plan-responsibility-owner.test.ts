// A responsibility that nobody owns gets an owner from the list of what a phase lacks: where that is written, and that it counts.
import { describe, expect, it } from 'vitest';
import { planWithRoles } from '../../../src/core/edit/actions/new-role';
import { planResponsibilityOwner } from '../../../src/core/edit/actions/plan-responsibility-owner';
import { listResponsibilities } from '../../../src/core/progress/responsibilities';
import { isRefusal } from '../../../src/core/text/refusal';
import { linesChanged, notesAfter, planningOf } from './act';

const PAGE = 'Ops/Day 1 Operations.md';
const HEAD = '# Overview\n## Responsibilities\n';
const OTHERS = {
  'Ops/Day 0 Operations.md': HEAD,
  'Ops/Ops Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]',
  'Roles/SRE.md': '',
  'Roles/Lead.md': '',
};
const SRE = 'Roles/SRE.md';

/** What giving the first responsibility an owner changes, or the reason why not; what is written is read as its owner. */
async function owned(lines: string, notes: Readonly<Record<string, string>> = {}, owner = SRE): Promise<string[]> {
  const before = { ...OTHERS, [PAGE]: HEAD + lines, ...notes };
  const { vault, planning } = planningOf(before);
  const [first] = listResponsibilities(planning.index, vault, PAGE);
  if (!first) return ['no responsibility'];
  const plan = await planWithRoles(planning, [owner], (seen) => planResponsibilityOwner(seen, first, owner));
  if (isRefusal(plan)) return [plan.refusal];
  const after = planningOf(Object.fromEntries(notesAfter(vault, plan)));
  expect(listResponsibilities(after.planning.index, after.vault, PAGE)[0]?.owner).toBe(owner);
  return linesChanged(vault, plan);
}

describe('an owner for a responsibility', () => {
  it('stands behind a bullet’s words, whether it is marked or not', async () => {
    expect(await owned('- Cut over\n')).toEqual([PAGE, '-- Cut over', '+- Cut over ([[Roles/SRE|SRE]])']);
    expect(await owned('- Cut over. #todo 📅 2026-12-01 ^id\n')).toEqual([
      PAGE,
      '-- Cut over. #todo 📅 2026-12-01 ^id',
      '+- Cut over ([[Roles/SRE|SRE]]). #todo 📅 2026-12-01 ^id',
    ]);
    expect(await owned('- Cut over\n  in the night\n  - nested\n')).toEqual([
      PAGE,
      '-  in the night',
      '+  in the night ([[Roles/SRE|SRE]])',
    ]);
    expect(await owned('- [x] Cut over\n')).toEqual([PAGE, '-- [x] Cut over', '+- [x] Cut over ([[Roles/SRE|SRE]])']);
  });
  it('stands in the note that a heading links to', async () => {
    expect(await owned('### [[N]]\n', { 'Ops/N.md': 'text' })).toEqual([
      'Ops/N.md',
      '+---',
      '+owner: "[[Roles/SRE|SRE]]"',
      '+---',
    ]);
  });
  it('can be a role that has no note yet, which is made in the same plan', async () => {
    expect(await owned('- Cut over\n', {}, 'Roles/Night Shift.md')).toContain(
      '+- Cut over ([[Roles/Night Shift|Night Shift]])',
    );
  });
  it('is not written where there is one, where several are named, or where there is no place for it', async () => {
    expect(await owned('- Cut over ([[SRE]])\n')).toEqual(['“Cut over” has an owner already: SRE.']);
    expect(await owned('- Cut over ([[SRE]] [[Lead]])\n')).toEqual([expect.stringContaining('names 2 roles')]);
    expect(await owned('### [[Missing]]\n')).toEqual([expect.stringContaining('a heading without a note of its own')]);
  });
  it('is not written where the link would be none', async () => {
    expect(await owned('-      kubectl drain\n')).toEqual([expect.stringContaining('would be none, as in code')]);
  });
  it('is not written where the responsibility is no longer', async () => {
    const { planning } = planningOf({ ...OTHERS, [PAGE]: `${HEAD}- Other\n` });
    expect(await planResponsibilityOwner(planning, { path: PAGE, line: 2, title: 'Cut over' }, SRE)).toMatchObject({
      refusal: expect.stringContaining('is not where it was') as string,
    });
  });
});

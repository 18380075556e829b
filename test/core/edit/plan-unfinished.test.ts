// A finished responsibility marked as unfinished again: where the tag goes, and that it does what it is for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/text/refusal';
import { planUnfinished } from '../../../src/core/edit/mark/plan-unfinished';
import { listResponsibilities } from '../../../src/core/progress/responsibilities';
import { runs } from '../../property-runs';
import { linesChanged, notesAfter, planningOf } from './act';

const PAGE = 'Ops/Day 1 Operations.md';
const HEAD = '# Overview\n## Responsibilities\n';
const OTHERS = {
  'Ops/Day 0 Operations.md': HEAD,
  'Ops/Ops Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]',
  'Roles/SRE.md': '',
};

/** What marking the first responsibility that is finished changes. */
async function marked(lines: string, notes: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { vault, planning } = planningOf({ ...OTHERS, [PAGE]: HEAD + lines, ...notes });
  const first = listResponsibilities(planning.index, vault, PAGE).find(({ open }) => open.length === 0);
  return first ? linesChanged(vault, await planUnfinished(planning, first)) : ['none is finished'];
}

describe('marking a responsibility as unfinished', () => {
  it('tags a bullet at its end, behind its owner and before its block id', async () => {
    expect(await marked('- a ([[SRE]])\n')).toEqual([PAGE, '-- a ([[SRE]])', '+- a ([[SRE]]) #todo']);
    expect(await marked('- a ^id\n  - nested\n')).toEqual([PAGE, '-- a ^id', '+- a #todo ^id']);
  });
  it('tags the note that it grew into, above all but its properties', async () => {
    expect(await marked('- [[N]]\n', { 'Ops/N.md': '# A\ntext\n' })).toEqual(['Ops/N.md', '+#todo', '+']);
    expect(await marked('- [[N]]\n', { 'Ops/N.md': '---\nowner: x\n---\n\n# A\n' })).toEqual([
      'Ops/N.md',
      '+#todo',
      '+',
    ]);
    expect(await marked('- [[N]]\n', { 'Ops/N.md': '---\nowner: x\n---\n# A\n' })).toEqual([
      'Ops/N.md',
      '+',
      '+#todo',
      '+',
    ]);
    expect(await marked('- [[N]]\n', { 'Ops/N.md': '---\nowner: x\n---' })).toEqual([
      'Ops/N.md',
      '----',
      '+---',
      '+',
      '+#todo',
      '+',
    ]);
    expect(await marked('### [[N]]\n![[N]]\n', { 'Ops/N.md': '' })).toEqual(['Ops/N.md', '+#todo', '+']);
  });
  it('tags the bullet where the note speaks for another responsibility too, or for another phase', async () => {
    const bullet = [PAGE, '-- [[N]]', '+- [[N]] #todo'];
    expect(await marked('- [[N]]\n- [[N|M]]\n', { 'Ops/N.md': 'x' })).toEqual(bullet);
    expect(await marked('- [[N]]\n', { 'Ops/N.md': 'x', 'Ops/Day 0 Operations.md': `${HEAD}- [[N]]\n` })).toEqual(
      bullet,
    );
    expect(await marked('- [[N]]\n', { 'Ops/N.md': '---\nphase: Day 0\n---\nx' })).toEqual(bullet);
    expect(await marked('- [[N]]\n', { 'Ops/N.md': '---\nkanban-plugin: board\n---\nx' })).toEqual(bullet);
    expect(await marked('- [[Missing]]\n')).toEqual([PAGE, '-- [[Missing]]', '+- [[Missing]] #todo']);
  });
  it('puts a line below a heading whose note cannot take it', async () => {
    expect(await marked('### [[Missing]]\ntext\n')).toEqual([PAGE, '+#todo']);
  });
  it('opens a closed checkbox, and tags no bullet twice', async () => {
    expect(await marked('- [x] a\n')).toEqual([PAGE, '-- [x] a', '+- [ ] a #todo']);
    expect(await marked('- [-] a #todo/blocked\n')).toEqual([PAGE, '-- [-] a #todo/blocked', '+- [ ] a #todo/blocked']);
    expect(await marked('- [ ] a\n')).toEqual([PAGE, '-- [ ] a', '+- [ ] a #todo']);
  });
  it('hides the tag where all of the page’s todos are hidden', async () => {
    expect(await marked('- a %% #todo %%\n- b\n')).toEqual([PAGE, '-- b', '+- b %% #todo %%']);
    expect(await marked('- a %% #todo %%\n- b\n- c #todo\n')).toEqual([PAGE, '-- b', '+- b #todo']);
    expect(await marked('- a %% #todo %%\n- [[N]]\n', { 'Ops/N.md': 'x' })).toEqual(['Ops/N.md', '+%% #todo %%', '+']);
  });
  it('is refused where it is unfinished already, or not found again', async () => {
    const { planning } = planningOf({ ...OTHERS, [PAGE]: `${HEAD}- a #todo\n- b\n` });
    const refusal = async (title: string): Promise<unknown> => planUnfinished(planning, { path: PAGE, line: 2, title });
    expect(await refusal('a')).toEqual({ refusal: '“a” is unfinished already.' });
    expect(await refusal('x')).toEqual({
      refusal: '“x” is not where it was on Day 1 Operations. Look at the page again.',
    });
  });
  it('makes exactly that one unfinished, in whatever list', async () => {
    const bullet = fc.record({
      text: fc.constantFrom('a', '[[N]] b', '[x] c', '[ ] d', '`code`', '**[[M]]**', 'e ^id', '$x$ f'),
      nested: fc.boolean(),
      tag: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(bullet, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        async (bullets, eol) => {
          const lines = bullets.flatMap(({ text, nested, tag }) => [
            `- ${text}${tag && !text.includes('^') ? ' #todo' : ''}`,
            ...(nested ? ['  - nested'] : []),
          ]);
          const { vault, planning } = planningOf({
            ...OTHERS,
            'Ops/N.md': `# N${eol}`,
            'Ops/M.md': '',
            [PAGE]: [...HEAD.trimEnd().split('\n'), ...lines, ''].join(eol),
          });
          const before = listResponsibilities(planning.index, vault, PAGE);
          for (const [at, one] of before.entries()) {
            if (one.open.length > 0) continue;
            const planned = await planUnfinished(planning, one);
            if (isRefusal(planned)) throw new Error(planned.refusal);
            const after = planningOf(Object.fromEntries(notesAfter(vault, planned)));
            const now = listResponsibilities(after.planning.index, after.vault, PAGE);
            expect(now.map(({ open }) => open.length > 0)).toEqual(
              before.map(({ open }, other) => open.length > 0 || other === at),
            );
          }
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

// What moves may show other words of its links than before: those are written anew for their new place, and an owner gives way to another.
import { expect, it } from 'vitest';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import { linesChanged, planningOf } from '../act';

const [DAY_0, DAY_1] = ['Ops/Day 0 Operations.md', 'Ops/Day 1 Operations.md'];

it.each<[bullet: string, moved: string, owner?: string]>([
  ['![[#^x]] #todo', `![[Ops/Day 0 Operations#^x]] #todo`],
  ['See ![[#More]] first #todo', 'See ![[Ops/Day 0 Operations#More]] first #todo'],
  ['![[Day 0 Operations]] #todo', '![[Day 0 Operations]] #todo'],
  ['Plan [[Roles/DBA]] #todo', 'Plan [[Roles/SRE|SRE]] #todo', 'Roles/SRE.md'],
  ['Ask [[Roles/DBA|them]] to plan #todo', 'Ask [[Roles/SRE|SRE]] to plan #todo', 'Roles/SRE.md'],
  ['Plan ([[Roles/DBA]]) #todo', 'Plan #todo', ''],
])('“%s” goes to the other page as “%s”', async (bullet, moved, owner) => {
  const { vault, planning } = planningOf({
    [DAY_0]: `# Overview\n## Responsibilities\n- Plan\n- ${bullet}\n# More\nText ^x\n`,
    [DAY_1]: '# Overview\n## Responsibilities\n- Deploy\n',
    'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
    'Roles/DBA.md': '',
    'Roles/SRE.md': '',
  });
  const planned = await planMove(planning, planning.index.todosOf(DAY_0), { column: 'Day 1', withText: false, owner });
  expect(linesChanged(vault, planned)).toEqual([DAY_1, `+- ${moved}`, DAY_0, `-- ${bullet}`]);
});

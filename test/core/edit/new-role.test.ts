// An owner that is made on the spot: the role's note and the link to it are one plan.
import { describe, expect, it } from 'vitest';
import { newRolePath, planNewRole, planWithRoles } from '../../../src/core/edit/actions/new-role';
import { makePlan } from '../../../src/core/edit/edit-plan';
import { isRefusal, refuse } from '../../../src/core/text/refusal';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { linesChanged, PATH, planningOf } from './act';

async function create(
  name: string,
  line: string,
  others: Readonly<Record<string, string>> = {},
): Promise<{ readonly creates: readonly string[]; readonly lines: readonly string[] }> {
  const { vault, planning } = planningOf({ [PATH]: line, ...others });
  const todo = todoAtLine(planning.index, PATH, line.split('\n').findIndex((one) => one.includes('#todo')) + 1);
  if (isRefusal(todo)) throw new Error(todo.refusal);
  const planned = await planNewRole(planning, [todo], name);
  return {
    creates: isRefusal(planned) ? [] : planned.creates.map(({ path }) => path),
    lines: linesChanged(vault, planned),
  };
}

describe('a new role', () => {
  it('is made where the roles are, and owns the bullet', async () => {
    expect(await create('Site Lead', '- Ask #todo', { 'Team/SRE.md': '' })).toEqual({
      creates: ['Team/Site Lead.md'],
      lines: ['-- Ask #todo', '+- Ask ([[Team/Site Lead|Site Lead]]) #todo'],
    });
  });
  it('is the first, in a folder for roles, where there are none', async () => {
    expect(await create('SRE', '# A\n#todo\n\nText')).toEqual({
      creates: ['Roles/SRE.md'],
      lines: ['-#todo', '+#todo [[Roles/SRE|SRE]]'],
    });
    expect(await create('SRE', '---\nphase: Day 1\n---\n#todo\n\n# A')).toMatchObject({ creates: ['Roles/SRE.md'] });
  });
  it('is made once however often a plan names it, and not where it is there by now', async () => {
    const { planning } = planningOf({ [PATH]: '- Ask #todo', 'Team/SRE.md': '' });
    const planned = await planWithRoles(planning, ['Team/Lead.md', 'Team/Lead.md', 'Team/SRE.md'], ({ index, vault }) =>
      Promise.resolve(
        vault.exists('Team/Lead.md') && index.roleOf('Team/Lead', PATH) === 'Team/Lead.md'
          ? makePlan({ done: 'Did it', changes: [] })
          : refuse('The role is not there.'),
      ),
    );
    expect(isRefusal(planned) ? planned : planned.creates).toEqual([{ path: 'Team/Lead.md', text: '' }]);
    expect(await planWithRoles(planning, ['Team/Lead.md'], () => Promise.resolve(refuse('No.')))).toEqual({
      refusal: 'No.',
    });
  });
  it('is none where the name cannot be one, or is one already', () => {
    const { planning } = planningOf({ 'Roles/SRE.md': '' });
    expect(['SRE', ' ', 'a/b', 'a#b', '[x]', 'a|b', 'Lead'].map((name) => newRolePath(planning, name))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      'Roles/Lead.md',
    ]);
  });
});

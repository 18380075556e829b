// Texts that move together take the links between them along: both follow. What is left where it is, is linked to there.
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../../src/core/text/refusal';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import { notesAfter, planningOf } from '../act';

const [DAY_0, DAY_1, NOTE] = ['Ops/Day 0 Operations.md', 'Ops/Day 1 Operations.md', 'Ops/N.md'];

/** The lines with links, by note, after all todos of the note have been moved to Day 1; then what the plan remarks. */
async function linksAfter(path: string, text: string, withText: boolean): Promise<string[]> {
  const { vault, planning } = planningOf({
    [DAY_0]: '# Overview\n## Responsibilities\n- Plan\n',
    [DAY_1]: '# Overview\n## Responsibilities\n- Deploy\n',
    'Ops/Operations Overview.md': '# Day 0\n# Day 1\n',
    [path]: text,
  });
  const planned = await planMove(planning, planning.index.todosOf(path), { column: 'Day 1', withText });
  const links = [...notesAfter(vault, planned)].flatMap(([note, is]) =>
    is
      .split('\n')
      .filter((line) => /\]\(|\[\[/.test(line))
      .map((line) => `${note}: ${line}`),
  );
  return [...links, ...(isRefusal(planned) ? [] : planned.remarks)];
}

describe('sections whose text moves', () => {
  it('go on linking to each other, by heading, by the note’s name, and as Markdown', async () => {
    const text = '# A\n#todo\n[[#B]] [[#C]]\n# B\n#todo\n[[N#A]] [a](#A)\n# C\n[[#B]]\n';
    expect(await linksAfter(NOTE, text, true)).toEqual([
      `${DAY_1}: [[#B]] [[Ops/N#C|C]]`,
      `${DAY_1}: [[Ops/Day 1 Operations#A|N > A]] [a](#A)`,
      `${NOTE}: [[Ops/Day 1 Operations#B|B]]`,
    ]);
  });
  it('lead to what cannot go with them', async () => {
    expect(await linksAfter(NOTE, '# A\n#todo\n[[#B]]\n\nB\n===\n#todo\n[[#A]]\n', true)).toEqual([
      `${DAY_1}: [[Ops/N#B|B]]`,
      `${NOTE}: [[Ops/Day 1 Operations#A|A]]`,
      'Left where it is: “B” is an underlined heading, whose level is not changed surely. Write it with # first.',
    ]);
  });
});

describe('sections of two notes that move together', () => {
  it('are told to bring headings alike, of which links reach the first', async () => {
    const [section, other] = ['# A\n#todo\n## Steps\na\n', '# B\n#todo\n## steps\nb\n'];
    const { planning } = planningOf({
      [DAY_1]: '# Overview\n## Responsibilities\n- Deploy\n',
      'Ops/Operations Overview.md': '# Day 1\n',
      [NOTE]: section,
      'Ops/M.md': other,
    });
    const todos = [...planning.index.todosOf(NOTE), ...planning.index.todosOf('Ops/M.md')];
    const planned = await planMove(planning, todos, { column: 'Day 1', withText: true });
    expect(isRefusal(planned) ? planned.refusal : planned.remarks).toEqual([
      'Day 1 Operations gets 2 headings “Steps”: links lead to the first of them.',
    ]);
  });
});

describe('bullets that move to another page', () => {
  const page = (bullets: string): string => `# Overview\n## Responsibilities\n- Plan\n${bullets}`;
  it('go on linking to each other by their ids, from their children too', async () => {
    const bullets = '- A [[#^b]] #todo ^a\n- B #todo ^b\n  - See [[#^a]]\n';
    expect(await linksAfter(DAY_0, page(bullets), false)).toEqual([
      `${DAY_1}: - A [[#^b]] #todo ^a`,
      `${DAY_1}:   - See [[#^a]]`,
    ]);
  });
  it('lead to what cannot go with them', async () => {
    const bullets = '- A [[#^b]] #todo ^a\n\n> - B [[#^a]] #todo ^b\n';
    expect(await linksAfter(DAY_0, page(bullets), false)).toEqual([
      `${DAY_0}: > - B [[Ops/Day 1 Operations#^a|^a]] #todo ^b`,
      `${DAY_1}: - A [[Ops/Day 0 Operations#^b|^b]] #todo ^a`,
      expect.stringMatching(/^Left where it is: /),
    ]);
  });
});

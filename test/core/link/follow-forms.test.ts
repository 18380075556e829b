// Links in every form go along with every action that moves text: they lead where they led, and nothing else of them changes.
import { describe, expect, it } from 'vitest';
import { planExtract } from '../../../src/core/draft/extract/plan-extract';
import type { Planned } from '../../../src/core/edit/edit-plan';
import { isRefusal } from '../../../src/core/text/refusal';
import { planMove } from '../../../src/core/edit/move/plan-move';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { draftIn } from '../draft/drafting';
import { notesAfter, planningOf } from '../edit/act';

const NOTE = 'Ops/Runbooks/Failover.md';
const DAY_1 = 'Ops/Runbooks/Day 1 Operations.md';
const PAGES = {
  [DAY_1]: '# Overview\n## Responsibilities\n- Deploy\n',
  'Ops/Day 2 Operations.md': '# Overview\n\n## Maintenance Phase\n\n## Responsibilities\n- Patch\n',
  'Operations Overview.md': '# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
};
const FILES = {
  'Assets/switch.png': '',
  'Assets/plan (1).xlsx': '',
  'Assets/guide.pdf': '',
  'Ops/Runbooks/map.canvas': '',
  'Ops/Runbooks/Day 3.md': '# H\n',
  'Ops/Runbooks/100%41 [b].md': '# H\n',
};

/** The words of a link, in each note where they stand after the plan. */
type Action = (line: string, others?: Readonly<Record<string, string>>) => Promise<Map<string, string>>;

async function carriedOut(
  texts: Record<string, string>,
  plan: (planning: ReturnType<typeof planningOf>) => Promise<Planned>,
): Promise<Map<string, string>> {
  const made = planningOf(texts);
  made.vault.linkFormat = { path: 'relative', markdown: false };
  const planned = await plan(made);
  if (isRefusal(planned)) throw new Error(planned.refusal);
  const after = notesAfter(made.vault, planned);
  for (const { path, text } of planned.creates) after.set(path, text);
  return after;
}

const move = (
  path: string,
  text: string,
  withText: boolean,
  others: Readonly<Record<string, string>>,
): Promise<Map<string, string>> =>
  carriedOut({ ...FILES, ...PAGES, ...others, [path]: text }, ({ planning }) => {
    const todo = todoAtLine(planning.index, path, text.slice(0, text.indexOf('#todo')).split('\n').length);
    return isRefusal(todo) ? Promise.resolve(todo) : planMove(planning, [todo], { column: 'Day 2', withText });
  });

const turn = (path: string, text: string, others: Readonly<Record<string, string>>): Promise<Map<string, string>> =>
  carriedOut(
    { ...FILES, ...PAGES, ...others, [path]: text, 'Templates/Responsibility note.md': '# Overview\n{{summary}}\n' },
    ({ vault }) => {
      const drafting = draftIn(vault);
      const lines = [text.slice(0, text.indexOf('#todo')).split('\n').length - 1];
      return planExtract(
        { ...drafting, templateFolders: ['Templates'] },
        { path, lines, titles: ['Turned'], leave: 'link', template: 'Responsibility note' },
      );
    },
  );

const section = (line: string): string => `# Failover\n## Switch over\n#todo\n${line}\n`;
const bullet = (line: string): string => `# Overview\n## Responsibilities\n- Switch over #todo\n  ${line}\n- Deploy\n`;

const IN_PAGE = '# Overview\n## Responsibilities\n- Deploy\n';
const ACTIONS: Readonly<Record<string, { readonly into: string; readonly carry: Action }>> = {
  'a section moves': {
    into: 'Ops/Day 2 Operations.md',
    carry: (line, others = {}) => move(NOTE, section(line), true, others),
  },
  'a bullet moves': {
    into: 'Ops/Day 2 Operations.md',
    carry: (line, others = {}) => move(DAY_1, bullet(line), false, others),
  },
  'a section becomes a note': {
    into: 'Ops/Runbooks/Day 1 Operations/Turned.md',
    carry: (line, others = {}) => turn(DAY_1, IN_PAGE + section(line), others),
  },
  'a bullet becomes a note': {
    into: 'Ops/Runbooks/Day 1 Operations/Turned.md',
    carry: (line, others = {}) => turn(DAY_1, bullet(line), others),
  },
};

/** What a text in Ops/Runbooks says, and what it must say in Ops, and in Ops/Runbooks/Day 1 Operations. */
const FORMS: readonly (readonly [string, string, string])[] = [
  ['![diagram](../../Assets/switch.png)', '![diagram](../Assets/switch.png)', '![diagram](../../../Assets/switch.png)'],
  [
    '![diagram|300](../../Assets/switch.png "The switch")',
    '![diagram|300](../Assets/switch.png "The switch")',
    '![diagram|300](../../../Assets/switch.png "The switch")',
  ],
  [
    '[plan](<../../Assets/plan (1).xlsx>)',
    '[plan](<../Assets/plan (1).xlsx>)',
    '[plan](<../../../Assets/plan (1).xlsx>)',
  ],
  [
    '[plan](../../Assets/plan%20(1).xlsx)',
    '[plan](../Assets/plan%20%281%29.xlsx)',
    '[plan](../../../Assets/plan%20%281%29.xlsx)',
  ],
  [
    "[guide](../../Assets/guide.pdf#page=4 'p. 4')",
    "[guide](../Assets/guide.pdf#page=4 'p. 4')",
    "[guide](../../../Assets/guide.pdf#page=4 'p. 4')",
  ],
  ['![](./map.canvas)', '![](Runbooks/map.canvas)', '![](../map.canvas)'],
  ['![[../../Assets/switch.png|100x50]]', '![[../Assets/switch.png|100x50]]', '![[../../../Assets/switch.png|100x50]]'],
  ['[[./map.canvas|the map]]', '[[Runbooks/map.canvas|the map]]', '[[../map.canvas|the map]]'],
  ['[[./Day 3#H|there]]', '[[Runbooks/Day 3#H|there]]', '[[../Day 3#H|there]]'],
  ['[there](./Day%203.md#H "why")', '[there](Runbooks/Day%203.md#H "why")', '[there](../Day%203.md#H "why")'],
  ['[odd](<./100%2541 [b].md>)', '[odd](<Runbooks/100%2541 [b].md>)', '[odd](<../100%2541 [b].md>)'],
  ['[[switch.png]]', '[[switch.png]]', '[[switch.png]]'],
  [
    '<img src="../../Assets/switch.png" width="3">',
    '<img src="../Assets/switch.png" width="3">',
    '<img src="../../../Assets/switch.png" width="3">',
  ],
  [
    "<a class=x HREF = '../../Assets/guide.pdf#page=4'>p. 4</a>",
    "<a class=x HREF = '../Assets/guide.pdf#page=4'>p. 4</a>",
    "<a class=x HREF = '../../../Assets/guide.pdf#page=4'>p. 4</a>",
  ],
  ['<img src=../../Assets/switch.png>', '<img src=../Assets/switch.png>', '<img src=../../../Assets/switch.png>'],
  [
    '<a href="../../Assets/plan%20(1).xlsx">x</a>',
    '<a href="../Assets/plan%20(1).xlsx">x</a>',
    '<a href="../../../Assets/plan%20(1).xlsx">x</a>',
  ],
  ['<a href="map.canvas">x</a>', '<a href="Runbooks/map.canvas">x</a>', '<a href="../map.canvas">x</a>'],
  ...[
    '<img src="https://example.org/a.png">',
    '<img src="../../Assets/gone.png">',
    '<img src="/Assets/switch.png">',
    '<a href="#there">x</a>',
    '`<img src="../../Assets/switch.png">`',
  ].map((line): [string, string, string] => [line, line, line]),
  ['[web](https://example.org/a.md "t")', '[web](https://example.org/a.md "t")', '[web](https://example.org/a.md "t")'],
  ['![gone](../../Assets/gone.png)', '![gone](../../Assets/gone.png)', '![gone](../../Assets/gone.png)'],
];

for (const [action, { into, carry }] of Object.entries(ACTIONS))
  describe(`when ${action}`, () => {
    it.each(FORMS)('%s leads where it led', async (line, inOps, below) => {
      const after = await carry(`See ${line} today.`);
      expect(/See (.*) today\./.exec(after.get(into) ?? '')?.[1]).toBe(into.includes('Turned') ? below : inOps);
      expect([...after].filter(([, text]) => text.includes(' today.')).map(([path]) => path)).toEqual([into]);
    });
  });

describe('a link over two lines, whose line ends change', () => {
  it('is written anew all the same', async () => {
    const after = await carriedOut(
      {
        ...FILES,
        ...PAGES,
        [NOTE]:
          section('See [two[^1]\nlines](../../Assets/guide.pdf\n"a\nb") today.').replace(/\n/g, '\r\n') +
          '\r\n[^1]: x\r\n',
      },
      ({ planning }) => planMove(planning, planning.index.todosOf(NOTE), { column: 'Day 2', withText: true }),
    );
    expect(after.get('Ops/Day 2 Operations.md')).toContain('See [two[^1]\nlines](../Assets/guide.pdf\n"a\nb") today.');
  });
});

describe('when a section moves, what led to it follows', () => {
  const others = {
    'Plan.md':
      '---\nsee: "[[Failover#Switch over]]"\nalso:\n  - \'[[Ops/Runbooks/Failover#Switch over|it]]\'\n---\n[it](Ops/Runbooks/Failover.md#Switch%20over "t")\n\n[ref]: <Ops/Runbooks/Failover.md#Switch over> \'t\'\n',
  };
  it('in properties, with titles, and in reference definitions', async () => {
    const after = await ACTIONS['a section moves']?.carry('x', others);
    expect(after?.get('Plan.md')).toBe(
      '---\nsee: "[[Ops/Day 2 Operations#Switch over]]"\nalso:\n  - \'[[Ops/Day 2 Operations#Switch over|it]]\'\n---\n[it](Ops/Day%202%20Operations.md#Switch%20over "t")\n\n[ref]: <Ops/Day 2 Operations.md#Switch over> \'t\'\n',
    );
  });
});

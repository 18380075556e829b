// Moving a todo to another phase: the smallest change that does it. The todo stands in the line that ends in `¦`; `-` and `+` are lines before and after.
import { describe, expect, it, vi } from 'vitest';
import { isRefusal } from '../../../../src/core/text/refusal';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import { todoAtLine } from '../../../../src/core/edit/todo-at-line';
import { note } from '../../todo/todo-table';
import { linesChanged, notesAfter, planningOf, readMark } from '../act';

const PAGES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Planning Phase\n## Responsibilities\n- Plan\n#todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Deployment Phase\n## Responsibilities\n* Deploy\n* Roll back\n',
  'Ops/Day 2 Operations.md': '# Overview\n## Maintenance Phase\n## Responsibilities\n1. Patch\n2. Watch\n  #todo\n',
  'Ops/Operations Overview.md':
    '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n## Metrics\nText\n',
};

async function move(
  path: string,
  lines: readonly string[],
  column: string,
  options: { text?: boolean; owner?: string; others?: Record<string, string> } = {},
): Promise<string[]> {
  const { text, line } = readMark(note(...lines, ''));
  const { vault, planning } = planningOf({ ...PAGES, ...options.others, [path]: text });
  const todo = todoAtLine(planning.index, path, line);
  return isRefusal(todo)
    ? [todo.refusal]
    : linesChanged(
        vault,
        await planMove(planning, [todo], { column, withText: options.text ?? false, owner: options.owner }),
      );
}

describe('a bullet of a phase page goes with its children', () => {
  it('below the last bullet of the other page, in its marker, above the closing tag line; links and dates as they are', async () => {
    expect(
      await move(
        'Ops/Day 1 Operations.md',
        [
          '# Overview',
          '## Responsibilities',
          '- Deploy',
          '- Hand over #todo 📅 2026-12-01¦',
          '  - to support',
          '- Roll back',
        ],
        'Day 2',
      ),
    ).toEqual([
      'Ops/Day 2 Operations.md',
      '+3. Hand over #todo 📅 2026-12-01',
      '+   - to support',
      // Without it the page's own tag line would mark “to support”.
      '+',
      'Ops/Day 1 Operations.md',
      '-- Hand over #todo 📅 2026-12-01',
      '-  - to support',
    ]);
  });
  it('out of a list in a list, to the top level of the other', async () => {
    expect(
      await move(
        'Ops/Day 1 Operations.md',
        ['# Overview', '## Responsibilities', '- Deploy', '  - Hand over #todo¦', '    - to support', '  - Stay'],
        'Day 0',
      ),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Hand over #todo',
      '+  - to support',
      'Ops/Day 1 Operations.md',
      '-  - Hand over #todo',
      '-    - to support',
    ]);
  });
  it('and keeps its checkbox, its state and its block id', async () => {
    expect(
      await move(
        'Ops/Day 1 Operations.md',
        ['# Overview', '## Responsibilities', '- [/] Hand over #todo/blocked ^h1¦'],
        'Day 0',
      ),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- [/] Hand over #todo/blocked ^h1',
      // Without it the page's own tag line would be the bullet's end, and `^h1` none of its words' end.
      '+',
      'Ops/Day 1 Operations.md',
      '-- [/] Hand over #todo/blocked ^h1',
    ]);
  });
  it('and a link to its block follows it', async () => {
    expect(
      await move('Ops/Day 1 Operations.md', ['# Overview', '## Responsibilities', '- Hand over #todo ^h1¦'], 'Day 0', {
        others: { 'See.md': 'As in [[Day 1 Operations#^h1]].\n' },
      }),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Hand over #todo ^h1',
      '+',
      'See.md',
      '-As in [[Day 1 Operations#^h1]].',
      '+As in [[Ops/Day 0 Operations#^h1]].',
      'Ops/Day 1 Operations.md',
      '-- Hand over #todo ^h1',
    ]);
  });
  it('and a link on the other page itself follows it', async () => {
    const others = {
      'Ops/Day 0 Operations.md':
        '# Overview\n## Responsibilities\n- Plan\n\n# Exit\nAfter [[Day 1 Operations#^h1|handing over]].\n',
    };
    expect(
      await move('Ops/Day 1 Operations.md', ['# Overview', '## Responsibilities', '- Hand over #todo ^h1¦'], 'Day 0', {
        others,
      }),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Hand over #todo ^h1',
      '-After [[Day 1 Operations#^h1|handing over]].',
      '+After [[Ops/Day 0 Operations#^h1|handing over]].',
      'Ops/Day 1 Operations.md',
      '-- Hand over #todo ^h1',
    ]);
  });
  it('but not when its tag stands on a line of its own, which would mark the other list', async () => {
    expect(
      await move(
        'Ops/Day 1 Operations.md',
        ['# Overview', '## Responsibilities', '- Hand over', '  ```', '  code', '  ```', '  #todo¦', '- Deploy'],
        'Day 0',
      ),
    ).toEqual([
      'The tag of “Hand over” stands on a line of its own: as the last of the other list it would mark the whole list. Put it behind the bullet’s words first.',
    ]);
  });
  it('and a link of its own leads where it led, although the other page lies elsewhere', async () => {
    expect(
      await move(
        'Ops/Day 1 Operations.md',
        ['# Overview', '## Responsibilities', '- Ask [[./Runbook|the runbook]] or [[#Overview]] #todo¦'],
        'Day 0',
        { others: { 'Ops/Runbook.md': '', 'Runbook.md': '' } },
      ),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Ask [[./Runbook|the runbook]] or [[Ops/Day 1 Operations#Overview|Overview]] #todo',
      'Ops/Day 1 Operations.md',
      '-- Ask [[./Runbook|the runbook]] or [[#Overview]] #todo',
    ]);
  });
  it('and what stood behind it as the list’s closing tag line stays one', async () => {
    expect(
      await move(
        'Ops/Day 1 Operations.md',
        ['# Overview', '## Responsibilities', '- Deploy', '  - first', '- Hand over #todo¦', '  #todo'],
        'Day 0',
      ),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Hand over #todo',
      'Ops/Day 1 Operations.md',
      '-- Hand over #todo',
      '-  #todo',
      '+',
      '+#todo',
    ]);
  });
  it('names the todos that go with it', async () => {
    expect(
      await move(
        'Ops/Day 1 Operations.md',
        ['# Overview', '## Responsibilities', '- Hand over #todo¦', '  - to support #todo'],
        'Day 0',
      ),
    ).toContain('Another todo changes column with it: “to support”.');
  });
  it('but not to Cross-phase, nor to a phase whose page cannot take it', async () => {
    const page = ['# Overview', '## Responsibilities', '- Hand over #todo¦'];
    expect(await move('Ops/Day 1 Operations.md', page, 'Cross-phase')).toEqual([
      'A bullet of Day 1 Operations belongs to Day 1. It can go to another phase, not to none.',
    ]);
    expect(
      await move('Ops/Day 1 Operations.md', page, 'Day 2', { others: { 'Ops/Day 2 Operations.md': '# Overview\n' } }),
    ).toEqual([
      'Day 2 Operations has no heading “Responsibilities”: add “## Responsibilities” where its responsibilities should stand, or name its heading in the settings.',
    ]);
    expect(
      (
        await move('Ops/Day 1 Operations.md', page, 'Day 2', {
          others: { 'Ops/Day 2 Operations.md': '## Responsibilities\n## Responsibilities\n' },
        })
      )[0],
    ).toContain('has 2 headings “Responsibilities”');
    expect(
      (
        await move('Ops/Day 1 Operations.md', page, 'Day 2', {
          others: { 'Ops/Day 2 Operations.md': '# Overview\n## Responsibilities\n```\nopen\n' },
        })
      )[0],
    ).toContain('is not closed');
  });
  it('to a page that is the overview too', async () => {
    const page = ['# Overview', '## Responsibilities', '- Hand over #todo¦'];
    const both =
      '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Overview]]\n# Overview\n## Responsibilities\n- Patch\n';
    const others = { 'Ops/Day 2 Operations.md': both };
    expect((await move('Ops/Day 1 Operations.md', page, 'Day 2', { others })).slice(0, 2)).toEqual([
      'Ops/Day 2 Operations.md',
      '+- Hand over #todo',
    ]);
  });
  it('but not out of a callout', async () => {
    expect(
      await move(
        'Ops/Day 1 Operations.md',
        ['# Overview', '## Responsibilities', '> [!note] Hand over', '> - soon #todo¦'],
        'Day 2',
      ),
    ).toEqual(['“soon” stands in a quote, callout or footnote, and is not moved out of it. Move it by hand.']);
  });
});

describe('a phase page’s own list cannot leave', () => {
  it('and the reason offers what can be done', async () => {
    expect(
      await move('Ops/Day 1 Operations.md', ['# Overview', '## Responsibilities', '- Deploy', '#todo¦'], 'Day 2'),
    ).toEqual(['This is the page of Day 1 itself. Split it into bullets, and move those.']);
  });
});

describe('a responsibility note goes by its property', () => {
  it('which says the phase as it said it before', async () => {
    const change = async (value: string): Promise<string[]> =>
      move('Ops/Note.md', ['---', `phase: ${value}`, 'tags: todo¦', '---', 'Text'], 'Day 2');
    expect(await change('"[[Day 1 Operations]]"')).toEqual([
      '-phase: "[[Day 1 Operations]]"',
      '+phase: "[[Day 2 Operations]]"',
    ]);
    expect(await change('"[[Ops/Day 1 Operations]]"')).toEqual([
      '-phase: "[[Ops/Day 1 Operations]]"',
      '+phase: "[[Ops/Day 2 Operations]]"',
    ]);
    expect(await change('Deployment # soon')).toEqual(['-phase: Deployment # soon', '+phase: Day 2 # soon']);
  });
  it('which is made when there is none', async () => {
    expect(await move('Ops/Note.md', ['#todo¦', '', '# A'], 'Day 2')).toEqual([
      '+---',
      '+phase: "[[Ops/Day 2 Operations]]"',
      '+---',
    ]);
  });
  it('which is taken away for Cross-phase', async () => {
    expect(await move('Ops/Note.md', ['---', 'phase: Day 1', 'tags: [todo]¦', '---'], 'Cross-phase')).toEqual([
      '-phase: Day 1',
    ]);
  });
  it('and other todos that go with it are named', async () => {
    expect(await move('Ops/Note.md', ['---', 'phase: Day 1', '---', '#todo¦', '# A', '- b #todo'], 'Day 2')).toEqual([
      '-phase: Day 1',
      '+phase: Day 2',
      'Another todo changes column with it: “b”.',
    ]);
  });
  it('unless the property is written so that it cannot be edited surely', async () => {
    expect(await move('Ops/Note.md', ['---', 'phase: [Day 1, Day 0]', 'tags: todo¦', '---'], 'Day 2')).toEqual([
      '-tags: todo',
      '+tags: todo/day-2',
    ]);
  });
});

describe('anything else goes by its tag', () => {
  it('which keeps its state', async () => {
    expect(await move('Ops/Note.md', ['# A', '#todo/blocked¦'], 'Day 2')).toEqual([
      '-#todo/blocked',
      '+#todo/day-2/blocked',
    ]);
    expect(await move('Ops/Note.md', ['# A', '#todo/day-1/blocked¦'], 'Day 2')).toEqual([
      '-#todo/day-1/blocked',
      '+#todo/day-2/blocked',
    ]);
  });
  it('which names no phase any more when that is enough', async () => {
    expect(await move('Ops/Day 1/Note.md', ['# A', '#todo/day-2¦'], 'Day 1')).toEqual([
      'Ops/Day 1/Note.md',
      '-#todo/day-2',
      '+#todo',
    ]);
    expect(await move('Ops/Note.md', ['# A', 'Text #todo/day-2¦'], 'Cross-phase')).toEqual([
      '-Text #todo/day-2',
      '+Text #todo',
    ]);
  });
  it('of several tags one, and the others say no other phase', async () => {
    expect(await move('Ops/Note.md', ['# A', '#todo #todo/day-1/blocked¦'], 'Day 2')).toEqual([
      '-#todo #todo/day-1/blocked',
      '+#todo/day-2 #todo/blocked',
    ]);
  });
  it('the first of several alike, and only that', async () => {
    expect(await move('Ops/Note.md', ['# A', '#todo¦', 'Text', '', '#todo'], 'Day 2')).toEqual([
      '-#todo',
      '+#todo/day-2',
    ]);
  });
  it('in the place of a segment that names no phase there is', async () => {
    expect(await move('Ops/Note.md', ['- a #todo/day-7/blocked¦'], 'Day 2')).toEqual([
      '-- a #todo/day-7/blocked',
      '+- a #todo/day-2/blocked',
    ]);
  });
  it('below the words of an underlined heading of several lines', async () => {
    expect(await move('Ops/Note.md', ['Two lines', 'of heading', '#todo¦', '---', 'Text'], 'Day 2')).toEqual([
      '-#todo',
      '+#todo/day-2',
    ]);
  });
  it('in a heading with the links to it', async () => {
    expect(
      await move('Ops/Note.md', ['## CI/CD #todo¦'], 'Day 2', { others: { 'See.md': '![[Note#CI/CD todo]]\n' } }),
    ).toEqual([
      '-## CI/CD #todo',
      '+## CI/CD #todo/day-2',
      'See.md',
      '-![[Note#CI/CD todo]]',
      '+![[Note#CI/CD todo/day-2]]',
    ]);
  });
  it('but what a folder or a heading ties to a phase cannot lose it, and is told so', async () => {
    expect(await move('Ops/Day 1/Note.md', ['# A', '#todo¦'], 'Cross-phase')).toEqual([
      '“A” cannot go to Cross-phase, because Note lies in a folder of Day 1. Change that first.',
    ]);
  });
  it('and where it is already it does not go', async () => {
    expect(await move('Ops/Day 1/Note.md', ['# A', '#todo¦'], 'Day 1')).toEqual([
      '“A” is in Day 1 already. Within a column cards stand as the board is sorted.',
    ]);
  });
});

describe('a section goes to the other page when its text is to go too', () => {
  it('to the end of its Overview, a level below it, with its sub-headings; its tag ties it to no other phase', async () => {
    expect(
      await move(
        'Ops/Note.md',
        ['# Note', '', '### Backups', '#todo/day-1¦', 'Text', '#### Tapes', '', '### Rest'],
        'Day 0',
        { text: true },
      ),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+',
      '+## Backups',
      '+#todo',
      '+Text',
      '+### Tapes',
      '-### Backups',
      '-#todo/day-1',
      '-Text',
      '-#### Tapes',
      '-',
    ]);
  });
  it('and links and embeds that led to it lead to it there', async () => {
    const changed = await move('Ops/Note.md', ['# Note', '## Backups', '#todo¦'], 'Day 0', {
      text: true,
      others: { 'See.md': '![[Note#Backups]]\n[[Note]]\n[b](Ops/Note.md#Backups)\n' },
    });
    expect(changed).toContain('+![[Ops/Day 0 Operations#Backups]]');
    expect(changed).toContain('+[b](Ops/Day%200%20Operations.md#Backups)');
  });
  it('and its own links to places inside it stay what they are', async () => {
    const changed = await move(
      'Ops/Note.md',
      ['# Note', '## Backups', '#todo¦', 'See [[#Tapes]] and [[#Backups]], not [[#Note]].', '### Tapes'],
      'Day 0',
      { text: true },
    );
    expect(changed).toContain('+See [[#Tapes]] and [[#Backups]], not [[Ops/Note#Note|Note]].');
  });
  it('and every form of link keeps its words, its title and its brackets', async () => {
    const text = [
      '# Note',
      '## Sec (a)',
      '#todo¦',
      '[b](./Note.md#Sec%20(a)) [c](<Note.md#Sec (a)> "t") [[Note#Sec (a)|d]] [[#Sec (a)]]',
    ];
    const changed = await move('Ops/Note.md', text, 'Day 0', {
      text: true,
      others: {
        'Ops/See.md':
          '[e](<Note.md#Sec (a)> "why") [f](Note.md#Sec%20(a) \'g\') [[Note#Sec (a)]] ![[Note#Sec (a)|300]]\n',
      },
    });
    expect(changed).toContain(
      '+[b](Ops/Day%200%20Operations.md#Sec%20(a)) [c](<Ops/Day 0 Operations.md#Sec (a)> "t") [[Ops/Day 0 Operations#Sec (a)|d]] [[#Sec (a)]]',
    );
    expect(changed).toContain(
      '+[e](<Ops/Day 0 Operations.md#Sec (a)> "why") [f](Ops/Day%200%20Operations.md#Sec%20(a) \'g\') [[Ops/Day 0 Operations#Sec (a)]] ![[Ops/Day 0 Operations#Sec (a)|300]]',
    );
  });
  it('and brings no line end that it had not', async () => {
    const { vault, planning } = planningOf({ ...PAGES, 'Ops/Note.md': '# Note\n## Backups\n#todo' });
    const [todo] = planning.index.todosOf('Ops/Note.md');
    const after = todo && notesAfter(vault, await planMove(planning, [todo], { column: 'Day 0', withText: true }));
    expect(after?.get('Ops/Day 0 Operations.md')).toBe(`${PAGES['Ops/Day 0 Operations.md']}\n## Backups\n#todo\n`);
  });
  it.each(['  ', '\n\n  ', '\t', '\n  \n'])('and the blanks that end its note go along: %j', async (blanks) => {
    const { vault, planning } = planningOf({ ...PAGES, 'Ops/Note.md': `# Note\nText\n## Backups\n#todo\n${blanks}` });
    const [todo] = planning.index.todosOf('Ops/Note.md');
    const after = todo && notesAfter(vault, await planMove(planning, [todo], { column: 'Day 0', withText: true }));
    expect(after?.get('Ops/Note.md')).toBe('# Note\nText\n');
  });
  it('and a heading that the page has already is told', async () => {
    expect(
      (await move('Ops/Note.md', ['# Note', '## Responsibilities', '#todo¦'], 'Day 0', { text: true })).at(-1),
    ).toBe('Day 0 Operations has a heading “Responsibilities” already: links lead to the first of the two.');
  });
  it('unless its headings would become too deep', async () => {
    expect(await move('Ops/Note.md', ['# Backups', '#todo¦', '###### Deep'], 'Day 0', { text: true })).toEqual([
      '“Deep” would become a heading of level 7; there are six. Raise it first.',
    ]);
  });
});

describe('several go as one plan', () => {
  const moveAll = async (path: string, lines: readonly string[], text: boolean): Promise<string[]> => {
    const { vault, planning } = planningOf({ ...PAGES, [path]: note(...lines, '') });
    return linesChanged(
      vault,
      await planMove(planning, [...planning.index.todosOf(path)].reverse(), { column: 'Day 0', withText: text }),
    );
  };
  it('in the order of their note, and a bullet inside another goes along with it', async () => {
    expect(
      await moveAll(
        'Ops/Day 1 Operations.md',
        ['# Overview', '## Responsibilities', '- Deploy #todo', '  - by hand #todo', '- Roll back #todo', '- Rest'],
        false,
      ),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Deploy #todo',
      '+  - by hand #todo',
      '+- Roll back #todo',
      'Ops/Day 1 Operations.md',
      '-- Deploy #todo',
      '-  - by hand #todo',
      '-- Roll back #todo',
    ]);
  });
  it('and a section inside another goes along with it', async () => {
    const changed = await moveAll('Ops/Note.md', ['# Note', '## Backups', '#todo', '### Tapes', '#todo'], true);
    expect(changed.filter((line) => line.startsWith('+') && line !== '+')).toEqual([
      '+## Backups',
      '+#todo',
      '+### Tapes',
      '+#todo',
    ]);
  });
});

describe('with an owner as well', () => {
  const others = { 'Roles/SRE.md': '', 'Roles/Release Manager.md': '' };
  const owned = (path: string, lines: readonly string[], column: string, owner = 'Roles/SRE.md') =>
    move(path, lines, column, { owner, others });
  const page = ['# Overview', '## Responsibilities', '- Deploy'];

  it('a bullet takes the owner along to the other page, in the place of the one it had, or of none', async () => {
    expect(
      await owned('Ops/Day 1 Operations.md', [...page, '- Hand over 📅 2026-12-01 #todo¦', '  - to support'], 'Day 0'),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Hand over ([[Roles/SRE|SRE]]) 📅 2026-12-01 #todo',
      '+  - to support',
      'Ops/Day 1 Operations.md',
      '-- Hand over 📅 2026-12-01 #todo',
      '-  - to support',
    ]);
    expect(
      await owned('Ops/Day 1 Operations.md', [...page, '- Hand over ([[Release Manager]]). #todo¦'], 'Day 0'),
    ).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Hand over ([[Roles/SRE|SRE]]). #todo',
      'Ops/Day 1 Operations.md',
      '-- Hand over ([[Release Manager]]). #todo',
    ]);
  });
  it('and loses it where nobody is to be the owner', async () => {
    expect(await owned('Ops/Day 1 Operations.md', [...page, '- Hand over ([[SRE]]) #todo¦'], 'Day 0', '')).toEqual([
      'Ops/Day 0 Operations.md',
      '+- Hand over #todo',
      'Ops/Day 1 Operations.md',
      '-- Hand over ([[SRE]]) #todo',
    ]);
  });
  it('a note gets both properties in one, a section both on its tag line', async () => {
    expect(await owned('Ops/Drill.md', ['---', 'phase: Day 1', '---', '#todo¦'], 'Day 2')).toEqual([
      'Ops/Drill.md',
      '-phase: Day 1',
      '+phase: Day 2',
      '+owner: "[[Roles/SRE|SRE]]"',
    ]);
    expect(await owned('Ops/Drill.md', ['#todo¦'], 'Day 2')).toEqual([
      'Ops/Drill.md',
      '+---',
      '+phase: "[[Ops/Day 2 Operations]]"',
      '+owner: "[[Roles/SRE|SRE]]"',
      '+---',
    ]);
    expect(await owned('Ops/Drill.md', ['## Part', '#todo¦', 'Text'], 'Day 2')).toEqual([
      'Ops/Drill.md',
      '-#todo',
      '+#todo/day-2 [[Roles/SRE|SRE]]',
    ]);
  });
  it('a section whose tag stands in its heading gets a tag line with both, and links to the heading follow', async () => {
    const linked = { ...others, 'Ops/Other.md': 'See [[Drill#Part todo]].' };
    const drill = (heading: string, column: string, owner = 'Roles/SRE.md') =>
      move('Ops/Drill.md', [heading, 'Text'], column, { owner, others: linked });
    expect(await drill('## Part #todo¦', 'Day 2')).toEqual([
      'Ops/Drill.md',
      '-## Part #todo',
      '+## Part',
      '+#todo/day-2 [[Roles/SRE|SRE]]',
      'Ops/Other.md',
      '-See [[Drill#Part todo]].',
      '+See [[Drill#Part]].',
      'The tag stands on a line of its own below the heading now: a heading’s text is part of the links to it.',
    ]);
    expect(await drill('## Part #todo/day-2/blocked¦', 'Cross-phase')).toEqual([
      'Ops/Drill.md',
      '-## Part #todo/day-2/blocked',
      '+## Part',
      '+#todo/blocked [[Roles/SRE|SRE]]',
      'The tag stands on a line of its own below the heading now: a heading’s text is part of the links to it.',
    ]);
    // Nobody’s: there is nothing to write below the heading.
    expect(await drill('## Part #todo¦', 'Day 2', '')).toEqual([
      'Ops/Drill.md',
      '-## Part #todo',
      '+## Part #todo/day-2',
      'Ops/Other.md',
      '-See [[Drill#Part todo]].',
      '+See [[Drill#Part todo/day-2]].',
    ]);
  });
  it('in its own column only the owner changes', async () => {
    expect(await owned('Ops/Day 1 Operations.md', [...page, '- Hand over #todo¦'], 'Day 1')).toEqual([
      'Ops/Day 1 Operations.md',
      '-- Hand over #todo',
      '+- Hand over ([[Roles/SRE|SRE]]) #todo',
    ]);
  });
  it('refuses what can have no owner, and moves nothing then', async () => {
    expect(await owned('Ops/Drill.md', ['## Part', 'A line #todo¦', ''], 'Day 2')).toEqual([
      'Only a note, a section or a bullet has an owner; “A line” is a paragraph.',
    ]);
  });
});

describe('many todos that move together', () => {
  const atOnce = async (text: string): Promise<(string | undefined)[]> => {
    const { vault, planning } = planningOf({ ...PAGES, 'Ops/Day 1 Operations.md': text });
    const todos = planning.index.todosOf('Ops/Day 1 Operations.md');
    const after = notesAfter(vault, await planMove(planning, todos, { column: 'Day 0', withText: false }));
    return ['Ops/Day 1 Operations.md', 'Ops/Day 0 Operations.md'].map((path) => after.get(path));
  };
  it('take the line end between them along once, at the end of a note that ends without one', async () => {
    expect(await atOnce('# Overview\n## Responsibilities\n- a\n- b #todo\n- c #todo')).toEqual([
      '# Overview\n## Responsibilities\n- a',
      '# Overview\n## Planning Phase\n## Responsibilities\n- Plan\n- b #todo\n- c #todo\n#todo\n',
    ]);
  });
  it('take their footnotes along, each with a label of its own', async () => {
    expect(
      await atOnce('# Overview\n## Responsibilities\n- b[^1] #todo\n- c[^2] #todo\n\n[^1]: One\n[^2]: Two\n'),
    ).toEqual([
      '# Overview\n## Responsibilities\n\n',
      '# Overview\n## Planning Phase\n## Responsibilities\n- Plan\n- b[^1] #todo\n- c[^2] #todo\n#todo\n\n[^1]: One\n\n[^2]: Two\n',
    ]);
  });
  it('are held to their promise together also where the smallest change is not enough, and each that cannot go stays with its reason', async () => {
    const bullets = (tag: (at: number) => string, count: number): string =>
      Array.from({ length: count }, (_, at) => `- Step ${at} ${tag(at)}\n`).join('');
    const asked = async (count: number): Promise<number> => {
      const { vault, planning } = planningOf({
        ...PAGES,
        'Ops/Work.md': bullets((at) => (at === 1 ? '#todo' : '#todo/day-0'), count),
      });
      const whatIf = vi.spyOn(planning.index, 'whatIf');
      const todos = planning.index.todosOf('Ops/Work.md');
      const plan = await planMove(planning, todos, { column: 'Day 1', withText: false });
      if (isRefusal(plan)) throw new Error(plan.refusal);
      expect(notesAfter(vault, plan).get('Ops/Work.md')).toBe(bullets(() => '#todo/day-1', count));
      return whatIf.mock.calls.length;
    };
    expect(await asked(30)).toBe(await asked(3));
    const ways = ['- a #todo/day-1\n', '- b #todo/day-0\n'];
    const { planning } = planningOf({ ...PAGES, 'Ops/Day 0/Work.md': ways.join('') });
    const todos = planning.index.todosOf('Ops/Day 0/Work.md');
    expect(await planMove(planning, todos, { column: 'Cross-phase', withText: false })).toEqual({
      refusal: '“a” would be in Day 0, because Work lies in a folder of Day 0. Change that first.',
    });
  });
  it('are held to their promise together: the index is asked what would be as often for thirty as for one', async () => {
    const asked = async (count: number): Promise<number> => {
      const bullets = Array.from({ length: count }, (_, at) => `- Step ${at} #todo`);
      const { planning } = planningOf({ ...PAGES, 'Ops/Work.md': note('# Work', ...bullets, '') });
      const whatIf = vi.spyOn(planning.index, 'whatIf');
      const plan = await planMove(planning, planning.index.todosOf('Ops/Work.md'), {
        column: 'Day 1',
        withText: false,
      });
      expect(isRefusal(plan)).toBe(false);
      return whatIf.mock.calls.length;
    };
    expect(await asked(30)).toBe(await asked(1));
  });
});

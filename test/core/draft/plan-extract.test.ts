// Bullets and sections that become notes: what moves, what stays, and which links follow.
import { describe, expect, it } from 'vitest';
import type { Drafted } from '../../../src/core/draft/drafting';
import { planExtract } from '../../../src/core/draft/extract/plan-extract';
import type { ExtractRequest } from '../../../src/core/draft/extract/extract';
import { note } from '../todo/todo-table';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { draftIn, notesOf, planOf, refusalOf } from './drafting';

const PAGE = 'Ops/Day 1 Operations.md';
const page = (...bullets: string[]): string =>
  note('# Overview', '## Deployment Phase', 'It goes live.', '## Responsibilities', ...bullets, '#todo', '');
const vault = (...bullets: string[]): Record<string, string> => ({ [PAGE]: page(...bullets), 'Roles/SRE.md': '' });

interface Wanted extends Partial<ExtractRequest> {
  readonly texts: Readonly<Record<string, string>>;
  /** The text of a line that is to be turned, or several. */
  readonly at: string | readonly string[];
  readonly title?: string;
  readonly format?: PlanningTextVault['linkFormat'];
}

function turn({ texts, at, title, format, path = PAGE, ...request }: Wanted): Promise<Drafted> {
  const text = new PlanningTextVault(texts);
  if (format) text.linkFormat = format;
  const lines = [at].flat().map((one) => (texts[path] ?? '').split(/\r?\n/).findIndex((line) => line.includes(one)));
  return planExtract(draftIn(text), {
    path,
    lines,
    titles: [title ?? null],
    leave: 'sentence',
    template: null,
    ...request,
  });
}

const bodyOf = (text = ''): string => /# Overview\n([\s\S]*?)\n\n# How we do it/.exec(text)?.[1] ?? text;

describe('a bullet', () => {
  it('whose template has its tag among the properties needs no line for it', async () => {
    const texts = {
      ...vault('- a #todo', '- b #todo/blocked'),
      'Templates/T.md': '---\ntags: [ops, todo]\n---\n{{summary}}\n',
    };
    const made = async (at: string): Promise<string | undefined> =>
      notesOf(await turn({ texts, at, title: 'A', template: 'T' }))['Ops/Day 1 Operations/A.md'];
    expect(await made('- a')).toBe('---\ntags: [ops, todo]\n---\na\n');
    expect(await made('- b')).toContain('\n#todo/blocked\n');
  });
  it('becomes a note; the sentence stays as the link’s text', async () => {
    const notes = notesOf(
      await turn({
        texts: vault('- a', '- Handle backups before a release, and restore after it.', '- c'),
        at: 'Handle',
      }),
    );
    expect(notes).toEqual({
      'Ops/Day 1 Operations/Handle backups before a release.md': note(
        '---',
        'phase: "[[Ops/Day 1 Operations]]"',
        '---',
        '',
        '#todo',
        '',
        '# Overview',
        'Handle backups before a release, and restore after it.|',
        '',
        '# How we do it',
        '',
        '# Phase',
        '![[Ops/Day 1 Operations#Deployment Phase]]',
        '',
      ),
      [PAGE]: page(
        '- a',
        '- [[Ops/Day 1 Operations/Handle backups before a release|Handle backups before a release, and restore after it.]]',
        '- c',
      ),
    });
  });
  it('that holds markup keeps its text and gets the link in front', async () => {
    const notes = notesOf(
      await turn({
        texts: vault('- Oversee **each** rollout with [[Roles/SRE|them]].'),
        at: 'Oversee',
        title: 'Rollout',
      }),
    );
    expect(notes[PAGE]).toBe(
      page('- [[Ops/Day 1 Operations/Rollout|Rollout]]: Oversee **each** rollout with [[Roles/SRE|them]].'),
    );
  });
  it('that holds markup keeps the blanks in it', async () => {
    const notes = notesOf(
      await turn({ texts: { ...vault('- Oversee [it]( X.md  "t" ).'), 'X.md': '' }, at: 'Oversee', title: 'Rollout' }),
    );
    expect(notes[PAGE]).toContain('|Rollout]]: Oversee [it]( X.md  "t" ).\n');
  });
  it('has links that lead where they led, also to a note that has the new one’s name', async () => {
    const texts = { ...vault('- Oversee', '  - with [it](Setup.md#A) and [[Setup]]'), 'Old/Setup.md': '# A\n' };
    const notes = notesOf(await turn({ texts, at: 'Oversee', title: 'Setup' }));
    expect(notes['Ops/Day 1 Operations/Setup.md']).toContain('- with [it](Old/Setup.md#A) and [[Old/Setup|Setup]]');
  });
  it('takes its todo, due date, owner and children along', async () => {
    const texts = vault(
      '  - [ ] Oversee rollouts ([[Roles/SRE|SRE]]). #todo/blocked 📅 2026-12-01',
      '    - one',
      '      - two #todo',
      '',
      '    more',
      '  - b',
    );
    const notes = notesOf(await turn({ texts, at: 'Oversee' }));
    const made = notes['Ops/Day 1 Operations/Oversee rollouts.md'] ?? '';
    expect(made).toContain('owner: "[[Roles/SRE]]"\ndue: 2026-12-01\n---\n\n#todo/blocked\n\n# Overview');
    expect(bodyOf(made)).toBe(note('Oversee rollouts.', '', '- one', '  - two #todo', '', 'more|'));
    expect(notes[PAGE]).toBe(page('  - [ ] [[Ops/Day 1 Operations/Oversee rollouts|Oversee rollouts.]]', '  - b'));
  });
  it.each([
    [['- Plan', '  ```sh', '  x', '  ```', '  #todo'], 'Plan\n\n```sh\nx\n```'],
    [['- Plan', '', '  #todo 📅 2026-12-01'], 'Plan'],
    [['- Plan', '', '  Then act #todo ([[Roles/SRE|SRE]])', '  - c #todo'], 'Plan\n\nThen act\n- c #todo'],
  ])('whose tag stands below its first paragraph is one todo as a note: %j', async (lines, body) => {
    const planned = await turn({ texts: vault(...lines), at: 'Plan', leave: 'link', title: 'T' });
    const [made = ''] = Object.values(notesOf(planned));
    expect(bodyOf(made).replace('|', '')).toBe(body);
    expect(made.match(/^#todo$/gm)).toEqual(['#todo']);
  });
  it('whose tag is all that a link shows is not turned: nobody could see the link', async () => {
    expect(refusalOf(await turn({ texts: vault('- [#todo](https://x.y) Plan'), at: 'Plan' }))).toContain(
      'is all that its link shows',
    );
  });
  it('that is done makes a note without a todo', async () => {
    const notes = notesOf(await turn({ texts: vault('- [x] Signed #todo'), at: 'Signed' }));
    expect(notes['Ops/Day 1 Operations/Signed.md']).not.toContain('#todo');
  });
  it('whose todo is hidden makes a note whose todo is', async () => {
    expect(
      notesOf(await turn({ texts: vault('- Sign it %% #todo %%'), at: 'Sign' }))['Ops/Day 1 Operations/Sign it.md'],
    ).toContain('\n%% #todo %%\n');
    for (const hidden of ['%% ask Ann #todo %%', '%%\n  ask Ann #todo\n  %%'])
      expect(
        notesOf(await turn({ texts: vault(`- Sign it ${hidden}`), at: 'Sign' }))['Ops/Day 1 Operations/Sign it.md'],
      ).toContain('\n%% #todo %%\n');
    const hiding = { [PAGE]: page('- Sign it').replace('#todo', '%% #todo %%') };
    expect(notesOf(await turn({ texts: hiding, at: 'Sign' }))['Ops/Day 1 Operations/Sign it.md']).toContain(
      '\n%% #todo %%\n',
    );
  });
  it('can leave a link only, or a heading with a transclusion below the tag line', async () => {
    const texts = vault('- a', '- Handle backups. #todo', '- c');
    expect(notesOf(await turn({ texts, at: 'Handle', leave: 'link' }))[PAGE]).toBe(
      page('- a', '- [[Ops/Day 1 Operations/Handle backups|Handle backups]]', '- c'),
    );
    const embedded = notesOf(await turn({ texts, at: 'Handle', leave: 'transclusion' }))[PAGE];
    expect(embedded).toBe(
      `${page('- a', '- c').trimEnd()}${note('', '', '### [[Ops/Day 1 Operations/Handle backups|Handle backups]]', '', '![[Ops/Day 1 Operations/Handle backups#Overview]]', '')}`,
    );
  });
  it('whose first link made another note the phase’s says which todos that note takes out of it', async () => {
    const texts = {
      ...vault('- [[Page it|Tell users]] first.', '- [[Kept]]'),
      'Page it.md': '- Write it #todo\n',
      'Kept.md': 'x #todo\n',
    };
    for (const leave of ['sentence', 'transclusion', 'link'] as const)
      expect(planOf(await turn({ texts, at: 'Tell', leave })).remarks).toEqual([
        '“Write it” in Page it is then in Elsewhere instead of Day 1',
      ]);
    expect(
      planOf(
        await turn({ texts: { ...texts, 'Page it.md': '---\nphase: Day 1\n---\n- Write it #todo\n' }, at: 'Tell' }),
      ).remarks,
    ).toEqual([]);
  });
  it('is not turned by a template that shows itself', async () => {
    expect(
      refusalOf(
        await turn({
          texts: { ...vault('- Sign it'), 'Templates/Responsibility note.md': '{{summary}}\n![[{{title}}]]' },
          at: 'Sign',
        }),
      ),
    ).toContain('template: The template “Responsibility note” would make the note show itself');
  });
  it('keeps its block id in place', async () => {
    expect(notesOf(await turn({ texts: vault('- Handle backups ^keep'), at: 'Handle' }))[PAGE]).toBe(
      page('- [[Ops/Day 1 Operations/Handle backups|Handle backups]] ^keep'),
    );
  });
  it('whose todo names another phase makes a note of that phase', async () => {
    const texts = {
      ...vault('- Feed it back #todo/day-0'),
      'Ops/Day 0 Operations.md': page().replace('Deployment', 'Planning'),
    };
    expect(Object.keys(notesOf(await turn({ texts, at: 'Feed' })))).toContain('Ops/Day 0 Operations/Feed it back.md');
  });
});

describe('several bullets', () => {
  it('become notes in one plan, and the page reads as before', async () => {
    const drafted = await turn({
      texts: vault('- Plan the cut', '  - x', '- Make the cut', '- Check the cut'),
      at: ['- x', 'Plan', 'Make', 'Check'],
    });
    expect(planOf(drafted).creates.map(({ path }) => path.slice(21))).toEqual([
      'Plan the cut.md',
      'Make the cut.md',
      'Check the cut.md',
    ]);
    expect(notesOf(drafted)[PAGE]).toBe(
      page(
        ...['Plan the cut', 'Make the cut', 'Check the cut'].map(
          (name) => `- [[Ops/Day 1 Operations/${name}|${name}]]`,
        ),
      ),
    );
    expect(planOf(drafted).done).toBe('Turned 3 responsibilities into notes');
  });
  it('can all be transcluded', async () => {
    const notes = notesOf(
      await turn({ texts: vault('- A one', '- B two'), at: ['A one', 'B two'], leave: 'transclusion' }),
    );
    expect(notes[PAGE]).toBe(
      note(
        '# Overview',
        '## Deployment Phase',
        'It goes live.',
        '## Responsibilities',
        '#todo',
        '',
        '### [[Ops/Day 1 Operations/A one|A one]]',
        '',
        '![[Ops/Day 1 Operations/A one#Overview]]',
        '',
        '### [[Ops/Day 1 Operations/B two|B two]]',
        '',
        '![[Ops/Day 1 Operations/B two#Overview]]',
        '',
      ),
    );
  });
  it('of the same name are refused', async () => {
    expect(refusalOf(await turn({ texts: vault('- Same', '- same, again'), at: ['- Same', 'again'] }))).toContain(
      'is there already',
    );
  });
});

describe('a section', () => {
  const OVERVIEW = 'Ops/Operations Overview.md';
  const texts = {
    [OVERVIEW]: note(
      '## [[Ops/Day 0 Operations|Day 0]]',
      '',
      '## [[Ops/Day 1 Operations|Day 1]]',
      '',
      '## Performance',
      'See [[#Metrics]] and ![[#Metrics]].',
      '### Metrics',
      '#todo',
      'We watch [[#Performance|this]], [here](./Sub/Other.md) and [[#Latency]].',
      '#### Latency',
      'ms',
      '#### Load',
      '%',
      '',
      '### Next',
      'x',
    ),
    'Ops/Day 0 Operations.md': page(),
    'Ops/Day 1 Operations.md': page(),
    'Ops/Sub/Other.md':
      'See [[Operations Overview#Metrics|the numbers]], [[Ops/Operations Overview#Performance#Load]].\n\n| a |\n| --- |\n| [[Ops/Operations Overview#Latency\\|ms]] |\n',
  };
  it('becomes a note with its sub-sections; links to it and into it follow', async () => {
    const notes = notesOf(await turn({ texts, path: OVERVIEW, at: 'We watch', title: 'Service metrics' }));
    expect(bodyOf(notes['Ops/Service metrics.md'])).toBe(
      note(
        'We watch [[Ops/Operations Overview#Performance|this]], [here](./Sub/Other.md) and [[#Latency]].',
        '## Latency',
        'ms',
        '## Load',
        '%|',
      ),
    );
    expect(notes[OVERVIEW]?.split('\n').slice(5)).toEqual([
      'See [[Ops/Service metrics]] and ![[Ops/Service metrics#Overview]].',
      '### [[Ops/Service metrics|Metrics]]',
      '',
      '### Next',
      'x',
    ]);
    expect(notes['Ops/Sub/Other.md']).toBe(
      'See [[Ops/Service metrics|the numbers]], [[Ops/Service metrics#Load]].\n\n| a |\n| --- |\n| [[Ops/Service metrics#Latency\\|ms]] |\n',
    );
  });
  it('below whose template’s heading another of that name moves in is still led to: not the template’s own', async () => {
    const made = notesOf(
      await turn({
        texts: {
          [OVERVIEW]: note('# [[Day 0 Operations]]', '# Handbook', '## Setup', '### Steps', 'of ours', ''),
          'Ops/Day 0 Operations.md': page(),
          'Other.md': '[[Operations Overview#Steps]]\n',
          'Templates/T.md': note('# Steps', 'of the template', '', '{{summary}}', ''),
        },
        path: OVERVIEW,
        at: '## Setup',
        template: 'Templates/T.md',
      }),
    );
    expect(made['Ops/Setup.md']).toMatch(/# Steps\nof the template\n\n## Steps\nof ours/);
    expect(made['Other.md']).toBe('[[Ops/Setup#Steps#Steps]]\n');
  });
  it.each([
    ['above', '# Steps\nof the template\n\n{{summary}}\n', '[[#Steps#Steps]]', '[[Ops/Setup#Steps#Steps]]'],
    ['below', '{{summary}}\n\n# Steps\nof the template\n', '[[#Steps]]', '[[Ops/Setup#Steps]]'],
    ['on both sides', '# Steps\n\n{{summary}}\n\n# Steps\n', '[[#Steps#Steps]]', '[[Ops/Setup#Steps#Steps]]'],
  ])(
    'whose template says the same %s leads its own links, and others’, into its own text',
    async (_where, template, own, others) => {
      const made = notesOf(
        await turn({
          texts: {
            [OVERVIEW]: note(
              '# [[Day 0 Operations]]',
              '# Handbook',
              '## Setup',
              'See [[#Steps]].',
              '### Steps',
              'of ours',
              '',
            ),
            'Ops/Day 0 Operations.md': page(),
            'Other.md': '[[Operations Overview#Steps]]\n',
            'Templates/T.md': template,
          },
          path: OVERVIEW,
          at: '## Setup',
          template: 'Templates/T.md',
        }),
      );
      expect(made['Ops/Setup.md']).toContain(`See ${own}.\n## Steps\nof ours`);
      expect(made['Other.md']).toBe(`${others}\n`);
    },
  );
  it('that is all code stays code, and blanks in it stay', async () => {
    const texts = { [PAGE]: '# Overview\n## Setup\n#todo\n\n    # run\n      \n    b\n' };
    const notes = notesOf(await turn({ texts, at: '## Setup' }));
    expect(notes['Ops/Day 1 Operations/Setup.md']).toContain('\n    # run\n      \n    b');
  });
  it('keeps the block id of its heading in place', async () => {
    for (const leave of ['sentence', 'link', 'transclusion'] as const)
      for (const heading of ['## Setup ^id', 'Setup ^id\n---']) {
        const texts = { [PAGE]: `# Overview\n\n${heading}\nSee.\n#todo\n` };
        const notes = notesOf(await turn({ texts, at: 'See', leave }));
        expect(notes[PAGE]).toMatch(/^(?:## )?\[\[.*\]\] \^id$/m);
      }
  });
  it.each(['sentence', 'link', 'transclusion'] as const)(
    'whose text links to itself leads to the note, whatever stays (%s)',
    async (leave) => {
      for (const [link, is] of [
        ['[[#Setup]]', '[[Ops/Day 1 Operations/Setup|Setup]]'],
        ['[[#Setup|here]]', '[[Ops/Day 1 Operations/Setup|here]]'],
        ['[[Day 1 Operations#Setup|x]]', '[[Ops/Day 1 Operations/Setup|x]]'],
        ['[x](#Setup)', '[x](Ops/Day%201%20Operations/Setup.md)'],
        ['[[#Inner]]', '[[#Inner]]'],
        ['[[#Other]]', '[[Ops/Day 1 Operations#Other|Other]]'],
      ] as const) {
        const texts = { [PAGE]: `# Overview\n## Setup\nSee ${link}.\n#todo\n### Inner\n\n## Other\n` };
        const notes = notesOf(await turn({ texts, at: 'See', leave }));
        const made = Object.entries(notes).find(([path]) => path !== PAGE)?.[1] ?? '';
        expect(made).toContain(`See ${is}.`);
      }
    },
  );
  it('can leave a heading with a transclusion, or a link', async () => {
    const left = async (leave: ExtractRequest['leave']): Promise<string[]> => {
      const { [OVERVIEW]: overview } = notesOf(await turn({ texts, path: OVERVIEW, at: '### Metrics', leave }));
      return overview?.split('\n').slice(6) ?? [];
    };
    expect(await left('transclusion')).toEqual([
      '### [[Ops/Metrics|Metrics]]',
      '',
      '![[Ops/Metrics#Overview]]',
      '',
      '### Next',
      'x',
    ]);
    expect(await left('link')).toEqual(['', '[[Ops/Metrics|Metrics]]', '', '### Next', 'x']);
  });
  it('that makes the page what it is stays', async () => {
    expect(refusalOf(await turn({ texts, at: '## Responsibilities' }))).toContain(
      'part of what makes Day 1 Operations a phase page',
    );
    expect(refusalOf(await turn({ texts, at: 'It goes live' }))).toContain('part of what makes');
    expect(refusalOf(await turn({ texts, at: '#todo' }))).toContain('part of what makes');
    expect(refusalOf(await turn({ texts, path: OVERVIEW, at: 'Day 0' }))).toContain('shows a phase page');
  });
});

describe('a note with CRLF, tabs and no last line end', () => {
  it('keeps them', async () => {
    const text =
      '# Overview\r\n## Deployment Phase\r\nx\r\n## Responsibilities\r\n-\tHandle backups\r\n\t-\tone\r\n-\tb';
    const notes = notesOf(await turn({ texts: { [PAGE]: text }, at: 'Handle' }));
    expect(notes[PAGE]).toBe(
      text.replace('Handle backups\r\n\t-\tone', '[[Ops/Day 1 Operations/Handle backups|Handle backups]]'),
    );
    expect(bodyOf(notes['Ops/Day 1 Operations/Handle backups.md'])).toBe('Handle backups\n\n-\tone|');
    const embedded = notesOf(await turn({ texts: { [PAGE]: text }, at: '\tb', leave: 'transclusion' }))[PAGE];
    expect(embedded).toBe(
      text.replace('\r\n-\tb', '\r\n\r\n### [[Ops/Day 1 Operations/b|b]]\r\n\r\n![[Ops/Day 1 Operations/b#Overview]]'),
    );
  });
});

describe('a section right below text', () => {
  it.each(['\n', '\r\n'])('leaves a link that is no part of that text, with line ends %j', async (eol) => {
    const texts = { [PAGE]: ['# Overview', 'x', '## Metrics', 'm', '## Next', 'y'].join(eol) };
    expect(notesOf(await turn({ texts, at: 'Metrics', leave: 'link' }))[PAGE]).toBe(
      ['# Overview', 'x', '', '[[Ops/Day 1 Operations/Metrics|Metrics]]', '', '## Next', 'y'].join(eol),
    );
  });
});

describe('what cannot be turned', () => {
  it('says why', async () => {
    expect(refusalOf(await turn({ texts: vault('- #todo'), at: '- #todo' }))).toContain('has no words');
    expect(refusalOf(await turn({ texts: { [PAGE]: '---\nkanban-plugin: basic\n---\n- a' }, at: '- a' }))).toContain(
      'Edit it in its board',
    );
    expect(refusalOf(await turn({ texts: vault('- a'), at: '- a', title: 'CON' }))).toContain(
      'title: “CON” is a name that Windows keeps',
    );
    expect(refusalOf(await turn({ texts: vault('- a'), at: '- a', lines: [99] }))).toContain('has no line 100');
  });
});

describe('every word goes along but the tag', () => {
  const words = async (text: string, at: string, leave: ExtractRequest['leave'] = 'link'): Promise<string> => {
    const notes = notesOf(
      await turn({
        texts: { 'Ops/Runbook.md': text, 'X.md': '# Y\n', 'Roles/SRE.md': '', [PAGE]: page('- a') },
        path: 'Ops/Runbook.md',
        at,
        title: 'New',
        leave,
      }),
    );
    return `${notes['Ops/New.md'] ?? notes['Ops/Day 1 Operations/New.md'] ?? ''}\n~~~\n${notes['Ops/Runbook.md'] ?? ''}`;
  };
  it.each([
    [
      'other tags and fields beside the tag of a section',
      '# A\n\n## Setup\n#todo #urgent [ticket:: OPS-1]\nText\n',
      '## Setup',
      ['#urgent [ticket:: OPS-1]', 'Text'],
    ],
    ['a comment beside it', '# A\n\n## Setup\n#todo %% ask Ann %%\nText\n', '## Setup', ['%% ask Ann %%']],
    ['a comment in its heading', '# A\n\n## Setup %% ask Ann %%\n#todo\nText\n', '## Setup', ['%% ask Ann %%']],
    [
      'a link in its heading',
      '# A\n\n## Setup of [[X#Y|the page]]\n#todo\nText\n',
      '## Setup',
      ['Setup of [[X#Y|the page]]'],
    ],
    ['a field in its heading', '# A\n\n## Setup [ticket:: OPS-2]\n#todo\nText\n', '## Setup', ['[ticket:: OPS-2]']],
    [
      'what its heading refers to',
      '# A\n\n## Setup [it][r]\n#todo\nText\n\n[r]: X.md\n',
      '## Setup',
      ['Setup [it][r]', '[r]: X.md', 'Text'],
    ],
    ['a comment beside a bullet’s tag', '# A\n\n- Launch. %% ask Ann %% #todo\n', 'Launch', ['%% ask Ann %%']],
    ['words in one comment with the tag', '# A\n\n- Launch. %% ask Ann #todo %%\n', 'Launch', ['%% ask Ann %%']],
    [
      'a second date',
      '# A\n\n- Launch 📅 2026-12-01 [due:: 2027-02-03] #todo\n',
      'Launch',
      ['2026-12-01', '2027-02-03'],
    ],
    [
      'the tag of a bullet that a tag line below it marks',
      '# A\n\n## Setup\n- one\n  #todo\n- two\n#todo/blocked\n',
      '## Setup',
      ['- one\n  #todo\n- two'],
    ],
    [
      'a bullet that is a tag with a field',
      '# A\n\n## Setup\n- #todo [ticket:: OPS-3]\n- two\n',
      '## Setup',
      ['[ticket:: OPS-3]'],
    ],
  ])('%s', async (_what, text, at, kept) => {
    for (const leave of ['sentence', 'link', 'transclusion'] as const)
      for (const one of kept) expect(await words(text, at, leave), leave).toContain(one);
  });
  it.each([
    ['no place for owner and date', '# Overview\n{{summary}}\n', ['owner: "[[Roles/SRE]]"', 'due: 2026-12-01']],
    [
      'a place for the date alone',
      '---\ndue: {{due}}\nx: 1\n---\n{{summary}}\n',
      ['owner: "[[Roles/SRE]]"', 'due: 2026-12-01'],
    ],
    ['places in its text', 'By {{owner}} until {{due}}\n{{summary}}\n', ['By SRE until 2026-12-01']],
    ['no place at all', '# Overview\n', ['owner: "[[Roles/SRE]]"', 'due: 2026-12-01', 'Launch']],
    ['properties that cannot be read', '---\nx: "\n---\n{{summary}}\n', ['[[Roles/SRE]]', '2026-12-01']],
  ])('the owner and the date, into a template with %s', async (_what, template, kept) => {
    for (const bullet of [
      '- Launch ([[Roles/SRE|SRE]]) 📅 2026-12-01 #todo',
      '- Launch\n  #todo 📅 2026-12-01 ([[Roles/SRE|SRE]])',
    ]) {
      const texts = { ...vault('- a', bullet, '- z'), 'Templates/Responsibility note.md': template };
      const notes = notesOf(
        await turn({ texts, at: 'Launch', title: 'New', leave: 'link', template: 'Responsibility note' }),
      );
      const text = notes['Ops/Day 1 Operations/New.md'] ?? '';
      for (const one of kept) expect(text).toContain(one);
      expect([text.match(/SRE/g)?.length, text.match(/2026-12-01/g)?.length]).toEqual([1, 1]);
    }
  });
  it.each([
    ['- Launch, #todo, 📅 2026-12-01, then go', 'Launch, then go'],
    ['- **#todo** Launch', 'Launch'],
    ['- **Launch #todo** now', '**Launch** now'],
    ['- > [!note] Launch #todo\n  > with care', '> [!note] Launch\n> with care'],
  ])('%j without a stray mark', async (bullet, text) => {
    const notes = notesOf(await turn({ texts: vault('- a', bullet), at: 'Launch', title: 'New', leave: 'link' }));
    expect(bodyOf(notes['Ops/Day 1 Operations/New.md']).replace('|', '')).toBe(text);
  });
  it('the block id of a bullet of which nothing stays', async () => {
    expect(
      notesOf(await turn({ texts: vault('- a', '- Launch it #todo ^go'), at: 'Launch', leave: 'transclusion' }))[
        'Ops/Day 1 Operations/Launch it.md'
      ],
    ).toContain('Launch it ^go');
  });
});

// New phase pages, and the first pages of a vault: what is made, where the overview shows it, and that it comes once.
import { describe, expect, it } from 'vitest';
import type { Drafted } from '../../../src/core/draft/drafting';
import { planPhasePage } from '../../../src/core/draft/plan-phase-page';
import { nextPhaseName } from '../../../src/core/settings/new-phase';
import { planSetUp } from '../../../src/core/draft/plan-set-up';
import { sumUpPlan, unifiedDiff } from '../../../src/core/edit/describe-plan';
import { DEFAULT_SETTINGS, type PhaseSetting, type Settings } from '../../../src/core/settings/settings';
import { note } from '../todo/todo-table';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { carryOutIn, draftIn, notesOf, planOf, refusalOf } from './drafting';

const OVERVIEW = 'Ops/Operations Overview.md';
const page = (purpose: string): string =>
  note('---', 'dg-publish: true', '---', '# Overview', `## ${purpose} Phase`, 'x', '## Responsibilities', '#todo');
const pages = {
  'Ops/Day 0 Operations.md': page('Planning'),
  'Ops/Day 1 Operations.md': page('Deployment'),
  'Ops/Day 2 Operations.md': page('Maintenance'),
};
const shown = (number: number, level = '##'): string[] => [
  `${level} [[Ops/Day ${number} Operations|Day ${number}]]`,
  '',
  `![[Ops/Day ${number} Operations#Overview]]`,
  '',
];
const overview = (...lines: string[]): Record<string, string> => ({ ...pages, [OVERVIEW]: note(...lines) });
const usual = overview('# Operations', '', ...shown(0), ...shown(1), ...shown(2), '## Performance', '#todo', '');

const phase = (name: string, title = ''): PhaseSetting => ({
  id: name.toLowerCase().replace(' ', '-'),
  name,
  title,
  page: null,
  aliases: [],
  colour: null,
});
const add = (
  texts: Record<string, string>,
  name = 'Day 3',
  purpose = 'Decommissioning',
  settings: Partial<Settings> = {},
): Promise<Drafted> => planPhasePage(draftIn(new PlanningTextVault(texts), settings), { name, purpose });

/** The overview after the plan, with `+` before added lines. */
async function overviewAfter(
  texts: Record<string, string>,
  ...wish: [name?: string, purpose?: string, settings?: Partial<Settings>]
): Promise<string[]> {
  const before = (texts[OVERVIEW] ?? '').split('\n');
  let at = 0;
  return (notesOf(await add(texts, ...wish))[OVERVIEW] ?? '')
    .split('\n')
    .map((line) => (line === before[at] ? (at++, line) : `+${line}`));
}

describe('a new phase', () => {
  it('gets a page in the shape of its siblings, a place in the settings and one on the overview', async () => {
    const drafted = await add(usual);
    const notes = notesOf(drafted);
    expect(notes['Ops/Day 3 Operations.md']).toBe(
      note(
        '---',
        'dg-publish: true',
        '---',
        '',
        '# Overview',
        '## Decommissioning Phase',
        'This phase is about …|',
        '## Responsibilities',
        '#todo',
        '',
      ),
    );
    expect(notes[OVERVIEW]).toBe(
      note('# Operations', '', ...shown(0), ...shown(1), ...shown(2), ...shown(3), '## Performance', '#todo', ''),
    );
    expect(
      planOf(drafted)
        .settings?.after.phases?.map(({ id, name, title }) => [id, name, title])
        .at(-1),
    ).toEqual(['day-3', 'Day 3', 'Decommissioning']);
  });
  it('is shown with all that it writes, the settings too', async () => {
    const plan = planOf(await add(usual));
    expect(sumUpPlan(plan)).toBe('Writes 1 note, creates 1 note, changes the settings');
    const lines = unifiedDiff(plan).split('\n');
    expect(lines.filter((line) => /^[-+]{3} /.test(line)).map((line) => line.replace(/\t.*/, ''))).toEqual([
      '--- /dev/null',
      '+++ b/Ops/Day 3 Operations.md',
      `--- a/${OVERVIEW}`,
      `+++ b/${OVERVIEW}`,
      '--- a/data.json',
      '+++ b/data.json',
    ]);
    expect(lines).toContain('+      "name": "Day 3",');
  });
  it('gets its page where a link of the overview expects it', async () => {
    const texts = {
      'Operations Overview.md': note(
        '# [[Engineering/Ops/Day 0 Operations|Day 0]]',
        '# [[Engineering/Ops/Day 1 Operations|Day 1]]',
        '# [[Day 2 Operations]]',
      ),
    };
    expect(Object.keys(notesOf(await add(texts, 'Day 1', 'Deployment')))).toContain(
      'Engineering/Ops/Day 1 Operations.md',
    );
    const seed = {
      'Operations Overview.md': `---\n{"dg-publish":true}\n---\n${texts['Operations Overview.md'].replace('[[Day 2', '[[Engineering/Ops/Day 2')}`,
    };
    // No phase has a page yet: it is published as the overview is that shows it, and goes where the others will be.
    expect(notesOf(await add(seed))['Engineering/Ops/Day 3 Operations.md']).toMatch(
      /^---\ndg-publish: true\n---\n\n# Overview\n/,
    );
  });
  it('gets its page beside the others, wherever the overview is', async () => {
    const { [OVERVIEW]: shows = '', ...others } = usual;
    expect(Object.keys(notesOf(await add({ ...others, 'Operations Overview.md': shows })))).toEqual([
      'Ops/Day 3 Operations.md',
      'Operations Overview.md',
    ]);
  });
  it('is refused when its template would show itself', async () => {
    const own = (text: string): Promise<Drafted> => add({ ...usual, 'Templates/Phase page.md': text });
    expect(refusalOf(await own('# Overview\n![[{{title}}]]\n'))).toContain(
      'would make the note show itself: Day 3 Operations',
    );
    expect(refusalOf(await own('# Overview\n![[Operations Overview]]\n'))).toContain(
      'would make the note show itself: Operations Overview shows Day 3 Operations › Overview',
    );
    expect(refusalOf(await own('# Overview\n![[Templates/Phase page]]\n'))).toContain(
      'The template “Phase page” shows itself',
    );
    expect(refusalOf(await own('# Overview\n# Further\n![[Operations Overview]]\n'))).toBe('no refusal');
  });
  it('is not added twice', async () => {
    const after = carryOutIn(new PlanningTextVault(usual), await add(usual));
    const phases = [...DEFAULT_SETTINGS.phases, phase('Day 3', 'Decommissioning')];
    expect(refusalOf(await planPhasePage(draftIn(after, { phases }), { name: 'day 3', purpose: 'x' }))).toBe(
      'name: Day 3 has a page already: Ops/Day 3 Operations.md.',
    );
    // Where only the settings do not know it, the page that is there becomes its page, and the overview stays.
    const again = await planPhasePage(draftIn(after), { name: 'Day 3', purpose: 'Decommissioning' });
    expect(planOf(again)).toMatchObject({
      creates: [],
      changes: [],
      remarks: [
        'Ops/Day 3 Operations.md is there already and becomes its page',
        'Operations Overview shows it already',
      ],
    });
    expect(planOf(again).settings?.after.phases).toHaveLength(4);
  });
  it('whose name the settings know gets its page', async () => {
    const phases = [...DEFAULT_SETTINGS.phases, phase('Day 3', 'Retirement')];
    const drafted = await add(usual, 'Day 3', '', { phases });
    expect(notesOf(drafted)['Ops/Day 3 Operations.md']).toContain('## Retirement Phase');
    expect(planOf(drafted).settings).toBeNull();
  });
  it('has a name and a purpose', async () => {
    expect(refusalOf(await add(usual, ' '))).toBe('name: A phase needs a name.');
    expect(refusalOf(await add(usual, 'Day/3'))).toContain('name: A name cannot hold');
    expect(refusalOf(await add(usual, 'What?'))).toContain('name: A name cannot hold ?');
    expect(refusalOf(await add(usual, 'Day 3', ''))).toContain('purpose: Give the phase a purpose');
    expect(refusalOf(await add(usual, 'Day 3', 'a # b'))).toContain('purpose: A purpose is a word or two');
    expect(refusalOf(await add({ 'x.md': '' }))).toContain('name: There are no operations pages yet');
    expect(nextPhaseName(DEFAULT_SETTINGS.phases)).toBe('Day 3');
  });
  it('hides its todo where its siblings do', async () => {
    const hidden = Object.fromEntries(
      Object.entries(usual).map(([path, text]) => [
        path,
        path === OVERVIEW ? text : text.replace('#todo', '%% #todo %%'),
      ]),
    );
    expect(notesOf(await add(hidden))['Ops/Day 3 Operations.md']).toContain('\n%% #todo %%\n');
  });
});

describe('its place on the overview', () => {
  it('is in the order of numbers', async () => {
    const phases = [phase('Day 0'), phase('Day 2')];
    const texts = {
      'Ops/Day 0 Operations.md': page('Planning'),
      'Ops/Day 2 Operations.md': page('Maintenance'),
      [OVERVIEW]: note(...shown(0), ...shown(2)),
    };
    expect(await overviewAfter(texts, 'Day 1', 'Deployment', { phases })).toEqual([
      ...shown(0),
      ...shown(1).map((line) => `+${line}`),
      ...shown(2),
    ]);
    expect(
      planOf(await add(texts, 'Day 1', 'Deployment', { phases })).settings?.after.phases?.map(({ name }) => name),
    ).toEqual(['Day 0', 'Day 1', 'Day 2']);
  });
  it('is before them all when its number is the least', async () => {
    const phases = [phase('Day 1'), phase('Day 2')];
    const texts = overview('Words.', '', ...shown(1), ...shown(2));
    delete texts['Ops/Day 0 Operations.md'];
    expect(await overviewAfter(texts, 'Day 0', 'Planning', { phases })).toEqual([
      'Words.',
      '',
      ...shown(0).map((line) => `+${line}`),
      ...shown(1),
      ...shown(2),
    ]);
  });
  it('is behind its predecessor where the page has them in odd order', async () => {
    expect(await overviewAfter(overview(...shown(2), ...shown(0), ...shown(1), '## End'))).toEqual([
      ...shown(2),
      ...shown(3).map((line) => `+${line}`),
      ...shown(0),
      ...shown(1),
      '## End',
    ]);
  });
  it('has the level of the heading before it, and no later section falls under it', async () => {
    const lines = [...shown(0, '#'), ...shown(1, '#'), ...shown(2, '#'), '## Performance', '#todo'];
    expect(await overviewAfter(overview(...lines))).toEqual([
      ...lines,
      '+',
      ...shown(3, '#')
        .slice(0, 3)
        .map((line) => `+${line}`),
    ]);
    const nested = [
      ...shown(0, '#'),
      ...shown(1, '#'),
      ...shown(2),
      'More of day 2.',
      '### And more',
      'x',
      '',
      '## Performance',
    ];
    expect(await overviewAfter(overview(...nested))).toEqual([
      ...nested.slice(0, -1),
      ...shown(3).map((line) => `+${line}`),
      '## Performance',
    ]);
  });
  it('is at the end of a page that shows no phase', async () => {
    const phases = [phase('Day 0')];
    const texts = { 'Ops/Day 0 Operations.md': page('Planning'), [OVERVIEW]: note('# Operations', 'Words.') };
    expect(await overviewAfter(texts, 'Day 1', 'Deployment', { phases, overviewPage: OVERVIEW })).toEqual([
      '# Operations',
      'Words.',
      '+',
      ...shown(1)
        .slice(0, 3)
        .map((line) => `+${line}`),
    ]);
  });
  it('is not among headings that only have a phase’s name, unless the page has no others', async () => {
    const handingOver = ['## Handing over', '### Day 2', '- Whoever is on call.'];
    expect(await overviewAfter(overview(...shown(0), ...shown(1), ...shown(2), ...handingOver))).toEqual([
      ...shown(0),
      ...shown(1),
      ...shown(2),
      ...shown(3).map((line) => `+${line}`),
      ...handingOver,
    ]);
    const plain = ['# Day 0', 'a', '# Day 2', '![[Ops/Day 2 Operations#Overview]]', '[[Ops/Day 1 Operations]]'];
    expect(await overviewAfter(overview(...plain))).toEqual([
      ...plain,
      '+',
      ...shown(3, '#')
        .slice(0, 3)
        .map((line) => `+${line}`),
    ]);
  });
  it('is told when there is no overview, or two', async () => {
    expect(planOf(await add(pages)).remarks).toEqual(['There is no overview page to show it on']);
    expect(planOf(await add({ ...usual, 'Ops/Another Overview.md': usual[OVERVIEW] ?? '' })).remarks).toEqual([
      'Ops/Another Overview.md and Ops/Operations Overview.md could each be the overview page: choose one in the settings first',
    ]);
  });
  it('is not decided while two notes could be the phase’s page', async () => {
    const two = {
      'A/Day 0 Operations.md': page('Planning'),
      'B/Day 0 Operations.md': page('Planning'),
      'A/Day 1 Operations.md': page('Deployment'),
    };
    expect(refusalOf(await add(two, 'Day 0', 'Planning'))).toBe(
      'name: A/Day 0 Operations.md and B/Day 0 Operations.md could each be the page of Day 0: choose one in the settings first.',
    );
  });
  it('keeps CRLF, and a page without a last line end', async () => {
    const text = note('# Operations', '', ...shown(0), ...shown(1), ...shown(2).slice(0, 3)).replaceAll('\n', '\r\n');
    expect(notesOf(await add({ ...pages, [OVERVIEW]: text }))[OVERVIEW]).toBe(
      `${text}\r\n\r\n${shown(3).slice(0, 3).join('\r\n')}`,
    );
  });
  it('is not in a block that nobody closed', async () => {
    expect(refusalOf(await add(overview(...shown(0), ...shown(1), ...shown(2), '```', 'x')))).toContain(
      'is not closed',
    );
  });
});

describe('the first pages of a vault', () => {
  const setUp = (texts: Record<string, string> = {}, folder = 'Operations', examples = true): Promise<Drafted> =>
    planSetUp(draftIn(new PlanningTextVault(texts)), { folder, examples });
  it('are the overview and a page for each phase, linked and transcluded', async () => {
    const notes = notesOf(await setUp());
    expect(Object.keys(notes)).toEqual([
      'Operations/Day 0 Operations.md',
      'Operations/Day 1 Operations.md',
      'Operations/Day 2 Operations.md',
      'Operations/Operations Overview.md',
    ]);
    expect(
      notes['Operations/Operations Overview.md']
        ?.split('\n## ')
        .slice(1)
        .map((section) => section.split('\n')),
    ).toEqual(
      [0, 1, 2].map((number) => [
        `[[Operations/Day ${number} Operations|Day ${number}]]`,
        '',
        `![[Operations/Day ${number} Operations#Overview]]`,
        '',
      ]),
    );
    expect(notes['Operations/Day 1 Operations.md']).toMatch(
      /^# Overview\n## Deployment Phase\nThis phase is about putting [^\n]*\n## Responsibilities\n- [^\n]*\n- [^\n]*\n- [^\n]*\n#todo\n$/,
    );
  });
  it('give three cards, one in each phase', async () => {
    for (const examples of [true, false]) {
      const after = carryOutIn(new PlanningTextVault(), await setUp({}, 'Operations', examples));
      expect(
        [...after.index().todos()]
          .map(({ phase: one, why, kind, headings }) => [one?.id, why, kind, headings.at(-1)])
          .sort(),
      ).toEqual(['day-0', 'day-1', 'day-2'].map((id) => [id, 'phase-page', 'section', 'Responsibilities']));
      expect(after.index().lifecycle).toMatchObject({ overview: 'Operations/Operations Overview.md', questions: [] });
    }
  });
  it('can be at the vault’s root, in any link format', async () => {
    for (const path of ['shortest', 'relative', 'absolute'] as const) {
      const vault = new PlanningTextVault();
      vault.linkFormat = { path, markdown: true };
      const after = carryOutIn(vault, await planSetUp(draftIn(vault), { folder: ' / ', examples: false }));
      expect(after.index().lifecycle.pages.size).toBe(3);
      expect(after.texts.has('Operations Overview.md')).toBe(true);
    }
  });
  it('are made only where there are none', async () => {
    expect(refusalOf(await setUp(usual))).toContain('folder: Operations Overview is there already');
    expect(refusalOf(await setUp({ 'Operations/Operations Overview.md': '' }))).toContain(
      'folder: Operations/Operations Overview.md is there already',
    );
    expect(refusalOf(await setUp({}, 'a:b'))).toContain('folder: A folder’s name cannot hold :');
    expect(refusalOf(await setUp({ Operations: '' }))).toContain('folder: Operations is a file');
  });
  it('are refused when a template would show itself', async () => {
    expect(refusalOf(await setUp({ 'Templates/Overview page.md': '![[{{title}}]]' }))).toContain(
      'The template “Overview page” would make the note show itself',
    );
    expect(refusalOf(await setUp({ 'Templates/Phase page.md': '# Overview\n![[Operations Overview]]' }))).toContain(
      'The template “Phase page” would make the note show itself',
    );
  });
});

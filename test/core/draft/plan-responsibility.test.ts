// A new responsibility note: where it goes, what it holds, what refers to it, and what is refused.
import { describe, expect, it } from 'vitest';
import type { Drafted, Drafting } from '../../../src/core/draft/drafting';
import { planResponsibility, type ResponsibilityRequest } from '../../../src/core/draft/plan-responsibility';
import { publicRemarks } from '../../../src/core/edit/public-remarks';
import { note } from '../todo/todo-table';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { draftIn, notesOf, planOf, refusalOf } from './drafting';

const page = (title: string, ...more: string[]): string =>
  note(
    '---',
    'dg-publish: true',
    '---',
    '# Overview',
    `## ${title} Phase`,
    'One sentence.',
    '## Responsibilities',
    '- a',
    ...more,
    '#todo',
    '',
  );
const handbook = {
  'Ops/Operations Overview.md': note(
    '## [[Ops/Day 0 Operations|Day 0]]',
    '![[Ops/Day 0 Operations#Overview]]',
    '## [[Ops/Day 2 Operations|Day 2]]',
    '![[Ops/Day 2 Operations#Overview]]',
  ),
  'Ops/Day 0 Operations.md': page('Planning'),
  'Ops/Day 2 Operations.md': page('Maintenance'),
  'Roles/SRE.md': '',
};

interface Wanted extends Partial<Omit<ResponsibilityRequest, 'phase'>> {
  readonly phase?: string | null;
  readonly texts?: Readonly<Record<string, string>>;
  readonly format?: PlanningTextVault['linkFormat'];
  readonly drafting?: Partial<Drafting>;
}

function plan({
  phase = 'day-2',
  texts = handbook,
  format,
  drafting: more = {},
  ...request
}: Wanted = {}): Promise<Drafted> {
  const vault = new PlanningTextVault(texts);
  if (format) vault.linkFormat = format;
  const drafting = draftIn(vault, {}, more);
  return planResponsibility(drafting, {
    title: 'On-call rotation',
    owner: null,
    due: null,
    template: null,
    publish: null,
    reference: 'bullet',
    ...request,
    phase: drafting.index.settings.phases.find(({ id }) => id === phase) ?? null,
  });
}

describe('a new responsibility note', () => {
  it('is made from the built-in template and linked by a bullet above the closing tag line', async () => {
    expect(notesOf(await plan({ owner: 'Roles/SRE.md', due: '2026-12-01' }))).toEqual({
      'Ops/Day 2 Operations/On-call rotation.md': note(
        '---',
        'dg-publish: true',
        'phase: "[[Ops/Day 2 Operations]]"',
        'owner: "[[Roles/SRE]]"',
        'due: 2026-12-01',
        '---',
        '',
        '#todo',
        '',
        '# Overview',
        '|',
        '',
        '# How we do it',
        '',
        '# Phase',
        '![[Ops/Day 2 Operations#Maintenance Phase]]',
        '',
      ),
      'Ops/Day 2 Operations.md': page('Maintenance', '- [[Ops/Day 2 Operations/On-call rotation|On-call rotation]]'),
    });
  });
  it('can be transcluded, below the tag line', async () => {
    const notes = notesOf(await plan({ reference: 'transclusion' }));
    expect(notes['Ops/Day 2 Operations.md']).toBe(
      `${page('Maintenance').trimEnd()}${note('', '', '### [[Ops/Day 2 Operations/On-call rotation|On-call rotation]]', '', '![[Ops/Day 2 Operations/On-call rotation#Overview]]', '')}`,
    );
  });
  it('has links in the vault’s own format, and wikilinks in its properties', async () => {
    const notes = notesOf(
      await plan({
        format: { path: 'shortest', markdown: true },
        texts: { ...handbook, 'Ops/Day 2 Operations.md': page('Maintenance').replace('true', 'false') },
      }),
    );
    expect(notes['Ops/Day 2 Operations.md']).toContain('\n- [On-call rotation](On-call%20rotation.md)\n');
    expect(notes['Ops/Day 2 Operations/On-call rotation.md']).toContain('phase: "[[Day 2 Operations]]"');
    expect(notes['Ops/Day 2 Operations/On-call rotation.md']).toContain(
      '![Day 2 Operations](Day%202%20Operations.md#Maintenance%20Phase)',
    );
    const relative = notesOf(await plan({ format: { path: 'relative', markdown: false } }));
    expect(relative['Ops/Day 2 Operations.md']).toContain(
      '\n- [[Day 2 Operations/On-call rotation|On-call rotation]]\n',
    );
    expect(relative['Ops/Day 2 Operations/On-call rotation.md']).toContain('phase: "[[../Day 2 Operations]]"');
  });
  it('has links in its properties that lead to the very note, whatever else has its name', async () => {
    const made = async (more: Record<string, string>, owner: string): Promise<string> =>
      Object.values(
        notesOf(await plan({ owner, format: { path: 'shortest', markdown: true }, texts: { ...handbook, ...more } })),
      )[0] ?? '';
    expect(await made({ 'Roles/On-call 1.0.md': '', 'Roles/On-call 1.0': '' }, 'Roles/On-call 1.0.md')).toContain(
      'owner: "[[Roles/On-call 1.0.md]]"',
    );
    expect(await made({ 'SRE.md': '' }, 'Roles/SRE.md')).toContain('owner: "[[Roles/SRE]]"');
  });
  it('goes where the phase’s others are', async () => {
    const others = {
      ...handbook,
      'Ops/Runbooks/A.md': note('---', 'phase: Day 2', '---', '#todo'),
      'Ops/Runbooks/B.md': note('---', 'phase: Day 2', '---', '#todo'),
    };
    expect(Object.keys(notesOf(await plan({ texts: others })))).toContain('Ops/Runbooks/On-call rotation.md');
    expect(Object.keys(notesOf(await plan({ texts: others, phase: 'day-0' })))).toContain(
      'Ops/Day 0 Operations/On-call rotation.md',
    );
  });
  it('of no single phase goes beside the overview page, which stays as it is', async () => {
    const notes = notesOf(await plan({ phase: null }));
    expect(Object.keys(notes)).toEqual(['Ops/On-call rotation.md']);
    expect(notes['Ops/On-call rotation.md']).toBe(note('#todo', '', '# Overview', '|', '', '# How we do it', ''));
  });
  it('is published as its phase page is, unless wanted otherwise', async () => {
    const made = async (wanted: Wanted): Promise<string | undefined> =>
      /dg-publish: .*/.exec(Object.values(notesOf(await plan(wanted)))[0] ?? '')?.[0];
    const unsaid = { ...handbook, 'Ops/Day 2 Operations.md': page('Maintenance').replace('dg-publish: true', 'x: 1') };
    expect(await made({})).toBe('dg-publish: true');
    expect(await made({ publish: false })).toBe('dg-publish: false');
    for (const [said, is] of Object.entries({ yes: true, '1': true, '"false"': false, 'no # yet': true, '0': false })) {
      const texts = {
        ...handbook,
        'Ops/Day 2 Operations.md': page('Maintenance').replace('dg-publish: true', `dg-publish: ${said}`),
      };
      expect(await made({ texts }), said).toBe(`dg-publish: ${is}`);
    }
    expect(await made({ texts: unsaid })).toBeUndefined();
    expect(await made({ texts: unsaid, publish: false })).toBeUndefined();
    expect(await made({ texts: unsaid, publish: true })).toBe('dg-publish: true');
  });
  it('gets a permalink of its own only where the phase page has one, and never that page’s', async () => {
    const permalinked = (key: string): Wanted => ({
      texts: {
        ...handbook,
        'Ops/Day 2 Operations.md': page('Maintenance').replace('dg-publish: true', `dg-publish: true\n${key}: /x/`),
      },
    });
    expect(Object.values(notesOf(await plan(permalinked('permalink')))).join('')).not.toContain('day-2');
    expect(Object.values(notesOf(await plan(permalinked('dg-permalink'))))[0]).toContain(
      '\ndg-permalink: "/ops/day-2-operations/on-call-rotation/"\n---\n',
    );
    const made = async (template: string): Promise<string> => {
      const { texts } = permalinked('dg-permalink');
      return (
        Object.values(notesOf(await plan({ texts: { ...texts, 'Templates/Own.md': template }, template: 'Own' })))[0] ??
        ''
      );
    };
    expect(await made('# A\n')).toBe('---\ndg-permalink: "/ops/day-2-operations/on-call-rotation/"\n---\n\n# A\n');
    expect(await made('---\n{"a":1}\n---\nx')).toBe(
      '---\na: 1\ndg-permalink: "/ops/day-2-operations/on-call-rotation/"\n---\nx',
    );
    expect(await made('---\ndg-permalink: /mine/\n---\nx')).toBe('---\ndg-permalink: /mine/\n---\nx');
  });
});

describe('a phase page without a section for its phase', () => {
  const texts = { ...handbook, 'Ops/Day 2 Operations.md': page('Maintenance').replace('## Maintenance Phase', '') };
  it('is quoted by its Overview, with a warning when that brings its todo along', async () => {
    const drafted = await plan({ texts });
    expect(Object.values(notesOf(drafted))[0]).toContain('![[Ops/Day 2 Operations#Overview]]');
    expect(planOf(drafted).remarks).toEqual([
      'Day 2 Operations has no heading “Maintenance Phase”: its overview is transcluded instead',
      'What is transcluded of Day 2 Operations brings its #todo along',
    ]);
  });
});

describe('a template of one’s own', () => {
  const own = (text: string): Wanted => ({ texts: { ...handbook, 'Templates/Runbook.md': text }, template: 'Runbook' });
  it('is chosen by its name or path, and reports what it does not know', async () => {
    const drafted = await plan(
      own('# {{title}} of {{phase}} ({{purpose}})\n{{date:YYYY}} {{nonsense}}\n{{phase-link}}'),
    );
    expect(Object.values(notesOf(drafted))[0]).toBe(
      '# On-call rotation of Day 2 (Maintenance)\n<YYYY> {{nonsense}}\n[[Ops/Day 2 Operations|Day 2]]',
    );
    expect(planOf(drafted).remarks).toEqual(['The template’s {{nonsense}} is no placeholder and stays as it is']);
    expect(notesOf(await plan({ ...own('x'), template: 'Templates/Runbook.md' }))).toHaveProperty(
      ['Ops/Day 2 Operations/On-call rotation.md'],
      'x',
    );
    expect(refusalOf(await plan({ ...own('x'), template: 'Runbok' }))).toBe(
      'template: There is no template “Runbok”; did you mean “Runbook”?',
    );
  });
  it('that transcludes where the site breaks is told so, if the note is published', async () => {
    const told = async (text: string): Promise<readonly string[]> =>
      planOf(await plan(own(text))).remarks.filter((one) => !one.endsWith('will be on the published site.'));
    for (const line of [
      '> {{phase-summary}}',
      '- {{phase-summary}}',
      'See {{phase-summary}}.',
      '| {{phase-summary}} |',
      '- a\n  {{phase-summary}}',
    ])
      expect(await told(`---\ndg-publish: {{publish}}\n---\n${line}\n`), line).toEqual([
        'The template’s {{phase-summary}} breaks when the note is published, unless it stands on a line of its own outside bullets, quotes and tables',
      ]);
    expect(await told('---\ndg-publish: {{publish}}\n---\n{{phase-summary}}\n')).toEqual([]);
    expect(await told('- {{phase-summary}}\n')).toEqual([]);
  });
  it('takes the built-in one’s place when it has its name', async () => {
    expect(
      Object.values(
        notesOf(await plan({ texts: { ...handbook, 'Templates/Responsibility Note.md': 'Ours {{title}}' } })),
      )[0],
    ).toBe('Ours On-call rotation');
  });
  it('that is empty still makes a note with a body', async () => {
    expect(Object.values(notesOf(await plan(own(''))))[0]).toBe('# On-call rotation\n');
  });
  it('is refused when its transclusion would show itself', async () => {
    const cyclic = own('# Overview\n{{phase-overview}}\n');
    expect(refusalOf(await plan({ ...cyclic, reference: 'transclusion' }))).toBe(
      'template: The template “Runbook” would make the note show itself: Day 2 Operations › Overview shows On-call rotation › Overview. Leave that transclusion out of it, or add a bullet instead.',
    );
    expect(refusalOf(await plan(cyclic))).toBe('no refusal');
    expect(
      refusalOf(await plan({ ...own('# Overview\n\n# Phase\n{{phase-overview}}\n'), reference: 'transclusion' })),
    ).toBe('no refusal');
    expect(refusalOf(await plan(own('![[{{title}}]]')))).toContain('would make the note show itself: On-call rotation');
    expect(refusalOf(await plan(own('# A\n![[Runbook#A]]')))).toBe(
      'template: The template “Runbook” shows itself, placeholders and all. Leave that transclusion out of it.',
    );
  });
  it('is refused when it would put the note into another phase', async () => {
    expect(refusalOf(await plan(own('---\nphase: Day 0\n---\nx')))).toBe(
      'template: By its template “Runbook” the note would belong to Day 0, not to Day 2.',
    );
  });
  it('for Templater is marked, run or not', async () => {
    expect(planOf(await plan(own('<% tp.date.now() %>'))).remarks).toEqual([
      'Templater is not on: what stands between <% and %> is not run',
    ]);
    expect(planOf(await plan({ ...own('<% x %>'), drafting: { runsTemplater: true } })).remarks[0]).toContain(
      'is run by Templater',
    );
  });
  it.each([
    '<%*\nawait tp.file.rename("Rota")\n-%>\n',
    '<%* const a = "%"; _%>\n\n<% await tp.file.move("/Rota") -%>\r\n',
    '<%_* a %>',
  ])('may begin with %j: the properties behind it are the note’s', async (commands) => {
    const text = (properties: string): string => `${commands}---\n${properties}---\n# {{title}}\n{{cursor}}`;
    const wish = { ...own(text('phase: {{phase-link}}\ndg-publish: true\n')), owner: 'Roles/SRE.md' };
    const on = planOf(await plan({ ...wish, drafting: { runsTemplater: true } }));
    const eol = commands.includes('\r') ? '\r\n' : '\n';
    expect(on.creates[0]?.text.replaceAll(eol, '\n')).toBe(
      `${commands}---\nphase: "[[Ops/Day 2 Operations]]"\ndg-publish: true\nowner: "[[Roles/SRE]]"\n---\n# On-call rotation\n`.replaceAll(
        '\r',
        '',
      ),
    );
    expect(publicRemarks(on, new PlanningTextVault(handbook))).toContain(
      'On-call rotation will be on the published site.',
    );
    expect(refusalOf(await plan({ ...own(text('phase: Day 0\n')), drafting: { runsTemplater: true } }))).toContain(
      'the note would belong to Day 0, not to Day 2',
    );
    const off = planOf(await plan(wish));
    expect(off.creates[0]?.text).toMatch(/^---\r?\nowner/);
  });
  it.each(['<% 1 + 1 %>\n', '<%* a %>\n', 'Text <%* a -%>\n', '<%* a -%>\n# '])(
    'that begins with %j has no properties behind it',
    async (head) => {
      const text = `${head}---\nphase: Day 0\n---\n`;
      const planned = planOf(await plan({ ...own(text), drafting: { runsTemplater: true } }));
      expect(planned.creates[0]?.text).toBe(text);
    },
  );
});

describe('what cannot be made', () => {
  it('is told beside its field', async () => {
    expect(refusalOf(await plan({ title: 'CI/CD' }))).toBe(
      'title: A title cannot hold /, because the file is named after it and links would break. “CI - CD” would do.',
    );
    expect(refusalOf(await plan({ title: ' ' }))).toBe('title: Give the note a title.');
    expect(refusalOf(await plan({ title: 'A <% x %>' }))).toBe('title: “<%” would be run by Templater. Leave it out.');
    expect(refusalOf(await plan({ phase: 'day-1' }))).toBe(
      'phase: Day 1 has no page yet. Make one with “New phase page…”, or choose it in the settings.',
    );
    const two = { 'A/Day 2 Operations.md': page('Maintenance'), 'B/Day 2 Operations.md': page('Maintenance') };
    expect(refusalOf(await plan({ texts: two }))).toBe(
      'phase: A/Day 2 Operations.md and B/Day 2 Operations.md could each be the page of Day 2: choose one in the settings first.',
    );
    const overviews = { ...handbook, 'Ops/Another Overview.md': handbook['Ops/Operations Overview.md'] };
    expect(refusalOf(await plan({ phase: null, texts: overviews }))).toContain(
      'phase: Ops/Another Overview.md and Ops/Operations Overview.md could each be the overview page',
    );
    expect(refusalOf(await plan({ phase: null, texts: {} }))).toContain('phase: There is no overview page yet');
  });
  it('is a note that is there, whatever the case of its letters', async () => {
    const taken = { ...handbook, 'Ops/Day 2 Operations/on-call Rotation.md': '' };
    expect(refusalOf(await plan({ texts: taken }))).toBe(
      'title: Ops/Day 2 Operations/on-call Rotation.md is there already. Open it, or give another title.',
    );
  });
  it('is a note in a folder that is a file', async () => {
    expect(refusalOf(await plan({ texts: { ...handbook, 'Ops/Day 2 Operations': '' } }))).toBe(
      'phase: Ops/Day 2 Operations is a file, so no notes can be made in it. Rename it, or choose another folder.',
    );
  });
  it('is a bullet on a page that has no place for it', async () => {
    expect(refusalOf(await plan({ texts: { ...handbook, 'Ops/Day 2 Operations.md': '# Overview' } }))).toContain(
      'phase: Day 2 Operations has no heading “Responsibilities”',
    );
  });
});

describe('a name that another note has', () => {
  it('is told', async () => {
    expect(planOf(await plan({ texts: { ...handbook, 'Old/On-call rotation.md': '' } })).remarks).toEqual([
      'Old/On-call rotation.md has the same name: links by the name alone may lead to either',
    ]);
  });
});

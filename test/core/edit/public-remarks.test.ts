// What a plan would bring onto the published site is said before it is written.
import { describe, expect, it } from 'vitest';
import { planExtract } from '../../../src/core/draft/extract/plan-extract';
import { planTemplateCopy } from '../../../src/core/draft/plan-template-copy';
import { planTodo } from '../../../src/core/edit/actions/plan-several';
import { setTodo } from '../../../src/core/edit/actions/set-todo';
import { makePlan, type EditPlan, type Planned } from '../../../src/core/edit/edit-plan';
import { planMark } from '../../../src/core/edit/mark/plan-mark';
import { planHeadingUpdate } from '../../../src/core/edit/plan-heading-update';
import { planInsertion } from '../../../src/core/edit/plan-insertion';
import type { Planning } from '../../../src/core/edit/planning';
import { isRefusal } from '../../../src/core/text/refusal';
import { planMove } from '../../../src/core/edit/move/plan-move';
import { publicRemarks } from '../../../src/core/edit/public-remarks';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { planSuggestion } from '../../../src/core/suggest/plan-suggestion';
import { draftIn } from '../draft/drafting';
import type { PlanningTextVault } from './planning-text-vault';
import { planningOf } from './act';

const PUBLIC = '---\ndg-publish: true\n---\n';
const page = (front: string, purpose: string, bullets = ''): string =>
  `${front}# Overview\n## ${purpose} Phase\n## Responsibilities\n${bullets}`;
const PAGE = 'Ops/Day 1 Operations.md';
const TEXTS = {
  'Ops/Day 0 Operations.md': page('', 'Planning', '- Plan the secret launch #todo\n- Show ![[Secret]] #todo\n'),
  [PAGE]: page(PUBLIC, 'Deployment', '- Deploy #todo\n'),
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
  'Secret.md': 'secret\n',
  'Roles/SRE.md': '',
};

async function move(
  line: number,
  texts: Readonly<Record<string, string>> = TEXTS,
  owner?: string,
): Promise<readonly string[]> {
  const { planning, vault } = planningOf(texts);
  const todo = todoAtLine(planning.index, 'Ops/Day 0 Operations.md', line);
  const planned = isRefusal(todo)
    ? todo
    : await planMove(planning, [todo], { column: 'Day 1', withText: false, owner });
  if (isRefusal(planned)) throw new Error(planned.refusal);
  return publicRemarks(planned, vault);
}

describe('before it is written, it is said', () => {
  it('when words of an unpublished note come onto a published one', async () => {
    expect(await move(4)).toEqual([
      'Words of Day 0 Operations, which is not published, will be on the site in Day 1 Operations.',
    ]);
    expect(
      await move(4, { ...TEXTS, 'Ops/Day 0 Operations.md': PUBLIC + TEXTS['Ops/Day 0 Operations.md'] }).catch(() => []),
    ).toEqual([]);
  });
  it.each(['Go', 'Key', '42', '秘密', '`rm`', 'Ask [[Old]] then', 'Ask[^1] then', 'Ask [them](Secret.md) then'])(
    'when those words are few, or their links and labels become others: %s',
    async (words) => {
      const page = TEXTS['Ops/Day 0 Operations.md'];
      const [line = ''] = /^.*#todo.*$/m.exec(page) ?? [];
      const texts = { ...TEXTS, 'Ops/Day 0 Operations.md': `${page.replace(line, `- ${words} #todo`)}\n[^1]: x\n` };
      const at = page.slice(0, page.indexOf(line)).split('\n').length;
      expect((await move(at, texts)).join('\n')).toContain('Words of Day 0 Operations');
    },
  );
  it.each([
    ['yes', true],
    ['&a true', true],
    ['!!str true', true],
    ['true\r\nx: a\r\n  b', true],
    ['.nan', false],
    ['true\nx: y: z', false],
    ['true\ntags: [a', false],
  ])('as Obsidian reads the page’s property: `dg-publish: %s` %s', async (value, isTold) => {
    const texts = { ...TEXTS, [PAGE]: page(`---\ndg-publish: ${value}\n---\n`, 'Deployment', '- Deploy #todo\n') };
    expect((await move(4, texts)).length > 0).toBe(isTold);
  });
  it.each([
    ['', 'Roles/SRE.md'],
    [' ([[Roles/SRE|SRE]])', ''],
    [' ([[Roles/SRE|SRE]]) 📅 2026-12-01', 'Roles/Lead.md'],
  ])('when they get another owner on their way: “%s” then %s', async (written, owner) => {
    const day0 = TEXTS['Ops/Day 0 Operations.md'].replace('launch', `launch${written}`);
    expect(await move(4, { ...TEXTS, 'Ops/Day 0 Operations.md': day0, 'Roles/Lead.md': '' }, owner)).toContain(
      'Words of Day 0 Operations, which is not published, will be on the site in Day 1 Operations.',
    );
  });
  it('when a published note gets a definition that leads to an unpublished one', async () => {
    const { vault } = planningOf(TEXTS);
    const before = `${PUBLIC}[x][r]\n`;
    const change = {
      path: 'Page.md',
      before,
      edits: [{ start: before.length, end: before.length, insert: '\n[r]: Secret.md\n', guards: [] }],
    };
    expect(publicRemarks(makePlan({ done: '', changes: [change] }), vault)).toEqual([
      'Page, which is published, will link to Secret, which is not.',
    ]);
  });
  it.each([
    '<a href="Secret.md">x</a>',
    "Ask <a class=y href='./Secret.md#A'>x</a>",
    '<div>\n<a href=Secret.md>x</a>\n</div>',
    '<a href="Secret.md?a=1">',
  ])('when a published note gets HTML that leads to an unpublished one: %s', (insert) => {
    const { vault } = planningOf(TEXTS);
    const edits = [{ start: PUBLIC.length, end: PUBLIC.length, insert, guards: [] }];
    expect(publicRemarks(makePlan({ done: '', changes: [{ path: 'Page.md', before: PUBLIC, edits }] }), vault)).toEqual(
      ['Page, which is published, will link to Secret, which is not.'],
    );
  });
  const becoming = (text: string): string[] => {
    const { vault } = planningOf(TEXTS);
    const edits = [{ start: 0, end: PUBLIC.length, insert: text, guards: [] }];
    return publicRemarks(makePlan({ done: '', changes: [{ path: 'Page.md', before: PUBLIC, edits }] }), vault);
  };
  it.each(['`![[Secret]]`', '```\n![[Secret#A|x]]\n```', '$![[Secret]]$', '<!-- ![[Secret]] -->', '\\![[Secret]]'])(
    'when a published note gets what the site takes for a transclusion: %s',
    (text) => {
      expect(becoming(PUBLIC + text)).toContain(
        'Page, which is published, will show the text of Secret, which is not.',
      );
    },
  );
  it.each(['see: "[[Secret]]"', 'see:\n  - "[[Secret#A|x]]"'])(
    'when a property of a published note leads to an unpublished one: %s',
    (line) => {
      expect(becoming(`---\ndg-publish: true\n${line}\n---\n`)).toEqual([
        'Page, which is published, will link to Secret, which is not.',
      ]);
    },
  );
  it.each(['%% ![[Secret]] %%', '%%\n![[Secret]]\n%%', '`! [[Secret]]`', '`[[Secret]]`'])(
    'but not of what the site leaves out, or takes for none: %s',
    (text) => {
      expect(becoming(PUBLIC + text)).toEqual([]);
    },
  );
  it.each(['`<a href="Secret.md">`', '<a href="https://x.org/Secret.md">', '<a href="/Secret.md">', '<a href="#A">'])(
    'but not of HTML that leads to no note: %s',
    (insert) => {
      const { vault } = planningOf(TEXTS);
      const edits = [{ start: PUBLIC.length, end: PUBLIC.length, insert, guards: [] }];
      expect(
        publicRemarks(makePlan({ done: '', changes: [{ path: 'Page.md', before: PUBLIC, edits }] }), vault),
      ).toEqual([]);
    },
  );
  it('but not of an image in a bullet, nor of a Markdown embed, which the publisher leaves alone', async () => {
    const { vault } = planningOf({ ...TEXTS, 'pic.png': '' });
    const change = {
      path: 'Page.md',
      before: PUBLIC,
      edits: [{ start: PUBLIC.length, end: PUBLIC.length, insert: '- ![[pic.png]]\n- ![](Page.md)\n', guards: [] }],
    };
    expect(publicRemarks(makePlan({ done: '', changes: [change] }), vault)).toEqual([]);
  });
  it('when an unpublished note is shown by a published one, and when the publisher breaks that in a bullet', async () => {
    const remarks = await move(5);
    expect(remarks).toContain('Day 1 Operations, which is published, will show the text of Secret, which is not.');
    expect(remarks).toContain(
      'The publisher breaks an embed in a bullet, as in Day 1 Operations: put it on a line of its own.',
    );
  });
  it('when a published note gets a link to an unpublished one', async () => {
    const { planning, vault } = planningOf(TEXTS);
    const todo = todoAtLine(planning.index, 'Ops/Day 1 Operations.md', 7);
    const planned = isRefusal(todo) ? todo : await planTodo(planning, todo, setTodo({ owner: 'Roles/SRE.md' }));
    expect(publicRemarks(planned as EditPlan, vault)).toEqual([
      'Day 1 Operations, which is published, will link to SRE, which is not.',
    ]);
  });
  it('when a note becomes published', async () => {
    const { vault } = planningOf(TEXTS);
    const turned = await planExtract(draftIn(vault), {
      path: 'Ops/Day 1 Operations.md',
      lines: [6],
      titles: ['Deploying'],
      leave: 'sentence',
      template: null,
    });
    expect(publicRemarks(turned as EditPlan, vault)).toEqual(['Deploying will be on the published site.']);
    const before = 'secret\n';
    expect(
      publicRemarks(
        makePlan({
          done: '',
          changes: [{ path: 'Secret.md', before, edits: [{ start: 0, end: 0, insert: PUBLIC, guards: [] }] }],
        }),
        vault,
      ),
    ).toEqual(['Secret will be on the published site.']);
  });
  it.each<[string, (planning: Planning, vault: PlanningTextVault) => Promise<Planned | null> | Planned, string[]]>([
    [
      'a transclusion is inserted',
      ({ vault }) =>
        planInsertion({ source: PAGE, offset: PUBLIC.length, target: 'Secret.md', place: { kind: 'note' } }, vault),
      ['Day 1 Operations, which is published, will show the text of Secret, which is not.'],
    ],
    [
      'links follow a heading that was retyped',
      async (planning) => {
        const note = await planning.vault.read('Ops/Day 0 Operations.md');
        return note && planHeadingUpdate(note, [{ index: 1, was: 'Old' }], planning.vault);
      },
      [],
    ],
    ['a section is marked', (planning) => planMark(planning, PAGE, 30), []],
    [
      'an owner is typed behind a tag',
      (planning) => {
        const text = `${TEXTS[PAGE]}- x #todo sre\n`;
        const tag = text.lastIndexOf('#todo');
        const typed = { start: tag + 5, end: text.length - 1 };
        return planSuggestion(planning, { path: PAGE, text, tag, typed }, { owner: 'Roles/SRE.md' });
      },
      ['Day 1 Operations, which is published, will link to SRE, which is not.'],
    ],
    [
      'a template is copied that publishes what is made of it',
      (_planning, vault) => planTemplateCopy(draftIn(vault), 'responsibility'),
      ['Responsibility note will be on the published site.'],
    ],
  ])('when %s, what of it is public', async (_what, plan, remarks) => {
    const { planning, vault } = planningOf({ ...TEXTS, [PAGE]: `${TEXTS[PAGE]}- [[Day 0 Operations#Old]]\n` });
    const planned = await plan(planning, vault);
    if (!planned || isRefusal(planned)) throw new Error(planned?.refusal ?? 'There is no plan.');
    expect(publicRemarks(planned, vault)).toEqual(remarks);
  });
  it('when a block id would glue the line below to its own', () => {
    const { vault } = planningOf(TEXTS);
    const before = TEXTS['Ops/Day 1 Operations.md'];
    const change = {
      path: 'Ops/Day 1 Operations.md',
      before,
      edits: [{ start: before.length, end: before.length, insert: '- a ^one\n- b\n', guards: [] }],
    };
    expect(publicRemarks(makePlan({ done: '', changes: [change] }), vault)).toEqual([
      'The publisher glues the line below Day 1 Operations’s block id ^one to its own, where that is transcluded.',
    ]);
  });
  it('but nothing that the site told before', async () => {
    const { vault } = planningOf(TEXTS);
    const before = `${PUBLIC}[[SRE]] ![[Secret]]\n\nPlan the secret launch\n`;
    const change = {
      path: 'Page.md',
      before,
      edits: [{ start: before.length, end: before.length, insert: '\n[[Roles/SRE|who]]\n\n![[Secret]]\n', guards: [] }],
    };
    expect(publicRemarks(makePlan({ done: '', changes: [change] }), vault)).toEqual([]);
    expect(
      await move(4, {
        ...TEXTS,
        'Ops/Day 1 Operations.md': `${TEXTS['Ops/Day 1 Operations.md']}- Plan the secret launch\n`,
      }),
    ).toEqual([]);
  });
  it('where a link that is there is led elsewhere', () => {
    const { vault } = planningOf(TEXTS);
    const before = `${PUBLIC}[[Page]]\n`;
    const change = { path: 'Page.md', before, edits: [{ start: 27, end: 31, insert: 'Secret', guards: [] }] };
    expect(publicRemarks(makePlan({ done: '', changes: [change] }), vault)).toEqual([
      'Page, which is published, will link to Secret, which is not.',
    ]);
  });
  it('and nothing where no note of the plan is published', () => {
    const { vault } = planningOf(TEXTS);
    expect(
      publicRemarks(
        makePlan({
          done: '',
          changes: [
            {
              path: 'Secret.md',
              before: 'secret\n',
              edits: [{ start: 0, end: 0, insert: '[[SRE]] ^x\n\n', guards: [] }],
            },
          ],
        }),
        vault,
      ),
    ).toEqual([]);
  });
});

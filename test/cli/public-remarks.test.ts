// What any handler would bring onto the published site is in its answer, and in that of a dry run.
import { expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';

const PUBLIC = '---\ndg-publish: true\n---\n';
const page = (front: string, purpose: string, bullets: string): string =>
  `${front}# Overview\n## ${purpose} Phase\nWords.\n\n## Responsibilities\n${bullets}`;
const copy = `\n<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/ops/secret/" aria-label="Open link"><svg></svg></a><div class="markdown-embed">\n\n\n\nThe secret launch\n\n</div></div>\n`;
const FILES = {
  'Ops/Day 0 Operations.md': page('', 'Planning', '- Plan the secret launch #todo\n'),
  'Ops/Day 1 Operations.md': page(PUBLIC, 'Deployment', '- Deploy #todo\n- ![[Secret]]\n- Watch\n'),
  'Ops/Operations Overview.md': `${PUBLIC}# [[Day 0 Operations]]\n\n# [[Day 1 Operations]]\n`,
  'Ops/Secret.md': '---\npermalink: /ops/secret/\n---\nThe secret launch\n',
  'Ops/Secret plan.md': '# Plan\n',
  'Frozen.md': `${PUBLIC}before\n${copy}\nafter\n`,
  'Broken.md': `${PUBLIC}![[Secret plan#Plam]]\n`,
  'Lists.md': `${PUBLIC}# A\n#todo\n- one\n# B\n%% #todo %%\n\n![[Else/Secret plan]]\n`,
  'Roles/SRE.md': '',
};
const DAY_1 = 'Ops/Day 1 Operations.md';
const LINKS = 'Day 1 Operations, which is published, will link to SRE, which is not.';

it.each([
  ['set', { path: DAY_1, line: '9', owner: 'SRE' }, LINKS],
  ['add', { phase: 'day-1', text: 'Ask [[SRE]]' }, LINKS],
  [
    'move',
    { path: 'Ops/Day 0 Operations.md', line: '6', to: 'Day 1' },
    'Words of Day 0 Operations, which is not published, will be on the site in Day 1 Operations.',
  ],
  ['turn-into-note', { path: DAY_1, line: '9' }, 'Deploy will be on the published site.'],
  ['new-responsibility', { title: 'Watch', phase: 'day-1' }, 'Watch will be on the published site.'],
  ['new-phase', { name: 'Day 2', purpose: 'Maintenance' }, 'Day 2 Operations will be on the published site.'],
  ['restore', { path: 'Frozen' }, 'Frozen, which is published, will show the text of Secret, which is not.'],
  ['turn-into-note', { path: DAY_1, line: '9', leave: 'transclusion' }, 'Deploy will be on the published site.'],
  ['split', { path: 'Lists.md', line: '5', bullets: '1', owners: 'SRE' }, LINKS.replace('Day 1 Operations', 'Lists')],
  [
    'check',
    { rule: 'missing-note', fix: 'true', scope: 'vault' },
    'Lists, which is published, will show the text of Secret plan, which is not.',
  ],
  ['complete', { path: DAY_1, line: '9' }, null],
] as const)('%s %j: %s', async (action, flags, remark) => {
  const answers: string[] = [];
  for (const more of [{ 'dry-run': 'true' }, {}]) {
    const host = await openWithPlugin({ files: FILES });
    answers.push(
      await host
        .cli(`operations-lifecycle:${action}`, { ...flags, ...more })
        .catch((error: unknown) => `refused: ${(error as Error).message}`),
    );
  }
  const told = answers.map((answer) => answer.split('\n').filter((line) => /published|on the site/.test(line)));
  expect(answers.filter((answer) => answer.startsWith('refused'))).toEqual([]);
  expect(told).toEqual(remark === null ? [[], []] : [[`# ${remark}`], [remark]]);
});

it('set-up: the pages that templates of the user’s own publish', async () => {
  const files = {
    '.obsidian/templates.json': '{"folder":"Templates"}',
    'Templates/Overview page.md': `${PUBLIC}# {{title}}\n`,
    'Templates/Phase page.md': '# Overview\n## {{purpose}} Phase\n## Responsibilities\n',
  };
  for (const more of [{ 'dry-run': 'true' }, {}]) {
    const host = await openWithPlugin({ files });
    const answer = await host.cli('operations-lifecycle:set-up', { folder: 'Ops', ...more });
    const told = answer.split('\n').filter((line) => /published|on the site/.test(line));
    const pages = 'Day 0 Operations, Day 1 Operations, Day 2 Operations, which are not.';
    expect(told.map((line) => line.replace('# ', ''))).toEqual([
      'Operations Overview will be on the published site.',
      `Operations Overview, which is published, will link to ${pages}`,
      `Operations Overview, which is published, will show the text of ${pages}`,
    ]);
  }
});

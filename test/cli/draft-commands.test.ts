// The handlers that make notes, on the built plugin: the whole plan for a dry run, else the paths made and changed; and Templater's part.
import { describe, expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';
import type { Host } from '../host/open-host';

const page = (purpose: string): string =>
  `---\ndg-publish: true\n---\n# Overview\n## ${purpose} Phase\nIn a sentence.\n## Responsibilities\n- Roll back, when it fails. #todo\n- Tell support\n#todo\n`;
const OVERVIEW = 'Ops/Operations Overview.md';
const FILES = {
  'Ops/Day 0 Operations.md': page('Planning'),
  'Ops/Day 1 Operations.md': page('Deployment'),
  'Ops/Day 2 Operations.md': page('Maintenance'),
  [OVERVIEW]: [0, 1, 2]
    .map((day) => `## [[Day ${day} Operations|Day ${day}]]\n\n![[Day ${day} Operations#Overview]]\n`)
    .join('\n'),
  'Roles/SRE.md': '',
  'Templates/Runbook.md': '# {{title}}\n<% 1 + 1 %>\n',
  '.obsidian/templates.json': '{"folder": "Templates"}',
};

async function texts({ app }: Host): Promise<Record<string, string>> {
  const files = app.vault.getMarkdownFiles();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.path, await app.vault.read(file)] as const)),
  );
}

interface Answer {
  readonly dry: string;
  readonly wet: string;
  /** The notes that are there afterwards and were not before, or have another text. */
  readonly written: Readonly<Record<string, string>>;
}

/** Runs a handler dry, when nothing may be written, and then really. */
async function run(
  action: string,
  flags: Record<string, string>,
  files: Record<string, string> = FILES,
): Promise<Answer> {
  const host = await openWithPlugin({ files });
  const call = (more: Record<string, string>): Promise<string> =>
    host
      .cli(`operations-lifecycle:${action}`, { ...flags, ...more })
      .catch((error: unknown) => `✗ ${(error as Error).message}`);
  const before = await texts(host);
  const dry = await call({ 'dry-run': 'true' });
  expect(await texts(host)).toEqual(before);
  const wet = await call({});
  const written = Object.fromEntries(Object.entries(await texts(host)).filter(([path, text]) => before[path] !== text));
  return { dry, wet, written };
}

/** The lines that a diff adds, by note. */
function added(diff: string): Record<string, string[]> {
  const notes: Record<string, string[]> = {};
  let lines: string[] = [];
  for (const line of diff.split('\n')) {
    const path = /^\+\+\+ b\/([^\t]*)/.exec(line)?.[1];
    if (path !== undefined) notes[path] = lines = [];
    else if (line.startsWith('+')) lines.push(line.slice(1));
  }
  return notes;
}

describe('new-responsibility', () => {
  it('makes the note and its bullet, as the dry run said', async () => {
    const { dry, wet, written } = await run('new-responsibility', {
      title: 'On-call',
      phase: 'Maintenance',
      owner: 'sre',
      due: '2026-12-01',
    });
    expect(wet).toBe(
      'Created On-call and linked it from Day 2 Operations.\n  made     Ops/Day 2 Operations/On-call.md\n  changed  Ops/Day 2 Operations.md\nOn-call will be on the published site.\nOn-call, which is published, will link to SRE, which is not.',
    );
    expect(added(dry)['Ops/Day 2 Operations.md']).toEqual(['- [[On-call]]']);
    expect(added(dry)['Ops/Day 2 Operations/On-call.md']).toEqual(
      written['Ops/Day 2 Operations/On-call.md']?.replace(/\n$/, '').split('\n'),
    );
    expect(written['Ops/Day 2 Operations/On-call.md']).toContain('owner: "[[SRE]]"\ndue: 2026-12-01\n');
  });
  it('transcludes it instead, with transclude', async () => {
    const { written } = await run('new-responsibility', { title: 'On-call', phase: 'Day 2', transclude: 'true' });
    expect(written['Ops/Day 2 Operations.md']).toBe(
      `${page('Maintenance')}\n### [[On-call]]\n\n![[On-call#Overview]]\n`,
    );
  });
  it('says what will not do, and what is allowed', async () => {
    const refused = async (flags: Record<string, string>): Promise<string> =>
      (await run('new-responsibility', { title: 'T', phase: 'Day 2', ...flags })).wet;
    expect(await refused({ phase: 'Day 9' })).toBe(
      '✗ There is no phase “Day 9”. Allowed: Day 0, Day 1, Day 2, Cross-phase.',
    );
    expect(await refused({ owner: 'SRR' })).toBe('✗ There is no role note “SRR”; did you mean “SRE”?');
    expect(await refused({ due: '2026-02-30' })).toBe('✗ “2026-02-30” is no date. Write it as 2026-12-01.');
    expect(await refused({ template: 'Runbok' })).toBe('✗ There is no template “Runbok”; did you mean “Runbook”?');
    for (const title of [
      'a/b',
      'a\\b',
      'a:b',
      'a*b',
      'a?b',
      'a"b',
      'a<b',
      'a>b',
      'a|b',
      'a#b',
      'a^b',
      'a[b',
      'a]b',
      'x'.repeat(300),
      ' ',
      'x.',
      'CON',
    ])
      expect(await refused({ title }), title).toMatch(/^✗ /);
  });
});

describe('turn-into-note', () => {
  it('leaves the sentence, a link, or a heading with a transclusion', async () => {
    const turned = async (leave: string): Promise<string | undefined> => {
      const { dry, wet, written } = await run('turn-into-note', {
        path: 'Ops/Day 1 Operations',
        line: '8',
        title: 'Rollback',
        ...(leave === '' ? {} : { leave }),
      });
      expect(wet).toBe(
        'Turned “Rollback” into a note.\n  made     Ops/Day 1 Operations/Rollback.md\n  changed  Ops/Day 1 Operations.md\nRollback will be on the published site.',
      );
      expect(Object.keys(added(dry))).toEqual(Object.keys(written).sort().reverse());
      return written['Ops/Day 1 Operations.md'];
    };
    const whole = page('Deployment');
    const [bullet] = /- Roll.*\n/.exec(whole) ?? [''];
    expect(await turned('')).toBe(whole.replace(bullet, '- [[Rollback|Roll back, when it fails.]]\n'));
    expect(await turned('link')).toBe(whole.replace(bullet, '- [[Rollback]]\n'));
    expect(await turned('transclusion')).toBe(
      `${whole.replace(bullet, '')}\n### [[Rollback]]\n\n![[Rollback#Overview]]\n`,
    );
  });
  it('takes several lines, each with the title that its words propose', async () => {
    const { written } = await run('turn-into-note', { path: 'Ops/Day 1 Operations.md', line: '8, 9' });
    expect(Object.keys(written).sort()).toEqual([
      'Ops/Day 1 Operations.md',
      'Ops/Day 1 Operations/Roll back.md',
      'Ops/Day 1 Operations/Tell support.md',
    ]);
  });
  it('says what will not do', async () => {
    const refused = async (flags: Record<string, string>): Promise<string> =>
      (await run('turn-into-note', { path: 'Ops/Day 1 Operations.md', line: '8', ...flags })).wet;
    expect(await refused({ line: 'x' })).toBe('✗ line=x is no line: expected a number from 1 on.');
    expect(await refused({ line: '99' })).toBe('✗ Day 1 Operations has no line 99.');
    expect(await refused({ leave: 'nothing' })).toBe(
      '✗ "nothing" is no value for leave. Allowed: sentence, transclusion, link.',
    );
    expect(await refused({ line: '8,9', title: 'One' })).toBe('✗ title= names one note, but several lines were given.');
    expect(await refused({ path: 'Nowhere' })).toBe('✗ There is no note Nowhere.md.');
  });
});

describe('new-phase', () => {
  it('makes page, column and place on the overview, once', async () => {
    const { dry, wet } = await run('new-phase', { name: 'Day 3', purpose: 'Decommissioning' });
    expect(wet).toBe(
      `Created Day 3 Operations.\n  made     Ops/Day 3 Operations.md\n  changed  ${OVERVIEW}\nDay 3 Operations will be on the published site.`,
    );
    expect(added(dry)[OVERVIEW]?.filter((line) => line !== '')).toEqual([
      '## [[Day 3 Operations|Day 3]]',
      '![[Day 3 Operations#Overview]]',
    ]);
    expect(added(dry)['data.json']).toContain('      "title": "Decommissioning",');
    const host = await openWithPlugin({ files: FILES });
    const make = (): Promise<string> =>
      host.cli('operations-lifecycle:new-phase', { name: 'Day 3', purpose: 'Decommissioning' });
    await make();
    await host.settled();
    expect(await host.cli('operations-lifecycle:phases')).toContain('Day 3 · Decommissioning');
    await expect(make()).rejects.toThrow('Day 3 has a page already: Ops/Day 3 Operations.md.');
  });
});

describe('set-up', () => {
  it('makes the first pages, with examples or without', async () => {
    const bare = await run('set-up', { folder: 'Ops' }, {});
    expect(bare.wet).toBe(
      'Created 4 notes in Ops.\n  made     Ops/Day 0 Operations.md\n  made     Ops/Day 1 Operations.md\n  made     Ops/Day 2 Operations.md\n  made     Ops/Operations Overview.md',
    );
    expect(bare.written['Ops/Day 0 Operations.md']).toMatch(/## Responsibilities\n#todo\n$/);
    expect((await run('set-up', { folder: '/', examples: 'true' }, {})).written['Day 0 Operations.md']).toMatch(
      /## Responsibilities\n(?:- .*\n){3}#todo\n$/,
    );
  });
  it('says what will not do', async () => {
    expect((await run('set-up', { folder: 'Ops' })).wet).toContain('✗ Operations Overview is there already');
    expect((await run('set-up', { folder: 'A.md' }, { 'A.md': '' })).wet).toBe(
      '✗ A.md is a file, so no notes can be made in it. Rename it, or choose another folder.',
    );
  });
});

describe('with Templater', () => {
  it('a note is made whole in one step, and then its commands are run, once', async () => {
    const host = await openWithPlugin({ files: FILES });
    const steps: string[] = [];
    const { vault } = host.app;
    const overwrite = async (file: { path: string }): Promise<void> => {
      steps.push(`run ${file.path}`);
      await vault.adapter.write(file.path, '# Steps\n2\n');
    };
    Object.defineProperty(host.app, 'plugins', {
      value: { plugins: { 'templater-obsidian': { templater: { overwrite_file_commands: overwrite } } } },
      configurable: true,
    });
    vault.on('create', ({ path }) => {
      if (path.endsWith('.md')) void vault.adapter.read(path).then((text) => steps.push(`make ${path}: ${text}`));
    });
    const answer = await host.cli('operations-lifecycle:new-responsibility', {
      title: 'Steps',
      phase: 'Day 2',
      template: 'Runbook',
    });
    await host.settled();
    expect(answer).toContain('What stands between <% and %> is run by Templater when the note is made');
    expect(steps.filter((step) => step.includes('Steps.md'))).toEqual([
      'make Ops/Day 2 Operations/Steps.md: # Steps\n<% 1 + 1 %>\n',
      'run Ops/Day 2 Operations/Steps.md',
    ]);
    expect(await vault.adapter.read('Ops/Day 2 Operations/Steps.md')).toBe('# Steps\n2\n');
    await expect(
      host.cli('operations-lifecycle:new-responsibility', { title: 'A <% x %>', phase: 'Day 2' }),
    ).rejects.toThrow('“<%” would be run by Templater. Leave it out.');
  });
  it('the line ends of the template stay, before and behind what is run, and nested blanks with them', async () => {
    const files = { ...FILES, 'Templates/Runbook.md': '# {{title}}\r\n\r\n<% 1 + 1 %>\r\n- {{owner-link}}\r\n' };
    const host = await openWithPlugin({ files });
    const { vault } = host.app;
    const seen: string[] = [];
    const overwrite = async (file: { path: string }): Promise<void> => {
      const text = await vault.adapter.read(file.path);
      seen.push(text);
      await vault.adapter.write(file.path, text.replace('<% 1 + 1 %>', '2'));
    };
    Object.assign(host.app, {
      plugins: { plugins: { 'templater-obsidian': { templater: { overwrite_file_commands: overwrite } } } },
    });
    const wish = { title: 'Steps', phase: 'Day 2', template: 'Runbook', owner: 'SRE', due: '2027-01-01' };
    await host.cli('operations-lifecycle:new-responsibility', wish);
    await host.settled();
    const made = await vault.adapter.read('Ops/Day 2 Operations/Steps.md');
    for (const text of [...seen, made]) expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect([seen.length, made]).toEqual([1, expect.stringContaining('# Steps\r\n\r\n2\r\n- [[SRE]]\r\n')]);
  });
  it('off, the commands stay in the note, and that is told', async () => {
    const { wet, written } = await run('new-responsibility', { title: 'Steps', phase: 'Day 2', template: 'Runbook' });
    expect(wet).toContain('Templater is not on: what stands between <% and %> is not run');
    expect(written['Ops/Day 2 Operations/Steps.md']).toBe('# Steps\n<% 1 + 1 %>\n');
  });
});

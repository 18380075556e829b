// `operations-lifecycle:check` over a vault whose offending lines end in the rule's id (test/fixtures/check-vault).
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FindingRecord } from '../../src/cli/check-command';
import { RULES } from '../../src/core/check/rules/rules';
import { FIXTURES, openWithPlugin } from '../built-plugin';
import { readMarks } from '../core/check/check-vault';
import type { Host } from '../host/open-host';

const FOLDER = join(FIXTURES, 'check-vault');

function readVault(): { files: Record<string, string>; expected: string[] } {
  const files: Record<string, string> = {};
  const expected: string[] = [];
  for (const entry of readdirSync(FOLDER, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = relative(FOLDER, join(entry.parentPath, entry.name));
    const { text, expected: marks } = readMarks(readFileSync(join(FOLDER, path), 'utf8'));
    files[path] = text;
    expected.push(...marks.map((mark) => `${path}:${mark}`));
  }
  return { files, expected: expected.sort() };
}

const { files, expected } = readVault();
const open = (): Promise<Host> => openWithPlugin({ files });

const PAGE = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n',
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n![[Day 0 Operations#Overview]]\n',
};

async function check(host: Host, flags: Record<string, string> = {}): Promise<FindingRecord[]> {
  return JSON.parse(await host.cli('operations-lifecycle:check', { format: 'json', ...flags })) as FindingRecord[];
}
const textOf = (host: Host, path: string): Promise<string> => host.app.vault.adapter.read(path);
const lines = (found: readonly FindingRecord[]): string[] =>
  found.map(({ path, line, rule }) => `${path}:${line} ${rule}`).sort();
const errorOf = (answer: Promise<string>): Promise<string> =>
  answer.then(
    () => 'none',
    (error: unknown) => (error as Error).message,
  );

describe('the check of a whole vault', () => {
  it('finds exactly the marked lines, and every rule has one', async () => {
    expect(lines(await check(await open(), { scope: 'vault' }))).toEqual(expected);
    expect([...new Set(expected.map((line) => line.split(' ').at(-1)))].sort()).toEqual(
      RULES.map(({ id }) => id).sort(),
    );
  });
  it('says of each where it stands, what links there, and whether it can be mended', async () => {
    const found = await check(await open(), { rule: 'missing-heading,flattened-copy' });
    expect(found).toEqual([
      {
        rule: 'flattened-copy',
        severity: 'warning',
        path: 'Guides/Copies.md',
        line: 3,
        column: 1,
        link: '/guides/deployments/#steps',
        message: expect.stringContaining('`![[Guides/Deployments#Steps]]`') as string,
        fixable: expect.any(Boolean) as boolean,
      },
      {
        rule: 'missing-heading',
        severity: 'error',
        path: 'Ops/Ops Overview.md',
        line: 11,
        column: 1,
        link: 'Ops/Day 1 Operations#Overveiw',
        message:
          'Day 1 Operations has no heading `Overveiw`; did you mean `Overview`? The site will show the whole note.',
        fixable: true,
      },
    ]);
  });
});

describe('what is checked', () => {
  it('are the operations pages and what they reach, unless the whole vault is wanted', async () => {
    const host = await open();
    const far = (found: readonly FindingRecord[]): boolean => found.some(({ path }) => path === 'Far.md');
    expect(far(await check(host))).toBe(false);
    expect(far(await check(host, { scope: 'vault' }))).toBe(true);
    expect(far(await check(host, { path: 'Far.md' }))).toBe(true);
  });
  it('can be one folder, one rule, or what matters to the site', async () => {
    const host = await open();
    expect(new Set((await check(host, { path: 'Guides/' })).map(({ path }) => path.split('/')[0]))).toEqual(
      new Set(['Guides']),
    );
    expect(lines(await check(host, { rule: 'phase-level' }))).toEqual(['Ops/Ops Overview.md:13 phase-level']);
    const site = await check(host, { published: 'true', scope: 'vault' });
    expect(site.map(({ rule }) => rule)).toContain('leaked-note');
    expect(lines(site).filter((line) => /Private|Circles|phase-|ambiguous/.test(line))).toEqual([]);
  });
  it('names what is allowed', async () => {
    const host = await open();
    expect(await errorOf(host.cli('operations-lifecycle:check', { rule: 'missing' }))).toMatch(
      /^There is no rule "missing"\. Allowed: missing-note, /,
    );
    expect(await errorOf(host.cli('operations-lifecycle:check', { path: 'Nowhere' }))).toBe(
      'There is no note or folder "Nowhere". Give its path from the vault\'s root.',
    );
    expect(await errorOf(host.cli('operations-lifecycle:check', { 'dry-run': 'true' }))).toMatch(
      /^dry-run goes with fix/,
    );
  });
  it('is the whole vault where there are no operations pages', async () => {
    const host = await openWithPlugin({ files: { 'A.md': '![[Gone]]' } });
    expect(lines(await check(host))).toEqual(['A.md:1 missing-note']);
  });
});

describe('a published canvas', () => {
  const card = (text: string): string =>
    `{"nodes":[{"id":"1","type":"text","text":"${text}"}],"metadata":{"frontmatter":{"dg-publish":true}}}`;
  it('is checked whatever is asked, and again when it changes, moves, comes or goes', async () => {
    const host = await openWithPlugin({ files: { ...PAGE, 'x/P.md': 'private', 'x/B.canvas': card('![[P]]') } });
    const found = async (flags?: Record<string, string>): Promise<string[]> =>
      lines(await check(host, flags)).filter((line) => line.includes('canvas'));
    for (const flags of [{}, { published: 'true' }, { scope: 'vault' }, { path: 'x/B.canvas' }, { path: 'x' }])
      expect(await found(flags)).toEqual(['x/B.canvas:1 leaked-note']);
    const { vault, fileManager } = host.app;
    const file = vault.getFileByPath('x/B.canvas');
    if (!file) throw new Error('There is no canvas.');
    await vault.modify(file, card('[[P]]'));
    expect(await found()).toEqual([]);
    await vault.modify(file, card('`![[P]]`'));
    expect(await found()).toEqual(['x/B.canvas:1 leaked-note']);
    await fileManager.renameFile(file, 'C.canvas');
    expect(await found()).toEqual(['C.canvas:1 leaked-note']);
    await fileManager.trashFile(file);
    expect(await found()).toEqual([]);
    await vault.create('D.canvas', card('![[P]]'));
    expect(await found()).toEqual(['D.canvas:1 leaked-note']);
  });
});

describe('what is ignored', () => {
  const SETTINGS = '.obsidian/plugins/operations-lifecycle/data.json';
  it('by the settings is neither told, nor mended, nor a failure', async () => {
    const ignoredFindings = [{ rule: 'missing-note', path: 'A.md', subject: 'Gone', reason: 'comes next week' }];
    const host = await openWithPlugin({
      files: {
        [SETTINGS]: JSON.stringify({ ignoredFindings }),
        'A.md': '![[Gone]]\n\n![[Nowhere]]\n',
        'B.md': '![[Gone]]\n',
      },
    });
    expect(lines(await check(host))).toEqual(['A.md:3 missing-note', 'B.md:1 missing-note']);
    expect(await errorOf(host.cli('operations-lifecycle:check', { fail: 'true', path: 'B.md' }))).toContain(
      'B.md:1:1 missing-note',
    );
    // A line further down it is the same finding.
    for (const [path, text] of [
      ['A.md', '\n![[Gone]]\n'],
      ['B.md', ''],
    ] as const) {
      const file = host.app.vault.getFileByPath(path);
      if (file) await host.app.vault.modify(file, text);
    }
    await host.settled();
    expect(await errorOf(host.cli('operations-lifecycle:check', { fail: 'true' }))).toBe('none');
  });
});

describe('the report', () => {
  it('is a line for each finding and a summary', async () => {
    const answer = await (await open()).cli('operations-lifecycle:check', { path: 'Guides/Places.md' });
    expect(answer.split('\n')[0]).toBe(
      'Guides/Places.md:6:1 missing-note There is no note `Wrong/Deployments`; did you mean `Guides/Deployments`?',
    );
    expect(answer.split('\n').at(-1)).toBe('2 errors, 3 warnings in 1 note; fix takes care of 2.');
    expect(await (await openWithPlugin({ files: { 'A.md': '' } })).cli('operations-lifecycle:check')).toBe(
      'Nothing found.',
    );
  });
  it('is thrown when it holds an error and fail is given', async () => {
    const host = await open();
    const thrown = await errorOf(host.cli('operations-lifecycle:check', { fail: 'true', path: 'Guides/Places.md' }));
    expect(thrown).toBe(await host.cli('operations-lifecycle:check', { path: 'Guides/Places.md' }));
    expect(await errorOf(host.cli('operations-lifecycle:check', { fail: 'true', rule: 'phase-level' }))).toBe('none');
  });
});

describe('mending', () => {
  it('says when there is nothing to mend, or nothing that can be', async () => {
    expect(
      await (await openWithPlugin({ files: { 'A.md': '' } })).cli('operations-lifecycle:check', { fix: 'true' }),
    ).toBe('There is nothing to fix.\n\nNothing found.');
    const answer = await (
      await openWithPlugin({ files: { 'A.md': '![[Gone]]' } })
    ).cli('operations-lifecycle:check', { fix: 'true' });
    expect(answer.split('\n')[0]).toBe('Nothing of this can be fixed safely.');
  });
  it('shows beforehand what it would write', async () => {
    const host = await open();
    const diff = await host.cli('operations-lifecycle:check', {
      fix: 'true',
      'dry-run': 'true',
      rule: 'missing-heading',
    });
    expect(diff).toContain('-![[Ops/Day 1 Operations#Overveiw]]\n+![[Ops/Day 1 Operations#Overview]]');
    expect(await textOf(host, 'Ops/Ops Overview.md')).toBe(files['Ops/Ops Overview.md']);
  });
  it('leaves nothing of what it can mend, and every other byte', async () => {
    const host = await open();
    const before = await check(host, { scope: 'vault' });
    const fixable = before.filter((one) => one.fixable);
    expect(fixable.length).toBeGreaterThan(4);
    await host.cli('operations-lifecycle:check', { fix: 'true', scope: 'vault' });
    const after = await check(host, { scope: 'vault' });
    expect(after.filter((one) => one.fixable)).toEqual([]);
    const untouched = new Set(fixable.map(({ path, line }) => `${path}:${line}`));
    for (const [path, text] of Object.entries(files)) {
      const now = (await textOf(host, path)).split('\n');
      if (
        fixable.some(
          (one) =>
            one.path === path && ['flattened-copy', 'stale-copy', 'phase-level', 'orphan-phase'].includes(one.rule),
        )
      )
        continue;
      text.split('\n').forEach((line, at) => {
        if (!untouched.has(`${path}:${at + 1}`)) expect(now[at]).toBe(line);
      });
    }
    expect(await textOf(host, 'Ops/Day 1 Operations.md')).toContain('\r\n![[Guides/Deployments#Steps]]\r\n');
  });
});

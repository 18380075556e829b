// The right link on the command line: printed, never written, or the reason why there is none.
import { describe, expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';
import type { HostOptions } from '../host/host-options';

const FILES = {
  'Ops/Day 0 Operations.md':
    '# Overview\n## Planning Phase\n## Planning Phase\ntext ^one\n# Twice\n## Planning Phase\n',
  'Ops/Overview.md': '---\ndg-publish: true\n---\n',
  'Roles/Overview.md': '',
  'Roles/Über uns.md': '',
};

async function link(flags: Record<string, string>, settings: HostOptions['settings'] = {}): Promise<string> {
  const host = await openWithPlugin({ files: { ...FILES, '.obsidian/app.json': JSON.stringify(settings) } });
  const given = { source: 'Roles/Overview.md', target: 'Ops/Day 0 Operations.md', ...flags };
  return host.cli('operations-lifecycle:link', given).catch((error: unknown) => `✗ ${(error as Error).message}`);
}

describe('link', () => {
  it('prints a transclusion of the note, or of what is named of it', async () => {
    expect(await link({})).toBe('![[Day 0 Operations]]');
    expect(await link({ heading: 'Overview' })).toBe('![[Day 0 Operations#Overview]]');
    expect(await link({ block: 'One' })).toBe('![[Day 0 Operations#^one]]');
    expect(await link({ 'heading-line': '6' })).toBe('![[Day 0 Operations#Twice#Planning Phase]]');
    expect(await link({ heading: 'Planning Phase', 'heading-line': '2' })).toBe('![[Day 0 Operations#Planning Phase]]');
  });
  it('prints a link with embed=false, with the alias, for a table with table=true', async () => {
    expect(await link({ embed: 'false', alias: 'Day 0', heading: 'Overview' })).toBe(
      '[[Day 0 Operations#Overview|Day 0]]',
    );
    expect(await link({ embed: 'true', alias: 'Day 0', table: 'true' })).toBe('![[Day 0 Operations\\|Day 0]]');
  });
  it("keeps to the app's settings", async () => {
    expect(await link({ heading: 'Overview' }, { newLinkFormat: 'relative', useMarkdownLinks: true })).toBe(
      '![Day 0 Operations](../Ops/Day%200%20Operations.md#Overview)',
    );
    expect(await link({ target: 'Ops/Overview' }, { newLinkFormat: 'relative' })).toBe('![[../Ops/Overview]]');
    expect(
      await link({ heading: 'Overview', alias: 'see [1] `now`', embed: 'false' }, { useMarkdownLinks: true }),
    ).toBe('[see \\[1\\] \\`now\\`](Day%200%20Operations.md#Overview)');
  });
  it('takes a path in the letters of any disk', async () => {
    expect(await link({ target: 'Roles/Über uns'.normalize('NFD') })).toBe('![[Über uns]]');
  });
  it('keeps to what the publisher can do in a published note', async () => {
    expect(await link({ source: 'Ops/Overview', heading: 'Overview' }, { useMarkdownLinks: true })).toBe(
      '![[Day 0 Operations#Overview]]',
    );
    expect(await link({ source: 'Ops/Overview', 'heading-line': '6' })).toMatch(
      /^✗ A link cannot reach `Planning Phase` on line 6/,
    );
  });
  it('says what is wrong, and what may have been meant', async () => {
    expect(await link({ heading: 'Overveiw' })).toBe(
      '✗ Ops/Day 0 Operations.md has no heading `Overveiw`; did you mean `Overview`?',
    );
    expect(await link({ heading: 'Planning Phase' })).toBe(
      '✗ Ops/Day 0 Operations.md has 3 headings `Planning Phase`, on lines 2, 3, 6. Say which with heading-line=.',
    );
    expect(await link({ 'heading-line': '3' })).toBe(
      '✗ A link cannot reach `Planning Phase` on line 3 of Day 0 Operations: it leads to `Planning Phase` on line 2. Rename one of the two headings.',
    );
    expect(await link({ 'heading-line': '4' })).toBe('✗ Line 4 of Ops/Day 0 Operations.md is no heading.');
    expect(await link({ 'heading-line': 'x' })).toBe('✗ "x" is no line. Give heading-line= a number from 1 on.');
    expect(await link({ target: 'Ops/Day 0 Operation' })).toBe(
      '✗ There is no note `Ops/Day 0 Operation`; did you mean `Ops/Day 0 Operations.md`?',
    );
    expect(await link({ block: 'two' })).toBe('✗ Day 0 Operations has no block `two`.');
    expect(await link({ block: 'one', heading: 'Overview' })).toBe(
      '✗ A link leads to a heading or to a block. Give heading= or block=, not both.',
    );
    expect(await link({ embed: 'no' })).toBe('✗ "no" is no value for embed. Allowed: true, false.');
  });
  it('never writes: a link that needs an id is told, not printed', async () => {
    const host = await openWithPlugin({ files: FILES });
    const flags = {
      source: 'Roles/Overview.md',
      target: 'Ops/Day 0 Operations.md',
      'heading-line': '3',
      embed: 'false',
    };
    await expect(host.cli('operations-lifecycle:link', flags)).rejects.toThrow(
      /^Only a block id could lead there, and there is none yet\. Write `\^b\w{5}` at the end of line 3 of Ops\/Day 0 Operations\.md; then the link is \[\[Day 0 Operations#\^b\w{5}\]\]$/,
    );
    expect(await host.app.vault.adapter.read('Ops/Day 0 Operations.md')).toBe(FILES['Ops/Day 0 Operations.md']);
  });
});

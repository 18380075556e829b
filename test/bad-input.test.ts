// One bad note never stops the others. The built plugin over folders that hold what nobody should have written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWithPlugin, todoLines } from './built-plugin';
import { temporaryFolder } from './host/testing/temporary-vault';

const GOOD = { 'Good.md': '# Fine\n#todo\n' };
const GOOD_LINE = 'Good.md:2 Fine -> Elsewhere none';

function write(folder: string, path: string, data: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), data);
}

async function linesIn(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const dir = temporaryFolder(GOOD);
  for (const [path, data] of Object.entries(files)) write(dir, path, data);
  const host = await openWithPlugin({ dir, watch: false });
  const lines = await todoLines(host);
  expect(await host.cli('operations-lifecycle')).toContain('Operations: ');
  expect(lines).toContain(GOOD_LINE);
  return lines.filter((line) => line !== GOOD_LINE);
}

describe('notes that are hard to read', () => {
  it('with frontmatter that does not parse still have their body', async () => {
    expect(await linesIn({ 'A.md': '---\ntags: [todo\n  : x: {\n---\n# A\n#todo\n' })).toEqual([
      'A.md:6 A -> Elsewhere none',
    ]);
  });
  it('of bytes that are no text hold nothing, and do no harm', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_one, at) => (at * 7919 + (at >> 3)) % 256);
    expect(await linesIn({ 'Binary.md': bytes })).toEqual([]);
  });
  it('of five megabytes are read like others', async () => {
    // In long lines: the host's own parser takes its time for each block.
    const paragraph = `${'A line of text that says little but goes on, as such lines do in logs. '.repeat(50)}\n\n`;
    const big = `${paragraph.repeat(1500)}# End\n#todo\n`;
    expect(big.length).toBeGreaterThan(5_000_000);
    expect(await linesIn({ 'Big.md': big })).toEqual(['Big.md:3002 End -> Elsewhere none']);
  }, 60_000);
  it('with an unclosed fence have no todos in it', async () => {
    expect(await linesIn({ 'A.md': '# A\n#todo\n```\n# B\n#todo\n' })).toEqual(['A.md:2 A -> Elsewhere none']);
  });
  it('with CRLF, with CR alone and with a byte order mark have their todos', async () => {
    const lines = await linesIn({
      'crlf.md': '# A\r\n- b\r\n#todo\r\n',
      'bom.md': '\uFEFF# A\n#todo\n',
      'cr.md': '# A\r#todo\r',
    });
    expect(lines).toContain('crlf.md:3 A -> Elsewhere none');
    expect(lines).toContain('bom.md:2 A -> Elsewhere none');
    expect(lines.filter((line) => line.startsWith('cr.md'))).toHaveLength(1);
  });
  it('with headings that are only a link, empty, or of every script have a title', async () => {
    const text = '# [[Other]]\n#todo\n\n#\n#todo\n\n## שלום\n#todo\n\n# 👩‍🚀 e\u0301\n#todo\n';
    expect(await linesIn({ 'A.md': text })).toEqual([
      'A.md:2 Other -> Elsewhere none',
      'A.md:5 A -> Elsewhere none',
      'A.md:8 שלום -> Elsewhere none',
      'A.md:11 👩‍🚀 e\u0301 -> Elsewhere none',
    ]);
  });
});

describe('names that are hard to link', () => {
  it('do no harm', async () => {
    const names = [
      'C# notes',
      'x^y',
      'a [b] c',
      'He said "hi"',
      'trailing...',
      '%%x%%',
      'a|b',
      "it's",
      '#todo',
      'Day 1 Operations (conflict)',
    ];
    const files = Object.fromEntries(names.map((name) => [`odd/${name}.md`, '#todo']));
    expect(await linesIn(files)).toHaveLength(names.length);
  });
});

describe('a vault that moves while it is read', () => {
  it('by a folder renamed during the first index ends up whole', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_one, at) => [`old/N${at}.md`, '#todo']));
    const host = await openWithPlugin({ files });
    const folder = host.app.vault.getFolderByPath('old');
    if (!folder) throw new Error('no folder');
    await host.app.vault.rename(folder, 'new');
    const lines = await todoLines(host);
    expect(lines).toHaveLength(300);
    expect(lines.every((line) => line.startsWith('new/'))).toBe(true);
    expect(host.errors).toEqual([]);
  });
  it('by notes deleted during the first index ends up without them', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_one, at) => [`N${at}.md`, '#todo']));
    const host = await openWithPlugin({ files });
    const doomed = host.app.vault.getMarkdownFiles().slice(0, 150);
    await Promise.all(doomed.map((file) => host.app.vault.delete(file)));
    expect(await todoLines(host)).toHaveLength(150);
    expect(await host.cli('operations-lifecycle')).not.toContain('Not read');
  });
});

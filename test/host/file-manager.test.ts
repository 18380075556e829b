// What the file manager does to notes: links after a move, frontmatter, the trash, the place of a new note.
import { describe, expect, it } from 'vitest';
import { openReadyHost } from './testing/open-test-host';
import type { AppSettings } from './vault/app-config';

async function openFiles(files: Record<string, string>, settings: Partial<AppSettings> = {}) {
  const host = await openReadyHost({ files, settings });
  const { vault, fileManager } = host.app;
  const file = (path: string) => {
    const found = vault.getFileByPath(path);
    if (!found) throw new Error(`There is no ${path}.`);
    return found;
  };
  return { host, vault, fileManager, file, text: (path: string) => vault.read(file(path)) };
}

describe('renaming with links', () => {
  it('rewrites every form of a link, and keeps what is around it', async () => {
    const { fileManager, file, text } = await openFiles({
      'Ops/Day 0.md': '# Goals\n[[#Goals]]',
      'a.md':
        '---\nphase: "[[Day 0]]"\n---\n[[Day 0]] ![[Day 0#Goals]] [[day 0|Plan]] [x](Day%200.md#Goals)\n| [[Ops/Day 0\\|t]] |\n[[Other]]',
    });
    await fileManager.renameFile(file('Ops/Day 0.md'), 'Ops/Start.md');
    expect(await text('a.md')).toBe(
      '---\nphase: "[[Start]]"\n---\n[[Start]] ![[Start#Goals]] [[Start|Plan]] [x](Start.md#Goals)\n| [[Start\\|t]] |\n[[Other]]',
    );
    expect(await text('Ops/Start.md')).toBe('# Goals\n[[#Goals]]');
  });

  it('rewrites only links that no longer lead there', async () => {
    const { fileManager, file, text } = await openFiles({ 'Ops/N.md': '', 'a.md': '[[n]] [[Ops/N]] [[ops/n]]' });
    await fileManager.renameFile(file('Ops/N.md'), 'N.md');
    expect(await text('a.md')).toBe('[[n]] [[N]] [[N]]');
  });

  it('rewrites the relative links of a note that moves', async () => {
    const { vault, fileManager, file, text } = await openFiles(
      { 'Ops/a.md': '[[./b]] [[../c]]', 'Ops/b.md': '', 'c.md': '' },
      { newLinkFormat: 'relative' },
    );
    await vault.createFolder('Ops/Deep');
    await fileManager.renameFile(file('Ops/a.md'), 'Ops/Deep/a.md');
    expect(await text('Ops/Deep/a.md')).toBe('[[../b]] [[../../c]]');
  });

  it('rewrites the links to all notes of a folder', async () => {
    const { vault, fileManager, text } = await openFiles({
      'Ops/N.md': '[[Ops/M]]',
      'Ops/M.md': '',
      'x/N.md': '',
      'a.md': '[[Ops/N]]',
    });
    await fileManager.renameFile(vault.getFolderByPath('Ops')!, 'Work');
    expect(await text('a.md')).toBe('[[Work/N]]');
    expect(await text('Work/N.md')).toBe('[[M]]');
  });
});

describe('frontmatter', () => {
  const change = async (before: string, edit: (frontmatter: Record<string, unknown>) => void) => {
    const { fileManager, file, text } = await openFiles({ 'n.md': before });
    await fileManager.processFrontMatter(file('n.md'), edit);
    return text('n.md');
  };
  const setPhase = (frontmatter: Record<string, unknown>) => void (frontmatter.phase = 'Day 0');

  it.each([
    ['is added where there is none', 'body\n', '---\nphase: Day 0\n---\nbody\n'],
    ['is filled where it is empty', '---\n---\nbody\n', '---\nphase: Day 0\n---\nbody\n'],
    [
      'keeps its other keys and the body',
      '---\na: 1\nphase: x\n---\nbody\r\n---\n',
      '---\na: 1\nphase: Day 0\n---\nbody\r\n---\n',
    ],
    ['is written as block YAML, whatever it was', '---\n{"a":[1]}\n---\n', '---\na:\n  - 1\nphase: Day 0\n---\n'],
  ])('%s', async (_name, before, after) => {
    expect(await change(before, setPhase)).toBe(after);
  });

  it('goes with its last key, and is not made for nothing', async () => {
    expect(await change('---\na: 1\n---\nbody', (frontmatter) => delete frontmatter.a)).toBe('---\n---\nbody');
    expect(await change('body', () => undefined)).toBe('body');
  });

  it('that is broken is left as it is', async () => {
    const { fileManager, file, text } = await openFiles({ 'n.md': '---\na: [\n---\n' });
    await expect(fileManager.processFrontMatter(file('n.md'), setPhase)).rejects.toThrow();
    expect(await text('n.md')).toBe('---\na: [\n---\n');
  });
});

it.each([
  ['system', true],
  ['local', true],
  ['none', false],
] as const)('trashing follows the setting: %s', async (trashOption, isKept) => {
  const { vault, fileManager, file } = await openFiles({ 'a.md': 'x' }, { trashOption });
  await fileManager.trashFile(file('a.md'));
  expect(vault.getFileByPath('a.md')).toBeNull();
  expect(await vault.adapter.exists('.trash/a.md')).toBe(isKept);
});

it.each([
  ['root', '/'],
  ['current', 'Ops'],
  ['folder', 'New'],
] as const)('a new note goes where the setting says: %s', async (newFileLocation, path) => {
  const { fileManager } = await openFiles(
    { 'Ops/a.md': '', 'New/b.md': '' },
    { newFileLocation, newFileFolderPath: '/New/' },
  );
  expect(fileManager.getNewFileParent('Ops/a.md').path).toBe(path);
});

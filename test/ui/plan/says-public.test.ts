// What one chooses while typing says what it makes public before it is written. The built plugin in the host.
import { MarkdownView } from 'obsidian';
import { expect, it } from 'vitest';
import { openWithPlugin } from '../../built-plugin';
import type { Host } from '../../host/open-host';

const FILES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- one\n',
  'Ops/Day 1 Operations.md': '---\ndg-publish: true\n---\n# Overview\n## Responsibilities\n- two #todo\n',
  'Ops/Operations Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]\n',
  'Roles/SRE.md': '',
};

const shown = (): string => [...activeDocument.querySelectorAll('.modal')].at(-1)?.textContent ?? '';
const press = (text: string): void =>
  [...activeDocument.querySelectorAll<HTMLElement>('.modal button')].find((one) => one.textContent === text)?.click();

/** Types behind the todo of a note, and takes the first suggestion. */
async function type(host: Host, path: string, words: string): Promise<() => string> {
  const file = host.app.vault.getFileByPath(path);
  const leaf = host.app.workspace.getLeaf(false);
  if (file) await leaf.openFile(file);
  if (!(leaf.view instanceof MarkdownView)) throw new Error('The note is not open.');
  const { editor } = leaf.view;
  const line = editor.lastLine() - 1;
  editor.setLine(line, `- two #todo ${words}`);
  editor.setCursor({ line, ch: editor.getLine(line).length });
  await host.settled();
  activeDocument.querySelector<HTMLElement>('.suggestion-item')?.click();
  await host.settled();
  return () => editor.getLine(line);
}

it('an owner that the page would link to', async () => {
  const host = await openWithPlugin({ files: FILES });
  const line = await type(host, 'Ops/Day 1 Operations.md', 'sre');
  expect(shown()).toContain('Day 1 Operations, which is published, will link to SRE, which is not.');
  expect(line()).toBe('- two #todo sre');
  press('Cancel');
  await host.settled();
  expect(line()).toBe('- two #todo sre');
});

/** The settings as somebody opens them. */
async function openSettings(host: Host): Promise<void> {
  const { setting } = host.app as unknown as { setting: { open(): void; openTabById(id: string): unknown } };
  setting.open();
  setting.openTabById('operations-lifecycle');
  await host.settled();
}

it('“Make my own copy” of a template that publishes what is made of it', async () => {
  const host = await openWithPlugin({ files: { ...FILES, '.obsidian/templates.json': '{"folder":"Templates"}' } });
  await openSettings(host);
  const copy = async (): Promise<void> => {
    press('Make my own copy');
    await host.settled();
  };
  const path = 'Templates/Responsibility note.md';
  await copy();
  expect(shown()).toContain('Responsibility note will be on the published site.');
  expect(host.app.vault.getFileByPath(path)).toBeNull();
  press('Cancel');
  await host.settled();
  expect(host.app.vault.getFileByPath(path)).toBeNull();
  await copy();
  press('Apply');
  await host.settled();
  expect(host.app.vault.getFileByPath(path)?.path).toBe(path);
  expect(host.app.workspace.getActiveFile()?.path).toBe(path);
});

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

const shown = (): string => activeDocument.querySelector('.modal')?.textContent ?? '';
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

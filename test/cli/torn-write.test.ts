// A handler whose write fails half way hands out the text that could not be put back: nobody else has it.
import { expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';

const TEXT = '# A\n- one #todo\n- two\n';

it.each<[string, Record<string, string>]>([
  ['complete', { path: 'Note.md', line: '2' }],
  ['set', { path: 'Note.md', line: '2', state: 'blocked' }],
  ['hide', { path: 'Note.md', line: '2' }],
])('%s', async (action, flags) => {
  const host = await openWithPlugin({ files: { 'Note.md': TEXT } });
  const { vault } = host.app;
  const process = vault.process.bind(vault);
  vault.process = async (file, change) => {
    await process(file, (now) => (change(now), ''));
    throw new Error('The disk is full.');
  };
  await expect(host.cli(`operations-lifecycle:${action}`, flags)).rejects.toThrow(
    `The disk is full. Note may not hold its whole text now: copy what should be there, and look at the note.\nWhat should be in Note.md:\n${TEXT}`,
  );
});

it('says only what failed where the text could be put back', async () => {
  const host = await openWithPlugin({ files: { 'Note.md': TEXT } });
  const { vault } = host.app;
  const process = vault.process.bind(vault);
  let torn = false;
  vault.process = async (file, change) => {
    if (torn) return process(file, change);
    torn = true;
    await process(file, (now) => (change(now), ''));
    throw new Error('The disk is full.');
  };
  const failed = await host
    .cli('operations-lifecycle:complete', { path: 'Note.md', line: '2' })
    .catch((error: unknown) => (error as Error).message);
  expect(failed).toBe('The disk is full. Nothing was changed.');
  const file = vault.getFileByPath('Note.md');
  expect(file && (await vault.read(file))).toBe(TEXT);
});

// What `fail` does where: exit codes are the headless script's own; the app documents none, and shows an error as text.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';
import { registrationsOf } from '../host/app/registrations';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');

it('every handler that takes `fail` says in its help that the app’s command line has no exit codes', async () => {
  const host = await openWithPlugin({ files: { 'Ops/Day 0 Operations.md': '# Overview\n![[Gone]]\n' } });
  const help = [...registrationsOf(host.app).cliHandlers.values()].flatMap(({ id, flags }) =>
    flags?.fail ? [[id, flags.fail.description] as const] : [],
  );
  expect(help.map(([id]) => id).sort()).toEqual(['operations-lifecycle:check', 'operations-lifecycle:ready']);
  for (const [id, text] of help)
    expect(text, id).toContain('The app’s command line has no exit codes; without the app it is 1');
});

it('an error is all that the app gets of it, with the report as its text', async () => {
  const host = await openWithPlugin({ files: { 'Ops/Day 0 Operations.md': '# Overview\n![[Gone]]\n' } });
  const report = await host.cli('operations-lifecycle:check');
  expect(report).toContain('Gone');
  await expect(host.cli('operations-lifecycle:check', { fail: 'true' })).rejects.toThrow(report);
});

it('the README says whose the exit codes are, beside the commands that take `fail`', () => {
  expect(README).toMatch(
    /operations-lifecycle:check [^|]*(?:\\\|[^|]*)*fail` \| [^|]*with `fail` what is wrong is an error/,
  );
  expect(README).toContain(
    "These codes are this script's own: Obsidian's command line documents none, and shows a handler's error as text.",
  );
});

/** Run by `npm version`: the manifest gets the version that package.json has just got, and versions.json the app that it needs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Record<string, string>;
const write = (name: string, value: object): void =>
  writeFileSync(join(ROOT, name), `${JSON.stringify(value, null, 2)}\n`);

const { version = '' } = read('package.json');
const manifest = { ...read('manifest.json'), version };
write('manifest.json', manifest);
write('versions.json', { ...read('versions.json'), [version]: (manifest as Record<string, string>).minAppVersion });

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TextVault } from './text-vault';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

/** The demo vault's templates, and what its user excludes. */
const NOT_INDEXED = /^(?:Templates|Archive)\//;

/** A vault of the fixtures, without what is not indexed. */
export function fixtureVault(name: 'demo-vault' | 'published-vault'): TextVault {
  const folder = `${FIXTURES}/${name}`;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.md') && !NOT_INDEXED.test(path),
  );
  return new TextVault(
    Object.fromEntries(paths.sort().map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')])),
  );
}

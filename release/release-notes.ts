/** `npm run -s release-notes -- TAG`: prints what the changelog tells of a release; fails where its versions disagree. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { changesIn, readManifest, versionProblems } from './versions';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [tag] = process.argv.slice(2);
const problems = tag === undefined ? ['Which tag? npm run -s release-notes -- TAG'] : versionProblems(ROOT, tag);
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    `${changesIn(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), readManifest(ROOT).version) ?? ''}\n`,
  );
}

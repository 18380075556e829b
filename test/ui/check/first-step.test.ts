// What stands below a finding that cannot be fixed safely: what to do first, or why it is left to somebody. Each rule has words of its own, and none repeats
// what the message says.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { RULES } from '../../../src/core/check/rules/rules';
import { firstStep } from '../../../src/ui/check/first-step';
import { CheckedVault } from '../../core/check/check-vault';

const FOLDER = fileURLToPath(new URL('../../fixtures/check-vault', import.meta.url));

it.each(RULES.map(({ id }) => id))('%s has a first step of its own', (id) => {
  expect(firstStep(id)).toMatch(/^[a-z]+ \w[\w ,]+$/);
  expect(firstStep(id)).not.toBe(firstStep('no rule'));
});

it('repeats nothing that the message says', async () => {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const texts = paths.map((path) => {
    const text = readFileSync(`${FOLDER}/${path}`, 'utf8').replace(/[ \t]*(?:\{[a-z-]+\})+(?=\r?$)/gm, '');
    return [path, text] as const;
  });
  const findings = await new CheckedVault(Object.fromEntries(texts)).findings();
  expect(findings.length).toBeGreaterThan(20);
  const repeated = findings
    .filter(({ fix }) => fix === null)
    .map(({ rule, message }) => [message, firstStep(rule)] as const)
    .filter(([message, step]) => {
      const words = step.match(/\w{4,}/g) ?? [];
      return words.filter((word) => message.toLowerCase().includes(word)).length > words.length / 2;
    });
  expect(repeated).toEqual([]);
});

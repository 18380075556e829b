// What to do first about a finding that cannot be fixed safely: each rule says it in the words of somebody who does it.
import { expect, it } from 'vitest';
import { RULES } from '../../../src/core/check/rules/rules';
import { firstStep } from '../../../src/ui/check/first-step';

it.each(RULES.map(({ id }) => id))('%s has a first step of its own', (id) => {
  expect(firstStep(id)).toMatch(/^[a-z]+ \w[\w ,]+$/);
  expect(firstStep(id)).not.toBe(firstStep('no rule'));
});

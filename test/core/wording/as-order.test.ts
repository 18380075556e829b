// What was done, as a menu offers to undo it.
import { expect, it } from 'vitest';
import { asOrder } from '../../../src/core/wording/as-order';

it('a step is named by what one would ask for', () => {
  expect(asOrder('Moved Restore Test to Day 2')).toBe('Move Restore Test to Day 2');
  expect(asOrder('Hid 3 todos on the published site')).toBe('Hide 3 todos on the published site');
  expect(asOrder('Split Metrics')).toBe('Split Metrics');
  expect(asOrder('Day 0: 2 of 4 open')).toBe('“Day 0: 2 of 4 open”');
});

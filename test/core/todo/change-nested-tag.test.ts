// A todo tag that names another phase, or none: all else of it stays as it was written.
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { changeNestedTag } from '../../../src/core/todo/change-nested-tag';

const { phases } = DEFAULT_SETTINGS;
const named = (tag: string, name: string | null): string =>
  changeNestedTag(['#todo', '#open/work'], phases, tag, phases.find((one) => one.name === name) ?? null);

it.each([
  ['#todo', '#todo/day-1', '#todo'],
  ['#Todo/blocked', '#Todo/day-1/blocked', '#Todo/blocked'],
  ['#todo/day-0', '#todo/day-1', '#todo'],
  ['#todo/day-0/blocked/legal', '#todo/day-1/blocked/legal', '#todo/blocked/legal'],
  ['#todo/blocked/day-0', '#todo/blocked/day-1', '#todo/blocked'],
  ['#todo/day-9', '#todo/day-1', '#todo/day-9'],
  ['#todo/day-9/blocked', '#todo/day-1/blocked', '#todo/day-9/blocked'],
  ['#open/work/day-0', '#open/work/day-1', '#open/work'],
  ['#other', '#other/day-1', '#other'],
])('%s is %s for Day 1, and %s for none', (tag, ofDay1, ofNone) => {
  expect([named(tag, 'Day 1'), named(tag, null)]).toEqual([ofDay1, ofNone]);
});

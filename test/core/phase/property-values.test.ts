// What a property says: links and plain text, in whatever form YAML hands them over.
import { describe, expect, it } from 'vitest';
import { propertyValues } from '../../../src/core/phase/property-values';

describe('the values of a property', () => {
  it('a link is read in every form in which notes write it', () => {
    for (const value of [
      '[[A/Day 1]]',
      '[[ A/Day 1 ]]',
      '[x](A/Day%201 "Title")',
      '[[A/Day 1|one]]',
      '[x](A/Day%201)',
      '[x](<A/Day%201>)',
      '  [](A/Day%201)  ',
      [['A/Day 1']],
    ])
      expect(propertyValues(value), JSON.stringify(value)).toEqual([{ link: 'A/Day 1' }]);
  });

  it('a link may hold parentheses in pairs', () => expect(propertyValues('[x](a(b))')).toEqual([{ link: 'a(b)' }]));

  it('what is no link is text', () => {
    for (const value of ['Day 1', '[x](a b)', '[x](a(b)', '[x](https://a.b)', '[x](a', '[x](a%20("'])
      expect(propertyValues(value), value).toEqual([{ text: value }]);
  });

  it('a link that never ends is given up at once, however often it could have ended', () => {
    const endless = `[x](a${'%20'.repeat(50_000)}("`;
    expect(propertyValues(endless)).toEqual([{ text: endless }]);
  });
});

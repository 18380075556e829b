// What a reader sees of words: titles of cards, headings, bullets.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLines, plainText } from '../../../src/core/markdown/plain-text';
import { runs } from '../../property-runs';

describe('words are shown without their markup', () => {
  it.each<[string, string]>([
    ['a  b\tc', 'a b c'],
    ['a\r\nb', 'a b'],
    ['**a** *b* __c__ _d_ ~~e~~ ==f==', 'a b c d e f'],
    ['***a** b*', 'a b'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['`*a*` and ``b ` c``', '*a* and b ` c'],
    ['\\*a\\* \\#b', '*a* #b'],
    ['[[Note]] [[Note#A#B]] [[Note|shown]] ![[Note#A]]', 'Note Note > A > B shown Note > A'],
    ['[[A\\|b]]', 'b'],
    ['[a *b*](c.md "t") ![i|100](j.png)', 'a b i|100'],
    ['[![i](p.png)](d.md)', 'i'],
    ['[a](b%20(c).md)', 'a'],
    ['[ ] a [b] [c][d]', '[ ] a [b] [c][d]'],
    ['a %% b %% c', 'a c'],
    ['a %% b', 'a %% b'],
    ['a[^1] <b>c</b> <!-- d --> e', 'a c e'],
    ['a<br>b <b>c</b>d', 'a b cd'],
    ['<https://a.b/c> is up', 'https://a.b/c is up'],
    ['$a*b*c$ d', '$a*b*c$ d'],
    ['a #todo', 'a #todo'],
    ['a ^id', 'a'],
    ['^id', ''],
    ['# a', '# a'],
    ['- a', '- a'],
    ['> a', '> a'],
    ['```a', '```a'],
    ['a\n===', 'a ==='],
    ['| a | b |', '| a | b |'],
  ])('%j', (markdown, expected) => expect(plainText(markdown)).toBe(expected));

  it('and shown words are shown as they are, where nothing marks them up', () => {
    const word = fc.constantFrom(
      'a',
      'of the',
      '1. b',
      '- c',
      '# d',
      'e.g.',
      'f-g',
      '42 %',
      '(h)',
      'don’t',
      'R&D',
      '$5',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        fc.pre(words.filter((one) => one.includes('$')).length < 2);
        expect(plainText(words.join(' '))).toBe(words.join(' '));
      }),
      { numRuns: runs(300) },
    );
  });

  it('and where links alone mark them up as the parser reads them, which is not asked then', () => {
    const part = fc.constantFrom(
      '[[A]]',
      '[[A#B|c d]]',
      '[[',
      ']]',
      '[',
      ']',
      '|',
      '!',
      ' ',
      'a',
      '#t',
      '\\',
      '`',
      '*',
      '\n',
      '&amp;',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        expect(plainText(parts.join(''))).toBe(plainLines([parts.join('')])[0]);
      }),
      { numRuns: runs(20_000) },
    );
  });
});

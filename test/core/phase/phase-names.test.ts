// Whether a text is a phase's name, whatever it begins with: most texts are told apart by their first letter.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameKey, phaseNamed, phaseOfPageName } from '../../../src/core/phase/phase-names';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { runs } from '../../property-runs';

const [phase] = DEFAULT_SETTINGS.phases;
if (!phase) throw new Error('There is a phase.');

const LETTERS = [
  'd',
  'D',
  'e',
  'é',
  'e\u0301',
  'K',
  '\u212A',
  'k',
  'İ',
  '1',
  '0',
  ' ',
  '_',
  '-',
  'ß',
  '#',
  '\u0301',
  'ö',
  'o\u0308',
];
const name = fc.array(fc.constantFrom(...LETTERS), { maxLength: 4 }).map((letters) => letters.join(''));

it('a text is a phase’s name, or its page’s, when both have one key', () => {
  fc.assert(
    fc.property(name, name, (given, text) => {
      const phases = [{ ...phase, id: 'x', name: given, aliases: [] }];
      const isName = nameKey(text) !== '' && [nameKey(given), 'x'].includes(nameKey(text));
      expect(phaseNamed(phases, text) !== null).toBe(isName);
      const isPage = nameKey(given) !== '' && nameKey(text) === nameKey(given);
      expect(phaseOfPageName(phases, `${text} Operations`) !== null).toBe(isPage);
      expect(phaseOfPageName(phases, text) !== null).toBe(isPage);
    }),
    { numRuns: runs(2000) },
  );
});

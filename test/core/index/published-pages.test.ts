// Which note is published at an address: found by its letters, as if each were asked.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PublishedPages } from '../../../src/core/index/published-pages';
import { gardenAddress, isPublishedAt, normalizeAddress } from '../../../src/core/note/garden-slug';
import { runs } from '../../property-runs';

const PIECES = ['a', 'B', 'R&D', 'é', '1', '-', ' ', '/', '.', 'Zz', '(x)', 'ß'];
const path = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map((pieces) => `${pieces.join('')}.md`);

it('the note at an address is the first of those that would be published there', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 6 }), (paths) => {
      const vault = { notes: () => paths, metadata: () => null };
      const addresses = paths.flatMap((one) => [gardenAddress(one), normalizeAddress(one.replace(/\.md$/, ''))]);
      const pages = new PublishedPages(vault);
      pages.lookUp(addresses, () => false);
      for (const address of addresses)
        expect([address, pages.noteAt(address)]).toEqual([
          address,
          paths.filter((one) => isPublishedAt(one, address)).sort()[0] ?? null,
        ]);
    }),
    { numRuns: runs(500) },
  );
});

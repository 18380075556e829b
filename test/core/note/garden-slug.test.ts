// The Digital Garden's addresses: slugs as the publisher makes them, and which note is published where.
import { readFileSync } from 'node:fs';
import slugify from '@sindresorhus/slugify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardenAddress, gardenSlug, isPublishedAt, normalizeAddress } from '../../../src/core/note/garden-slug';
import { runs } from '../../property-runs';

describe('a slug', () => {
  it('is what the publisher makes, also on the short way for ASCII', () => {
    const words = fc.array(
      fc.constantFrom(
        'DevSecOps',
        'CI/CD',
        'R&D',
        'iOS',
        '17',
        'OAuth2Flow',
        "don't",
        ' ',
        '-',
        '_',
        '.',
        'ABCdef9',
        '#',
        '&',
        '\\',
        'x',
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((parts) => parts.join('')),
          fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
        ),
        (text) => {
          expect(gardenSlug(text)).toBe(slugify(text));
        },
      ),
      { numRuns: runs(400) },
    );
  });
  it('splits words where the publisher does', () => {
    expect(['DevSecOps Engineer', 'CI/CD', 'GitHub Actions', 'Über uns', '解決'].map(gardenSlug)).toEqual([
      'dev-sec-ops-engineer',
      'ci-cd',
      'git-hub-actions',
      'ueber-uns',
      '',
    ]);
  });
});

describe('the recorded slugs', () => {
  const { vectors } = JSON.parse(readFileSync(new URL('../../fixtures/vectors.json', import.meta.url), 'utf8')) as {
    vectors: { kind: string; input: string; expected: string }[];
  };
  it.each(vectors.filter(({ kind }) => kind === 'slug'))('$input', ({ input, expected }) =>
    expect(gardenSlug(input)).toBe(expected),
  );
});

describe('the note at an address', () => {
  it('is found by the same rule that makes the address', () => {
    const name = fc
      .array(fc.constantFrom('Day', '1', ' ', 'R&D', 'Über', 'Ops', '-', 'C#', 'éa', '手順', '/', 'x.y'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => `${parts.join('')}.md`);
    fc.assert(
      fc.property(name, name, (path, other) => {
        const raw = normalizeAddress(path.replace(/\.md$/, ''));
        for (const address of [gardenAddress(path), gardenAddress(other), raw])
          expect(isPublishedAt(path, address)).toBe(gardenAddress(path) === address || raw === address);
      }),
      { numRuns: runs(300) },
    );
  });
});

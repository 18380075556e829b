// Whatever is transcluded: published and turned back, a note is what it was, its embeds with their full paths; or what cannot be told is left.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardenSlug } from '../../../src/core/note/garden-slug';
import { spellHeading } from '../../../src/core/link/spell-heading';
import { transclude } from '../../garden/transclude';
import { runs } from '../../property-runs';
import { TextVault } from '../text-vault';
import { applied, planIn } from './restore-in';
import { isRefusal } from '../../../src/core/text/refusal';

const PATHS = ['Ops/Day 0 Operations.md', 'Ops/CI & CD.md', 'Über/Plan.md', 'iOS 17.md'];
const HEADINGS = [
  'Overview',
  'CI/CD',
  'R&D',
  'Don’t panic',
  '日本',
  'C++',
  'C',
  'Über uns',
  '**Bold** text',
  'Plan: first',
  'OAuth2Flow',
  'SSO2FA (old)',
];
const TEXT = [
  'Some words.',
  '- a\n- b\n  - c',
  '| a | b |\n|---|---|\n| c | d |',
  '> quote',
  '`code` and **bold**',
  '',
];

interface Section {
  readonly heading: string;
  readonly level: number;
  readonly text: string;
  /** Which section of which later note is shown in it: numbers to pick by, or null. */
  readonly shows: readonly [note: number, section: number] | null;
}

const section: fc.Arbitrary<Section> = fc.record({
  heading: fc.constantFrom(...HEADINGS),
  level: fc.integer({ min: 1, max: 3 }),
  text: fc.constantFrom(...TEXT),
  shows: fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: null, freq: 4 }),
});
const sections = fc.uniqueArray(section, { minLength: 1, maxLength: 4, selector: ({ heading }) => heading });
const alias = fc.constantFrom('', '', '', '|A title', '|## Smaller');

/** An embed on lines of its own, in the form in which it comes back. */
function embedOf(notes: readonly (readonly Section[])[], at: number, pick: number, title: string): string {
  const heading = notes[at]?.[pick % Math.max(1, notes[at].length)]?.heading ?? '';
  return `![[${(PATHS[at] ?? '').replace(/\.md$/, '')}#${spellHeading(heading)[0] ?? ''}${title}]]`;
}

function textOf(notes: readonly (readonly Section[])[], at: number): string {
  const body = (notes[at] ?? []).map(({ heading, level, text, shows }) => {
    const later = at + 1 + ((shows?.[0] ?? 0) % Math.max(1, PATHS.length - at - 1));
    const shown = shows && later < PATHS.length ? `\n\n${embedOf(notes, later, shows[1], '')}\n` : '';
    return `${'#'.repeat(level)} ${heading}\n${text}${shown}\n`;
  });
  return `---\ndg-publish: true\n---\n${body.join('\n')}`;
}

describe('flattened and restored', () => {
  it('a note has its embeds again, and published anew it says the same', async () => {
    let whole = 0;
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(sections, sections, sections, sections),
        fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat(), alias, fc.constantFrom(...TEXT)), {
          minLength: 1,
          maxLength: 5,
        }),
        async (notes, embeds) => {
          const targets = Object.fromEntries(PATHS.map((path, at) => [path, textOf(notes, at)]));
          const original = `# Home\n${embeds.map(([at, pick, title, text]) => `${text}\n\n${embedOf(notes, at, pick, title)}\n`).join('\n')}\nThe end.\n`;
          const vault = new TextVault({ ...targets, 'Home.md': original });
          const flat = transclude(original, 'Home.md', vault);
          const texts = { ...targets, 'Home.md': flat };
          const planned = await planIn(texts, { path: 'Home.md' });
          const home = isRefusal(planned) ? flat : (applied(texts, planned)['Home.md'] ?? '');
          // What the publisher can tell apart comes back to the letter: one heading for a slug, and none without.
          const isClear = notes.every((own) => {
            const slugs = own.map(({ heading }) => gardenSlug(heading));
            return slugs.every((slug) => slug !== '') && new Set(slugs).size === slugs.length;
          });
          tried++;
          if (isClear) {
            whole++;
            expect(home).toBe(original);
          }
          expect(transclude(home, 'Home.md', vault)).toBe(flat);
        },
      ),
      { numRuns: runs(500) },
    );
    expect(whole).toBeGreaterThan(tried / 10);
  });
});

// Whatever changes in the vault, and in whatever order: what the check says is what a fresh check of the vault says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../property-runs';
import { CheckedVault } from './check-vault';

const PATHS = [
  'A.md',
  'x/A.md',
  'x/B.md',
  'y/B.md',
  'C.md',
  'x/Day 0 Operations.md',
  'x/Day 1 Operations.md',
  'x/Ops Overview.md',
  'p.png',
];
const NAMES = [
  'A',
  'B',
  'C',
  'x/A',
  'y/B',
  'Day 0 Operations',
  'x/Day 1 Operations',
  'Ops Overview',
  'p.png',
  'Gone',
  '',
];
const PLACES = ['', '#One', '#Two', '#Overview', '#One#Two', '#^id', '#Nowhere'];

const copy = (href: string, text: string): string =>
  `\n<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}"><svg></svg></a><div class="markdown-embed">\n\n\n\n${text}\n\n</div></div>\n`;

const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('![[', '[[', '- ![[', '%% ![['), fc.constantFrom(...NAMES), fc.constantFrom(...PLACES))
      .map(([open, name, place]) => `${open}${name}${place}]]`),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '# One',
      '## One',
      '## Two',
      '# Overview',
      '## Responsibilities',
      '# [[Day 0 Operations]]',
      '## [[x/Day 1 Operations]]',
      '# ???',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '%% phase-board snapshot: %%\n%% phase-board end %%',
      '%% phase-board snapshot: show:list %%\n\nNothing is open.\n\n%% phase-board end d58563c8 %%',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('`![[A]]`', '```\n![[y/B#One]]\n```', '\\![[C]]') },
  { weight: 3, arbitrary: fc.constantFrom('text', 'text ^id', '- item ^id', '- item', '#todo', '%% #todo %%', '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      copy('/c/#one', '# One\ntext'),
      copy('/x/day-0-operations/', 'text'),
      copy('/gone/', 'text'),
    ),
  },
);
const text = fc
  .tuple(
    fc.constantFrom('', '---\ndg-publish: true\n---\n', '---\npermalink: /gone/\n---\n'),
    fc.array(line, { maxLength: 8 }),
  )
  .map(([front, lines]) => front + lines.join('\n'));
const step = fc.tuple(
  fc.constantFrom(...PATHS),
  fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.constant(null) }),
);

const told = async (vault: CheckedVault): Promise<string[]> =>
  (await vault.findings()).map(
    ({ path, at, rule, message, fix }) => `${path}:${at.line}:${at.col} ${rule} ${message} ${fix?.kind ?? ''}`,
  );

describe('the check after changes', () => {
  it('says what a fresh one says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...PATHS), text, { maxKeys: 6 }),
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        fc.boolean(),
        async (start, steps, single) => {
          const vault = new CheckedVault(start);
          if (!single) await vault.findings();
          for (const together of steps) {
            for (const [path, change] of together) {
              vault.write(path, change);
              if (single) await vault.check.settle(path);
            }
            const fresh = new CheckedVault(Object.fromEntries(vault.vault.texts));
            expect(await told(vault)).toEqual(await told(fresh));
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });
  it('judges one note alone, as it does among all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...PATHS), text, { maxKeys: 6 }),
        fc.array(step, { maxLength: 4 }),
        fc.constantFrom(...PATHS),
        async (start, steps, only) => {
          const vault = new CheckedVault(start);
          for (const [path, change] of steps) {
            vault.write(path, change);
            await vault.check.settle(only);
            const own = vault.check.findingsOf(only).map(({ message }) => message);
            const fresh = new CheckedVault(Object.fromEntries(vault.vault.texts));
            await fresh.findings();
            expect(own).toEqual(fresh.check.findingsOf(only).map(({ message }) => message));
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });
  it.each<[string | null, string | null]>([
    ['x', 'G.md:5 The site puts the text of P, which is not published, here'],
    ['---\ndg-publish: true\n---\nx', 'G.md:5 The site puts the text of P here'],
    [null, null],
  ])('tells of what only the site transcludes as its note is now: %j', async (text, said) => {
    for (const before of ['x', '---\ndg-publish: true\n---\nx', null]) {
      const vault = new CheckedVault({
        'G.md': '---\ndg-publish: true\n---\n```\n![[P]]\n```',
        ...(before !== null && { 'P.md': before }),
      });
      await vault.findings();
      vault.write('P.md', text);
      expect((await vault.findings()).map(({ path, at, message }) => `${path}:${at.line + 1} ${message}`)).toEqual(
        said === null ? [] : [expect.stringContaining(said)],
      );
    }
  });
  it('tells of a copied todo in the note whose copy counts now', async () => {
    const host = `---\ndg-publish: true\n---\n${copy('/gone/', 'x #todo')}`;
    const vault = new CheckedVault({ 'A.md': host, 'B.md': host });
    const lines = async (): Promise<string[]> =>
      (await vault.findings()).flatMap(({ rule, path }) => (rule === 'public-todo' ? path : []));
    expect(await lines()).toEqual(['A.md']);
    vault.write('A.md', host.replace('x #todo', 'x'));
    expect(await lines()).toEqual(['B.md']);
    vault.write('A.md', host);
    expect(await lines()).toEqual(['A.md']);
  });
  it('comes to an end when a folder is renamed while it works', async () => {
    const vault = new CheckedVault({ 'A.md': '![[B#One]]\n', 'B.md': '# One\n![[Gone]]\n' });
    const before = await told(vault);
    for (const times of [1, 2, 5]) {
      let left = times;
      vault.meanwhile = () => {
        if (left-- > 0) vault.check.reset();
      };
      vault.write('A.md', '![[B#One]]\n');
      expect(await told(vault)).toEqual(before);
    }
  });
});

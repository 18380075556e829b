// Whatever is changed, asked, grouped and sorted, a board that is kept equals one built from nothing; and what a change does not touch stays the same objects.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardBuilder, type BoardRequest } from '../../../src/core/board/build-board';
import { DEFAULT_VIEW, GROUPS, SORTS, type View } from '../../../src/core/settings/view';
import { runs } from '../../property-runs';
import { TextVault } from '../text-vault';

const PHASES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- a #todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- [[Plan]]\n',
  'Ops/Operations Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]\n',
  'Roles/SRE.md': '',
  'Roles/Team 2.md': '',
};

/** Two of one name, and one that no phase holds. */
const PATHS = ['Ops/Day 0/Plan.md', 'Ops/Day 1/Plan.md', 'Ops/Day 1/Step 2.md', 'Ops/Day 1/Step 10.md', 'Else/Note.md'];

/** Some look alike in one note or two. */
const BITS = [
  '- Rotate keys #todo ([[SRE]])\n',
  '- Rotate keys #todo 📅 2026-01-01\n',
  '- backup #todo/blocked ([[Team 2]])\n',
  '# Rotate\n#todo\n',
  '- [x] done #todo/waiting\n',
  '![[Ops/Day 1/Step 2]]\n',
  'Text\n',
];

const QUERIES = [
  '',
  'rotate',
  'ROT',
  'zzz',
  'owner:none',
  'rotate due:overdue',
  '-state:blocked',
  'is:shown',
  'is:done',
  'phase:elsewhere',
];

const write = fc.record({
  path: fc.constantFrom(...PATHS),
  text: fc.array(fc.constantFrom(...BITS), { maxLength: 5 }).map((bits) => bits.join('')),
});

const view: fc.Arbitrary<View> = fc.record({
  ...Object.fromEntries(Object.entries(DEFAULT_VIEW).map(([key, value]) => [key, fc.constant(value)])),
  query: fc.constantFrom(...QUERIES),
  group: fc.constantFrom(...GROUPS),
  sort: fc.constantFrom(...SORTS),
  elsewhere: fc.boolean(),
}) as fc.Arbitrary<View>;

describe('a board that is kept', () => {
  it('equals one built from nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(write, view, fc.integer({ min: 0, max: 3 })), { maxLength: 12 }), (steps) => {
        const vault = new TextVault(PHASES);
        const index = vault.index();
        const kept = new BoardBuilder();
        const changed = new Map<string, number>();
        steps.forEach(([{ path, text }, asked, slice], at) => {
          changed.set(path, at);
          vault.write(path, text);
          index.fileChanged(path);
          vault.feed(index, path);
          index.settle();
          const changedAt = (of: string): number => changed.get(of) ?? 0;
          const request: BoardRequest = { index, vault, view: asked, today: `2026-0${1 + (at % 2)}-01`, changedAt };
          // Some of what is new may be made beforehand.
          if (slice > 0) kept.prepare(index, slice);
          const fresh = new BoardBuilder();
          expect(kept.build(request)).toEqual(fresh.build(request));
          expect(kept.chips(request)).toEqual(fresh.chips(request));
        });
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(['', 'o', 'o -state:blocked'])(
    'keeps the columns and rows that a change does not touch, asked for “%s”',
    (query) => {
      const vault = new TextVault({
        ...PHASES,
        'Ops/Day 0/Plan.md': '- one #todo ([[SRE]])\n',
        'Ops/Day 1/Plan.md': '- other #todo ([[Team 2]])\n',
      });
      const index = vault.index();
      const builder = new BoardBuilder();
      const request: BoardRequest = {
        index,
        vault,
        view: { ...DEFAULT_VIEW, group: 'owners', query },
        today: '2026-01-01',
      };
      const before = builder.build(request);
      vault.write('Ops/Day 1/Plan.md', '- another #todo ([[Team 2]])\n');
      vault.feed(index, 'Ops/Day 1/Plan.md');
      index.settle();
      const after = builder.build(request);
      const kept = <T>(now: readonly T[], then: readonly T[]): boolean[] => now.map((one, at) => one === then[at]);
      expect(
        kept(
          after.columns.map(({ cards }) => cards),
          before.columns.map(({ cards }) => cards),
        ),
      ).toEqual([true, false, true, true]);
      const names = after.rows.map(({ name }) => name);
      expect(kept(after.rows, before.rows)).toEqual(names.map((name) => name !== 'Team 2'));
    },
  );
});

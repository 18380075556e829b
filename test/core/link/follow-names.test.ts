// Whatever the names: a link in a section that moves leads to the very file that it led to, or it is said that it cannot follow.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/text/refusal';
import { planMove } from '../../../src/core/edit/move/plan-move';
import { linksOf } from '../../../src/core/link/note-links';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { notesAfter } from '../edit/act';
import { runs } from '../../property-runs';

const NOTE = 'Ops/Sub/Note.md';
const PAGE = 'Ops/Day 2 Operations.md';
const names = fc.oneof(
  fc.constantFrom(
    'N',
    'Day 0',
    '%41',
    '100%',
    '50%20',
    'x [y] z',
    'x [y]',
    '[x] y',
    'a (b',
    "it's",
    'say "so"',
    '`c`',
    'R&amp;D',
    '<i>',
    '👩‍🚀',
    'Café',
    '解決',
    'v1.2',
    'N.md',
    '*b*',
  ),
  fc
    .string({
      unit: fc.constantFrom('a', ' ', '[', ']', '%', '4', '1', '(', ')', '<', '&', ';', "'", '.', 'é', '`'),
      minLength: 1,
      maxLength: 5,
    })
    .map((name) => name.trim())
    .filter((name) => /^[^.]/.test(name)),
);
const forms = fc.constantFrom<(path: string, encoded: string) => string>(
  (path) => `[[${path}]]`,
  (path) => `![[${path}#H|100]]`,
  (path) => `[[${path}|shown]]`,
  (_path, encoded) => `[x](${encoded} "t")`,
  (_path, encoded) => `![](${encoded}#H)`,
  (path) => `[x](<${path.replace(/%/g, '%25')}> 't')`,
  (_path, encoded) => `\n\n[ref]: ${encoded} "t"\n\n[x][ref]`,
);
const file = fc
  .tuple(
    fc.constantFrom('', 'Ops/', 'Ops/Sub/', 'Ops/Sub/Deep/', '解/'),
    names,
    fc.constantFrom('.md', '.png', '.canvas'),
  )
  .map((parts) => parts.join(''));
const encode = (path: string): string =>
  path.replace(/[%\s()<>"`\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** The paths by which a note in Ops/Sub may name a file: all of it, relative, its name. */
const pathsOf = (path: string): string[] => {
  const relative = path.startsWith('Ops/Sub/')
    ? `./${path.slice(8)}`
    : path.startsWith('Ops/')
      ? `../${path.slice(4)}`
      : `../../${path}`;
  return [path, path.replace(/\.md$/, ''), relative, path.slice(path.lastIndexOf('/') + 1)];
};

describe('a section that moves', () => {
  it('keeps its links where they led, or says which cannot follow', async () => {
    let [kept, told] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, { minLength: 1, maxLength: 4, selector: (one) => one.toLowerCase() }),
        fc.nat(),
        fc.nat(),
        forms,
        fc.constantFrom('shortest', 'relative', 'absolute'),
        fc.boolean(),
        async (files, pick, how, form, path, markdown) => {
          const target = files[pick % files.length] ?? '';
          const said = pathsOf(target)[how % 4] ?? '';
          const vault = new PlanningTextVault({
            ...Object.fromEntries(files.map((one) => [one, one.endsWith('.md') ? '# H\n' : ''])),
            'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n',
            [PAGE]: '# Overview\n',
            'Ops/Operations Overview.md': '# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
            [NOTE]: `# Note\n## Moved\n#todo\nSee ${form(said, encode(said))} there.\n`,
          });
          vault.linkFormat = { path, markdown };
          const before = await vault.read(NOTE);
          const [link, ...others] = before ? linksOf(before) : [];
          const led = link && vault.resolve(link.path, NOTE);
          if (!led || others.length > 0) return;
          const index = vault.index();
          const plan = await planMove({ vault, index }, index.todosOf(NOTE), { column: 'Day 2', withText: true });
          if (isRefusal(plan)) return;
          if (plan.remarks.some((remark) => remark.includes('cannot follow'))) {
            told++;
            return;
          }
          const after = new PlanningTextVault(Object.fromEntries(notesAfter(vault, plan)));
          const page = await after.read(PAGE);
          const [now] = page ? linksOf(page) : [];
          expect([page?.text, now && after.resolve(now.path, PAGE), now?.subpath]).toEqual([
            page?.text,
            led,
            link.subpath,
          ]);
          kept++;
        },
      ),
      { numRuns: runs(600) },
    );
    expect(kept).toBeGreaterThan(told);
  });
});

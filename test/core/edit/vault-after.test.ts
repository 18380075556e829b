// A vault with notes that are yet to be written answers as the vault will when they are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/text/refusal';
import { planLink } from '../../../src/core/link/plan-link';
import { vaultAfter } from '../../../src/core/edit/vault-after';
import { runs } from '../../property-runs';
import { PlanningTextVault } from './planning-text-vault';

const FOLDERS = ['', 'Ops/', 'Ops/Sub/', 'Ops2/', 'a/b/', 'b/', 'Ünï/'];
const NAMES = ['N', 'n', 'Day 0', 'day 0', 'Day 0.v2', 'C#', 'pic.png'];
const path = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES))
  .map(([folder, name]) => folder + name + (name.endsWith('.png') ? '' : '.md'));
const asLink = fc
  .tuple(
    fc.constantFrom('', './', '../', '/', ...FOLDERS, 'ps/'),
    fc.constantFrom(...NAMES, 'DAY 0', 'N.md', ''),
    fc.constantFrom('', '#H'),
  )
  .map((parts) => parts.join(''));

describe('a vault with planned notes', () => {
  it('resolves and writes every link as the vault that holds them', () => {
    const paths = fc.uniqueArray(path, { minLength: 2, maxLength: 9, selector: (one) => one.toLowerCase() });
    const format = fc.record({
      path: fc.constantFrom('shortest' as const, 'relative' as const, 'absolute' as const),
      markdown: fc.boolean(),
    });
    fc.assert(
      fc.property(paths, fc.nat(9), format, fc.array(asLink, { maxLength: 6 }), (all, at, linkFormat, links) => {
        const planned = all.slice(at).filter((one) => one.endsWith('.md'));
        const textsOf = (some: readonly string[]): Record<string, string> =>
          Object.fromEntries(some.map((one) => [one, '# H']));
        const whole = new PlanningTextVault(textsOf(all));
        const before = new PlanningTextVault(textsOf(all.filter((one) => !planned.includes(one))));
        before.linkFormat = whole.linkFormat = linkFormat;
        const vault = vaultAfter(
          before,
          planned.map((one) => ({ path: one, text: '# H' })),
        );
        for (const source of all) {
          for (const link of links)
            expect([link, source, vault.resolve(link, source)]).toEqual([link, source, whole.resolve(link, source)]);
          for (const target of all)
            expect(vault.generateLink(target, source, '#H', '')).toBe(whole.generateLink(target, source, '#H', ''));
        }
        expect([...vault.notes()].sort()).toEqual([...whole.notes()].sort());
        expect([...vault.folders()].sort()).toEqual([...whole.folders()].sort());
      }),
      { numRuns: runs(1500) },
    );
  });
  it('lets links lead to headings of notes yet to be written, and from them', async () => {
    const before = new PlanningTextVault({ 'Ops/Day 0 Operations.md': '# Overview\n', 'Old/On-call.md': '' });
    before.linkFormat = { path: 'shortest', markdown: false };
    const note = {
      path: 'Ops/Day 0 Operations/On-call.md',
      text: '---\ndg-publish: true\n---\n\n# Overview\n# How we do it\n# Twice\n# Twice\n',
    };
    const vault = vaultAfter(before, [note]);
    const link = async (source: string, target: string, line: number, embed = true): Promise<string> => {
      const planned = await planLink(
        { source, target, place: { kind: 'heading', line }, alias: '', embed, table: false },
        vault,
      );
      return isRefusal(planned) ? planned.refusal : planned.text;
    };
    expect(await link('Ops/Day 0 Operations.md', note.path, 5)).toBe('![[Ops/Day 0 Operations/On-call#How we do it]]');
    expect(await link(note.path, 'Ops/Day 0 Operations.md', 0)).toBe('![[Day 0 Operations#Overview]]');
    expect(await link(note.path, note.path, 4)).toBe('![[Ops/Day 0 Operations/On-call#Overview]]');
    expect(await link(note.path, note.path, 6)).toMatch(/^A published note cannot embed `Twice`/);
    expect(await before.read(note.path)).toBeNull();
    expect(vault.isTaken('Ops/Day 0 Operations')).toBe(true);
    expect(vault.isTaken('Ops/Day 1 Operations')).toBe(false);
  });
});

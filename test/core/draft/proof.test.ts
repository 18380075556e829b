// What every command writes, over the demo handbook, in every link format: each link and embed leads in the vault to a place that is there, and on the
// published site nothing of ours stays a raw embed or comes out empty.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Drafted, Drafting } from '../../../src/core/draft/drafting';
import { planPhasePage } from '../../../src/core/draft/plan-phase-page';
import { planResponsibility, type Reference } from '../../../src/core/draft/plan-responsibility';
import { planSetUp } from '../../../src/core/draft/plan-set-up';
import { planExtract } from '../../../src/core/draft/extract/plan-extract';
import type { Replacement } from '../../../src/core/draft/extract/extract';
import type { LinkFormat } from '../../../src/core/link/link-vault';
import { splitLink } from '../../../src/core/note/link-text';
import { resolveSubpath } from '../../../src/core/note/resolve-subpath';
import { publishNote } from '../../garden/publish-note';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { carryOutIn, draftIn, planOf } from './drafting';

const DEMO = fileURLToPath(new URL('../../fixtures/demo-vault', import.meta.url));
const DEMO_TEXTS = Object.fromEntries(
  readdirSync(DEMO, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(DEMO.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
);
const OPS = 'Engineering/Operations';
const ALL_FORMATS: readonly LinkFormat[] = (['shortest', 'relative', 'absolute'] as const).flatMap((path) => [
  { path, markdown: false },
  { path, markdown: true },
]);
/** Where no build server waits: the app's own, and the one that is unlike it in everything. */
const FORMATS = process.env.CI
  ? ALL_FORMATS
  : ALL_FORMATS.filter(({ path, markdown }) => path === (markdown ? 'relative' : 'shortest'));

/** The links and embeds of a note that lead to no note, or to no such place in it. */
function broken(vault: PlanningTextVault, path: string): string[] {
  const { links = [], embeds = [], frontmatterLinks = [] } = vault.metadata(path) ?? {};
  return [...links, ...embeds, ...frontmatterLinks].flatMap(({ link }) => {
    const { path: linkpath, subpath } = splitLink(link);
    const target = linkpath === '' ? path : vault.resolve(linkpath, path);
    const metadata = target === null ? null : vault.metadata(target);
    return metadata && resolveSubpath(metadata, subpath) ? [] : [link];
  });
}

const allBroken = (vault: PlanningTextVault): string[] =>
  [...vault.texts.keys()].flatMap((path) => broken(vault, path).map((link) => `${path}: ${link}`)).sort();

/** Every test of a format looks at the same handbook: what it says of it is found out once. Who changes a vault makes a copy. */
function once<Of extends WeakKey, T>(find: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, T>();
  return (of) => {
    const found = known.get(of) ?? find(of);
    known.set(of, found);
    return found;
  };
}

const indexOf = once((vault: PlanningTextVault) => vault.index());
const brokenIn = once(allBroken);

/** How many todo tags the site shows of a note, and how many it should: those of its own todos, and of those that it shows by transclusion. */
function todosOnSite(vault: PlanningTextVault, path: string): { readonly shown: number; readonly wanted: number } {
  const index = indexOf(vault);
  const wanted = [...index.todos()].filter(
    (todo) => !todo.fromCopy && (todo.path === path || index.shownIn(todo).includes(path)),
  );
  const visible = wanted.flatMap((todo) =>
    todo.tags.filter(
      (tag) => !new RegExp(`%%[^%]*${tag}[^%]*%%`).test(vault.texts.get(todo.path)?.split('\n')[todo.line] ?? ''),
    ),
  );
  return { shown: publishNote(vault, path).match(/#todo\b/g)?.length ?? 0, wanted: visible.length };
}

const line = (path: string, text: string): number =>
  (DEMO_TEXTS[path] ?? '').split('\n').findIndex((one) => one.includes(text));
const phase = (drafting: Drafting, id: string): Parameters<typeof planResponsibility>[1]['phase'] =>
  drafting.index.settings.phases.find((one) => one.id === id) ?? null;
const turnLine =
  (path: string, text: string, leave: Replacement) =>
  (drafting: Drafting): Promise<Drafted> =>
    planExtract(drafting, { path, lines: [line(path, text)], titles: [null], leave, template: null });
const responsibility =
  (id: string, reference: Reference) =>
  (drafting: Drafting): Promise<Drafted> =>
    planResponsibility(drafting, {
      title: 'Key rotation (weekly)',
      phase: phase(drafting, id),
      owner: 'Roles/Engineering/Release Manager.md',
      due: '2026-12-01',
      template: null,
      publish: null,
      reference,
    });

type Command = (drafting: Drafting) => Promise<Drafted>;

const COMMANDS: readonly (readonly [string, Command])[] = [
  ['a new note with a bullet', responsibility('day-1', 'bullet')],
  ['a new note that is transcluded', responsibility('day-2', 'transclusion')],
  ['a new note of no single phase', responsibility('', 'bullet')],
  ['a phase', (drafting) => planPhasePage(drafting, { name: 'Day 3', purpose: 'Decommissioning' })],
  ...(['sentence', 'transclusion', 'link'] as const).flatMap((leave) => [
    [`a bullet, leaving a ${leave}`, turnLine(`${OPS}/Day 0 Operations.md`, 'Draw the architecture', leave)] as const,
    [
      `a bullet with a link, leaving a ${leave}`,
      turnLine(`${OPS}/Day 2 Operations.md`, 'Patch on the agreed', leave),
    ] as const,
    [
      `a section, leaving a ${leave}`,
      turnLine(`${OPS}/Operations Overview.md`, '### Metrics Tracking', leave),
    ] as const,
  ]),
];

describe.each(FORMATS)('with $path paths, Markdown $markdown', (format) => {
  const before = Object.assign(new PlanningTextVault(DEMO_TEXTS), { linkFormat: format });
  const outcomeOf = once(async (command: Command) => {
    const drafted = await command(draftIn(before));
    return { plan: planOf(drafted), after: carryOutIn(before, drafted) };
  });

  it.each(COMMANDS)('%s leaves no link broken that was not, and every todo counted once', async (_name, command) => {
    const { plan, after } = await outcomeOf(command);
    expect(plan.creates.length).toBeGreaterThan(0);
    expect(brokenIn(after).filter((one) => !brokenIn(before).includes(one))).toEqual([]);
    // Todos elsewhere stay what they are, where they are.
    const touched = new Set([...plan.creates, ...plan.changes].map(({ path }) => path));
    const others = (vault: PlanningTextVault): string[] =>
      [...(plan.settings ? vault.index(plan.settings.after) : indexOf(vault)).todos()]
        .filter(({ path }) => !touched.has(path))
        .map(({ path, title, phase: one }) => `${path} ${title} ${one?.id ?? '-'}`)
        .sort();
    expect(others(after)).toEqual(others(before));
    for (const { path } of plan.creates) {
      const own = indexOf(after)
        .todosOf(path)
        .filter(({ kind }) => kind === 'note');
      expect(own.length, path).toBeLessThanOrEqual(1);
    }
  });

  it.each(COMMANDS)(
    '%s is published with what it transcludes in place, and without its own #todo shown elsewhere',
    async (_name, command) => {
      const { plan, after } = await outcomeOf(command);
      for (const { path } of [...plan.creates, ...plan.changes]) {
        const text = after.texts.get(path) ?? '';
        if (!text.includes('dg-publish: true')) continue;
        const published = publishNote(after, path);
        const wasRaw = DEMO_TEXTS[path] === undefined ? 0 : (publishNote(before, path).match(/!\[\[/g) ?? []).length;
        expect(published.match(/!\[\[/g)?.length ?? 0, path).toBe(wasRaw);
        expect(published, path).not.toMatch(/!\[[^\]]*\]\([^)]*\.md/);
      }
      // Each todo on the pages that it should: on those whose todos the site showed rightly before, and on the new ones.
      const paths = [...plan.creates, ...plan.changes]
        .map(({ path }) => path)
        .filter((path) => /^---[\s\S]*?dg-publish: true/.test(after.texts.get(path) ?? ''));
      const judged = paths.filter((path) => {
        const known = before.exists(path) ? todosOnSite(before, path) : { shown: 0, wanted: 0 };
        return known.shown === known.wanted;
      });
      expect(judged.length).toBeGreaterThan(0);
      for (const path of judged) {
        const { shown, wanted } = todosOnSite(after, path);
        expect(shown, path).toBe(wanted);
      }
      // The tag above a new note's first heading is carried by no transclusion of it.
      for (const { path } of plan.creates)
        for (const todo of indexOf(after).todosOf(path))
          if (todo.kind === 'note') expect(indexOf(after).shownIn(todo), path).toEqual([]);
    },
  );

  it('the first pages of a vault leave no link broken, and show each phase', async () => {
    for (const folder of ['Operations', '', 'A/B']) {
      const empty = Object.assign(new PlanningTextVault(), { linkFormat: format });
      const after = carryOutIn(empty, await planSetUp(draftIn(empty), { folder, examples: true }));
      expect(allBroken(after)).toEqual([]);
      const overview = after.index().lifecycle.overview ?? '';
      expect(
        (after.metadata(overview)?.embeds ?? []).map(({ link }) => after.resolve(splitLink(link).path, overview)),
      ).toEqual([...after.index().lifecycle.pages.values()]);
    }
  });
});

// Whatever the vault, its names, headings and settings: a link that was written leads, in the host, to exactly its target and heading, and an
// embed in a published note puts exactly that section on the page; or it was refused. And it is refused only where no link would do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit/apply-edits';
import { isRefusal } from '../../src/core/text/refusal';
import type { PlanningVault } from '../../src/core/edit/planning';
import { gardenSlug } from '../../src/core/note/garden-slug';
import { isPublished } from '../../src/core/note/is-published';
import type { LinkPlace } from '../../src/core/link/find-subpaths';
import { planLink, type LinkRequest } from '../../src/core/link/plan-link';
import type { NoteMetadata } from '../../src/core/note/note-metadata';
import { vaultToPlan } from './vault-to-plan';
import { TextVault } from '../core/text-vault';
import { transclude } from '../garden/transclude';
import { resolveSubpath } from '../host/markdown/resolve-subpath';
import { stripHeadingForLink } from '../host/markdown/strip-heading';
import { openHost, type Host } from '../host/open-host';
import { runs } from '../property-runs';

const FOLDERS = ['', 'Ops/', 'Ops/Sub/', 'Ops2/', 'a/b/', 'b/', 'Ünï côde/'];
const NAMES = [
  'N',
  'Day 0',
  'Day 0.v2',
  'Overview',
  '解決 👩‍🚀',
  "What's (this) & that",
  'a (b',
  'C# x',
  'x [y] z',
  'x [y]',
  'N.md',
  '100%',
  '50%20',
  'R&amp;D',
  'p|q',
  'a ^ b',
  '`code`',
  '*b* _i_',
];
const HEADINGS = [
  'Overview',
  'overview',
  'X',
  'C',
  'C#',
  'CI/CD #todo',
  'A | B',
  'a: b',
  'Foo [bar] baz',
  '[[N|x]]',
  '[l](N.md)',
  '**B** `c`',
  '100%20',
  '(half',
  '解決',
  '???',
  'Cafe\u0301',
  '&amp; <b>',
  'on-call',
  'On Call',
  '%%c%%',
  'x ^1',
  '$5',
  '🚀',
];

const odd = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    '1',
    ' ',
    '#',
    '|',
    '[',
    ']',
    '^',
    ':',
    '%',
    '`',
    '*',
    '_',
    '(',
    ')',
    '<',
    '>',
    '&',
    '\\',
    '/',
    '$',
    '~',
    '=',
    '!',
    '?',
    '.',
    'é',
    '解',
  ),
  minLength: 1,
  maxLength: 8,
});
const heading = fc.tuple(
  fc.integer({ min: 1, max: 4 }),
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...HEADINGS) }, { weight: 1, arbitrary: odd }),
);
const note = fc
  .tuple(fc.boolean(), fc.array(heading, { minLength: 1, maxLength: 6 }))
  .map(
    ([published, headings]) =>
      `${published ? '---\ndg-publish: true\n---\n' : ''}${headings.map(([level, text], at) => `${'#'.repeat(level)} ${text}\ntext ${at}\n\n- item ${at}\n\n`).join('')}`,
  );
const path = fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES)).map((parts) => `${parts.join('')}.md`);
const vaults = fc.record({
  notes: fc.uniqueArray(fc.tuple(path, note), { minLength: 2, maxLength: 6, selector: ([one]) => one.toLowerCase() }),
  newLinkFormat: fc.constantFrom('shortest', 'relative', 'absolute'),
  useMarkdownLinks: fc.boolean(),
});
const asked = fc.record({
  source: fc.nat(),
  target: fc.nat(),
  place: fc.oneof(
    { weight: 5, arbitrary: fc.constant('heading') },
    { weight: 1, arbitrary: fc.constantFrom('note', 'text', 'item') },
  ),
  at: fc.nat(),
  alias: fc.oneof(fc.constant(''), odd, fc.constant('Day 0')),
  embed: fc.boolean(),
  table: fc.boolean(),
});

/** The place's line and offset, as the note is now. */
function placeIn(
  text: string,
  { headings = [] }: NoteMetadata,
  kind: string,
  at: number,
): { place: LinkPlace; start: number } | null {
  if (kind === 'note') return { place: { kind: 'note' }, start: 0 };
  if (kind === 'heading') {
    const one = headings[at % Math.max(1, headings.length)];
    return one ? { place: { kind: 'heading', line: one.position.start.line }, start: one.position.start.offset } : null;
  }
  const found = [...text.matchAll(kind === 'text' ? /^text \d/gm : /^- item \d/gm)];
  const one = found[at % Math.max(1, found.length)];
  return one ? { place: { kind: 'block', offset: one.index + 3 }, start: one.index } : null;
}

/** Every wikilink that leads there by the host's rules, were it written by somebody who knows all of them; ids apart. */
function hasRightLink(
  host: Host,
  { source, target, embed }: LinkRequest,
  start: number,
  metadata: NoteMetadata,
  whole: boolean,
): boolean {
  const bare = target.slice(0, -3);
  const paths = [target, ...bare.split('/').map((_part, at, parts) => parts.slice(at).join('/'))];
  const reached = paths.filter(
    (one) =>
      !/[#^|]|%%|\[\[|\]\]|\]$|^\[/.test(one) &&
      host.app.metadataCache.getFirstLinkpathDest(one, source)?.path === target,
  );
  const single = isPublished(host.app.metadataCache.getCache(source));
  if (reached.length === 0 || (single && embed && target.includes(']'))) return false;
  if (whole) return true;
  const headings = (metadata.headings ?? []).map(({ heading: text, position }) => ({
    text,
    offset: position.start.offset,
    slug: gardenSlug(text),
  }));
  const above = headings
    .filter(({ offset }) => offset <= start)
    .map(({ text }) => stripHeadingForLink(text).replace(/[[\]]/g, ' '));
  const own = above.pop() ?? '';
  // A heading of nothing but what a link cannot hold could be named by any other mark; nobody would.
  if (own.trim() === '') return false;
  const chains = [
    [own],
    ...above.map((one) => [one, own]),
    ...above.flatMap((one, at) => above.slice(at + 1).map((two) => [one, two, own])),
  ];
  const { slug } = headings.find(({ offset }) => offset === start) ?? { slug: '' };
  if (
    single &&
    embed &&
    (slug === '' || slug !== gardenSlug(own) || headings.filter((one) => one.slug === slug).length > 1)
  )
    return false;
  return chains
    .slice(0, single ? 1 : undefined)
    .some((chain) => resolveSubpath(metadata as never, `#${chain.join('#')}`.normalize('NFC'))?.start.offset === start);
}

interface Outcome {
  written: number;
  refused: number;
  /** Refused although a link would have done. */
  readonly needless: string[];
}

async function checkOne(
  host: Host,
  vault: PlanningVault,
  wanted: { source: string; target: string; kind: string; at: number } & Required<
    Pick<LinkRequest, 'alias' | 'embed' | 'table'>
  >,
  outcome: Outcome,
): Promise<void> {
  const { app } = host;
  const textOf = (one: string): Promise<string> => app.vault.adapter.read(one);
  const before = await vault.read(wanted.target);
  const spot = before && placeIn(before.text, before.metadata, wanted.kind, wanted.at);
  if (!spot) return;
  const { source, target, alias, embed, table } = wanted;
  const request = { source, target, alias, embed, table, place: spot.place };
  const link = await planLink(request, vault);
  const isNoId = spot.place.kind === 'note' || spot.place.kind === 'heading';
  if (isRefusal(link)) {
    outcome.refused++;
    const inPublishedTable = embed && table && isPublished(vault.metadata(source));
    if (
      isNoId &&
      !inPublishedTable &&
      hasRightLink(host, request, spot.start, before.metadata, spot.place.kind === 'note')
    )
      outcome.needless.push(`${JSON.stringify(request)}: ${link.refusal}`);
    return;
  }
  outcome.written++;
  const write = async (one: string, change: (text: string) => string): Promise<void> => {
    const file = app.vault.getFileByPath(one);
    if (file) await app.vault.process(file, change);
  };
  const { plan } = link;
  if (plan) await write(plan.path, (text) => applyEdits(text, plan.edits));
  const mark = table ? '\n\n| a | b |\n|---|---|\n| ' : '\n\n';
  const at = (await textOf(source)).length + mark.length;
  await write(source, (text) => text + mark + link.text + (table ? ' | c |\n\n' : '\n\n'));
  await host.settled();

  const { links = [], embeds = [] } = app.metadataCache.getCache(source) ?? {};
  const said = [JSON.stringify(request), link.text];
  const found = (embed ? embeds : links).find(({ position }) => position.start.offset === at);
  expect([...said, found?.original]).toEqual([...said, link.text]);
  const [linkpath = '', ...segments] = (found?.link ?? '').split('#');
  expect([...said, app.metadataCache.getFirstLinkpathDest(linkpath, source)?.path]).toEqual([...said, target]);
  const cache = app.metadataCache.getCache(target) ?? {};
  const lead = segments.length === 0 ? 0 : resolveSubpath(cache, `#${segments.join('#')}`)?.start.offset;
  expect([...said, lead]).toEqual([...said, spot.start]);
  if (embed && isPublished(vault.metadata(source)) && spot.place.kind !== 'block')
    await checkPage(host, wanted, link.text, spot.start, spot.place.kind === 'note');
}

/** What the publisher makes of the embed is the text of the place, and nothing of it is left raw. */
async function checkPage(
  { app }: Host,
  { source, target }: Pick<LinkRequest, 'source' | 'target'>,
  text: string,
  start: number,
  whole: boolean,
): Promise<void> {
  const texts: Record<string, string> = {};
  for (const { path: one } of app.vault.getMarkdownFiles()) texts[one] = await app.vault.adapter.read(one);
  const own = texts[target] ?? '';
  // Embeds written by earlier steps into the target are not looked into.
  const page = transclude(text, source, new TextVault(texts), 3);
  const metadata = app.metadataCache.getCache(target) ?? {};
  const level = metadata.headings?.find(({ position }) => position.start.offset === start)?.level ?? 0;
  const end = metadata.headings?.find((one) => one.position.start.offset > start && one.level <= level)?.position.start
    .offset;
  const section = whole ? own.replace(/^---\n[\s\S]*?\n---\n/, '') : own.slice(start, end);
  // Lines that end in `^id` are glued to the next, whoever wrote the id.
  const bare = (one: string): string => one.replace(/\^\w+/g, '').replace(/\s+/g, '');
  expect(page).toContain('class="transclusion');
  expect(bare(page.slice(page.indexOf('"markdown-embed">')))).toContain(bare(section));
}

const tally: Outcome = { written: 0, refused: 0, needless: [] };

describe('every link', () => {
  it('leads in the host to exactly its target and heading, or was refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        vaults,
        fc.array(asked, { minLength: 1, maxLength: 6 }),
        async ({ notes, newLinkFormat, useMarkdownLinks }, requests) => {
          const host = await openHost({
            files: {
              ...Object.fromEntries(notes),
              '.obsidian/app.json': JSON.stringify({ newLinkFormat, useMarkdownLinks }),
            },
          });
          try {
            const vault = await vaultToPlan(host.app);
            for (const { source, target, place, ...rest } of requests) {
              const pathAt = (at: number): string => notes[at % notes.length]?.[0] ?? '';
              await checkOne(
                host,
                vault,
                { ...rest, source: pathAt(source), target: pathAt(target), kind: place },
                tally,
              );
            }
          } finally {
            await host.close();
          }
        },
      ),
      { numRuns: runs(250) },
    );
  });
  it('is refused only where no link would do', () => {
    expect(tally.written).toBeGreaterThan(tally.refused);
    expect(tally.needless).toEqual([]);
  });
});

/** The handbook check: the whole vault beside a floor, walking the cache and resolving each link once; and again after one note's change. */
import type { CachedMetadata } from 'obsidian';
import { HandbookCheck } from '../../src/core/check/handbook-check';
import { LinkGraph } from '../../src/core/link/link-graph';
import { shownEmbeds } from '../../src/core/link/outgoing-link';
import { readVaultNote } from '../../src/vault/read-vault-note';
import { viewVault } from '../../src/vault/vault-view';
import { MetadataCache } from '../host/metadata/metadata-cache';
import { feedOf, type BenchVault } from './bench-vault';
import { every } from './check-metadata';
import { collectGarbage, median, quantile, timed } from './figures';

export interface CheckFigures {
  readonly links: number;
  readonly findings: number;
  readonly floor: number;
  readonly check: number;
  readonly ratio: number;
  /** One note's change, judged again. */
  readonly update: { readonly median: number; readonly p95: number; readonly max: number };
}

const NOTES = 100;

/** Leaves each note two links: what is measured is a vault with twice as many links as notes. */
function thinOut({ app, generated }: BenchVault): ReadonlyMap<string, CachedMetadata> {
  const cache = MetadataCache.internalsOf(app.metadataCache as unknown as MetadataCache);
  const thin = new Map<string, CachedMetadata>();
  for (const [path, metadata] of generated.metadata) {
    const embeds = metadata.embeds?.slice(0, 1) ?? [];
    const links = metadata.links?.slice(0, 2 - embeds.length) ?? [];
    thin.set(path, { ...metadata, ...(metadata.embeds && { embeds }), ...(metadata.links && { links }) });
    cache.fill(path, thin.get(path) ?? {});
  }
  return thin;
}

/** Measured last: it leaves the cache with two links a note. */
export async function measureCheck(vault: BenchVault, repetitions: number): Promise<CheckFigures> {
  const { app } = vault;
  const thin = thinOut(vault);
  const plugin = await vault.load();
  const feed = feedOf(plugin);
  await feed.settled();
  let links = 0;
  // What is read is added up, so that it is read.
  let length = 0;
  const walk = (): void => {
    links = 0;
    for (const file of app.vault.getMarkdownFiles()) {
      const {
        links: plain = [],
        embeds = [],
        headings = [],
        sections = [],
      } = app.metadataCache.getFileCache(file) ?? {};
      for (const { heading } of headings) length += heading.length;
      for (const { type } of sections) length += type.length;
      for (const { link } of [...plain, ...embeds]) {
        links++;
        app.metadataCache.getFirstLinkpathDest(link.split('#')[0] ?? '', file.path);
      }
    }
  };
  let embeds = new LinkGraph(viewVault(app), shownEmbeds);
  const open = (): HandbookCheck => {
    embeds = new LinkGraph(viewVault(app), shownEmbeds);
    return new HandbookCheck({
      vault: viewVault(app),
      embeds,
      index: () => feed.index,
      isIgnored: (path) => feed.ignores(path),
      read: (path) => readVaultNote(app, path),
      canvases: () => Promise.resolve([]),
      today: () => '2026-11-29',
      breathe: () => null,
    });
  };
  const floors: number[] = [];
  const checks: number[] = [];
  let check = open();
  for (let run = 0; run < repetitions; run++) {
    collectGarbage();
    floors.push(await timed(walk));
    check = open();
    collectGarbage();
    checks.push(await timed(() => check.settle()));
  }
  const update = await measureUpdates(vault, thin, (path) => {
    embeds.noteChanged(path);
    check.noteChanged(path);
    return check.settle();
  });
  if (length === 0) throw new Error('The cache holds no headings; there is nothing to measure.');
  const findings = [...check.findings()].length;
  plugin.unload();
  const [floor, whole] = [median(floors), median(checks)];
  return { links, findings, floor, check: whole, ratio: whole / floor, update };
}

/** Each note gets a heading, and loses it again: what leads to it is judged again too. */
async function measureUpdates(
  { app }: BenchVault,
  thin: ReadonlyMap<string, CachedMetadata>,
  judge: (path: string) => Promise<void>,
): Promise<CheckFigures['update']> {
  const cache = MetadataCache.internalsOf(app.metadataCache as unknown as MetadataCache);
  const samples: number[] = [];
  for (const path of every([...thin.keys()], NOTES)) {
    const before: CachedMetadata = thin.get(path) ?? {};
    const at = { line: 0, col: 0, offset: 0 };
    const heading = { heading: 'Written just now', level: 1, position: { start: at, end: at } };
    for (const metadata of [{ ...before, headings: [heading, ...(before.headings ?? [])] }, before]) {
      cache.fill(path, metadata);
      samples.push(await timed(() => judge(path)));
    }
  }
  return { median: median(samples), p95: quantile(samples, 0.95), max: Math.max(...samples) };
}

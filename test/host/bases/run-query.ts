/** The rows of a base's view: filtered, sorted, limited, grouped. */
import { getAllTags } from '../markdown/get-all-tags';
import type { App } from '../app/app';
import type { TFile } from '../mocks';
import { propertyId, type BaseFile, type BaseFileView } from './base-file';
import { BasesEntry, BasesEntryGroup, BasesQueryResult } from './bases-classes';
import { passes } from './filter';
import { heldBy, valueOf } from './value-of';
import type { BasesPropertyId } from 'obsidian';

const natural = new Intl.Collator(undefined, { numeric: true });

/** What has no value comes last, whichever the direction. */
function compare(a: unknown, b: unknown, direction = 'ASC'): number {
  const [one, two] = [valueOf(a).toString(), valueOf(b).toString()];
  if (one === '' || two === '') return one === two ? 0 : one === '' ? 1 : -1;
  return natural.compare(one, two) * (direction === 'DESC' ? -1 : 1);
}

/** @throws for a filter that is not modelled. */
export function runQuery(app: App, base: BaseFile, view: BaseFileView): BasesQueryResult {
  const metadata = (file: TFile) => app.metadataCache.getFileCache(file);
  const held = (file: TFile, name: string): unknown => heldBy(file, metadata(file), propertyId(name));
  const isIn = (file: TFile): boolean => {
    const cache = metadata(file);
    const tags = (cache ? getAllTags(cache) : []).map((tag) => tag.replace(/^#/, ''));
    const row = { path: file.path, tags, held: (name: string) => held(file, name) };
    return passes(base.filters, row) && passes(view.filters, row);
  };
  const files = app.vault.getFiles().filter(isIn);
  files.sort((a, b) => natural.compare(a.path, b.path));
  for (const { property, direction } of [...(view.sort ?? [])].reverse())
    files.sort((a, b) => compare(held(a, property), held(b, property), direction));
  const entries = files.slice(0, view.limit ?? Infinity).map((file) => new BasesEntry(app, file));
  const order = (view.order ?? []).map((name) => propertyId(name) as BasesPropertyId);
  const { groupBy } = view;
  if (!groupBy) return new BasesQueryResult([new BasesEntryGroup(entries, valueOf(null))], order);
  const groups = new Map<string, BasesEntry[]>();
  for (const entry of entries) {
    const key = valueOf(held(entry.file, groupBy.property)).toString();
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const sorted = [...groups].sort(([a], [b]) => compare(a, b, groupBy.direction));
  return new BasesQueryResult(
    sorted.map(([, rows]) => new BasesEntryGroup(rows, valueOf(rows[0] && held(rows[0].file, groupBy.property)))),
    order,
  );
}

import type { PlanningVault } from '../edit/planning';
import type { NoteSource } from '../note/note-source';
import { normalizeAddress } from '../note/garden-slug';
import { findBrokenCopies } from '../note/published-copies';
import { assessCopy, type CopyState, type CopyVault } from './assess-copy';
import { findLookalikes, findPages } from './find-pages';

/** A note with published copies, or with blocks that look like some. */
export interface SurveyedNote {
  readonly source: NoteSource;
  /** What is known of each of its copies, by index. */
  readonly states: readonly CopyState[];
  /** Where blocks begin that are not closed as copies are (UTF-16 offsets). */
  readonly broken: readonly number[];
}

/** What surveying asks of the vault. */
export type SurveyVault = Pick<PlanningVault, 'notes' | 'metadata' | 'resolve' | 'read'>;

/** All that can be known of the copies of some notes. */
export interface SurveyedCopies extends CopyVault {
  /** By path, in the order of paths. */
  readonly notes: ReadonlyMap<string, SurveyedNote>;
  /** The Garden's path rewrite rules. */
  readonly rules: readonly string[];
  /** Why notes could not be read, each a sentence: one bad note does not stop the others. */
  readonly unread: readonly string[];
}

/** The same with the vault. A value: plans are made of it without reading again. */
export interface CopySurvey extends SurveyedCopies {
  readonly vault: PlanningVault;
}

/** The notes that may hold a copy: it begins with HTML, which the metadata tells. */
export function notesWithHtml(vault: Pick<PlanningVault, 'notes' | 'metadata'>): string[] {
  return [...vault.notes()]
    .filter((path) => vault.metadata(path)?.sections?.some(({ type }) => type === 'html'))
    .sort();
}

/** Reads the notes, and the notes that their copies were made of, and compares them. */
export async function surveyCopies<V extends SurveyVault>(
  vault: V,
  paths: Iterable<string>,
  rules: readonly string[] = [],
): Promise<SurveyedCopies & { readonly vault: V }> {
  const read = new Map<string, NoteSource | null>();
  const unread: string[] = [];
  const readOnce = async (path: string): Promise<NoteSource | null> => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const source = await vault.read(path).catch((error: unknown) => {
      unread.push(error instanceof Error ? error.message : String(error));
      return null;
    });
    read.set(path, source);
    return source;
  };
  const addressesOf = (notes: readonly (NoteSource | null)[]): string[] =>
    notes.flatMap((note) => note?.copies.flatMap(({ page }) => page ?? []) ?? []);
  const hosts: NoteSource[] = [];
  for (const path of paths) {
    const source = await readOnce(path);
    if (source) hosts.push(source);
  }
  const named = findPages(addressesOf(hosts), vault, rules);
  const lookalikes = findLookalikes(named, vault);
  for (const path of lookalikes.values()) await readOnce(path);
  const targets: (NoteSource | null)[] = [];
  for (const path of [...named.values()].flat()) targets.push(await readOnce(path));
  // What a copy's section embeds may be another note's copies again, and of unpublished notes only the embed tells the name.
  for (const target of targets)
    for (const { link } of target?.metadata.embeds ?? []) {
      const path = target && vault.resolve(link.split('#')[0] ?? '', target.path);
      if (path?.endsWith('.md')) await readOnce(path);
    }
  const further = addressesOf(targets).filter((address) => !named.has(normalizeAddress(address)));
  const pages = further.length === 0 ? named : new Map([...named, ...findPages(further, vault, rules)]);
  const copyVault: CopyVault = { resolve: vault.resolve, pages, lookalikes, source: (path) => read.get(path) ?? null };
  const notes = hosts.flatMap((source): [string, SurveyedNote][] => {
    const broken = findBrokenCopies(source.text, source.metadata);
    if (source.copies.length === 0 && broken.length === 0) return [];
    return [
      [source.path, { source, broken, states: source.copies.map((copy) => assessCopy(source, copy, copyVault)) }],
    ];
  });
  return { ...copyVault, vault, rules, notes: new Map(notes), unread };
}

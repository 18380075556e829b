import { missingRule, normalizeAddress } from '../note/garden-slug';
import type { NoteSource } from '../note/note-source';
import type { PublishedCopy } from '../note/published-copies';
import type { ResolveLink } from '../phase/lifecycle-input';
import { compareCopy, type CopyComparison } from './compare-copy';
import { copyInTheWay, embedForCopy, findCopiedSections, type CopiedSection } from './copied-section';
import { foreignAddress, type PagesAt } from './find-pages';

/** Why it cannot be said what stood at a copy's place. */
export type CopyProblem =
  /** Its page was not published: the publisher leaves no address. */
  | { readonly kind: 'unpublished' }
  /** The address names a host, or a place outside any vault. */
  | { readonly kind: 'foreign'; readonly why: 'host' | 'outside' }
  | { readonly kind: 'missing-note' }
  /** A note says the same whose address it would be by a path rewrite rule that the settings do not have. */
  | { readonly kind: 'missing-rule'; readonly path: string; readonly rule: string }
  | { readonly kind: 'ambiguous-note'; readonly paths: readonly string[] }
  | { readonly kind: 'missing-section'; readonly path: string; readonly isEmpty: boolean }
  /** No link can name the note or the heading. */
  | { readonly kind: 'unlinkable'; readonly path: string };

/** Where a copy's text is written now. */
export interface CopySource {
  readonly path: string;
  readonly section: CopiedSection;
  /** Another heading of the note has the same slug, so the copy may be of that one. */
  readonly isAmbiguous: boolean;
  /** The embed that says the same, with the full vault path. */
  readonly embed: string;
  /** A copy of the source note, by index, in which the app would find an equal heading first; else null. */
  readonly inTheWay: number | null;
}

/** What is known of one published copy. */
export type CopyState =
  (CopyComparison & { readonly source: CopySource }) | { readonly kind: 'left'; readonly problem: CopyProblem };

export interface CopyVault {
  readonly resolve: ResolveLink;
  /** The pages at the addresses of every copy that is compared. */
  readonly pages: PagesAt;
  /** By address without a page: the one note of its name. */
  readonly lookalikes: ReadonlyMap<string, string>;
  /** The note at a path that `pages` names; null when it cannot be read. */
  readonly source: (path: string) => NoteSource | null;
}

const left = (problem: CopyProblem): CopyState => ({ kind: 'left', problem });

/** Finds the section that a copy was made of, by its address, and says whether it still reads the same. */
export function assessCopy(host: NoteSource, copy: PublishedCopy, vault: CopyVault): CopyState {
  if (copy.page === null) return left({ kind: 'unpublished' });
  const why = foreignAddress(copy.page);
  if (why !== null) return left({ kind: 'foreign', why });
  const paths = vault.pages.get(normalizeAddress(copy.page)) ?? [];
  const [path] = paths;
  const target = path === undefined ? null : vault.source(path);
  if (path === undefined || target === null) return left(missingPage(host, copy, vault));
  if (paths.length > 1) return left({ kind: 'ambiguous-note', paths });
  return assessAgainst(host, copy, target, vault);
}

/**
 * Where no note is published: whether one would be by a rule that is missing. A name alone does not tell: the note says the same, or has that section, in a folder of
 * that name.
 */
function missingPage(host: NoteSource, copy: PublishedCopy, vault: CopyVault): CopyProblem {
  const address = normalizeAddress(copy.page ?? '');
  const path = vault.lookalikes.get(address);
  const target = path === undefined ? null : vault.source(path);
  const rule = path === undefined ? null : missingRule(path, address);
  if (!target || path === undefined || rule === null) return { kind: 'missing-note' };
  const state = assessAgainst(host, copy, target, vault);
  const folderStays = path.slice(rule.indexOf(':') + 1).includes('/');
  return state.kind === 'exact' || (state.kind === 'stale' && copy.hasFragment && folderStays)
    ? { kind: 'missing-rule', path, rule }
    : { kind: 'missing-note' };
}

/** The same when it is known which note the copy was made of. */
export function assessAgainst(host: NoteSource, copy: PublishedCopy, target: NoteSource, vault: CopyVault): CopyState {
  const isEmpty = target.text.slice(target.bodyStart).trim() === '';
  const sections = isEmpty ? [] : findCopiedSections(target, copy);
  const [first] = sections;
  if (!first) return left({ kind: 'missing-section', path: target.path, isEmpty });
  const place = { host, target, resolve: vault.resolve, pages: vault.pages };
  // Of headings with one slug the publisher took the first, but they may have changed places since.
  const section = sections.find((one) => compareCopy(copy, one, place).kind !== 'stale') ?? first;
  const embed = embedForCopy(
    target.path,
    section,
    copy.title,
    (linkpath) => vault.resolve(linkpath, host.path) === target.path,
  );
  if (embed === null) return left({ kind: 'unlinkable', path: target.path });
  const source = {
    path: target.path,
    section,
    embed,
    isAmbiguous: sections.length > 1,
    inTheWay: copyInTheWay(target, section),
  };
  return { ...compareCopy(copy, section, place), source };
}

import slugify from '@sindresorhus/slugify';
import { isLetterOrDigit } from './ascii';
import type { NoteMetadata } from './note-metadata';

const NONE: readonly never[] = [];

/**
 * The Digital Garden's slug of one path segment or heading: `@sindresorhus/slugify` 1.1.2, since later versions have
 * other rules. The library builds some 1,600 regular expressions a call, all of them for characters outside ASCII, so plain
 * ASCII takes the same steps without it.
 */
export function gardenSlug(text: string): string {
  if (!/^[\x20-\x7E]*$/.test(text)) return slugify(text);
  return text
    .replace(/&/g, ' and ')
    .replace(/([A-Z]{2,})(\d+)/g, '$1 $2')
    .replace(/([a-z\d]+)([A-Z]{2,})/g, '$1 $2')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z\d]+)/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The address the Digital Garden gives a note that has no permalink: each segment's slug between slashes. */
export function gardenAddress(path: string): string {
  const segments = path
    .replace(/\.[^./]*$/, '')
    .split('/')
    .map(gardenSlug);
  return `/${segments.join('/')}/`;
}

/** An address or permalink as it is compared: one slash at each end, lower case. */
export function normalizeAddress(address: string): string {
  return `/${address.trim().replace(/^\/+|\/+$/g, '')}/`.replace(/^\/\/$/, '/').toLowerCase();
}

/** The addresses that a note's properties give it, as written: by `permalink`, then by `dg-permalink`; null where one gives none, as a blank one does. */
export const permalinksOf = (frontmatter: NoteMetadata['frontmatter']): readonly (string | null)[] =>
  [frontmatter?.permalink, frontmatter?.['dg-permalink']].map((address) =>
    typeof address === 'string' && address.trim() !== '' ? address : null,
  );

/** The same normalized, without those that give none. */
export function siteAddresses({ frontmatter }: NoteMetadata): readonly string[] {
  if (frontmatter?.permalink === undefined && frontmatter?.['dg-permalink'] === undefined) return NONE;
  const addresses = permalinksOf(frontmatter).flatMap((address) => address ?? []);
  return addresses.map(normalizeAddress);
}

/** The parts of an address, none for the site's home. */
export const addressSegments = (address: string): string[] => address.split('/').filter((segment) => segment !== '');

/** What a slug leaves as it is, but for case: the next ASCII letter or digit at or after `at`, or the text's length. */
function nextLetter(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && !isLetterOrDigit(text.charCodeAt(next) | 32) && !isLetterOrDigit(text.charCodeAt(next))) next++;
  return next;
}

/** The path that the Garden gives a note by its path rewrite rules, `from:to` each: the first whose `from` begins the path is used. */
export function gardenPath(path: string, rules: readonly string[]): string {
  for (const rule of rules) {
    const [from = '', to] = rule.split(':');
    if (to !== undefined && path.startsWith(from)) return (to + path.slice(from.length)).replace(/^\//, '');
  }
  return path;
}

/**
 * The rule by which the note at `path` would be published at `address` (normalized): what stands before the segments that both end in. Null where they end in
 * none alike, or only the name of a note in no folder.
 */
export function missingRule(path: string, address: string): string | null {
  const segments = path.replace(/\.[^./]*$/, '').split('/');
  const there = addressSegments(address);
  let alike = 0;
  while (
    alike < Math.min(segments.length, there.length) &&
    gardenSlug(segments.at(-1 - alike) ?? '') === there.at(-1 - alike)
  )
    alike++;
  const from = segments.slice(0, segments.length - alike).join('/');
  return alike === 0 || from === '' ? null : `${from}:${there.slice(0, there.length - alike).join('/')}`;
}

/** Whether the note would be published at the address (normalized), by the rewrite rules or without. */
export const isPublishedAt = (path: string, address: string, rules: readonly string[] = []): boolean => {
  const rewritten = gardenPath(path, rules);
  return isAtAddress(path, address) || (rewritten !== path && isAtAddress(rewritten, address));
};

/**
 * Whether the note at `path` would be published at `address` (normalized). Asked for each note of a vault, so most are told apart without
 * making a string: a slug keeps ASCII letters and digits in their order, and only `&` and what is not ASCII adds others.
 */
function isAtAddress(path: string, address: string): boolean {
  const dot = path.lastIndexOf('.');
  const end = dot > path.lastIndexOf('/') ? dot : path.length;
  const addsLetters = /[^ -~]|&/.test(path);
  let at = nextLetter(path, 0, end);
  let there = nextLetter(address, 0, address.length);
  while (at < end && there < address.length) {
    const same = (path.charCodeAt(at) | 32) === (address.charCodeAt(there) | 32);
    if (!same && !addsLetters) return false;
    if (same) at = nextLetter(path, at + 1, end);
    there = nextLetter(address, there + 1, address.length);
  }
  if (at < end || (there < address.length && !addsLetters)) return false;
  // The publisher can be told to leave paths as they are.
  return gardenAddress(path) === address || normalizeAddress(path.slice(0, end)) === address;
}

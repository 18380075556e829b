import slugify from '@sindresorhus/slugify';

/**
 * The Digital Garden's slug of one path segment or heading: `@sindresorhus/slugify` 1.1.2, whose rules later versions changed
 * (LINKS 5.3). The library builds some 1,600 regular expressions a call, all of them for characters outside ASCII, so plain
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

/** The address the Digital Garden gives a note that has no permalink: each segment's slug between slashes (LINKS 5.1). */
export function gardenAddress(path: string): string {
  const segments = path.replace(/\.[^./]*$/, '').split('/').map(gardenSlug);
  return `/${segments.join('/')}/`;
}

/** An address or permalink as it is compared: one slash at each end, lower case. */
export function normalizeAddress(address: string): string {
  return `/${address.trim().replace(/^\/+|\/+$/g, '')}/`.replace(/^\/\/$/, '/').toLowerCase();
}

/**
 * Whether the note at `path` would be published at `address` (normalized). Most notes are told apart by their letters and digits
 * alone, which a slug keeps; only the rest are slugged.
 */
export function isPublishedAt(path: string, address: string): boolean {
  const letters = (text: string): string => text.replace(/&/g, 'and').toLowerCase().replace(/[^a-z\d]+/g, '');
  const bare = path.replace(/\.[^./]*$/, '');
  const isAscii = /^[\x20-\x7E]*$/.test(bare);
  if (isAscii && letters(bare) !== letters(address)) return false;
  // Accented letters become others, but a slug never loses an ASCII letter: they stand in the address in the same order.
  if (!isAscii && !isSubsequence(letters(bare.replace(/&/g, '')), address)) return false;
  return gardenAddress(path) === address;
}

function isSubsequence(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

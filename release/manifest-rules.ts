/** What the community directory asks of manifest.json, as its documentation and its lint rule say. */
const ALLOWED = new Set([
  'id',
  'name',
  'version',
  'minAppVersion',
  'description',
  'author',
  'isDesktopOnly',
  'authorUrl',
  'fundingUrl',
]);
const REQUIRED = ['id', 'name', 'version', 'minAppVersion', 'description', 'author', 'isDesktopOnly'];

type Manifest = Readonly<Record<string, unknown>>;

/** A rule, and what breaks it: answers with a sentence, or null. */
const RULES: readonly ((manifest: Manifest, text: (key: string) => string) => string | null)[] = [
  (manifest) =>
    missing(
      REQUIRED.filter((key) => !(key in manifest)),
      'is missing',
    ),
  (manifest) =>
    missing(
      Object.keys(manifest).filter((key) => !ALLOWED.has(key)),
      'is not allowed',
    ),
  ({ isDesktopOnly }) => (typeof isDesktopOnly === 'boolean' ? null : 'isDesktopOnly is true or false'),
  (_, text) => (/^[a-z][a-z0-9-]*$/.test(text('id')) ? null : 'id holds lower case letters, digits and hyphens only'),
  (_, text) => (/obsidian|plugin$/.test(text('id')) ? 'id holds no "obsidian" and does not end in "plugin"' : null),
  (_, text) => (/obsidian|plugin/i.test(text('name')) ? 'name holds neither "Obsidian" nor "Plugin"' : null),
  (_, text) => (/^\d+\.\d+\.\d+$/.test(text('version')) ? null : 'version is three numbers'),
  (_, text) => (/^\d+\.\d+\.\d+$/.test(text('minAppVersion')) ? null : 'minAppVersion is three numbers'),
  (_, text) =>
    /^[A-Za-z0-9\s.,!?'"-]+$/.test(text('description'))
      ? null
      : 'description holds letters, digits and . , ! ? \' " - only',
  (_, text) => (text('description').length <= 250 ? null : 'description has at most 250 characters'),
  (_, text) => (text('description').endsWith('.') ? null : 'description ends with a full stop'),
  (_, text) =>
    /obsidian|this plugin/i.test(text('description')) ? 'description says neither "Obsidian" nor "This plugin"' : null,
];

export function manifestProblems(manifest: Manifest): string[] {
  const text = (key: string): string => (typeof manifest[key] === 'string' ? manifest[key] : '');
  return RULES.flatMap((rule) => rule(manifest, text) ?? []);
}

const missing = (keys: readonly string[], what: string): string | null =>
  keys.length === 0 ? null : `${keys.join(', ')} ${what}`;

/** Which notes are not indexed. */
export interface IgnoreRules {
  /** Folder paths without slashes at the ends: templates, and what the user ignores. */
  readonly folders: readonly string[];
  /** Obsidian's "Excluded files": a path's beginning, or a regular expression between slashes. */
  readonly excluded: readonly string[];
}

/** Builds the test for vault paths. A regular expression that does not parse excludes nothing. Case does not count, as in the app. */
export function buildIgnoreTest({ folders, excluded }: IgnoreRules): (path: string) => boolean {
  const beginnings = [
    ...folders.filter((folder) => folder !== '').map((folder) => `${folder}/`),
    ...excluded.filter((rule) => rule !== '' && !isPattern(rule)),
  ].map((beginning) => beginning.toLowerCase());
  const patterns = excluded.filter(isPattern).flatMap((rule) => parsePattern(rule.slice(1, -1)) ?? []);
  const longest = Math.max(0, ...beginnings.map(({ length }) => length));
  return (path) => {
    const lower = path.slice(0, longest).toLowerCase();
    for (const beginning of beginnings) if (lower.startsWith(beginning)) return true;
    return patterns.some((pattern) => pattern.test(path));
  };
}

const isPattern = (rule: string): boolean => rule.length > 2 && rule.startsWith('/') && rule.endsWith('/');

function parsePattern(source: string): RegExp | null {
  try {
    return new RegExp(source, 'i');
  } catch {
    return null;
  }
}

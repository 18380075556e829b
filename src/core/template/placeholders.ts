/** What a template can name besides dates and the cursor. README, "Templates", explains each. */
export const PLACEHOLDERS = [
  'title',
  'phase',
  'purpose',
  'phase-link',
  'phase-summary',
  'phase-overview',
  'owner',
  'owner-link',
  'due',
  'summary',
  'publish',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** `{{name}}` or `{{date:FORMAT}}`, as in core Templates; blanks inside do not count. */
export const PLACEHOLDER = /\{\{[ \t]*([A-Za-z][A-Za-z-]*)[ \t]*(?::([^{}\n]*))?\}\}/g;

/** Writes the present moment in a format of Moment's, as the user's templates name it. */
export type FormatNow = (format: string) => string;

/** What core Templates writes where no format is given. */
const DEFAULT_FORMATS: Readonly<Record<string, string>> = { date: 'YYYY-MM-DD', time: 'HH:mm' };

/** The names, in lower case, that a template uses: what need not be found out is not. */
export function placeholdersIn(template: string): ReadonlySet<string> {
  return new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name.toLowerCase()));
}

/** A date's or time's text for a placeholder, or null when it is none. */
export function dateOf(name: string, format: string | undefined, now: FormatNow): string | null {
  const usual = DEFAULT_FORMATS[name];
  if (usual === undefined) return null;
  return now(format === undefined || format.trim() === '' ? usual : format);
}

export const isPlaceholder = (name: string): name is Placeholder => PLACEHOLDERS.some((known) => known === name);

import { readMarkdown } from '../markdown/read-markdown';
import { HEADING_MARKS } from '../markdown/marks/line-marks';
import { fillFrontmatter, type ValueOf } from './fill-frontmatter';
import { dateOf, isPlaceholder, PLACEHOLDER, type FormatNow, type Placeholder } from './placeholders';

/** What the placeholders stand for; one that is not given stands for nothing. */
export interface TemplateValues {
  readonly values: Readonly<Partial<Record<Placeholder, string>>>;
  /** What stands in a property instead: Obsidian reads no Markdown link there. */
  readonly inProperties: Readonly<Partial<Record<Placeholder, string>>>;
  readonly now: FormatNow;
}

export interface FilledTemplate {
  readonly text: string;
  /** UTF-16 offset at which one goes on writing, or null when the template does not say. */
  readonly cursor: number | null;
  /** Placeholders that nobody knows, as written; they stand in the text as they are. */
  readonly unknown: readonly string[];
}

/** Stands for the cursor until the text is whole; no text has it. */
const CURSOR = '\uE010';

/** Whether each line is blank or holds nothing but placeholders, one of them at least. */
function isAllPlaceholders(lines: readonly string[]): boolean {
  const rest = lines.join('\n');
  return rest.replace(PLACEHOLDER, '').trim() === '' && rest.search(PLACEHOLDER) >= 0;
}

/** The body with placeholders filled. A heading below which only placeholders stood that came out empty goes with them. */
function fillBody(lines: readonly string[], fill: (line: string) => string): string[] {
  const filled: string[] = [];
  const { headings = [] } = readMarkdown(lines.join('\n')).metadata;
  for (let at = 0; at < lines.length;) {
    const own = headings.find(({ position }) => position.start.line === at);
    const next = headings.find(({ position }) => position.start.line > at);
    const end = next?.position.start.line ?? lines.length;
    const written = lines.slice(at, end).map(fill);
    const mayGo = own && isAllPlaceholders(lines.slice(at + 1, end)) && (next?.level ?? 0) <= own.level;
    if (mayGo && written.slice(1).join('').replaceAll(EMPTIED, '').trim() === '') {
      while (!next && filled.at(-1)?.trim() === '') filled.pop();
      if (!next) filled.push('');
    } else filled.push(...written);
    at = end;
  }
  return filled;
}

/** A line on which only placeholders stood that came out empty is no line. */
const EMPTIED = '\uE011';

/**
 * A template's text with its placeholders filled (README, "Templates"); line ends become LF. Properties without a value are left out. What
 * stands for a placeholder is not looked into again.
 */
export function fillTemplate(template: string, { values, inProperties, now }: TemplateValues): FilledTemplate {
  const unknown = new Set<string>();
  const valueFrom =
    (places: readonly TemplateValues['values'][]): ValueOf =>
    (name, format) => {
      const date = dateOf(name, format, now);
      if (date !== null) return date;
      if (name === 'cursor') return CURSOR;
      if (!isPlaceholder(name) || format !== undefined) return null;
      return (
        places
          .map((place) => place[name])
          .find((value) => value !== undefined)
          ?.replace(/[\uE010\uE011]/g, '') ?? ''
      );
    };
  const inBody = valueFrom([values]);
  const fill = (line: string): string => {
    const filled = line.replace(PLACEHOLDER, (whole: string, name: string, format?: string) => {
      const value = inBody(name.toLowerCase(), format);
      if (value === null) unknown.add(whole);
      return value ?? whole;
    });
    if (HEADING_MARKS.test(line)) return filled.replace(/[ \t]{2,}/g, ' ').trimEnd();
    return filled.trim() === '' && line.trim() !== '' ? EMPTIED : filled;
  };
  const lines = template
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const close = lines[0] === '---' ? lines.findIndex((line, at) => at > 0 && /^---[ \t]*$/.test(line)) : -1;
  const frontmatter =
    close < 0
      ? []
      : fillFrontmatter(lines.slice(1, close), (name, format) => {
          const value = valueFrom([inProperties, values])(name, format);
          if (value === null) unknown.add(`{{${name}${format === undefined ? '' : `:${format}`}}}`);
          return value?.replaceAll(CURSOR, '') ?? null;
        });
  const body = fillBody(lines.slice(close + 1), fill).filter((line) => line !== EMPTIED);
  // A template's blank line below the frontmatter goes with it.
  while (frontmatter.length === 0 && close >= 0 && body[0] === '') body.shift();
  const marked = [...(frontmatter.length === 0 ? [] : ['---', ...frontmatter, '---']), ...body].join('\n');
  const at = marked.indexOf(CURSOR);
  return { text: marked.replaceAll(CURSOR, ''), cursor: at < 0 ? null : at, unknown: [...unknown] };
}

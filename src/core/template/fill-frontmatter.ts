import { flowParts } from './flow-parts';
import { PLACEHOLDER } from './placeholders';

/** What a placeholder stands for here: its value, or null to leave it as it is. */
export type ValueOf = (name: string, format: string | undefined) => string | null;

/** A property's or list item's line: what stands before the value, and the value. */
const ENTRY = /^(\s*-[ \t]+(?:[^\s:"'[{][^:]*:[ \t]+)?|\s*(?:"[^"]*"|'[^']*'|[^\s:"'#][^:]*):[ \t]+)(.*)$/;

/** A property without a value on its own line: its list follows. */
const LIST_KEY = /^(?:"[^"]*"|'[^']*'|[^\s:"'#-][^:]*):[ \t]*$/;

/** Plain YAML text: begins with a letter and holds nothing that YAML reads as more than text. */
const PLAIN = /^(?!(?:true|false|yes|no|on|off|null|y|n)$)[\p{L}](?:[^:#[\]{},&*!|>'"%@`\n]|:(?=\S))*$/iu;

/** Values that are no text: they stand without quotes. */
const LITERAL = /^(?:true|false|\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?)$/;

const isTyped = (name: string): boolean => ['publish', 'due', 'date', 'time', 'cursor'].includes(name);

/** A value, and the comment behind it. */
const VALUE = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[.*\]|.*?)([ \t]+#.*)?$/;

/** A list in brackets. Double ones are somebody's unquoted wikilink. */
const LIST = /^\[(?!\[)(.*)\]$/;

const fillText = (text: string, valueOf: ValueOf): string => text.replace(PLACEHOLDER, (whole: string, name: string, format?: string) => valueOf(name.toLowerCase(), format) ?? whole);

/** A value as the quotes around it ask for it: escaped, or in quotes of its own where plain text would be read as something else. */
function fillScalar(written: string, valueOf: ValueOf): string {
  const quote = /^["']/.exec(written)?.[0];
  const found: string[] = [];
  const filled = written.replace(PLACEHOLDER, (whole: string, name: string, format?: string) => {
    const value = valueOf(name.toLowerCase(), format);
    if (value === null) return whole;
    found.push(name.toLowerCase());
    return quote === '"' ? JSON.stringify(value).slice(1, -1) : quote === "'" ? value.replace(/'/g, "''").replace(/\n/g, ' ') : value;
  });
  if (found.length === 0 || quote !== undefined || /^(?:\[|\{(?!\{))/.test(written)) return filled;
  return PLAIN.test(filled.trim()) || (found.every(isTyped) && LITERAL.test(filled.trim())) ? filled : JSON.stringify(filled.trim());
}

/** Whether nothing but quotes stands around placeholders that all stand for nothing. */
function isScalarEmpty(written: string, valueOf: ValueOf): boolean {
  const filled = [...written.matchAll(PLACEHOLDER)];
  const around = written.replace(PLACEHOLDER, '').replace(/["'[\]\s]/g, '');
  return filled.length > 0 && around === '' && filled.every(([, name = '', format]) => valueOf(name.toLowerCase(), format)?.trim() === '');
}

/** The value filled, with its comment; null when nothing is left of it. Of a list in brackets the items that are left. */
function fillValue(written: string, valueOf: ValueOf): string | null {
  const [, value = '', comment = ''] = VALUE.exec(written) ?? [];
  const list = written.search(PLACEHOLDER) < 0 ? undefined : LIST.exec(value)?.[1];
  if (list === undefined) return isScalarEmpty(value, valueOf) ? null : fillScalar(value, valueOf) + fillText(comment, valueOf);
  const items = flowParts(list).filter((item) => !isScalarEmpty(item, valueOf));
  return items.length === 0 ? null : `[${items.map((item) => fillScalar(item, valueOf)).join(', ')}]${fillText(comment, valueOf)}`;
}

/**
 * The lines of a template's frontmatter with placeholders filled. A property, or an item of a property's list, whose value comes out empty is
 * left out, and so is a property whose whole list went.
 */
export function fillFrontmatter(lines: readonly string[], valueOf: ValueOf): string[] {
  const filled: string[] = [];
  let listKey = -1;
  let hasLost = false;
  const closeList = (): void => {
    if (listKey === filled.length - 1 && hasLost) filled.pop();
    listKey = -1;
    hasLost = false;
  };
  for (const line of lines) {
    const [, before, value = ''] = ENTRY.exec(line) ?? [];
    const isItem = /^\s*-\s/.test(line);
    if (!isItem && /^\S/.test(line)) closeList();
    if (before === undefined) {
      filled.push(fillText(line, valueOf));
      if (LIST_KEY.test(line)) listKey = filled.length - 1;
    } else {
      const own = fillValue(value, valueOf);
      if (own === null) hasLost ||= isItem;
      else filled.push(before + own);
    }
  }
  closeList();
  return filled;
}

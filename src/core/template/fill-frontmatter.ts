import { readFrontmatter } from '../frontmatter/read-frontmatter';
import { writeKey, writeScalar } from '../frontmatter/write-scalar';
import { linesOfItem, type YamlNode } from '../frontmatter/yaml-node';
import type { PlainEdit, Span } from '../text/text-edit';
import { PLACEHOLDER } from './placeholders';

/** What a placeholder stands for here: its value, or null to leave it as it is. */
export type ValueOf = (name: string, format: string | undefined) => string | null;

/** Values that are no text: they stand without quotes. */
const LITERAL = /^(?:true|false|\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?)$/;

const isTyped = (name: string): boolean => ['publish', 'due', 'date', 'time', 'cursor'].includes(name);

/** While YAML is read a placeholder is a word without braces, which mean something to it. */
const WORD = /\uE012(\d+)\uE013/g;

interface Placeholder {
  readonly written: string;
  readonly name: string;
  readonly value: string | null;
}

/** Fills the values of a template's frontmatter where they stand. */
class Filling {
  private readonly placeholders: Placeholder[] = [];
  readonly text: string;

  constructor(yaml: string, valueOf: ValueOf) {
    const masked = yaml
      .replace(/[\uE012\uE013]/g, '')
      .replace(PLACEHOLDER, (written: string, name: string, format?: string) => {
        const at =
          this.placeholders.push({ written, name: name.toLowerCase(), value: valueOf(name.toLowerCase(), format) }) - 1;
        return `\uE012${at}\uE013`;
      });
    this.text = `---\n${masked}\n---`;
  }

  private inside(written: string): Placeholder[] {
    return [...written.matchAll(WORD)].flatMap(([, at]) => this.placeholders[Number(at)] ?? []);
  }

  fillText(written: string, escape: (value: string) => string = (value) => value): string {
    return written.replace(WORD, (_word, at: string) => {
      const one = this.placeholders[Number(at)];
      return one === undefined ? '' : one.value === null ? one.written : escape(one.value);
    });
  }

  /** A value as the quotes around it ask for it: escaped, or in quotes of its own where plain text would be read as something else. */
  private fillScalar(written: string): string {
    if (written.startsWith('"')) return this.fillText(written, (value) => JSON.stringify(value).slice(1, -1));
    if (written.startsWith("'"))
      return this.fillText(written, (value) => value.replace(/'/g, "''").replace(/\n/g, ' '));
    const filled = this.fillText(written);
    const found = this.inside(written).filter(({ value }) => value !== null);
    if (found.length === 0 || /^[{[]/.test(written)) return filled;
    return found.every(({ name }) => isTyped(name)) && LITERAL.test(filled.trim())
      ? filled
      : writeScalar(filled.trim(), 'plain');
  }

  /** Whether nothing but quotes and brackets stands around placeholders that all stand for nothing. */
  private isEmpty(written: string): boolean {
    const found = this.inside(written);
    return (
      found.length > 0 &&
      written.replace(WORD, '').replace(/["'[\]\s]/g, '') === '' &&
      found.every(({ value }) => value?.trim() === '')
    );
  }

  /** The edits that fill a value, or null when nothing is left of it. */
  value(node: YamlNode): readonly PlainEdit[] | null {
    const { start, end } = node;
    const written = this.text.slice(start, end);
    if (this.inside(written).length === 0) return [];
    switch (node.kind) {
      case 'scalar':
        return this.isEmpty(written) ? null : [{ start, end, insert: this.fillScalar(written) }];
      case 'flow-list': {
        if (this.isEmpty(written)) return null;
        // Double brackets are somebody's unquoted wikilink.
        if (written.startsWith('[[')) return [{ start, end, insert: this.fillText(written) }];
        const items = node.items
          .map((item) => this.text.slice(item.start, item.end))
          .filter((item) => !this.isEmpty(item));
        return items.length === 0
          ? null
          : [{ start, end, insert: `[${items.map((item) => this.fillScalar(item)).join(', ')}]` }];
      }
      case 'block-list':
        return this.all(node.items.map((item) => ({ ...linesOfItem(this.text, item), edits: this.value(item) })));
      case 'block-map':
        return this.all(node.entries.map(({ start, end, value }) => ({ start, end, edits: this.value(value) })));
      default:
        return [{ start, end, insert: this.fillText(written) }];
    }
  }

  /** Those of several that are left; null when none is. */
  private all(parts: readonly (Span & { readonly edits: readonly PlainEdit[] | null })[]): readonly PlainEdit[] | null {
    if (parts.every(({ edits }) => edits === null)) return null;
    return parts.flatMap(({ start, end, edits }) => edits ?? [{ start, end, insert: '' }]);
  }

  apply(edits: readonly PlainEdit[], from: number, to: number): string {
    let filled = '';
    let at = from;
    for (const { start, end, insert } of edits) {
      filled += this.fillText(this.text.slice(at, start)) + insert;
      at = end;
    }
    return filled + this.fillText(this.text.slice(at, to));
  }
}

/**
 * The lines of a template's frontmatter with placeholders filled; the JSON form that the publisher leaves becomes ordinary lines. A property, or an item of
 * a property's list, whose value comes out empty is left out, and so is a property whose whole list went.
 */
export function fillFrontmatter(lines: readonly string[], valueOf: ValueOf): string[] {
  const filling = new Filling(lines.join('\n'), valueOf);
  const { text } = filling;
  const read = readFrontmatter(text, 0, text.length);
  if (lines.length === 0) return [];
  if (!read) return filling.fillText(text.slice(4, -4)).split('\n');
  if (read.map)
    return read.entries.flatMap(({ key, start, colonEnd, value }) => {
      const edits = filling.value(value);
      if (edits === null) return [];
      const name = writeKey(key) === key ? key : text.slice(start, colonEnd - 1).trim();
      return `${name}: ${filling.apply(edits, value.start, value.end).replace(/\s*\n\s*/g, ' ')}`.trimEnd();
    });
  const edits = read.entries.flatMap(({ start, end, value }) => filling.value(value) ?? [{ start, end, insert: '' }]);
  const body = filling.apply(edits, 4, read.end);
  return body === '' ? [] : body.replace(/\n$/, '').split('\n');
}

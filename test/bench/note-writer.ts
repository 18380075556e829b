/**
 * Writes a note's text and its metadata side by side, for the few constructs that the generated notes are made of. Parsing 40,000
 * notes would take ten minutes; that this agrees with the parser is checked on a sample (check-metadata.ts).
 */
import type {
  CachedMetadata,
  HeadingCache,
  LinkCache,
  ListItemCache,
  Loc,
  Pos,
  SectionCache,
  TagCache,
} from 'obsidian';

/** Wikilinks, embeds and tags as the generated notes hold them: never in code, never escaped. */
const INLINE = /(!?)\[\[([^\]|]+)(?:\|([^\]]+))?\]\]|(?<=^|\s)#[a-z][\w/-]*/g;

export interface Item {
  /** 0 for an item of the list itself, 1 for one nested in the item above. */
  readonly depth: number;
  /** What stands behind the marker and the checkbox. */
  readonly text: string;
  readonly task?: string;
}

export interface WrittenNote {
  readonly text: string;
  readonly metadata: CachedMetadata;
}

export class NoteWriter {
  readonly #lines: string[] = [];
  #offset = 0;
  readonly #headings: HeadingCache[] = [];
  readonly #sections: SectionCache[] = [];
  readonly #items: ListItemCache[] = [];
  readonly #links: LinkCache[] = [];
  readonly #embeds: LinkCache[] = [];
  readonly #tags: TagCache[] = [];
  #frontmatter: Partial<CachedMetadata> = {};

  /** UTF-16 units written so far. */
  get length(): number {
    return this.#offset;
  }

  /** Strings, and lists of strings, by key. */
  frontmatter(properties: Readonly<Record<string, string | readonly string[]>>): void {
    const start = this.#here();
    this.#line('---');
    for (const [key, value] of Object.entries(properties))
      this.#line(`${key}: ${typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`}`);
    const position = { start, end: this.#line('---').end };
    this.#sections.push({ type: 'yaml', position });
    const links = Object.entries(properties).flatMap(([key, value]) =>
      typeof value === 'string' ? frontmatterLink(key, value) : [],
    );
    // The one list that is there when it is empty.
    this.#frontmatter = { frontmatter: { ...properties }, frontmatterPosition: position, frontmatterLinks: links };
  }

  heading(level: number, text: string): void {
    const position = this.#inlineLine(`${'#'.repeat(level)} ${text}`);
    this.#headings.push({ heading: text, level, position });
    this.#sections.push({ type: 'heading', position });
  }

  /** Ends with a blank line, unless a heading follows. */
  paragraph(...lines: readonly string[]): void {
    this.#section('paragraph', lines);
    this.blank();
  }

  quote(...lines: readonly string[]): void {
    this.#section(
      'callout',
      lines.map((line, index) => `> ${index === 0 ? '[!note] ' : ''}${line}`),
    );
    this.blank();
  }

  table(rows: readonly (readonly string[])[]): void {
    const [head = [], ...body] = rows;
    this.#section(
      'table',
      [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`),
    );
    this.blank();
  }

  code(...lines: readonly string[]): void {
    const start = this.#here();
    for (const line of ['```bash', ...lines]) this.#line(line);
    this.#sections.push({ type: 'code', position: { start, end: this.#line('```').end } });
    this.blank();
  }

  /** `tail` stands right below the list, so that the parser takes it into the last item, which must not be nested. */
  list(items: readonly Item[], tail?: string): void {
    const start = this.#here();
    // A root item's parent is the list's own first line, negative; 0 would say nothing, so line 0 counts as 1.
    const root = -Math.max(1, start.line);
    let above = root;
    let end = start;
    items.forEach(({ depth, text, task }, index) => {
      const indent = '  '.repeat(depth);
      const own = this.#inlineLine(`${indent}- ${task === undefined ? '' : `[${task}] `}${text}`);
      const isLast = index === items.length - 1;
      end = isLast && tail !== undefined ? this.#inlineLine(tail).end : own.end;
      const position = { start: { ...own.start, col: indent.length, offset: own.start.offset + indent.length }, end };
      this.#items.push({ position, parent: depth === 0 ? root : above, ...(task !== undefined && { task }) });
      if (depth === 0) above = own.start.line;
    });
    this.#sections.push({ type: 'list', position: { start, end } });
    this.blank();
  }

  blank(): void {
    this.#line('');
  }

  finish(): WrittenNote {
    const lists = {
      headings: this.#headings,
      sections: this.#sections,
      listItems: this.#items,
      links: this.#links,
      embeds: this.#embeds,
      tags: this.#tags,
    };
    const present = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
    return { text: this.#lines.join('\n'), metadata: { ...present, ...this.#frontmatter } };
  }

  #section(type: string, lines: readonly string[]): void {
    const positions = lines.map((line) => this.#inlineLine(line));
    const [first, last] = [positions[0], positions.at(-1)];
    if (!first || !last) throw new Error(`A ${type} needs a line.`);
    this.#sections.push({ type, position: { start: first.start, end: last.end } });
  }

  #here(): Loc {
    return { line: this.#lines.length, col: 0, offset: this.#offset };
  }

  #line(text: string): Pos {
    const start = this.#here();
    this.#lines.push(text);
    this.#offset += text.length + 1;
    return { start, end: { line: start.line, col: text.length, offset: start.offset + text.length } };
  }

  /** Writes a line and notes the links, embeds and tags in it. */
  #inlineLine(text: string): Pos {
    const position = this.#line(text);
    if (!text.includes('[[') && !text.includes('#')) return position;
    const { line, offset } = position.start;
    for (const { 0: original, 1: bang, 2: link, 3: alias, index } of text.matchAll(INLINE)) {
      const at: Pos = {
        start: { line, col: index, offset: offset + index },
        end: { line, col: index + original.length, offset: offset + index + original.length },
      };
      if (link === undefined) this.#tags.push({ tag: original, position: at });
      else
        (bang === '!' ? this.#embeds : this.#links).push({
          link,
          original,
          displayText: alias ?? shown(link),
          position: at,
        });
    }
    return position;
  }
}

const quoted = (value: string): string => (value.includes('[[') ? `"${value}"` : value);

/** `Note#Heading` is shown as `Note > Heading`. */
const shown = (link: string): string => link.split('#').join(' > ');

function frontmatterLink(key: string, value: string): NonNullable<CachedMetadata['frontmatterLinks']> {
  const [match] = value.matchAll(INLINE);
  const link = match?.[2];
  return link === undefined ? [] : [{ key, link, original: value, displayText: match?.[3] ?? shown(link) }];
}

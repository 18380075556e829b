import { freeLines, frontmatterEnd, type FreeLine } from './free-lines';
import { targetOf } from './link-text';
import type { BlockMetadata, HeadingMetadata, LinkMetadata, NoteMetadata, Pos } from './note-metadata';
import { lineAt, nextLineStart } from './text-line';

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
/** Lines that are no text of a paragraph: blank and indented ones, quotes, tables. */
const NO_TEXT = /^(?:\s*$| {4}|\t|\s*[>|])/;
const MARKER = /^\s*(?:[-*+]|\d+[.)])\s/;
const LINK = /(!?)\[\[((?:[^[\]\n]|\](?!\]))+)\]\]|(!?)\[[^\]\n]*\]\(([^\s()]+)\)/g;
const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)[ \t]*$/;
const PROPERTY = /^("[^"]*"|'[^']*'|[^\s:#"'-][^:]*):[ \t]*(.*?)[ \t]*$/;

const positionOf = (from: FreeLine, to: FreeLine = from): Pos => ({
  start: { line: from.line, col: 0, offset: from.start },
  end: { line: to.line, col: to.end - to.start, offset: to.end },
});

function readHeadings(text: string, lines: readonly FreeLine[]): HeadingMetadata[] {
  const headings: HeadingMetadata[] = [];
  /** The first line of the paragraph that is open, and the indentation of what stands in the list item that is. */
  let [paragraph, inItem]: [FreeLine | null, number] = [null, Infinity];
  let above: FreeLine | undefined;
  for (const line of lines) {
    const own = text.slice(line.start, line.end);
    const indent = own.length - own.trimStart().length;
    // What is no free line, and a blank one, end a paragraph; such a block at the margin ends a list too.
    const [isNext, isBlank] = [above?.line === line.line - 1, above === undefined || text.slice(above.start, above.end).trim() === ''];
    const endsList = !isNext && above !== undefined && /^\S/.test(text.slice(nextLineStart(text, above)));
    if (!isNext || isBlank) [paragraph, inItem] = [null, !endsList && (indent > 0 || own === '') ? inItem : Infinity];
    above = line;
    const [, hashes, heading = ''] = HEADING.exec(own) ?? [];
    const [, underline] = UNDERLINE.exec(own) ?? [];
    if (hashes !== undefined && indent < inItem) {
      headings.push({ heading: heading.trim(), level: hashes.length, position: positionOf(line) });
      [paragraph, inItem] = [null, Infinity];
    } else if (underline !== undefined && paragraph) {
      headings.push({ heading: text.slice(paragraph.start, line.start).trim(), level: underline.startsWith('=') ? 1 : 2, position: positionOf(paragraph, line) });
      paragraph = null;
    } else if (MARKER.test(own)) [paragraph, inItem] = [null, MARKER.exec(own)?.[0].length ?? 0];
    else if (paragraph === null && inItem === Infinity && underline === undefined && !NO_TEXT.test(own)) paragraph = line;
  }
  return headings;
}

/** A property's value of one line as YAML reads it, as far as ours go: truth values, text, links; else undefined. */
function readValue(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  if (/^'.*'$/.test(written)) return written.slice(1, -1).replace(/''/g, "'");
  if (!/^".*"$/.test(written)) return /^[[{]/.test(written) ? undefined : written;
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return undefined;
  }
}

/** Properties of one line each, or the JSON form that the publisher leaves. */
function readProperties(body: string): Record<string, unknown> {
  if (body.trimStart().startsWith('{'))
    try {
      return JSON.parse(body) as Record<string, unknown>;
    } catch {
      return {};
    }
  return Object.fromEntries(
    body.split(/\r\n?|\n/).flatMap((line) => {
      const [, key, value] = PROPERTY.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key.replace(/^(["'])(.*)\1$/, '$2').trim(), readValue(value)]];
    }),
  );
}

function decoded(destination: string): string {
  try {
    return decodeURI(destination);
  } catch {
    return destination;
  }
}

/**
 * The metadata of a note that is yet to be written, which nobody but Obsidian can parse: headings, links, embeds, ids of lines and properties of
 * one line, outside code. Enough to link to and from a note that this plugin makes; never a stand-in for what Obsidian says of a note.
 */
export function sketchMetadata(text: string): NoteMetadata {
  const lines = freeLines(text);
  const links: LinkMetadata[] = [];
  const embeds: LinkMetadata[] = [];
  const blocks: Record<string, BlockMetadata> = {};
  for (const one of lines) {
    const own = text.slice(one.start, one.end);
    const id = BLOCK_ID.exec(own)?.[1];
    if (id !== undefined) blocks[id.toLowerCase()] = { id, position: positionOf(one) };
    for (const match of own.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)).matchAll(LINK)) {
      const [original, embed = '', inside, image = '', destination = ''] = match;
      if (inside === undefined && /^[a-z][\w+.-]*:/i.test(destination)) continue;
      const at = { line: one.line, start: one.start + match.index, end: one.start + match.index + original.length };
      const position = { start: { line: one.line, col: match.index, offset: at.start }, end: { line: one.line, col: match.index + original.length, offset: at.end } };
      (embed + image === '' ? links : embeds).push({ link: inside === undefined ? decoded(destination) : targetOf(inside), original, position });
    }
  }
  const end = frontmatterEnd(text);
  const close = lineAt(text, end);
  const front = text.slice(0, close.start);
  const endLine = front.split(/\r\n?|\n/).length - 1;
  return {
    headings: readHeadings(text, lines),
    links,
    embeds,
    blocks,
    ...(end === 0 ? {} : {
      frontmatter: readProperties(front.slice(lineAt(front, 0).end)),
      frontmatterPosition: { start: { line: 0, col: 0, offset: 0 }, end: { line: endLine, col: end - close.start, offset: end } },
    }),
  };
}

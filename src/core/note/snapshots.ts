import { entryAt } from './by-position';
import type { NoteMetadata } from './note-metadata';
import { linesBetween, nextLineStart, type TextLine } from './text-line';

/**
 * A region that the plugin fills, for where it does not run: from a line `%% phase-board snapshot: … %%` to a line `%% phase-board end … %%`.
 * Offsets are UTF-16, ends exclusive.
 */
export interface Snapshot {
  /** From the beginning of the opening line to the end of the closing one, before its mark. */
  readonly start: number;
  readonly end: number;
  /** What stands between the two lines; it ends where the closing line begins. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** What each of its lines begins with: `> ` in a callout. */
  readonly prefix: string;
  /** What is asked of the board, as written. */
  readonly asked: string;
  /** The mark by which its writer knows the text again; `''` when there is none. */
  readonly digest: string;
}

export interface Snapshots {
  /** In the order of the text; they do not overlap. */
  readonly regions: readonly Snapshot[];
  /** Opening lines that no closing line belongs to: what is below them is ordinary text. */
  readonly unended: readonly TextLine[];
}

const NONE: Snapshots = { regions: [], unended: [] };

const OPENING = 'phase-board snapshot:';
const CLOSING = 'phase-board end';

/** Blocks whose lines are never a region's. */
const VERBATIM = new Set(['code', 'yaml', 'math', 'html']);

/** What a line begins with that opens or closes code in a quote or bullet, of which the metadata do not tell. */
const FENCES = ['```', '~~~'];

const depthOf = (prefix: string): number => prefix.split('>').length;

/** What the one comment that fills the line says; null for any other line. */
function commentOn(body: string): string | null {
  const text = body.trim();
  const inside = text.slice(2, -2);
  return text.length > 4 && text.startsWith('%%') && text.endsWith('%%') && !inside.includes('%%')
    ? inside.trim()
    : null;
}

/** Finds the regions of a note's text. A region does not leave its quote, and none stands in code or in another. */
export function findSnapshots(text: string, { sections = [] }: Pick<NoteMetadata, 'sections'>): Snapshots {
  if (!text.includes(OPENING)) return NONE;
  const regions: Snapshot[] = [];
  const unended: TextLine[] = [];
  let open: (Pick<Snapshot, 'prefix' | 'asked'> & { readonly line: TextLine }) | null = null;
  let fence: string | null = null;
  for (const line of linesBetween(text, 0, text.length)) {
    if (VERBATIM.has(entryAt(sections, line.start)?.type ?? '')) continue;
    const written = text.slice(line.start, line.end);
    const [prefix = ''] = /^[\s>]*/.exec(written) ?? [];
    const body = written.slice(prefix.length);
    if (open && depthOf(prefix) < depthOf(open.prefix)) {
      unended.push(open.line);
      open = null;
    }
    const mark = FENCES.find((one) => body.startsWith(one));
    if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    const comment = fence === null ? commentOn(body) : null;
    if (comment === null) continue;
    if (comment.startsWith(OPENING)) {
      if (open) unended.push(open.line);
      open = { line, prefix, asked: comment.slice(OPENING.length).trim() };
    } else if (open && depthOf(prefix) === depthOf(open.prefix) && `${comment} `.startsWith(`${CLOSING} `)) {
      const digest = comment.slice(CLOSING.length).trim();
      const { line: opening, ...said } = open;
      const contentStart = nextLineStart(text, opening);
      regions.push({ ...said, digest, start: opening.start, end: line.end, contentStart, contentEnd: line.start });
      open = null;
    }
  }
  if (open) unended.push(open.line);
  return { regions, unended };
}

/** Whether the UTF-16 offset stands in a region, or in the line that opens one which has no end. */
export function isInSnapshot({ regions, unended }: Snapshots, offset: number): boolean {
  const holds = ({ start, end }: TextLine): boolean => offset >= start && offset < end;
  return regions.some(holds) || unended.some(holds);
}

/** A region's opening and closing line. */
export const openingLine = (asked: string): string => `%% ${OPENING}${asked === '' ? '' : ` ${asked}`} %%`;
export const closingLine = (digest: string): string => `%% ${CLOSING} ${digest} %%`;

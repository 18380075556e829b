import { linesBetween, type TextLine } from './text-line';

/** HTML that begins a block, which the next blank line ends (CommonMark 4.6, kind 6). */
const HTML = /^ {0,3}<\/?(?:address|article|aside|blockquote|center|details|dialog|d[dlt]|div|fieldset|fig\w+|footer|form|h[1-6r]|header|iframe|li|main|menu|nav|ol|p|section|summary|table|t\w+|ul)(?=[\s/>]|$)/i;

interface BlockKind {
  readonly begin: RegExp;
  /** What ends it, given how it began; looked for in what is left of the first line too when `inLine`. */
  readonly end: (mark: string) => RegExp;
  readonly inLine: boolean;
  /** Without its end it is ordinary text. */
  readonly mustEnd: boolean;
}

const KINDS: readonly BlockKind[] = [
  { begin: /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/, end: (fence) => new RegExp(`^ {0,3}${fence}${fence[0] ?? ''}*\\s*$`), inLine: false, mustEnd: false },
  { begin: /^[ \t]*%%/, end: () => /%%[ \t]*$/, inLine: true, mustEnd: true },
  { begin: /^[ \t]*\$\$/, end: () => /\$\$[ \t]*$/, inLine: true, mustEnd: true },
  { begin: /^ {0,3}<!--/, end: () => /-->/, inLine: true, mustEnd: false },
  { begin: /^ {0,3}<(?:script|pre|style|textarea)\b/i, end: () => /<\/(?:script|pre|style|textarea)>/i, inLine: true, mustEnd: false },
  { begin: HTML, end: () => /^\s*$/, inLine: false, mustEnd: false },
];

export interface FreeLine extends TextLine {
  /** 0-based. */
  readonly line: number;
}

/** The end of a text's frontmatter, behind its closing line; 0 when it has none. */
export function frontmatterEnd(text: string): number {
  return /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?=\r|\n|$)/.exec(text)?.[0].length ?? 0;
}

/** The lines of a note that stand in no frontmatter, code, formula, comment or HTML, as far as a look at the lines can tell. */
export function freeLines(text: string): FreeLine[] {
  const from = frontmatterEnd(text);
  const lines = [...linesBetween(text, from, text.length)];
  const above = from === 0 ? 0 : text.slice(0, from).split(/\r\n?|\n/).length - 1;
  const own = (at: number): string => text.slice(lines[at]?.start, lines[at]?.end);
  const free: FreeLine[] = [];
  for (let at = from === 0 ? 0 : 1; at < lines.length; at++) {
    const line = own(at);
    let last = -1;
    for (const { begin, end, inLine, mustEnd } of KINDS) {
      const mark = begin.exec(line);
      if (!mark) continue;
      const closing = end(mark[1] ?? '');
      last = inLine && closing.test(line.slice(mark[0].length)) ? at : lines.findIndex((_one, below) => below > at && closing.test(own(below)));
      if (last < 0 && !mustEnd) last = lines.length;
      if (last >= 0) break;
    }
    const here = lines[at];
    if (last >= 0) at = last;
    else if (here) free.push({ ...here, line: above + at });
  }
  return free;
}

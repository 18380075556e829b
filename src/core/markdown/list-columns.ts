import type { LineMap } from './line-map';

/** Bullet, and the blanks that part it from the words. The parser does not tell: it lets nested items begin elsewhere than the app. */
const BULLET = /^([ \t]*)([*+-]|\d+[.)])( {1,4}(?! )| |\t|$)/;
const TAB = 4;

/** The columns of a line's indentation, looked at no further than to `most`, and for each column the index behind the character that reaches it. */
function indentation(text: string, most = Infinity): { readonly width: number; readonly ends: readonly number[] } {
  let width = 0;
  const ends = [0];
  for (let at = 0; width < most && (text[at] === ' ' || text[at] === '\t'); at++) {
    const from = width;
    width = text[at] === '\t' ? Math.floor(width / TAB) * TAB + TAB : width + 1;
    for (let column = from + 1; column <= width; column++) ends[column] = at + 1;
  }
  return { width, ends };
}

/** What the app takes for the width of a bullet: one digit and a single blank count for one column more. */
function bulletWidth([bullet, indent = '', marker = '', gap = '']: readonly string[]): number {
  const isShort = Number(marker) < 10 && (bullet ?? '').length % 2 === 1;
  return indentation(indent + ' '.repeat(marker.length + (isShort ? 1 : 0)) + gap).width;
}

/**
 * How much of each line the quotes and items around a place have taken, which is where the app lets an item of a nested list begin: an item's lines lose the
 * indentation that they all have, at most the width of its bullet, and what is left belongs to the item inside. (In the recorded notes a list below `1.`
 * begins one column before its marker.)
 */
export class ListColumns {
  private readonly taken = new Map<number, number>();

  constructor(private readonly lines: LineMap) {}

  /** The offset at which what is left of the line begins. */
  startOf(line: number): number {
    return this.lines.startOf(line) + (this.taken.get(line) ?? 0);
  }

  /** The last line, from `first` on and up to `last`, that says something. */
  lastWritten(first: number, last: number): number {
    let at = last;
    while (at > first && this.rest(at).trim() === '') at--;
    return at;
  }

  enterQuote(first: number, last: number): void {
    for (let line = first; line <= last; line++) this.take(line, /^[ \t]*> ?/.exec(this.rest(line))?.[0].length ?? 0);
  }

  /** `mark` is the length of the task's mark with the blank behind it, 0 when the item is no task. */
  enterItem(first: number, last: number, mark: number): void {
    const bullet = BULLET.exec(this.rest(first));
    if (!bullet) return;
    let least = bulletWidth(bullet);
    for (let line = first + 1; line <= last; line++) {
      const { width } = indentation(this.rest(line), least);
      if (width < least && this.rest(line).trim() !== '') least = width;
    }
    for (let line = first + 1; line <= last && least > 0; line++) {
      const { width, ends } = indentation(this.rest(line), least);
      this.take(line, ends[Math.min(least, width)] ?? 0);
    }
    this.take(first, bullet[0].length + mark);
  }

  private rest(line: number): string {
    return this.lines.parsable.slice(this.startOf(line), this.lines.endOf(line));
  }

  private take(line: number, length: number): void {
    if (length > 0) this.taken.set(line, (this.taken.get(line) ?? 0) + length);
  }
}

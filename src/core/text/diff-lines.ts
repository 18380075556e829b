/** Lines that stay (` `), go (`-`) or come (`+`), each with its line end. */
export interface LineRun {
  readonly sign: ' ' | '-' | '+';
  readonly lines: readonly string[];
}

/** A change with the lines around it; the numbers are 1-based, and of no lines that of the line before. */
export interface Hunk {
  readonly before: { readonly start: number; readonly count: number };
  readonly after: { readonly start: number; readonly count: number };
  /** Each with its sign in front, and its line end. */
  readonly lines: readonly string[];
}

/** More differences are not paired: the texts have next to nothing in common, and the work grows with the square. */
const MOST_DIFFERENCES = 2000;

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** Which lines of the first list go and which of the second come, as few as can be (E. Myers, An O(ND) Difference Algorithm, 1986). */
function differences(a: readonly string[], b: readonly string[]): readonly [goes: Set<number>, comes: Set<number>] {
  const [goes, comes] = [new Set<number>(), new Set<number>()];
  /** By difference, and in it by diagonal: how far into `a` so many differences lead. */
  const trace: Map<number, number>[] = [];
  const stepFrom = (k: number, reached: ReadonlyMap<number, number>): number =>
    (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1) ? k + 1 : k - 1;
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_DIFFERENCES); d++) {
    const last = trace[d - 1] ?? new Map([[1, 0]]);
    const reached = new Map<number, number>();
    trace.push(reached);
    for (let k = -d; k <= d; k += 2) {
      const from = stepFrom(k, last);
      const start = last.get(from);
      let x = (start ?? 0) + (from < k ? 1 : 0);
      if (start === undefined || x > a.length || x - k > b.length) continue;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached.set(k, x);
      if (x < a.length || x - k < b.length) continue;
      for (let [at, left] = [k, d]; left > 0; left--) {
        const back = trace[left - 1] ?? reached;
        const to = stepFrom(at, back);
        const was = back.get(to) ?? 0;
        if (to < at) goes.add(was);
        else comes.add(was - to);
        at = to;
      }
      return [goes, comes];
    }
  }
  return [new Set(a.keys()), new Set(b.keys())];
}

/** What two texts have in common line by line, and what not; of a change what goes stands before what comes. */
export function diffLines(before: string, after: string): LineRun[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - same && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [goes, comes] = differences(a.slice(same, a.length - end), b.slice(same, b.length - end));
  const runs: LineRun[] = [];
  const add = (sign: LineRun['sign'], lines: readonly string[]): void => {
    if (lines.length > 0) runs.push({ sign, lines });
  };
  for (let [i, j] = [0, 0]; i < a.length || j < b.length;) {
    const [fromA, fromB] = [i, j];
    while (goes.has(i - same)) i++;
    while (comes.has(j - same)) j++;
    add('-', a.slice(fromA, i));
    add('+', b.slice(fromB, j));
    const kept = i;
    while (i < a.length && !goes.has(i - same) && !comes.has(j - same)) [i, j] = [i + 1, j + 1];
    add(' ', a.slice(kept, i));
  }
  return runs;
}

/** The changes of a text, each with so many lines around it; those that would touch are one. */
export function hunksOf(before: string, after: string, context: number): Hunk[] {
  const lines = diffLines(before, after).flatMap((run) => run.lines.map((line) => run.sign + line));
  const hunks: Hunk[] = [];
  const next = { before: 1, after: 1 };
  const changed = lines.flatMap((line, at) => (line.startsWith(' ') ? [] : [at]));
  let at = 0;
  const pass = (to: number): readonly string[] => {
    const passed = lines.slice(at, to);
    at = to;
    next.before += passed.filter((line) => !line.startsWith('+')).length;
    next.after += passed.filter((line) => !line.startsWith('-')).length;
    return passed;
  };
  for (let first = 0; first < changed.length;) {
    let last = first;
    while ((changed[last + 1] ?? Infinity) - (changed[last] ?? 0) <= 2 * context + 1) last++;
    pass(Math.max(0, (changed[first] ?? 0) - context));
    const start = { ...next };
    const inside = pass(Math.min(lines.length, (changed[last] ?? 0) + context + 1));
    const part = (side: 'before' | 'after'): Hunk['before'] => {
      const count = next[side] - start[side];
      return { start: start[side] - (count === 0 ? 1 : 0), count };
    };
    hunks.push({ before: part('before'), after: part('after'), lines: inside });
    first = last + 1;
  }
  return hunks;
}

/** The change of a file as a unified diff. */
export function unifiedPatch(from: string, to: string, before: string, after: string): string {
  const range = ({ start, count }: Hunk['before']): string => `${start},${count}`;
  const hunks = hunksOf(before, after, 4).map(
    (hunk) =>
      `@@ -${range(hunk.before)} +${range(hunk.after)} @@\n` +
      hunk.lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join(''),
  );
  return `--- ${from}\n+++ ${to}\n${hunks.join('')}`;
}

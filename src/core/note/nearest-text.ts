/** Beyond this many characters, likeness says nothing to a reader and costs the square of the length. */
const LONGEST = 200;

const normalized = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase().slice(0, LONGEST);

/** How many characters must be put in, left out, replaced or swapped with their neighbour to make `b` of `a`; stops counting at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_one, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (back[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (back[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (twoBack[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...current) >= limit) return limit;
    twoBack = back;
    back = current;
  }
  return Math.min(limit, back[b.length] ?? limit);
}

/**
 * The candidate that a slip of the pen could have meant, as it is written; null when none is near. At most a third of the letters may be
 * wrong; else a candidate that holds all of `wanted`, or is held by it, will do. Case and white space do not count. Of equals, the first.
 */
export function nearestText(wanted: string, candidates: Iterable<string>): string | null {
  const text = normalized(wanted);
  if (text === '') return null;
  let nearest: string | null = null;
  let least = Math.max(2, Math.floor(text.length / 3) + 1);
  let holding: string | null = null;
  for (const candidate of candidates) {
    const other = normalized(candidate);
    if (other === '') continue;
    const distance = editDistance(text, other, least);
    if (distance < least) [nearest, least] = [candidate, distance];
    if (holding === null && Math.min(text.length, other.length) > 2 && (other.includes(text) || text.includes(other)))
      holding = candidate;
  }
  return nearest ?? holding;
}

/** Search by some letters in order. 0 is the best score; letters that stand together or begin a word cost less. */
import type { SearchMatchPart, SearchResult } from 'obsidian';

export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
  const wanted = query.toLowerCase().trim();
  const letters = Array.from(wanted.replace(/\s+/g, ''));
  return (text) => {
    const lower = text.toLowerCase();
    const whole = wanted === '' ? -1 : lower.indexOf(wanted);
    if (whole >= 0) return { score: -0.01 * whole - 0.001 * text.length, matches: [[whole, whole + wanted.length]] };
    return scattered(lower, letters);
  };
}

function scattered(text: string, letters: readonly string[]): SearchResult | null {
  const matches: SearchMatchPart[] = [];
  let score = -0.001 * text.length;
  let at = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return null;
    const last = matches.at(-1);
    if (last?.[1] === found) last[1] += letter.length;
    else {
      matches.push([found, found + letter.length]);
      score -= found === 0 || /[\s/_-]/.test(text[found - 1] ?? '') ? 0.5 : 1;
    }
    at = found + letter.length;
  }
  return { score, matches };
}

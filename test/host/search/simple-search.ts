/** Search by words, all of which must occur. */
import type { SearchMatchPart, SearchResult } from 'obsidian';

export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const matches: SearchMatchPart[] = [];
    for (const word of words) {
      const before = matches.length;
      for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
        matches.push([at, at + word.length]);
      if (matches.length === before) return null;
    }
    matches.sort((a, b) => a[0] - b[0]);
    return { score: -0.01 * (matches[0]?.[0] ?? 0), matches };
  };
}

/** The best first. */
export function sortSearchResults(results: { match: SearchResult }[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

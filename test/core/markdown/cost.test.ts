// Reading costs about as much as a note is long, whatever stands in it: eight times the text may cost what the square would by far not.
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';

const NASTY: Readonly<Record<string, (count: number) => string>> = {
  'unclosed brackets': (count) => '['.repeat(count),
  'closing brackets': (count) => ']'.repeat(count),
  'links that do not end': (count) => '[a]('.repeat(count),
  'wikilinks that do not end': (count) => '[[a'.repeat(count),
  'tags on one line': (count) => '#todo '.repeat(count),
  'emphasis that nothing opened': (count) => 'a* b_ c~~ '.repeat(count),
  'comments that do not end': (count) => '%% a\n\n'.repeat(count),
  'HTML that does not end': (count) => 'x <!-- <a '.repeat(count),
  'footnotes that do not end': (count) => '^['.repeat(count),
  'quotes in quotes': (count) => `${'> '.repeat(count / 4)}x`,
  'items in items': (count) =>
    Array.from({ length: Math.ceil(Math.sqrt(count)) }, (_one, at) => `${'  '.repeat(at)}- a`).join('\n'),
  'one long list': (count) => '- a #todo\n'.repeat(count),
  'one long table': (count) => `|a|b|\n|-|-|\n${'|c|#d|\n'.repeat(count)}`,
};

/** The least of some tries, in milliseconds. */
function cost(text: string): number {
  return Math.min(
    ...[0, 1, 2].map(() => {
      const before = performance.now();
      readMarkdown(text);
      return performance.now() - before;
    }),
  );
}

describe('reading', () => {
  it.each(Object.keys(NASTY))('costs about as much as the note is long: %s', (name) => {
    const text = NASTY[name];
    if (!text) throw new Error(name);
    readMarkdown(text(1_250));
    const [short, long] = [cost(text(1_250)), cost(text(10_000))];
    // Below this a clock says nothing.
    expect(long / Math.max(short, 4)).toBeLessThan(32);
  });
});

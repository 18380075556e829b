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

/** In milliseconds. */
function cost(text: string): number {
  const before = performance.now();
  readMarkdown(text);
  return performance.now() - before;
}

/** How many times as long the long text takes. Below 4 ms a clock says nothing. */
const ratio = (short: string, long: string): number => cost(long) / Math.max(cost(short), 4);

describe('reading', () => {
  it.each(Object.keys(NASTY))('costs about as much as the note is long: %s', (name) => {
    const text = NASTY[name];
    if (!text) throw new Error(name);
    const [short, long] = [text(1_250), text(10_000)];
    readMarkdown(short);
    // A machine that is busy elsewhere makes one try long, but not three.
    for (const tries = [0, 1, 2]; tries.length > 0; tries.pop()) if (ratio(short, long) < 32) return;
    expect.fail('eight times the text took more than 32 times as long, three times over');
  });
});

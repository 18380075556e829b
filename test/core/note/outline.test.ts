// Which section a place of a note is in: before, inside and behind headings, up to the note's last offset.
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/core/markdown/parse-note';

/** The heading of the section that the cursor, `|`, is in. */
function sectionAt(marked: string): string | null {
  const offset = marked.indexOf('|');
  const { outline } = parseNote('N.md', marked.replace('|', ''));
  return outline.sectionAt(offset)?.heading.heading ?? null;
}

describe('the section at a cursor', () => {
  it.each([
    ['|\n# A\n', null],
    ['|# A\n', 'A'],
    ['# A\nx|\n# B\n', 'A'],
    ['# A\nx\n|# B\n', 'B'],
    ['# A\n## B\n# C\n|', 'C'],
  ])('in %j is %j', (marked, heading) => expect(sectionAt(marked)).toBe(heading));

  it.each([
    ['# A|', 'A'],
    ['# A\n|', 'A'],
    ['# A\nx|', 'A'],
    ['# A\nx\n|', 'A'],
    ['# A\n## B\n\n|', 'B'],
    ['# A\r\nx\r\n|', 'A'],
    ['x\n|', null],
    ['|', null],
    [
      '# A\n<div class="transclusion internal-embed is-loaded"><div class="markdown-embed">\n\n# B\n\n</div></div>|',
      'A',
    ],
  ])('at the very end, in %j, is the last one: %j', (marked, heading) => expect(sectionAt(marked)).toBe(heading));
});

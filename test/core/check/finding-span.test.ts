// Which part of a note's text a finding is about. `|` is its place.
import { expect, it } from 'vitest';
import { findingSpan } from '../../../src/core/check/finding-span';
import { parseNote } from '../../../src/core/markdown/parse-note';

it.each([
  ['a |![[B#C]] d', '![[B#C]]'],
  ['a |[[B|b]] d', '[[B|b]]'],
  ['a |[b](B.md) d', '[b](B.md)'],
  ['|[b]: <B>\n', '[b]: <B>'],
  ['# A\n|## B  \ntext\n', '## B'],
  ['---\na: b\n---|\n\n\ntext\n# A\n', 'text'],
  ['---\r\na: b\r\n---|\r\n  text \r\n', 'text'],
  ['|---\na: [\n---\n', '---'],
  ['a\n|', null],
  ['|\n \n', null],
  ['|', null],
])('of %j is %j', (marked, span) => {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = findingSpan(parseNote('N.md', text), { at: { line: 0, col: 0, offset } });
  expect(found && text.slice(found.start, found.end)).toBe(span);
});

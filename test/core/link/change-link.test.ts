// A link with other parts, in its own form: every other byte stays, and what would not be read back is no link.
import { describe, expect, it } from 'vitest';
import { changeLink, type LinkChange } from '../../../src/core/link/change-link';
import { readLink } from '../../../src/core/markdown/written-link';

function changed(text: string, change: LinkChange): string | null {
  const link = readLink(text);
  if (!link) throw new Error(`${text} is no link`);
  return changeLink(link, change);
}

describe('a link with another', () => {
  it.each<[string, string, LinkChange, string | null]>([
    ['path keeps the rest', '[[A#B|c]]', { path: 'D/E' }, '[[D/E#B|c]]'],
    ['path may be as it was', '[[A#B|c]]', { path: 'A' }, '[[A#B|c]]'],
    ['path is an embed still', '![[A]]', { path: 'B' }, '![[B]]'],
    ['subpath keeps the rest', '[[A#B|c]]', { subpath: '#D' }, '[[A#D|c]]'],
    ['subpath where it had none', '[[A|c]]', { subpath: '#D' }, '[[A#D|c]]'],
    ['no subpath', '[[A#B]]', { subpath: '' }, '[[A]]'],
    ['path and subpath', '[[A#B]]', { path: 'C', subpath: '#D' }, '[[C#D]]'],
    [
      'alias where it showed its target',
      '[[A#B]]',
      { path: 'C', alias: { text: 'A > B', inTable: false } },
      '[[C#B|A > B]]',
    ],
    ['alias in a table', '[[A]]', { path: 'C', alias: { text: 'A', inTable: true } }, '[[C\\|A]]'],
    ['alias keeps the one that it has', '[[A|b]]', { path: 'C', alias: { text: 'A', inTable: false } }, '[[C|b]]'],
    ['alias of nothing has none', '[[A]]', { path: 'C', alias: { text: '', inTable: false } }, '[[C]]'],
    [
      'alias in Markdown has its own words',
      '[t](A.md)',
      { path: 'C.md', alias: { text: 't', inTable: false } },
      '[t](C.md)',
    ],
    ['alias that would end it is none', '[[A]]', { path: 'C', alias: { text: 'x]] y', inTable: false } }, null],
    ['path in Markdown is encoded', '[t](A.md "u")', { path: 'C d (e) 5%.md' }, '[t](C%20d%20%28e%29%205%25.md "u")'],
    ['path of a line’s end too', '[t](A.md)', { path: 'C\td.md' }, '[t](C%09d.md)'],
    ['path keeps a blank that does not break', '[t](A.md)', { path: 'C\u00A0d.md' }, '[t](C\u00A0d.md)'],
    ['path is no entity', '[t](A.md)', { path: 'R&amp;D.md' }, '[t](R&amp;amp;D.md)'],
    ['path of an entity says the same', '[t](R&amp;D.md)', { subpath: '#B' }, '[t](R&amp;D.md#B)'],
    ['path in a definition has its brackets encoded', '[r]: A.md', { path: '[a]/C.md' }, '[r]: %5Ba%5D/C.md'],
    ['path in brackets in a definition too', '[r]: <A.md>', { path: '[a]/C d.md' }, '[r]: <%5Ba%5D/C d.md>'],
    [
      'path may go from before a comment in a subpath',
      '[[A#B%%c%%]]',
      { path: 'D', subpath: '#B%%c%%' },
      '[[D#B%%c%%]]',
    ],
    ['path in brackets keeps blanks', '[t](<A b.md>)', { path: 'C <d> (e).md' }, '[t](<C %3Cd%3E (e).md>)'],
    ['path in brackets is no entity', '[t](<A b.md>)', { path: 'R&amp;D.md' }, '[t](<R&amp;amp;D.md>)'],
    ['subpath in Markdown is encoded', '[t](A.md)', { subpath: '#B c' }, '[t](A.md#B%20c)'],
    ['path that no link can hold is none', '[[A]]', { path: 'B#c' }, null],
    ['path with a bar is none', '[[A]]', { path: 'B|c' }, null],
    ['path with a caret is none, in Markdown too', '[t](A.md)', { path: 'B^c.md' }, null],
    ['path with a comment is none', '[[A]]', { path: 'B%%c' }, null],
    ['subpath with a comment is none', '[[A]]', { subpath: '#B%%c' }, null],
    ['path that would end it early is none', '[[A]]', { path: 'B]] c' }, null],
    ['path in decomposed letters leads to them', '[[A]]', { path: 'Cafe\u0301' }, '[[Cafe\u0301]]'],
    ['path that blanks would be cut from is none', '[[A|b]]', { path: 'B ' }, null],
    [
      'path that says the same keeps its spelling',
      '[t](%41%20b.md)',
      { path: 'A b.md', subpath: '#C' },
      '[t](%41%20b.md#C)',
    ],
    [
      'path in a definition has no alias',
      '[r]: A.md',
      { path: 'C.md', alias: { text: 't', inTable: false } },
      '[r]: C.md',
    ],
    ['subpath that blanks would be cut from is none', '[[A|b]]', { subpath: '#B ' }, null],
    ['subpath that would be cut is none', '[[A]]', { subpath: '#B|c' }, null],
  ])('%s', (_what, text, change, expected) => {
    expect(changed(text, change)).toBe(expected);
  });
});

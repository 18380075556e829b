// Markdown on a card does nothing by itself: no other plugin's code, no embeds, no remote images, no HTML.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, safeMarkdown } from '../../../src/core/board/safe-markdown';
import { runs } from '../../property-runs';

describe('safe Markdown', () => {
  it('takes the language from code fences, so that no plugin’s block runs', () => {
    expect(safeMarkdown('```dataview\nTABLE x\n```')).toBe('```\u200Bdataview\nTABLE x\n```');
    expect(safeMarkdown('- ~~~tasks\n  not done\n  ~~~')).toBe('- ~~~\u200Btasks\n  not done\n  ~~~');
    expect(safeMarkdown('> ````js\n> ```\n> ````\n![[x]]')).toBe('> ````\u200Bjs\n> ```\n> ````\n[[x|↪ x]]');
  });
  it('stops inline code that others would run', () => {
    expect(safeMarkdown('a `= this.x` and `$= 1` and `b`')).toBe('a `\u200B= this.x` and `\u200B$= 1` and `b`');
    expect(safeMarkdown('`a` <%+ tp.file.title %> `<%+ x %>`')).toBe('`a` <\u200B%+ tp.file.title %> `<\u200B%+ x %>`');
  });
  it('makes one-line links of embeds', () => {
    expect(safeMarkdown('![[Guides/Onboarding#Overview|x]]')).toBe(
      '[[Guides/Onboarding#Overview|↪ Onboarding › Overview]]',
    );
  });
  it('makes text of images and HTML, and nothing of comments', () => {
    expect(safeMarkdown('![a cat](https://x.org/cat.png) ![](y.png) ![z][ref]')).toBe(
      '(image: a cat) (image) (image: z)',
    );
    expect(safeMarkdown('<img src=x onerror=alert(1)> a < b <!-- no --> c')).toBe(
      '<\u200Bimg src=x onerror=alert(1)> a < b \u200B c',
    );
    expect(safeMarkdown('<!-- no --> a\n\nb <!-- two\nlines --> c')).toBe('\u200B a\n\nb \u200B c');
  });
  it('leaves code looking as it did', () => {
    const seen = (text: string): string => safeMarkdown(text).replaceAll('\u200B', '');
    for (const code of ['`<b>` ``![[x]]``', '```\n<b> ![[x]]\n```', '```js\nif (a<b) ![c](d)\n```'])
      expect(seen(code)).toBe(code);
  });
  it('is not fooled by code that ends where a renderer goes on, or the other way round', () => {
    expect(safeMarkdown('`\n`<img src=x>`')).not.toContain('<img');
    expect(safeMarkdown('a\n    ```\n<img src=x>\n```dataviewjs\nx\n```')).not.toMatch(/<img|`dataviewjs/);
    expect(safeMarkdown('!![[x]] !<!-- -->[[x]]')).not.toMatch(/!\[/);
  });
  it('makes one line of a frozen copy', () => {
    const copy =
      '<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/ops/day-1/#overview"></a><div class="markdown-embed">\n\n# Overview\n#todo\n\n</div></div>';
    expect(safeMarkdown(`a\n${copy}\nb`)).toBe('a\n↪ day 1 › overview\nb');
  });
  it('leaves no way to an embed, an image, HTML or a language in any text', () => {
    const pieces = [
      '![[',
      ']]',
      '![',
      '](',
      ')',
      '[',
      ']',
      '<',
      '>',
      '<img ',
      '<script',
      '`',
      '``',
      '```',
      '~~~',
      '\n',
      '\\',
      '!',
      'a',
      ' ',
      '<!--',
      '-->',
      '%%',
      'dataview',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
        expect(safeMarkdown(parts.join(''))).not.toMatch(/<[A-Za-z/!?]|!\[|^[\s>]*(?:`{3,}|~{3,})[^`~\s\u200B]/m);
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe('the beginning of a text', () => {
  const wide = 'w'.repeat(200);
  it.each([
    ['whole lines', 'a\nb\nc', 'a\nb', true],
    ['all, where it fits', 'a\nb', 'a\nb', false],
    ['of a first line that is too long its beginning', wide, `${'w'.repeat(60)}…`, true],
    ['no head without its table', 'a\n| h | i |\n|---|---|\n| 1 | 2 |', 'a', true],
    ['a table’s head with it', '| h |\n|---|\n| 1 |\n| 2 |', '| h |\n|---|', true],
    [
      'a wide table with short cells, and no text behind it',
      `| head |\n|---|\nbehind ${wide}`,
      '| head |\n|---|',
      true,
    ],
    [
      'links and pipes in a cell as words',
      `| [[Roles/SRE\\|SRE]] a\\|b | ${wide} |\n|---|---|\n| 1 | 2 |`,
      `| SRE a\\|b | ${'w'.repeat(24)}… |\n|---|---|`,
      true,
    ],
  ] as const)('is %s', (_name, whole, text, isCut) => {
    expect(beginningOf(whole, 2, 60)).toEqual({ text, isCut });
  });
});

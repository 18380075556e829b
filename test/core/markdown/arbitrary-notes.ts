import fc from 'fast-check';

/** Whatever a text can hold, halves of pairs too. fast-check's own `binary` looks through all of Unicode first, which takes a second. */
export const anyCharacter = fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code));

/**
 * Fragments of Markdown that have been read wrongly somewhere, put together in any order. The reader and the host's parser stand on two libraries
 * (CommonMark, and remark-parse 8), and where these differ no recorded note tells what the app does. Such forms are left out here, each by one line of
 * `settled`; `src/core/markdown/README.md` names them.
 */
const LINES = [
  '# H',
  '## H #todo',
  '   # i',
  '#x',
  '#',
  'Title',
  '===',
  '---',
  '***',
  '- a',
  '* a',
  '+ a',
  '- b #todo',
  '  - c',
  '    - d',
  '   - e',
  '1. x',
  '2. y',
  '1) z',
  '   - in one',
  '- [ ] t',
  '- [x] t #a',
  '- [/] q',
  '  more',
  '    more',
  '\tmore',
  'lazy',
  '#todo',
  '  #todo',
  '> q',
  '> - qi',
  '> # qh',
  '>',
  '> [!note] t',
  '> lazy #b',
  '```',
  '```js',
  '~~~',
  '  ```',
  '%%',
  '%% c %%',
  '%% #t %%',
  'a %% b',
  '$$',
  '$x #a$',
  '<div>',
  '</div>',
  '<!-- c -->',
  '<!--',
  '-->',
  '<p>',
  'a <b>#c</b>',
  '| a | b |',
  '|-|-|',
  '| [[x\\|y]] | #z |',
  'a | b',
  '-|-',
  '[[A b#C|d]]',
  '![[E]]',
  '[x](A%20b.md "t")',
  '[x](<a b.md>)',
  '[x](a b.md)',
  '![i](p.png)',
  '[r]: ../M/S.md',
  '[r]: <x y> "t"',
  '[t][r]',
  '[^1]: foot',
  'ref[^1]',
  '^[in]',
  'para ^id',
  '^id2',
  '- li ^id3',
  '`code #x`',
  '**b #c**',
  '*i*',
  '_u_ #v',
  '==h==',
  '~~s~~',
  '\\#esc',
  '\\[[x]]',
  'https://a.b/#c',
  '',
  '',
  '',
  '   ',
  'x  ',
  ']',
  ']]',
  '&amp;#x',
  '#1',
  '#1a',
  '#ü/ö',
];

const isItem = (line: string): boolean => /^\s*(?:[-*+]|\d+[.)])\s/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';
const endsInWords = (line: string): boolean => /^\s*(?:(?:[-*+]|\d+[.)])\s+(?!#+ ).*\w|[a-zA-Z]|#\S)/.test(line);

/** Whether the line is words of a paragraph and nothing else. */
function isWords(line: string): boolean {
  const words = line.trim();
  return (
    /^(?:[a-zA-Z\\&!_=~*`]|\[\[|\[[xt]\]|#\S|\^)/.test(words) &&
    !words.includes('|') &&
    !/^(?:===?$|`{3}|~{3}|\*{3}|\* )/.test(words) &&
    !/^(?:\s{4}|\t)/.test(line)
  );
}

/** The lines with a blank one where the two libraries would differ in what goes on over the line end. */
function settled(lines: readonly string[]): string[] {
  const out: string[] = [];
  let isCode = false;
  let fence = '';
  let isHtml = false;
  let open: 'quote' | 'list' | 'footnote' | 'none' = 'none';
  for (const given of lines) {
    if (fence !== '') {
      if (given.trim() === fence) fence = '';
      out.push(given);
      continue;
    }
    const above = out.at(-1) ?? '';
    const quote = out.findLast((one) => one.startsWith('>')) ?? '';
    // A line of blanks alone is blank to CommonMark only.
    let line = isBlank(given) ? '' : given;
    if (isBlank(above) && !isBlank(line) && !isCode && !isItem(line) && !/^\s/.test(line)) open = 'none';
    // What is indented by four below a quote or footnote, and an item's marker so indented, are words to CommonMark and code or an item to the other.
    if (/^(?:\t| {4})/.test(line) && (open === 'quote' || open === 'footnote' || isItem(line))) line = line.trim();
    // Behind a blank line a tab is four columns to CommonMark, and one item to the other.
    if (open === 'list' && isBlank(above) && line.startsWith('\t')) line = `    ${line.trim()}`;
    // Code in an item goes on where the item does.
    if (open === 'list' && isCode && !isBlank(line)) line = `  ${line.trim()}`;
    const wasCode = isCode;
    if (open === 'list' && /^ +```/.test(line)) isCode = !isCode;
    const isQuote = line.startsWith('>');
    const parts = [
      open === 'footnote',
      // Only words go on below words, in a quote or an item.
      open === 'quote' && !isQuote && !(isWords(line) && /^>\s*(?:- |\[!\w+\] )?[a-z]/.test(quote)),
      open === 'list' && !isItem(line) && !isWords(line) && /^\s*(?:[>|<[]|%%)|^a \||^-\|/.test(line),
      open === 'list' && !isItem(line) && !/^\s*#+(?:\s|$)/.test(line) && !endsInWords(above),
      // What follows an underline; an underline below HTML or a definition.
      /^(?:=|-)+$/.test(above),
      /^\s*(?:<|\[[^\]]*\]:)/.test(above) && /^\s*(?:=|-)+$/.test(line),
      /^\s*\[.*\]:/.test(line),
    ];
    if (!isBlank(line) && !isBlank(above) && !isCode && parts.includes(true)) {
      out.push('');
      line = line.trimStart();
      open = 'none';
      isCode = false;
    }
    isHtml = !isBlank(above) && (isHtml || /^\s*<[^b]/.test(above));
    if (!isCode && !wasCode && !isHtml) fence = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? '';
    if (fence !== '') open = 'none';
    if (isQuote) open = 'quote';
    else if (isItem(line)) open = 'list';
    else if (line.startsWith('[^')) open = 'footnote';
    else if (/^(?:#+(?:\s|$)|\*\*\*|---|<)/.test(line)) open = 'none';
    out.push(line);
  }
  while (out.length > 1 && isBlank(out.at(-1) ?? '')) out.pop();
  return out;
}

/** Notes of up to `longest` lines, with LF or CRLF. */
export const arbitraryNote = (longest: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: longest }),
      fc.constantFrom('\n', '\n', '\r\n'),
    )
    .map(([lines, eol]) => settled(lines).join(eol));

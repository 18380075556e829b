// Addresses in a note's HTML: which of them may name files, and how they go along when the HTML moves to another folder.
import { describe, expect, it } from 'vitest';
import { followHtml, htmlAddresses } from '../../../src/core/link/html-addresses';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { PlanningTextVault } from '../edit/planning-text-vault';

/** Each address as it stands in the text, with its path as that of a link, and the rest. */
const told = (text: string): string[] =>
  htmlAddresses(text, readMarkdown(text)).map(
    ({ start, end, linkpath, rest }) => `${text.slice(start, end)} ${linkpath} ${rest}`,
  );

describe('an address of HTML', () => {
  it.each<[string, string, string[]]>([
    ['is a source in double quotation marks', '<img src="a.png">', ['"a.png" ./a.png ']],
    ['in single ones', "<img src='a.png' width=3>", ["'a.png' ./a.png "]],
    ['in none', '<img src=a.png>', ['a.png ./a.png ']],
    ['in large letters, with blanks', '<IMG SRC = "a.png">', ['"a.png" ./a.png ']],
    ['is where a link leads, up to its place', '<a href="x.md?q#A">x</a>', ['"x.md?q#A" ./x.md ?q#A']],
    ['may stand on a line of its own', '<img\nsrc="a.png">', ['"a.png" ./a.png ']],
    ['may stand in a block', '<div>\n<img src="a.png">\n</div>', ['"a.png" ./a.png ']],
    ['is each of them', 'x <img src="a.png"> y <img src=b.png>', ['"a.png" ./a.png ', 'b.png ./b.png ']],
    [
      'begins at the note’s folder, or one above',
      '<img src="./a.png"><img src="../a.png">',
      ['"./a.png" ./a.png ', '"../a.png" ../a.png '],
    ],
    ['may have dots of its own', '<img src="..a/b../.c.png">', ['"..a/b../.c.png" ./..a/b../.c.png ']],
    ['is decoded', '<img src="a%20%23b.png">', ['"a%20%23b.png" ./a #b.png ']],
    ['is none that cannot be decoded', '<img src="a%zz.png">', []],
    ['is none of another attribute', '<img data-src="a.png" alt="src=x">', []],
    ['is none without a file', '<img src=""><a href="#A"><a href="?q">', []],
    ['is none of a site', '<img src="/a.png"><img src="https://x.org/a.png">', []],
    ['may have a & that begins no entity', '<img src="R&D.png">', ['"R&D.png" ./R&D.png ']],
    ['is none with an entity', '<img src="a&amp;b.png">', []],
    ['is none in code or text', '`<img src="a.png">` src="a.png"', []],
  ])('%s', (_what, text, addresses) => {
    expect(told(text)).toEqual(addresses);
  });
});

/** The HTML of a note in a folder where it stands in the note `to`, or only these spans of it. */
async function followed(
  html: string,
  to: string,
  { folder = 'a', spans = [{ start: 0, end: html.length }] } = {},
): Promise<string> {
  const path = `${folder}/N.md`;
  const vault = new PlanningTextVault({
    [path]: html,
    [`${folder}/b.png`]: '',
    [`${folder}/x y.png`]: '',
    'c.png': '',
  });
  const note = await vault.read(path);
  if (!note) throw new Error('There is no note.');
  return applyEdits(html, followHtml(note, spans, to, vault));
}

describe('in another folder an address of HTML', () => {
  it.each<[string, string, string, string]>([
    ['leads to the same file', '<img src="b.png">', 'T.md', '<img src="a/b.png">'],
    ['stays where the folder is the same', '<img src="./b.png">', 'a/T.md', '<img src="./b.png">'],
    ['leads up', '<img src="b.png">', 'd/e/T.md', '<img src="../../a/b.png">'],
    ['leads up no more', '<img src="../c.png">', 'T.md', '<img src="c.png">'],
    ['keeps its quotation marks and its place', "<img src='b.png?1#2'>", 'T.md', "<img src='a/b.png?1#2'>"],
    ['keeps having none', '<img src=b.png>', 'T.md', '<img src=a/b.png>'],
    ['keeps its blanks', '<img src="x y.png">', 'T.md', '<img src="a/x y.png">'],
    [
      'keeps them encoded',
      '<img src="x%20y.png"><img src=x%20y.png>',
      'T.md',
      '<img src="a/x%20y.png"><img src=a/x%20y.png>',
    ],
    ['stays where it leads to no file', '<img src="gone.png">', 'T.md', '<img src="gone.png">'],
  ])('%s', async (_what, html, to, after) => {
    expect(await followed(html, to)).toBe(after);
  });
  it('has encoded what would end its path or be read as something else, and leads there then', async () => {
    const folder = "100%/it's/R&D/C#";
    const html = `<img src="b.png"> <img src='b.png'> <img src=b.png> <img src="%62.png">`;
    const [there, way] = [await followed(html, 'T.md', { folder }), '100%25/it%27s/R%26D/C%23/b.png'];
    expect(there).toBe(`<img src="${way}"> <img src='${way}'> <img src=${way}> <img src="${way}">`);
    expect(told(there).map((one) => one.split(' ')[1])).toEqual(Array(4).fill(`./${folder}/b.png`));
  });
  it('has blanks of its way encoded where it has no quotation marks', async () => {
    expect(await followed('<img src=b.png> <img src="b.png">', 'T.md', { folder: 'a b' })).toBe(
      '<img src=a%20b/b.png> <img src="a b/b.png">',
    );
  });
  it('stays where it does not move', async () => {
    const html = '<img src="b.png"> <img src="b.png"> <img src="b.png">';
    const [first, second] = [html.indexOf('"'), html.lastIndexOf('"b')];
    const only = { spans: [first, second].map((start) => ({ start, end: start + 7 })) };
    expect(await followed(html, 'T.md', only)).toBe('<img src="a/b.png"> <img src="b.png"> <img src="a/b.png">');
    for (const [start, end] of [
      [first + 1, first + 9],
      [first - 2, first + 6],
    ] as const)
      expect(await followed(html, 'T.md', { spans: [{ start, end }] })).toBe(html);
  });
  it('hangs on its line', async () => {
    const vault = new PlanningTextVault({ 'a/N.md': 'x\ny <img src="b.png"> z\n', 'a/b.png': '' });
    const note = await vault.read('a/N.md');
    const edits = note ? followHtml(note, [{ start: 0, end: note.text.length }], 'T.md', vault) : [];
    expect(edits.flatMap(({ guards }) => guards.map(({ start, end }) => note?.text.slice(start, end)))).toEqual([
      'y <img src="b.png"> z',
    ]);
  });
});

// The one way in which links and embeds are written: in the user's format, and never to another place than was meant.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { isRefusal, type Refusal } from '../../../src/core/text/refusal';
import type { LinkFormat } from '../../../src/core/link/link-vault';
import type { LinkPlace } from '../../../src/core/link/find-subpaths';
import { planLink, type LinkRequest, type PlannedLink } from '../../../src/core/link/plan-link';
import { PlanningTextVault } from '../edit/planning-text-vault';

interface Wanted extends Partial<Omit<LinkRequest, 'place'>> {
  readonly texts: Readonly<Record<string, string>>;
  /** The 1-based line of a heading, a block's `^id`, or `@` and the text at which a block stands; the whole note without it. */
  readonly to?: number | string;
  readonly format?: LinkFormat['path'];
  readonly markdown?: boolean;
}

function placeOf(to: Wanted['to'], text: string): LinkPlace {
  if (to === undefined) return { kind: 'note' };
  if (typeof to === 'number') return { kind: 'heading', line: to - 1 };
  return to.startsWith('^')
    ? { kind: 'block-id', id: to.slice(1) }
    : { kind: 'block', offset: text.indexOf(to.slice(1)) };
}

/** The embed, or with `embed: false` the link, from S.md to T.md; `✗ ` and the reason when refused. Under it, after `+`, what the note gets. */
async function written({ texts, to, format = 'shortest', markdown = false, ...given }: Wanted): Promise<string> {
  const vault = new PlanningTextVault({ 'S.md': '', ...texts });
  vault.linkFormat = { path: format, markdown };
  const target = given.target ?? 'T.md';
  const planned = await planLink(
    { source: 'S.md', alias: '', embed: true, table: false, ...given, target, place: placeOf(to, texts[target] ?? '') },
    vault,
  );
  if (isRefusal(planned)) return `✗ ${planned.refusal}`;
  const after = planned.plan ? `\n+ ${applyEdits(planned.plan.before, planned.plan.edits)}` : '';
  // Ids are made of the text; what they are does not matter.
  return ([planned.text, ...planned.remarks].join(' — ') + after).replace(/\^b[a-z\d]{5}\b/g, '^new');
}

const published = '---\ndg-publish: true\n---\n';

describe('a link to a note', () => {
  const texts = {
    'Ops/Day 0.md': '',
    'A/Overview.md': '',
    'B/Overview.md': '',
    'B/S.md': '',
    'b/N.md': '',
    'a/b/N.md': '',
    'a/S.md': '',
    'pic.png': '',
    'N.md': '',
    'v1.2': '',
    'v1.2.md': '',
    'B/pic.png.md': '',
    'B/pic.png': '',
    'Go!.md': '',
  };
  it.each<[string, Omit<Wanted, 'texts'>, string]>([
    ['is an embed unless told otherwise', { target: 'Ops/Day 0.md' }, '![[Day 0]]'],
    ['is a link when told', { target: 'Ops/Day 0.md', embed: false }, '[[Day 0]]'],
    ["has the user's format", { target: 'Ops/Day 0.md', source: 'B/S.md', format: 'relative' }, '![[../Ops/Day 0]]'],
    [
      'is Markdown where the user wants it',
      { target: 'Ops/Day 0.md', markdown: true, format: 'absolute', alias: 'Plan' },
      '![Plan](Ops/Day%200.md)',
    ],
    ['has its full path where a name is not enough', { target: 'B/Overview.md', source: 'B/S.md' }, '![[B/Overview]]'],
    [
      'has its full path where a relative one would lead to the root',
      { target: 'a/b/N.md', source: 'a/S.md', format: 'relative' },
      '![[a/b/N]]',
    ],
    [
      'has it in Markdown too',
      { target: 'a/b/N.md', source: 'a/S.md', format: 'relative', markdown: true, embed: false },
      '[N](a/b/N.md)',
    ],
    ['to another kind of file brings its own mark', { target: 'pic.png' }, '![[pic.png]]'],
    ['to another kind of file can be a mere link', { target: 'pic.png', embed: false }, '[[pic.png]]'],
    [
      'has an alias in a table behind a backslash',
      { target: 'Ops/Day 0.md', alias: 'a | b', table: true },
      '![[Day 0\\|a \\| b]]',
    ],
    [
      'has no line end and no brackets that would end it',
      { target: 'Ops/Day 0.md', alias: 'see\n[[x]] 100%%', embed: false },
      '[[Day 0|see ((x)) 100%]]',
    ],
    [
      'keeps brackets that do no harm',
      { target: 'Ops/Day 0.md', alias: 'see [1] there', embed: false },
      '[[Day 0|see [1] there]]',
    ],
    [
      'makes no wikilink or footnote of them in Markdown',
      { target: 'Ops/Day 0.md', alias: '[a]', embed: false, markdown: true },
      '[\\[a\\]](Day%200.md)',
    ],
    [
      'escapes them in Markdown',
      { target: 'Ops/Day 0.md', alias: 'a ] `b', embed: false, markdown: true },
      '[a \\] \\`b](Day%200.md)',
    ],
    [
      'has one blank for many in its alias, and none around it',
      { target: 'Ops/Day 0.md', alias: '  a \n b %%%% ', embed: false },
      '[[Day 0|a b %]]',
    ],
    [
      'makes no footnote of a caret in Markdown',
      { target: 'Ops/Day 0.md', alias: '^a', embed: false, markdown: true },
      '[\\^a](Day%200.md)',
    ],
    [
      'makes no wikilink of one in Markdown',
      { target: 'Ops/Day 0.md', alias: 'see [[x]]', embed: false, markdown: true },
      '[see \\[\\[x\\]\\]](Day%200.md)',
    ],
    [
      'keeps brackets that stand in pairs in Markdown',
      { target: 'Ops/Day 0.md', alias: 'see [xy] and [a \\* b]', embed: false, markdown: true },
      '[see [xy] and [a \\* b]](Day%200.md)',
    ],
    [
      'makes no footnote of a caret in brackets in Markdown',
      { target: 'Ops/Day 0.md', alias: 'see [^1]', embed: false, markdown: true },
      '[see \\[\\^1\\]](Day%200.md)',
    ],
    [
      'keeps marks that would end a Markdown link',
      { target: 'Ops/Day 0.md', alias: 'a `b <c', embed: false },
      '[[Day 0|a `b <c]]',
    ],
    ['keeps a note’s mark of exclamation', { target: 'Go!.md', embed: false }, '[[Go!]]'],
    [
      'is a wikilink in a property, whatever the user wants elsewhere',
      { target: 'Ops/Day 0.md', embed: false, markdown: true, property: true },
      '[[Day 0]]',
    ],
    [
      'is refused when there is no such note, nor one of a like name',
      { target: 'Zyxwvutsrq/Zyxwvutsrq.md' },
      '✗ There is no note Zyxwvutsrq/Zyxwvutsrq.md.',
    ],
    [
      'is refused to a heading of what is no note',
      { target: 'pic.png', to: 1 },
      '✗ pic.png is no note: it has no headings or blocks to link to.',
    ],
    ['has its ending where another file has the name without it', { target: 'v1.2.md' }, '![[v1.2.md]]'],
    ['has it behind the whole path', { target: 'B/pic.png.md', format: 'relative' }, '![[B/pic.png.md]]'],
    ['may show the very path in other letters', { target: 'Ops/Day 0.md', alias: 'day 0', embed: false }, '[[day 0]]'],
    [
      'is refused when there is no such note',
      { target: 'Ops/Day O.md' },
      '✗ There is no note Ops/Day O.md; did you mean Ops/Day 0.md?',
    ],
  ])('%s', async (_name, wanted, expected) => expect(await written({ texts, ...wanted })).toBe(expected));

  const from = (change: Partial<PlanningTextVault>): Promise<PlannedLink | Refusal> =>
    planLink(
      { source: 'S.md', target: 'Ops/Day 0.md', place: { kind: 'note' }, alias: '', embed: false, table: false },
      Object.assign(new PlanningTextVault({ 'S.md': '', 'Ops/Day 0.md': '' }), change),
    );
  it('is what the app would write, however it does', async () => {
    expect(await from({ generateLink: () => '[[/Ops/Day 0.md|by the app]]' })).toMatchObject({
      text: '[[/Ops/Day 0.md|by the app]]',
    });
  });
  it('is refused where each leads to another note, or to none', async () => {
    expect(await from({ resolve: () => 'Day 0.md' })).toEqual({
      refusal: 'No link from S can lead to Ops/Day 0.md: it would lead to Day 0.md. Rename one of the notes.',
    });
    expect(await from({ resolve: () => null })).toEqual({
      refusal: 'No link from S can lead to Ops/Day 0.md. Rename one of the notes.',
    });
  });
});

describe('a name that breaks links', () => {
  it.each<[string, Omit<Wanted, 'texts'>, string]>([
    [
      'Ops/C# notes.md',
      {},
      '✗ No link can lead to Ops/C# notes.md: there is `#` in its name. Rename it, for example to C notes.',
    ],
    [
      'A ^ B.md',
      { markdown: true },
      '✗ No link can lead to A ^ B.md: there is `^` in its name. Rename it, for example to A B.',
    ],
    [
      'a|b.md',
      { markdown: true },
      '✗ No link can lead to a|b.md: there is `|` in its name. Rename it, for example to a b.',
    ],
    ['#.md', {}, '✗ No link can lead to #.md: there is `#` in its path. Rename the folder or the note.'],
    ['x [y].md', {}, '![[x [y].md]]'],
    ['[x] y.md', {}, '✗ No link can lead to [x] y.md: there is `[` in its name. Rename it, for example to x y.'],
    ['[x] y.md', { markdown: true }, '![\\[x\\] y](%5Bx%5D%20y.md)'],
    [
      'x [y].md',
      { published: true },
      '✗ No link can lead to x [y].md: there is `[` in its name. Rename it, for example to x y.',
    ],
    ['x [y] z.md', {}, '![[x [y] z]]'],
    ['x [y z.md', { markdown: true }, '![x \\[y z](x%20%5By%20z.md)'],
    ['R&amp;D.md', { markdown: true }, '![[R&amp;D]]'],
    ['100%.md', { markdown: true }, '![100%](100%25.md)'],
    ['a (b.md', { markdown: true }, '![a (b](a%20%28b.md)'],
    ['C# things/Day 0.md', {}, '![[Day 0]]'],
    ['C# things/Day 0.md', { format: 'absolute' }, '![[Day 0]]'],
    [
      'C# things/S.md',
      {},
      '✗ No link can lead to C# things/S.md: there is `#` in its path. Rename the folder or the note.',
    ],
    ['解決 👩‍🚀.md', { format: 'absolute' }, '![[解決 👩‍🚀]]'],
  ])('%s', async (target, wanted, expected) =>
    expect(await written({ texts: { [target]: '' }, target, ...wanted })).toBe(expected),
  );
});

describe('a link to a heading', () => {
  it.each<[string, string, Omit<Wanted, 'texts'>, string]>([
    ['has its text', '# Overview', { to: 1 }, '![[T#Overview]]'],
    ['of its own note has nothing else', '# Overview', { to: 1, source: 'T.md' }, '![[#Overview]]'],
    [
      'of its own note has nothing else in a property, and in Markdown',
      '# Overview',
      { to: 1, source: 'T.md', embed: false, markdown: true, property: true },
      '[[#Overview]]',
    ],
    [
      'of its own note has nothing else in Markdown',
      '# Overview',
      { to: 1, source: 'T.md', embed: false, markdown: true, alias: 'there' },
      '[there](#Overview)',
    ],
    [
      'has one above it that it is not under where only that leads there',
      '# S\n### X\n## Q\n# S\n### X',
      { to: 5 },
      '![[T#Q#X]]',
    ],
    [
      'has none above it that is of its own level',
      '## S\n### X\n### Q\n## S\n### X',
      { to: 5, embed: false },
      '[[T#^new]]\n+ ## S\n### X\n### Q\n## S\n### X ^new',
    ],
    [
      'has it although many of its own level stand between',
      `# S\n### X\n## Q\n# S\n${'### Y\n'.repeat(60)}### X`,
      { to: 65 },
      '![[T#Q#X]]',
    ],
    [
      'has those that it is under rather than one that it passes by',
      '# B\n## P\n### X\n# A\n## Q\n## P\n### X',
      { to: 7 },
      '![[T#A#P#X]]',
    ],
    ['passes by what a link cannot name above it', '# A\n## X\n# B\n# %%\n## X', { to: 5 }, '![[T#B#X]]'],
    ['leaves out what a link cannot hold', '# A: [[b\\|c]] #todo %%x%% | [d]', { to: 1 }, '![[T#A b c todo x d]]'],
    ['keeps marks and other scripts', '# **Über** `uns` 解決?', { to: 1 }, '![[T#**Über** `uns` 解決?]]'],
    ['in Markdown is encoded', '# Planning (phase', { to: 1, markdown: true }, '![T](T.md#Planning%20%28phase)'],
    ['in Markdown keeps what looks encoded', '# 100%41', { to: 1, markdown: true }, '![T](T.md#100%2541)'],
    [
      'in Markdown is not read as anything else',
      '# 100%20 R&amp;D',
      { to: 1, markdown: true },
      '![T](T.md#100%2020%20R%20amp%20D)',
    ],
    ['has the one above it where another comes first', '# A\n## X\n# B\n## X', { to: 4 }, '![[T#B#X]]'],
    ['has more above it where that is needed', '# A\n## P\n### X\n# B\n## P\n### X', { to: 6 }, '![[T#B#P#X]]'],
    [
      'has the one above it where another is matched as the same',
      '# C++\n# Tongues\n## C#',
      { to: 3 },
      '![[T#Tongues#C]]',
    ],
    [
      'that no link reaches gets an id',
      '# A\n## X\n\nfoo\n\n## X\n',
      { to: 6, embed: false },
      '[[T#^new]]\n+ # A\n## X\n\nfoo\n\n## X ^new\n',
    ],
    [
      'that no embed reaches is refused',
      '# A\n## X\n## X\n',
      { to: 3 },
      '✗ A link cannot reach `X` on line 3 of T: it leads to `X` on line 2. Rename one of the two headings.',
    ],
    ['of marks alone is matched as such', '# A\n# ???', { to: 2 }, '![[T#???]]'],
    [
      'without a name is refused',
      '# %%',
      { to: 1 },
      '✗ The heading on line 1 of T holds nothing that a link could name. Give it a name with letters.',
    ],
    [
      'in decomposed letters is refused',
      '# Cafe\u0301',
      { to: 1 },
      '✗ A link cannot reach `Cafe\u0301` on line 1 of T: its letters are composed in a way that links are not. Type the heading anew.',
    ],
    ['that is none is refused', 'x\n# A', { to: 1 }, '✗ Line 1 of T is no heading.'],
    ['is refused where there are none', 'x', { to: 1 }, '✗ Line 1 of T is no heading.'],
  ])('%s', async (_name, text, wanted, expected) =>
    expect(await written({ texts: { 'T.md': text }, ...wanted })).toBe(expected),
  );
});

describe('a link to a block', () => {
  it.each<[string, string, Omit<Wanted, 'texts'>, string]>([
    ['has its id', 'a ^One-1\n', { to: '^one-1' }, '![[T#^One-1]]'],
    ['has the id that it has already', '- a\n- b ^two\n', { to: '@b' }, '![[T#^two]]'],
    ['gives a paragraph an id', 'a\nb  \n\nc', { to: '@a' }, '![[T#^new]]\n+ a\nb ^new  \n\nc'],
    [
      'gives a bullet its own, not that of what is nested in it',
      '- a\r\n  - b\r\n',
      { to: '@a' },
      '![[T#^new]]\n+ - a ^new\r\n  - b\r\n',
    ],
    ["puts a table's below it", '| a |\n|---|\n# H', { to: '@a' }, '![[T#^new]]\n+ | a |\n|---|\n\n^new\n\n# H'],
    [
      'of its own it gets beside one that has its own',
      'a\n\nb ^two\n',
      { to: '@a' },
      '![[T#^new]]\n+ a ^new\n\nb ^two\n',
    ],
    ['puts it below a quote', '> q\n', { to: '@q' }, '![[T#^new]]\n+ > q\n\n^new\n'],
    ['puts it below a callout', '> [!tip] A\n> q\n', { to: '@q' }, '![[T#^new]]\n+ > [!tip] A\n> q\n\n^new\n'],
    ['puts it below code', '```\nls\n```\n', { to: '@ls' }, '![[T#^new]]\n+ ```\nls\n```\n\n^new\n'],
    ['puts it below a formula', '$$\nx^2\n$$\n', { to: '@x' }, '![[T#^new]]\n+ $$\nx^2\n$$\n\n^new\n'],
    [
      'needs no further blank line where one is',
      '| a |\n|---|\n \nx',
      { to: '@a' },
      '![[T#^new]]\n+ | a |\n|---|\n\n^new\n \nx',
    ],
    [
      'is refused to a rule',
      '***\n',
      { to: '@***' },
      '✗ Line 1 of T is no text that a link can lead to. Choose a bullet, paragraph or table.',
    ],
    [
      'is refused to what is a frozen copy of another note',
      'a\n\n<div class="transclusion internal-embed is-loaded"><div class="markdown-embed">\n\nb\n\n</div></div>\n',
      { to: '@b\n' },
      '✗ Line 5 of T is a frozen copy: rebuild its page first, and link to that.',
    ],
    ['is refused when there is no such id', 'a ^one\n', { to: '^onr' }, '✗ T has no block `onr`; did you mean `one`?'],
    ['is refused when there is none of a like name', 'a ^one\n', { to: '^zyxw' }, '✗ T has no block `zyxw`.'],
    ['is refused where nothing stands', 'a\n\nb', { to: '@\nb' }, '✗ Line 2 of T is empty. Choose a line with text.'],
  ])('%s', async (_name, text, wanted, expected) =>
    expect(await written({ texts: { 'T.md': text }, ...wanted })).toBe(expected),
  );
});

describe('a new id', () => {
  const given = async (text: string): Promise<PlannedLink> => {
    const vault = new PlanningTextVault({ 'S.md': '', 'T.md': text });
    const place = { kind: 'block', offset: 0 } as const;
    const link = await planLink(
      { source: 'S.md', target: 'T.md', place, alias: '', embed: false, table: false },
      vault,
    );
    if (isRefusal(link)) throw new Error(link.refusal);
    return link;
  };
  const idOf = async (text: string): Promise<string> => (await given(text)).leads.subpath.slice(1);
  it('is made of what it names, so that the same gets the same, and none that the note holds already', async () => {
    const id = await idOf('a\n');
    expect(await idOf('a\n\nmore\n')).toBe(id);
    expect(await idOf('b\n')).not.toBe(id);
    expect(await idOf(`a\n\nmore ${id.toUpperCase()}\n`)).toMatch(/^\^b[a-z\d]{5}$/);
    expect(await idOf(`a\n\nmore ${id.toUpperCase()}\n`)).not.toBe(id);
  });
  it('is guarded by the lines of what it names', async () => {
    expect((await given('a\nb\n\nmore\n')).plan?.edits.map(({ guards }) => guards)).toEqual([[{ start: 0, end: 3 }]]);
  });
});

describe('in a published note', () => {
  const nested = `${published}# A\n## X\n# B\n## X\n`;
  it.each<[string, string, Omit<Wanted, 'texts'>, string]>([
    ['an embed is no Markdown', `${published}# A b`, { to: 4, markdown: true }, '![[T#A b]]'],
    ['a link may be', `${published}# A b`, { to: 4, markdown: true, embed: false }, '[T](T.md#A%20b)'],
    ['an embed of its own section says whose', `${published}# A`, { to: 4, source: 'T.md' }, '![[T#A]]'],
    [
      'an embed by two headings is refused',
      nested,
      { to: 7 },
      '✗ A link cannot reach `X` on line 7 of T: it leads to `X` on line 5. Rename one of the two headings. A published note needs a heading of its own name.',
    ],
    [
      'an embed of the first of two is refused as well',
      nested,
      { to: 5 },
      '✗ A published note cannot embed `X` on line 5 of T, which the Digital Garden takes for the same as `X` on line 7. Rename it, or link to it instead.',
    ],
    ['a link to the other goes to an id', nested, { to: 7, embed: false }, `[[T#^new]]\n+ ${nested.trimEnd()} ^new\n`],
    [
      'an embed that no heading leads to says how one would',
      `${published}# A\n## X\n## X\n`,
      { to: 6 },
      '✗ A link cannot reach `X` on line 6 of T: it leads to `X` on line 5. Rename one of the two headings.',
    ],
    ['a link to the first of two is not', nested, { to: 5, embed: false }, '[[T#X]]'],
    [
      'slugs that fall together are refused',
      `${published}# on-call\n# On Call`,
      { to: 5 },
      '✗ A published note cannot embed `On Call` on line 5 of T, which the Digital Garden takes for the same as `on-call` on line 4. Rename it, or link to it instead.',
    ],
    [
      'a heading without a slug is refused',
      `${published}# 解決`,
      { to: 4 },
      '✗ A published note cannot embed `解決` on line 4 of T, which has no Latin letters or digits for the Digital Garden to find it by. Rename it, or link to it instead.',
    ],
    [
      'an embed in a table is refused',
      published,
      { table: true },
      '✗ An embed in a table breaks when the Digital Garden publishes the note. Write a link instead, or put the embed on a line of its own.',
    ],
    ['a link in a table is not', published, { table: true, embed: false, alias: 'x' }, '[[T\\|x]]'],
    [
      'an embed with a new id is refused',
      `${published}a`,
      { to: '@a' },
      '✗ The place in T has no block id yet, and a new one would glue two lines of the published page. Embed the section by its heading instead.',
    ],
    ['an embed of a paragraph has the id that it has', `${published}X ^one\n`, { to: '@X' }, '![[T#^one]]'],
    [
      'an embed of the place of a bullet with others in it is refused too',
      `${published}- X ^one\n  - b\n`,
      { to: '@- X' },
      '✗ A published note cannot embed the bullet `one` of T with what is nested in it: the Digital Garden shows its first line alone. Embed the section by its heading instead.',
    ],
    [
      'an embed of a bullet by its id is the line that the site shows',
      `${published}- a ^one\n- b\n`,
      { to: '^one' },
      '![[T#^one]]',
    ],
    [
      'an embed of a bullet with others in it is refused, for the site shows its line alone',
      `${published}- a ^one\n  - b\n`,
      { to: '^one' },
      '✗ A published note cannot embed the bullet `one` of T with what is nested in it: the Digital Garden shows its first line alone. Embed the section by its heading instead.',
    ],
    ['a link to it is not', `${published}- a ^one\n  - b\n`, { to: '^one', embed: false }, '[[T#^one]]'],
    [
      'what is not published itself is told',
      '# A',
      { to: 1 },
      '![[T#A]] — T is not published; what is embedded of it will be',
    ],
  ])('%s', async (_name, text, wanted, expected) => {
    expect(await written({ texts: { 'S.md': published, 'T.md': text }, ...wanted })).toBe(expected);
  });
  it('an id is not put where a published note embeds the section', async () => {
    const texts = { 'T.md': '# A\nfoo\n# B\nbar\n', 'P.md': `${published}![[T#A]]\n` };
    expect(await written({ texts, to: '@foo', embed: false })).toBe(
      '✗ The place in T has no block id yet, and P, which is published, embeds it: a new id would glue two lines there. Link to the heading instead.',
    );
    expect(await written({ texts, to: '@bar', embed: false })).toMatch(/^\[\[T#\^new\]\]\n\+ /);
  });
});

interface GenerateCase {
  readonly id: string;
  readonly kind: string;
  readonly note: string;
  readonly vault: readonly string[];
  readonly settings: { readonly newLinkFormat: LinkFormat['path']; readonly useMarkdownLinks: boolean };
  readonly source: string;
  readonly target: string;
  readonly heading: string | null;
  readonly alias: string;
  readonly inTable?: boolean;
  readonly expectedPlugin: string | null;
}

describe('the recorded cases', () => {
  const { vectors } = JSON.parse(readFileSync(new URL('../../fixtures/vectors.json', import.meta.url), 'utf8')) as {
    vectors: GenerateCase[];
  };
  it.each(vectors.filter(({ kind }) => kind === 'generate').map((one) => [one.id, one.note, one] as const))(
    '%s %s',
    async (_id, _note, one) => {
      const texts = Object.fromEntries(
        one.vault.map((path) => [path, path === one.target && one.heading !== null ? `# ${one.heading}\n` : '']),
      );
      const { newLinkFormat: format, useMarkdownLinks: markdown } = one.settings;
      const text = await written({
        ...one,
        texts,
        format,
        markdown,
        table: one.inTable ?? false,
        ...(one.heading === null ? {} : { to: 1 }),
      });
      expect(text.startsWith('✗') ? null : text).toBe(one.expectedPlugin);
    },
  );
});

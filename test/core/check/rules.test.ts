// What each rule of the handbook check finds, and what it leaves alone. Offending lines end in `{rule-id}`; everything else must be silent.
import escapeStringRegexp from 'escape-string-regexp';
import { describe, expect, it } from 'vitest';
import { listFindings } from '../../../src/core/check/list-findings';
import { RULES } from '../../../src/core/check/rules/rules';
import { publishNote } from '../../garden/publish-note';
import { TextVault } from '../text-vault';
import { checkMarked, CheckedVault, linesOf } from './check-vault';

const published = (...lines: string[]): string => ['---', 'dg-publish: true', '---', ...lines].join('\n');

async function expectMarks(marked: Readonly<Record<string, string>>): Promise<void> {
  const { found, expected } = await checkMarked(marked);
  expect(found).toEqual(expected);
}

/** The messages of one vault, by `path:line`. */
async function messages(texts: Readonly<Record<string, string>>): Promise<string[]> {
  return (await new CheckedVault(texts).findings()).map(({ message }) => message);
}

describe('a transclusion that shows nothing', () => {
  it('of a missing note is an error, whatever its form', () =>
    expectMarks({
      'A.md':
        '![[Gone]] {missing-note}\n\n![[Gone#Part|x]] {missing-note}\n\n![x](Gone.md#Part) {missing-note}\n\n- ![[Sub/Gone]] {missing-note}\n\n> ![[Node.js]] {missing-note}\n\n![[Release v1.2]] {missing-note}\n',
    }));
  it('of a missing heading or block is one', () =>
    expectMarks({
      'N.md': '# Overview\ntext ^abc\n## Part\n',
      'A.md':
        '![[N#Overveiw]] {missing-heading}\n\n![[N#Part#Overview]] {missing-heading}\n\n![[N#^abd]] {missing-block}\n\n![[#Nothing]] {missing-heading}\n',
    }));
  it('but a heading below another than the one that is named is shown by the app, and found', async () => {
    await expectMarks({
      'N.md': '# A\ntext\n# B\n## X\nshown\n',
      'A.md': '![[N#A#X]]\n\n![[N#B#X]]\n\n![[N#X#A]] {missing-heading}\n',
    });
    await expectMarks({ 'N.md': '# A\ntext\n# B\n## X\nshown\n## X\n', 'A.md': '![[N#A#X]] {duplicate-heading}\n' });
    await expectMarks({
      'N.md': '# A\ntext\n# B\n## X\n![[A#Top]] {embed-cycle}\n',
      'A.md': '# Top\n![[N#A#X]] {embed-cycle}\n',
    });
  });
  it('names the embed of the page that leads to no heading, where the copy holds a whole note', async () => {
    const embed = '---\ndg-publish: true\n---\n## Overview\n![[C#Gone]]\n';
    const copy = (page: string, text: string): string =>
      `<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/${page}" aria-label="Open link"></a><div class="markdown-embed">\n\n${text}\n\n</div></div>\n`;
    const found = await messages({
      'A.md': embed,
      'C.md': '---\ndg-publish: true\n---\n## X\nshown\n',
      'B.md': `---\ndg-publish: true\n---\n# H\n${copy('a/#overview', `## Overview\n\n${copy('c/#gone', '## X\nshown')}`)}`,
    });
    expect(found.filter((one) => one.startsWith('A frozen copy that differs'))).toEqual([
      'A frozen copy that differs from `![[A#Overview]]`. The copy says "a frozen copy of /c/" where the page says "![[C#Gone]] (no such heading or block)".',
    ]);
  });
  it('names the nearest note, heading or block', async () => {
    expect(
      await messages({
        'Day 1 Operations.md': '# Overview\n# Responsibilities\n',
        'A.md': '![[Day 1 Operations#Overveiw]]\n\n![[Day 1 Operatoins]]\n',
      }),
    ).toEqual([
      'Day 1 Operations has no heading `Overveiw`; did you mean `Overview`?',
      'There is no note `Day 1 Operatoins`; did you mean `Day 1 Operations`?',
    ]);
    expect(await messages({ 'x/Deep.md': 'text ^abc1', 'A.md': '![[y/Deep]]\n\n![[Deep#^abc2]]' })).toEqual([
      'There is no note `y/Deep`; did you mean `x/Deep`?',
      'Deep has no block `^abc2`; did you mean `^abc1`?',
    ]);
  });
  it('quotes no more of long headings than helps', async () => {
    const [message = ''] = await messages({ 'N.md': `# ${'long '.repeat(100)}\n`, 'A.md': '![[N#Nothing]]' });
    expect(message).toMatch(/^N has no heading `Nothing`; it has `long [long ]{50,54}…`\.$/);
  });
  it('says where a heading stands that is not below the other, and what the site will show', async () => {
    const notes = { 'N.md': published('# A', '## B', '# C'), 'M.md': published('![[N#C#B]]') };
    expect((await new CheckedVault(notes).findings()).map(({ message }) => message)).toContain(
      'N has no heading `B` below `C`, but above it. The site will show all of `C`.',
    );
  });
  it('says that the site will show the whole note', async () => {
    expect(await messages({ 'N.md': published('# One'), 'A.md': published('![[N#Two]]') })).toEqual([
      'N has no heading `Two`; it has `One`. The site will show the whole note.',
    ]);
  });
});

describe('a form that the app accepts', () => {
  it('is silent', () =>
    expectMarks({
      'img.png': '',
      'Doc.pdf': '',
      'Map.canvas': '',
      'Table.base': '',
      'data.csv': '',
      'Sketch.excalidraw.md': '---\nexcalidraw-plugin: parsed\n---\n# Drawing\n',
      'x/Note one.md':
        '# A **bold** `code` [[link|shown]]\nText. ^id-1\n\n- item ^ID2\n\n# CI/CD: now?\n# Über uns\n# 解決\n\nSetext\n===\n\n[^1]: note\n',
      'v1.2 Notes.md': '# A\n',
      'A.md': [
        '# Own',
        '![[img.png]] ![[img.png|100]] ![[img.png|100x200]] ![[img.png#outline|x]]',
        '![[Doc.pdf#page=3]] ![[Doc.pdf#page=3&rect=1,2,3,4|x]] ![[Map.canvas]] ![[Table.base#View]] ![[data.csv]]',
        '![[Sketch.excalidraw]] ![[Sketch.excalidraw|400]] ![[Sketch.excalidraw#^frame=abc]]',
        '![[Note one]] ![[note ONE#a bold code link shown]] ![[x/Note one#A **bold** `code` link|alias]]'.replace(
          ' `code` link|',
          ' `code` link shown|',
        ),
        '![[Note one#^id-1]] ![[Note one#^id2]] ![[Note one#CI CD now]] ![[Note one#CI/CD: now?]]',
        '![[Note one#Über uns]] ![[Note one#解決]] ![[Note one#Setext]] ![[Note one#[^1]]]',
        '![[ Note one | x ]] ![[Note one.md#Setext]] ![[v1.2 Notes]] ![[v1.2 Notes#A]] ![[Note one#]]',
        '![](x/Note%20one.md#Setext) ![a](<x/Note one.md>) ![a](Note%20one#CI%2FCD%3A%20now%3F "title")',
        '![](https://example.org/a.png) ![](data:image/png;base64,AA) ![a](img.png)',
        '![[missing.png]] ![[missing.pdf#page=1]] ![[missing.canvas]]',
        '`![[Gone]]` %% ![[Gone]] %% $![[Gone]]$ <!-- ![[Gone]] -->',
        '',
        '![[#Own2]]',
        '',
        '```',
        '![[Gone]]',
        '```',
        '',
        '%%',
        '![[Gone]]',
        '%%',
        '',
        '| a | b |',
        '|---|---|',
        '| ![[Note one\\|x]] | ![[Note one#Setext\\|y]] |',
        '',
        '> [!note] ![[Note one#Setext]]',
        '> > ![[Note one]]',
        '',
        '- ![[Note one]]',
        '  - ![[img.png]]',
        '',
        '# Own2',
        '',
      ].join('\n'),
    }));
  it('is silent in a published note too, but for what the site breaks', () =>
    expectMarks({
      'N.md': published('# A', 'x', '# B'),
      'img.png': '',
      'A.md': published(
        '![[N#A]]',
        '',
        'text ![[N#B|x]]',
        '',
        '- ![[img.png|100]]',
        '- [[N]] and [[N#A|a]], [b](N.md#b), [site](/n/#a), [out](https://x.y/#z)',
        '![[N]]',
        '',
        '| [[N\\|n]] |',
        '|--|',
        '| ![[img.png]] |',
        '',
        '%% [[Gone]] ![[Gone]] %%',
      ),
    }));
});

describe('a circle', () => {
  it('is judged by section', () =>
    expectMarks({
      'A.md': '# x\n![[B#y]] {embed-cycle}\n# z\n![[B#z]]\n',
      'B.md': '# y\n![[A#x]] {embed-cycle}\n# z\ntext\n',
    }));
  it('of notes that show other sections of each other is none', () =>
    expectMarks({
      'A.md': '# Overview\ntext\n# Links\n![[B#Overview]]\n',
      'B.md': '# Overview\ntext\n# Links\n![[A#Overview]]\n',
    }));
  it('can be one section that shows itself, or the note around it', () =>
    expectMarks({
      'N.md': '# Overview\n![[N#Overview]] {embed-cycle}\n\n![[N]] {embed-cycle}\n# Other\n![[#Rest]]\n# Rest\n',
    }));
  it('tells its way', async () => {
    expect(await messages({ 'A.md': '# x\n![[B#y]]', 'B.md': '# y\n![[A#x]]' })).toEqual([
      'This transclusion shows itself: B › y → A › x → B › y. Expected a section that does not lead back here.',
      'This transclusion shows itself: A › x → B › y → A › x. Expected a section that does not lead back here.',
    ]);
  });
  it('is not told of what only leads into it', () =>
    expectMarks({ 'A.md': '![[B]] {embed-cycle}', 'B.md': '![[A]] {embed-cycle}', 'C.md': '![[A]]' }));
});

describe('depth', () => {
  const chain = (length: number, front = '', shown = 5): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length }, (_one, at) => [
        `n${at}.md`,
        front +
          (at + 1 < length ? `# S\n![[n${at + 1}#S]]${length - 1 - at > shown ? ' {too-deep}' : ''}` : '# S\nend'),
      ]),
    );
  it('of five is shown', () => expectMarks(chain(6)));
  it('of more is not', () => expectMarks(chain(8)));
  it('of four is shown on the site', () => expectMarks(chain(8, '---\ndg-publish: true\n---\n', 4)));
  it('of a very long chain ends no stack', async () => {
    const { found } = await checkMarked(chain(1000));
    expect(found).toHaveLength(994);
  });
});

describe('names', () => {
  it('that several notes have are ambiguous without a path', () =>
    expectMarks({
      'A/T.md': '# O',
      'B/T.md': '# O',
      'B/S.md': '![[T]] {ambiguous-note}\n\n![[T#O|x]] {ambiguous-note}\n\n![[A/T]]\n\n![[B/T.md]]\n\n![[./T]]\n',
      'C.md': '![x](T.md) {ambiguous-note}',
    }));
  it('at the top of the vault win over those beside the note', () =>
    expectMarks({
      'T.md': '',
      'x/T.md': '',
      'x/S.md': '![[T]] {shadowed-note}\n\n![[./T]]\n\n![[x/T]]\n',
      'y/S.md': '![[T]]',
      'S2.md': '![[T]]',
    }));
});

describe('a heading that stands twice', () => {
  it('is found by its first', () =>
    expectMarks({
      'N.md': '# Day 0\n## Overview\na\n# Day 1\n## Overview\nb\n# C++\n# C#\n',
      'A.md':
        '![[N#Overview]] {duplicate-heading}\n\n![[N#Day 1#Overview]]\n\n![[N#Day 0#Overview]]\n\n![[N#C]] {duplicate-heading}\n\n![[N#Day 1]]\n',
    }));
});

describe('what the publisher leaves as it is', () => {
  it('is not taken for a transclusion on the site: one in Markdown form, and one of its own note', () =>
    expectMarks({
      'N.md': '# A\n## B\n- x ^id\n- y\n',
      'A.md': published(
        '![x](N.md)',
        '',
        '- ![x](N.md#A)',
        '',
        '![x](N.md#A#B)',
        '',
        '- ![[#Own#Sub]]',
        '',
        '# Own',
        '## Sub',
      ),
    }));
  it('does not show the whole note either where the heading is missing', async () => {
    expect(await messages({ 'N.md': published('# One'), 'A.md': published('![x](N.md#Two)') })).toEqual([
      'N has no heading `Two`; it has `One`.',
    ]);
  });
});

describe('on the site', () => {
  it('an unpublished note leaks by a transclusion', () =>
    expectMarks({
      'N.md': '# A\n',
      'P.md': published('# A'),
      'No.md': '---\ndg-publish: false\n---\n',
      'A.md': published(
        '![[N#A]] {leaked-note}',
        '',
        '![[P]]',
        '',
        '![[No]] {leaked-note}',
        '',
        '[[N]]',
        '',
        '![[#Own]]',
        '# Own',
      ),
      'B.md': '![[N]]',
    }));
  it('a transclusion breaks in a bullet, a table, a callout or a quote', () =>
    expectMarks({
      'P.md': published('# A'),
      'A.md': published(
        '- ![[P#A]] {garden-place}',
        '- text ![[P]] {garden-place}',
        '  ![[P]] {garden-place}',
        '![[P]]',
        '',
        '| a |',
        '|---|',
        '| ![[P]] | {garden-place}',
        '',
        '> [!tip]',
        '> ![[P]] {garden-place}',
        '',
        '> ![[P]] {garden-place}',
        '',
        '![[P]]',
      ),
      'B.md': '- ![[P#A]]\n',
    }));
  it('a block id glues the next line to its own', () =>
    expectMarks({
      'P.md': published(
        '# A',
        '- one ^id1 {garden-block-id}',
        '- two',
        '',
        'Text. ^id2 {garden-block-id}',
        '',
        'More.',
        '',
        'Last. ^id3',
        '',
        '# B',
        'Text ^id4',
        '# C',
        'x ^with-hyphen',
        'y',
      ),
      'A.md': published('![[P#A]]', '', '![[P#C]]', '', '![[P#^id4]]'),
      'B.md': '![[P#B]]',
    }));
  it('no line is glued where lines end in CRLF: the publisher takes one half of it', () =>
    expectMarks({
      'P.md': published('- one ^id1', '- two', '', 'Text. ^id2', '', 'More.').replaceAll('\n', '\r\n'),
      'A.md': published('![[P]]'),
    }));
  it('a section is taken for another', () =>
    expectMarks({
      'P.md': published('# A', '## B', '# 解決', '# 計画', '# CI/CD', '# CI-CD', '# D'),
      'A.md': published(
        '![[P#A#B]] {garden-section}',
        '',
        '![[P#解決]]',
        '',
        '![[P#計画]] {garden-section}',
        '',
        '![[P#CI CD]]',
        '',
        '![[P#CI-CD]] {garden-section}',
        '',
        '![[P#D]]',
        '',
        '![[P#B]]',
      ),
      'B.md': '![[P#A#B]]',
    }));
  it('a link is dead', () =>
    expectMarks({
      'N.md': '# A Heading\ntext ^id\n',
      'A.md': published(
        '[[Gone]] {dead-link}',
        '',
        '[[N#Other]] {dead-link}',
        '',
        '[x](N.md#Other) {dead-link}',
        '',
        '[[N#^no]] {dead-link}',
        '',
        '[x](N.md#a-heading) [y](N.md#A%20Heading) [[N#^id]] [z](/some/page)',
        '',
        '[[gone.pdf]]',
        '',
        '[[#Nowhere]] {dead-link}',
        '',
        '[r]: N.md#Other {dead-link}',
        '[s]: <Gone.md> "t" {dead-link}',
        '[t]: N.md#A%20Heading',
        '[u]: https://example.org/Gone.md',
      ),
      'B.md': '[[Gone]] [[N#Other]]',
    }));
  it('a todo is seen unless it is in a comment', () =>
    expectMarks({
      'A.md': published(
        '# A',
        '#todo {public-todo}',
        '# B',
        '%% #todo %%',
        '- x #todo {public-todo}',
        '- y %% #todo %%',
        '- [x] z #todo',
        '',
        '%%',
        '#todo',
        '%%',
        '',
        '`%%` and #todo {public-todo}',
      ),
      'B.md': '#todo',
      'C.md': '---\ndg-publish: true\ntags: todo\n---\n',
    }));
});

describe('what the publisher takes', () => {
  it('is any note whose `dg-publish` is true to JavaScript, but for the text `false`', async () => {
    for (const value of ['true', 'yes', '1', '"0"', '[]', '{{publish}}'])
      await expectMarks({ 'N.md': '# A\n', 'A.md': `---\ndg-publish: ${value}\n---\n![[N]] {leaked-note}\n` });
    for (const value of ['false', '0', '""', 'null', '"false"', "'false'"])
      await expectMarks({ 'N.md': '# A\n', 'A.md': `---\ndg-publish: ${value}\n---\n![[N]]\n` });
  });
  it('is no embed in a quote, but one right below it', () =>
    expectMarks({
      'N.md': published('text'),
      'A.md': published('> said', '![[N]]', '', '> [!note] x', '> y', '![[N]]', '', '> ![[N]] {garden-place}'),
    }));
  it('for a block id is any word behind a caret at a line’s end', () =>
    expectMarks({
      'N.md': published('# A', 'It is 2^n {garden-block-id}', 'times.', '', 'It is 2^n, too.'),
      'A.md': published('![[N#A]]'),
    }));
  it('of a block is the id as it is written', async () => {
    await expectMarks({
      'N.md': published('one ^End1', '', 'two ^end2'),
      'A.md': published('![[N#^End1]] {garden-block}', '', '![[N#^end1]]', '', '![[N#^end2]]'),
      'B.md': '![[N#^End1]]',
    });
    const [finding] = await new CheckedVault({
      'N.md': published('one ^end1'),
      'A.md': published('![[N#^End1]]'),
    }).findings();
    expect(finding?.fix).toMatchObject({ subpath: '#^end1' });
  });
  it('of a block are its own lines: a bullet’s without what is nested, each id of another with its line’s end', () =>
    expectMarks({
      'N.md': published('- one ^a', '  - deep ^b', '- two ^c', '', '> q ^d {garden-block-id}', '> r', '', '^e'),
      'A.md': published('![[N#^a]] {garden-block}', '', '![[N#^b]]', '', '![[N#^c]]', '', '![[N#^e]]'),
      'B.md': '![[N#^a]]',
    }));
  it('of a note is all where the block is not found', async () => {
    const vault = new CheckedVault({ 'N.md': published('one ^a', 'more'), 'A.md': published('![[N#^gone]]') });
    expect((await vault.findings()).map(({ message }) => message)).toEqual([
      'N has no block `^gone`; expected `^gone` at the end of a block there. The site will show the whole note.',
    ]);
  });
  it('glues dashes to a paragraph, which becomes a heading', () =>
    expectMarks({
      'N.md': published('# A', 'Text ^a {garden-block-id}', '', '---', '', '- item ^b', '', '---'),
      'A.md': published('![[N#A]]'),
    }));
  it('of two blocks with one id is no bullet that another bullet of that id stands in', () =>
    expectMarks({
      'N.md': published('> quote ^a', '', '- one ^a', '  - deep'),
      'A.md': published('![[N#^a]]'),
    }));
  it('for a permalink is a text', () =>
    expectMarks({
      'A.md': '---\ndg-publish: true\ndg-permalink: 2024\n---\n# A {garden-permalink}\n',
      'B.md': '---\ndg-publish: true\ndg-permalink: "2024"\n---\n# A\n',
      'C.md': '---\ndg-permalink: 2024\n---\n',
      'D.md': '---\ndg-publish: true\ndg-path: [a, b]\n---\n# A {garden-permalink}\n',
      'E.md': '---\ndg-publish: true\ndg-permalink: e\ndg-path: 2024\n---\n# A\n',
      'F.md': '---\ndg-publish: true\ndg-home: true\ntags: 2024\n---\n# A {garden-permalink}\n',
      'G.md': '---\ndg-publish: true\ndg-home: true\ntags: [2024]\n---\n# A\n',
      'H.md': '---\ndg-publish: true\ndg-home: true\ntags: ops\n---\n# A\n',
      'I.md': '---\ndg-publish: true\ndg-path: 0\ntags: 2024\n---\n# A\n',
    }));
  it('for one link is one to a note with a file’s behind it', () =>
    expectMarks({
      'doc.pdf': '',
      'doc.PDF': '',
      'pic.png': '',
      'R.md': published('x'),
      'A.md': published(
        '[[R|who]], then [[doc.pdf]] {garden-link}',
        '',
        '[[R|who]]',
        '[[doc.pdf]]',
        '',
        '[[R]], then [[pic.png|p]] {garden-link}',
        '',
        '[who](R.md), then [[doc.pdf#page=2]] {garden-link}',
        '',
        '[[#Part]], then [[doc.pdf]] {garden-link}',
        '',
        '[[doc.pdf]], then [[R]]',
        '',
        '[[R]], then ![[pic.png]], then [[doc.pdf]]',
        '',
        '[[R]], then [p](doc.pdf)',
        '',
        '[[R]], then [[doc.PDF]]',
        '',
        '[w](https://example.org), then [[doc.pdf]]',
        '',
        '[[doc.pdf]] and [[pic.png]]',
        '',
        '## Part',
      ),
    }));
  it('for one file is all from a sign of an embed to a file’s ending, where that fits', () =>
    expectMarks({
      ...Object.fromEntries(['a.png', 'b.png', 'a.svg', 'b.svg', 'a.pdf', 'b.pdf', 'a.mp4'].map((path) => [path, ''])),
      'R.md': published('x'),
      'A.md': published(
        '![[a.png]] ![[b.png]]',
        '',
        '![[a.png|100]] ![[b.png|100]]',
        '',
        '![[a.png|100]] ![[b.png]]',
        '',
        '![[a.png]] ![[b.png|100]] {garden-link}',
        '',
        '![[a.png]] words [[b.png|100]] {garden-link}',
        '',
        '![[a.svg]] ![[b.svg|100]] {garden-link}',
        '',
        '![[a.pdf]] ![[b.pdf|the other]] {garden-link}',
        '',
        '![x](a.png) ![y](b.png)',
        '',
        '![[a.png]] ![y](b.png) {garden-link}',
        '',
        '![x](a.png) ![[b.png]]',
        '',
        '![x](a.pdf) ![y](b.png) {garden-link}',
        '',
        '![x](a.png "t") ![y](b.png) {garden-link}',
        '',
        '![[a.mp4]] ![y](b.png) {garden-link}',
        '',
        '![[R]] ![y](b.png)',
        '',
        '![[a.png]] and [[R]] and [[b.pdf]] {garden-link}',
        '',
        '[x](a.pdf) ![y](b.png)',
        '',
        '![[a.png]]',
        '![[b.png|100]]',
      ),
    }));
  it('for dollars is what `replace` makes of them', () =>
    expectMarks({
      'R.md': published('x'),
      'A.md': published(
        '[[R|a $& b]] {garden-dollar}',
        '',
        '[[R|5 $ each]]',
        '',
        '```sh',
        'kill $$ {garden-dollar}',
        '```',
      ),
    }));
});

it('a transclusion in code and the like is carried out by the publisher, with the text of a note that is not published', async () => {
  await expectMarks({
    'N.md': published('n'),
    'P.md': 'private',
    'a.png': '',
    'A.md': published(
      '```md',
      '![[N]] {garden-code}',
      '![[P#A|x]] {garden-code}',
      '![[Gone]] ![[a.png]] ![[]] [[P]] ![[P',
      '```',
      '`![[N]]` and ``![[N|`]]`` {garden-code}{garden-code}',
    ),
    'C.md': published(
      'Text `x ![[P]]` {garden-code}',
      '',
      '$![[P]]$ {garden-code}',
      '',
      '$$',
      '![[P]] {garden-code}',
      '$$',
    ),
    'D.md': published('<!-- ![[P]] --> {garden-code}', '', '<div>', '![[P]] {garden-code}', '</div>'),
    'E.md': published('\\![[P]] {garden-code}', '', '    ![[P]] {garden-code}', '', '`%% ![[P]] %%` {garden-code}'),
    'F.md': ['---', 'dg-publish: true', 'see: "![[P]]" {garden-code}', '---', 'x'].join('\n'),
    'G.md': published('%% ![[P]] %%', '', '%%', '![[P]]', '%%', '', '`! [[P]]` `[[P]]`'),
    'B.md': '```\n![[P]]\n```',
  });
  const [finding] = await new CheckedVault({ 'P.md': 'x', 'A.md': published('```', '![[P]]', '```') }).findings();
  expect(finding?.message).toBe(
    'The site puts the text of P, which is not published, here, though to Obsidian this is no transclusion. Expected a blank behind `!`, or no `!`.',
  );
});

describe('a canvas that is published', () => {
  const canvas = (publish: string, ...cards: string[]): string =>
    `{"nodes":[\n${cards.join(',\n')}\n],"edges":[],"metadata":{"version":"1.0-1.0","frontmatter":{${publish}}}}`;
  const card = (text: string): string => `{"id":"1","type":"text","text":${JSON.stringify(text)},"x":0}`;
  const PUBLISHED = '"dg-publish":true';
  const found = async (texts: Readonly<Record<string, string>>): Promise<string[]> =>
    linesOf(new CheckedVault({ 'P.md': 'private', 'N.md': published('x'), ...texts }));

  it('shows by a card’s text what is not', async () => {
    const text = canvas(PUBLISHED, card('See\n![[N]] \u201c![[P#A|x]]\u201d'), card('`![[P]]`'));
    expect(await found({ 'x/B.canvas': text })).toEqual(['x/B.canvas:2 leaked-note', 'x/B.canvas:3 leaked-note']);
    expect(await found({ 'B.canvas': `\uFEFF${text}` })).toHaveLength(2);
    const [finding] = await new CheckedVault({ 'P.md': 'private', 'B.canvas': text }).findings();
    expect(text.slice(finding?.at.offset)).toMatch(/^!\[\[P#A\|x/);
    expect(finding?.message).toBe(
      'P is not published, but its text will be on the site by this card. Publish it (dg-publish), or link to it instead.',
    );
  });
  it.each([
    ['what is not published', canvas('', card('![[P]]'))],
    ['by a text that says false', canvas('"dg-publish":"false"', card('![[P]]'))],
    ['a card of a file, which is a frame of the site', canvas(PUBLISHED, '{"type":"file","file":"P.md"}')],
    ['a link, or a comment', canvas(PUBLISHED, card('[[P]] %% ![[P]] %% ![[Gone]] ![[a.png]] ![P](P.md)'))],
    ['what is no canvas', '{"nodes":['],
  ])('but not %s', async (_what, text) => {
    expect(await found({ 'B.canvas': text, 'a.png': '' })).toEqual([]);
  });
  it('is judged again when it, or a note, changes', async () => {
    const vault = new CheckedVault({ 'P.md': 'private', 'B.canvas': canvas(PUBLISHED, card('![[P]]')) });
    const rules = async (): Promise<string[]> => (await vault.findings()).map(({ rule }) => rule);
    expect(await rules()).toEqual(['leaked-note']);
    vault.write('P.md', published('public'));
    expect(await rules()).toEqual([]);
    vault.write('P.md', 'private');
    expect(await rules()).toEqual(['leaked-note']);
    vault.vault.write('B.canvas', canvas(PUBLISHED, card('[[P]]')));
    vault.check.fileChanged('B.canvas');
    expect(await rules()).toEqual([]);
    vault.write('B.canvas', canvas(PUBLISHED, card('![[P]]')));
    vault.check.fileChanged('B.canvas');
    expect(await rules()).toEqual(['leaked-note']);
    vault.write('B.canvas', null);
    expect(await rules()).toEqual([]);
  });
  it('is among what is asked before publishing', async () => {
    const vault = new CheckedVault({ 'P.md': 'private', 'B.canvas': canvas(PUBLISHED, card('![[P]]')) });
    await vault.check.settle();
    const filter = { notes: new Set<string>(), isPublished: () => false, path: null, rules: [] };
    expect(listFindings(vault.check.findings(), filter).map(({ path }) => path)).toEqual(['B.canvas']);
  });
});

describe('properties', () => {
  const told = async (...lines: string[]): Promise<string[]> =>
    messages({ 'A.md': ['---', ...lines, '---', 'x'].join('\n') });
  it('that cannot be parsed are told, with the line and what is wrong', async () => {
    expect(await told('title: x', 'source: wiki: cabling', 'tags: [todo]')).toEqual([
      '`source: wiki: cabling` has a second colon. Expected its value in quotes. None of the note’s properties counts.',
    ]);
    expect(await told('title: "x', 'tags: todo')).toEqual([
      '`title: "x` has a quote that is not closed. None of the note’s properties counts.',
    ]);
    expect(await told('tags: [a, b', 'title: x')).toEqual([
      '`tags: [a, b` has a bracket that is not closed. None of the note’s properties counts.',
    ]);
    expect(await told('by: @ann')).toEqual([
      '`by: @ann` has a value that begins with a sign of YAML’s own. Expected it in quotes. None of the note’s properties counts.',
    ]);
  });
  it.each([
    ['title: [draft] Cabling', 'behind a closed bracket'],
    ['owner: [[A]], [[B]]', 'behind a closed bracket'],
    ['title: {{title}} page', 'behind a closed bracket'],
    ['owner: [[A]] and B', 'behind a closed bracket'],
    ['title: "A" and B', 'behind a closed quote'],
    ["title: 'it's'", 'behind a closed quote'],
    ['title: | words', 'behind a sign'],
    ['title: > words', 'behind a sign'],
    ['title: & x', 'begins with a sign'],
    ['title: - x', 'begins with a sign'],
    ['title: ] x', 'begins with a sign'],
    ['title: *x*', 'begins with a sign'],
    ['path: "C:\\Users"', 'does not know'],
    ['title:\u00a0x', 'another blank'],
    [' title: x', 'is indented below'],
    ['\ttitle: x', 'begins with a tab'],
    ['a: 2', 'is the second property'],
    ['title: x: y', 'second colon'],
    ['title: "x', 'is not closed'],
  ])('that cannot be parsed for `%s` are told with its line, and todos in the text count', async (line, why) => {
    const vault = new CheckedVault({ 'A.md': ['---', 'a: 1', line, 'tags: [x]', '---', '#todo', ''].join('\n') });
    const found = (await vault.findings()).filter(({ rule }) => rule === 'unreadable-properties');
    expect(found.map(({ at }) => at.line)).toEqual([2]);
    expect(found[0]?.message).toContain(why);
    expect(vault.index.todosOf('A.md').map(({ kind }) => kind)).toEqual(['note']);
  });
  it.each([
    ['tags: [a]\nx: [b, [c]', 'x: [b, [c]'],
    ['tags:\n  - a\n x: 1', 'x: 1'],
    ['words', 'words'],
    ['- b', '- b'],
    ['x: "b"\n  "c"', '"c"'],
    ['tags:\n  - "b\n  - c', '- "b'],
    ['tags:\n  - b\n  - @c', '- @c'],
    ['tags: [b, @c]', 'tags: [b, @c]'],
    ['x: *b', 'x: *b'],
    ['text: >\n  b\nx: {b: 1', 'x: {b: 1'],
    ['"x": b: c', '"x": b: c'],
    ['"a": 2', '"a": 2'],
  ])('that cannot be read for another reason are told with the line: %j', async (lines, line) => {
    expect(await told('a: 1', lines, 'z: 1')).toEqual([expect.stringMatching(`^\`${escapeStringRegexp(line)}\` `)]);
  });
  it('that are none, or empty, or right, are not', async () => {
    for (const lines of [[], ['# note'], ['a: "b: c"', 'at: 12:30', 'url: https://x.y/z'], ['tags:', '  - a']])
      expect(await told(...lines)).toEqual([]);
  });
});

describe('a todo with several tags', () => {
  it('is seen by the first that is in no comment', () =>
    expectMarks({
      'A.md': published('# H', '%% #todo %%', 'text', '', '#todo {public-todo}'),
      'B.md': '---\ndg-publish: true\ntags: [todo]\n---\n#todo {public-todo}\n\n# H\n',
      'C.md': '---\ndg-publish: true\ntags: [todo]\n---\n%% #todo %%\n\n# H\n',
    }));
  it('cannot be hidden behind a comment that has no end: that would show what the comment hides', async () => {
    const found = await new CheckedVault({ 'A.md': published('%% draft #todo') }).findings();
    expect(found.map(({ rule, fix }) => [rule, fix])).toEqual([['public-todo', null]]);
  });
});

describe('the phases', () => {
  const PAGE = '# Overview\n## Responsibilities\n- a\n';
  it('are shown by the overview, on one level, with both headings, once', () =>
    expectMarks({
      'Ops/Day 0 Operations.md': PAGE,
      'Ops/Day 1 Operations.md': '# Overview\n# Summary\n## Overview {phase-schema}\n## Responsibilities\n',
      'Ops/Day 2 Operations.md': '# Overview {phase-schema}{orphan-phase}\n',
      'Ops/Ops Overview.md':
        '# [[Day 0 Operations|Day 0]]\n![[Day 0 Operations]]\n# [[Day 1 Operations]]\n![[Ops/Day 1 Operations#Summary]]\n## [[Day 2 Operations]] {phase-level}\n[[Day 2 Operations]]\n',
    }));
  it('are right in a handbook that is', () =>
    expectMarks({
      'Ops/Day 0 Operations.md': PAGE,
      'Ops/Day 1 Operations.md': PAGE,
      'Ops/Ops Overview.md':
        '# Overview\n## [[Day 0 Operations|Day 0]]\n![[Day 0 Operations#Overview]]\n## [[Day 1 Operations]]\n![[Ops/Day 1 Operations]]\n# Meetings\n### Day 0\n### Day 1\n',
    }));
  it('say which differs from which', async () => {
    const pages = Object.fromEntries(['Day 0', 'Day 1', 'Day 2'].map((name) => [`${name} Operations.md`, PAGE]));
    const overview =
      '# [[Day 0 Operations]]\n![[Day 0 Operations]]\n# [[Day 1 Operations]]\n![[Day 1 Operations]]\n## [[Day 2 Operations]]\n![[Day 2 Operations]]\n';
    expect(await messages({ ...pages, 'Overview.md': overview })).toEqual([
      'Day 2 is `##`, Day 0 and Day 1 are `#`. Expected one level for all phases.',
    ]);
  });
});

describe('a frozen copy', () => {
  const copy = (href: string, text: string): string =>
    `<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}"><svg></svg></a><div class="markdown-embed">\n\n\n\n${text}\n\n</div></div>`;
  const told = async (texts: Readonly<Record<string, string>>): Promise<(readonly [string, string, boolean])[]> =>
    (await new CheckedVault(texts).findings()).map(({ rule, message, fix }) => [rule, message, fix !== null] as const);
  const source = { 'N.md': '# A\n- one ^id\n- two\n' };

  it('that says what its source says is mended by the transclusion', async () => {
    expect(await told({ ...source, 'A.md': copy('/n/#a', '# A\n- one\n- two') })).toEqual([
      ['flattened-copy', 'A frozen copy does not follow its source. Expected `![[N#A]]`.', true],
    ]);
  });
  it('that says something else is stale, and says what', async () => {
    expect(await told({ ...source, 'A.md': copy('/n/#a', '# A\n- one\n- three') })).toEqual([
      [
        'stale-copy',
        'A frozen copy that differs from `![[N#A]]`. The copy says "- three" where the page says "- two".',
        false,
      ],
    ]);
  });
  it.each([
    [['Team/Ops:ops'], '/ops/'],
    [['Team:'], '/ops/'],
    [['Team/Ops:ops', 'Team:x'], '/ops/'],
    [['Team/Ops:'], '/'],
  ])('is known by the Garden’s rules %j too: one that says the same, and one that does not', async (rules, at) => {
    const page = published('# A', '![[pic.png]] [[N]] [[#A|here]] [map](Map.canvas)', '', '![[Inner]]', '');
    const texts = {
      'Team/Ops/N.md': page,
      'Team/Ops/Inner.md': published('inner', ''),
      'Team/Ops/Map.canvas': '',
      'Team/Ops/pic.png': '',
      'A.md': published('![[N#A]]', ''),
    };
    const home = publishNote(new TextVault(texts), 'A.md').replaceAll('/team/ops/', at);
    const toldOf = async (more: Readonly<Record<string, string>>): Promise<string[]> =>
      (
        await new CheckedVault(
          { ...texts, 'A.md': home, ...more },
          { garden: { rewriteRules: rules, slugify: true } },
        ).findings()
      ).map(({ rule, message }) => `${rule} ${message}`);
    expect(await toldOf({})).toEqual([expect.stringMatching(/^flattened-copy .*`!\[\[Team\/Ops\/N#A\]\]`\.$/)]);
    expect((await toldOf({ 'Team/Ops/N.md': page.replace('[[N]]', '[[N]] now') }))[0]).toMatch(/^stale-copy .*N now/);
  });
  it('with a glued line is the publisher’s doing: the source is right', async () => {
    expect(await told({ ...source, 'A.md': copy('/n/#a', '# A\n- one - two') })).toEqual([
      [
        'stale-copy',
        'A frozen copy in which the publisher glued lines: “- one ^id”. Its source, `![[N#A]]`, is right.',
        true,
      ],
    ]);
  });
  it('of which nothing can be known says why', async () => {
    expect(await told({ ...source, 'A.md': copy('/gone/', 'x') })).toEqual([
      ['flattened-copy', expect.stringContaining('no note is published at /gone/'), false],
    ]);
    expect(await told({ ...source, 'A.md': copy('https://x.org/n/', 'x') })).toEqual([
      ['flattened-copy', expect.stringContaining('is on a site of its own'), false],
    ]);
    expect(await told({ ...source, 'A.md': copy('/n/', 'x').replace('</div></div>', '</div>') })).toEqual([
      ['flattened-copy', expect.stringContaining('is not closed'), false],
    ]);
  });
  it('in code is an example', () => expectMarks({ 'A.md': `\`\`\`html\n${copy('/gone/', 'x')}\n\`\`\`\n` }));
  it('shows its phase page in the overview as a transclusion does', async () => {
    let page = '# Overview\n## Responsibilities\n';
    const overview = (shown: string): Record<string, string> => ({
      'Ops/Day 0 Operations.md': page,
      'Ops/Day 1 Operations.md': page,
      'Ops/Ops Overview.md': `# [[Day 0 Operations]]\n![[Day 0 Operations]]\n# [[Day 1 Operations]]\n\n${shown}\n`,
    });
    expect((await told(overview('nothing'))).map(([rule]) => rule)).toEqual(['orphan-phase']);
    expect((await told(overview(copy('/ops/day-1-operations/#overview', page)))).map(([rule]) => rule)).toEqual([
      'flattened-copy',
    ]);
    // The home page is what stands at `/`, not a page whose permalink is left empty.
    page = `---\npermalink: ""\n---\n${page}`;
    expect((await told(overview(copy('/#overview', '# Home\n')))).map(([rule]) => rule)).toContain('orphan-phase');
  });
});

describe('a heading that no link can lead to', () => {
  it('is one without letters, or with letters composed otherwise', () =>
    expectMarks({
      'A.md': `# ??? {unlinkable-heading}\n## Fine\n# Cafe\u0301 {unlinkable-heading}\n# Café\n# 日本\n# 🚀\n# -\n`,
    }));
  it('can be empty', async () => {
    expect(await messages({ 'A.md': '##\n' })).toEqual([
      'No link or transclusion can lead here: the heading is empty. Expected words behind its `#`.',
    ]);
  });
});

describe('the rules', () => {
  it('have ids of their own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });
});

describe('a board in a published note', () => {
  it('is code on the site, however its fence is written; elsewhere it is a board', async () => {
    const block = (mark: string, fence = '```'): string => `${fence}phase-board${mark}\nlimit: 2\n${fence}\n`;
    await expectMarks({
      'A.md': published(
        '# A',
        block(' {garden-board}'),
        block(' {garden-board}', '~~~~'),
        `> ${block(' {garden-board}').replaceAll('\n', '\n> ')}`,
        `> [!note]\n> ${block(' {garden-board}').replaceAll('\n', '\n> ')}`,
        `- a\n\n  ${block(' {garden-board}', '~~~').replaceAll('\n', '\n  ')}`,
        `- ${block(' {garden-board}').replaceAll('\n', '\n  ')}`,
        `- > ${block(' {garden-board}').replaceAll('\n', '\n  > ')}`,
        '```js\n# phase-board\n```',
        '> ```js\n> phase-board\n> ```',
        '`phase-board`',
      ),
      'B.md': `# B\n${block('')}`,
    });
    expect(await messages({ 'A.md': published(block('')) })).toEqual([
      'The site shows this board as code. Expected a snapshot of it: “Insert snapshot of the board…”.',
    ]);
  });
});

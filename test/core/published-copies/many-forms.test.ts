// Forms that nobody thinks of at first: what each rule finds in them, and what it leaves alone. Offending lines end in `{rule-id}`; all else is silent.
import { describe, expect, it } from 'vitest';
import { checkMarked } from '../check/check-vault';

const published = (...lines: string[]): string => ['---', 'dg-publish: true', '---', ...lines].join('\n');

const VAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a missing note is found in lists, tables, callouts, footnotes, headings and marks, and in Markdown form': {
    'N.md': '# A\n',
    'Folder/x.md': '',
    'A.md': [
      '- a', '  - b ![[Gone 1]] {missing-note}', '', '| a | b |', '|---|---|', '| ![[Gone 2\\|x]] | b | {missing-note}', '',
      '> [!note]- title', '> > - ![[Gone 3#^id]] {missing-note}', '', '**![[Gone 4]]** {missing-note}', '', '[^1]: ![[Gone 5]] {missing-note}', '',
      '![](Gone.md) {missing-note}', '', '![](<Gone note.md#A>) {missing-note}', '', '![x](Gone%20note) {missing-note}', '', '![[Folder]] {missing-note}', '', '![[../N]] {missing-note}', '',
      '![[/Folder/y]] {missing-note}', '', '# ![[Gone 6]] {missing-note}', '', '1. ![[Gone.7]] {missing-note}', '', '- [ ] ![[Gone 8]] {missing-note}', '',
        'x<br>![[Gone 9]] {missing-note}', '',
        '[![[Gone 10]]](https://x.y) {missing-note}', '', '==![[Gone 11]]== {missing-note}', '', '~~![[Gone 12]]~~ {missing-note}', '', '![](./Gone.md) {missing-note}', '',
        '![](Gone.md "title") {missing-note}',
    ].join('\n'),
  },
  'files, code, comments, math, HTML and addresses are no missing notes': {
    'N.md': '# A\n', 'Sub/Day one.md': '', 'a.base': '', 'clip.mp4': '', 'song.MP3': '', 'IMG 1.PNG': '', 'x.stl': '',
    'A.md': [
      '# H',
      '![[clip.mp4#t=10,20]] ![[song.mp3]] ![[IMG 1.png|100]] ![[x.stl]] ![[a.base#View|x]] ![](IMG%201.PNG) ![100x20](<IMG 1.png>) ![[gone.webp|50]] ![](gone.JPG) ![](Attach/gone%20it.svg)',
      '', '![](#Last)', '', '~~~md', '![[Gone]]', '~~~', '', '    ![[Gone]]', '', '$$', '![[Gone]]', '$$', '', '<!--', '![[Gone]]', '-->', '', '<div>![[Gone]]</div>',
        '', '\\![[N]]', '', '![[Sub/Day one|Day 1]] ![[day ONE]] ![](Sub/Day%20one.md) ![](<./Sub/Day one.md>) ![a](Day%20one)', '',
      '``![[Gone]]``', '', '- x', '', '  ```', '  ![[Gone]]', '  ```', '', '> ```', '> ![[Gone]]', '> ```', '', '> %%', '> ![[Gone]]', '> %%', '', '- a %% ![[Gone]] %%',
        '', '![](https://a.b/c.md) ![](http://x/%20y.md#z) ![](app://local/x.md) ![](file:///x.md)', '', '![[N]] \\[[Gone]]', '', '![[ N ]] ![[N |x]]', '',
      '| a |', '|---|', '| `![[Gone]]` %% ![[Gone]] %% |', '', '[^x]: ![[N]]', '![ [x]', '', '# Last', ''].join('\n'),
  },
  'a missing heading is found whatever the form of its link': {
    'N.md': '# One\n## Two\n# Three\n',
    'A.md': ['![[N#Two#One]] {missing-heading}', '', '- ![[N#Oen]] {missing-heading}', '', '| ![[N#Four\\|x]] | {missing-heading}', '|---|', '',
      '![](N.md#Fou%20r) {missing-heading}', '', '![a](<N.md#Fou r>) {missing-heading}', '', '> ![[N#One#Four]] {missing-heading}', '', '![[#Here]] {missing-heading}',
      '', '![](#Here) {missing-heading}', '', '![[N#One^id]] {missing-heading}', '', '![[N#One-Two]] {missing-heading}', '', '![[N#one_]] {missing-heading}',
      ''].join('\n'),
  },
  'a heading with marks, links, tags, signs or emoji is found by what Obsidian writes for it': {
    'N.md': '# A: b, "c" (d)? & e!\n## 1. First\n## `code` and *it* __b__ ~~s~~ ==h==\n## [[N|shown]] text\n## [md](https://x.y) link\n## With #tag\n## Closing ##\n## Emoji 🚀 here\n## Fußnote[^1]\n## a <b>c</b>\n## $x^2$ math\n## %%c%% seen\n## A \\| B\n## Tail ^hid\n##    Spaced    out\nSetext two\n---\n\n- list\n\n# Last\n[^1]: x\n',
    'A.md': ['![[N#A b, "c" (d)? & e!]] ![[N#a b c d e]]', '![[N#1. First]] ![[N#1 First]]', '![[N#`code` and *it* __b__ ~~s~~ ==h==]] ![[N#code and it __b__ ~~s~~ h]]',
      '![[N#N shown text]]', '![[N#[md](https //x.y) link]]', '![[N#With tag]]', '![[N#Closing]] ![[N#Emoji 🚀 here]]', '![[N#a <b>c</b>]] ![[N#$x 2$ math]]',
      '![[N#c seen]] ![[N#A B]] ![[N#Tail hid]] ![[N#Spaced out]] ![[N#Setext two]] ![[N#Last|x]] ![](N.md#Last) ![](N.md#Emoji%20%F0%9F%9A%80%20here) ![](<N.md#Spaced out>) ![](N#Setext%20two "t")',
      '![[N#A b c d e#With tag]] ![[N##Last]] ![[N#]] ![[N# Last ]]', ''].join('\n'),
  },
  'a missing block is found whatever the form of its link': {
    'N.md': 'text ^one\n\n- a ^two\n', 'A.md': ['![[N#^on]] {missing-block}', '', '![[N#^]] {missing-block}', '', '- ![[N#^three|x]] {missing-block}', '',
      '![](N.md#^four) {missing-block}', '', '![[#^five]] {missing-block}', '', '![](N.md#%5Eone1) {missing-block}', ''].join('\n'),
  },
  'a block id may stand behind a list, table, quote, callout, code or formula': {
    'N.md': 'text ^One\n\n- a\n  - b ^two-2\n- c\n\n^list\n\n| a |\n|---|\n| b |\n\n^table\n\n> quote\n\n^quote\n\n> [!note] c\n> x\n\n^callout\n\n```js\nx\n```\n\n^code\n\n> in quote ^inq\n\n# Head ^head\n\n1. x ^n1\n\n$$\nx\n$$\n\n^math\n\npara\nmore ^para\n',
    'A.md': '![[N#^one]] ![[N#^TWO-2]] ![[N#^list]] ![[N#^table]] ![[N#^quote]] ![[N#^callout]] ![[N#^code]] ![[N#^n1]] ![[N#^math]] ![[N#^para]] ![](N.md#^one) ![](N.md#%5Eone) ![](<N.md#^one>) ![[N.md#^one|x]]\n',
  },
  'a circle is found through sections, blocks, bullets and Markdown embeds': {
    'A.md': '# x\n- ![[B#y]] {embed-cycle}\n', 'B.md': '# y\n> ![[C#z]] {embed-cycle}\n', 'C.md': '# z\n## zz\n![](A.md#x) {embed-cycle}\n',
    'D.md': '# O\n## S\n![[#O]] {embed-cycle}\n\n![[#^id]] ^id {embed-cycle}\n',
    'E.md': 'preface ![[E]] {embed-cycle}\n# H\n',
  },
  'sections that stand side by side go in no circle': {
    'A.md': '![[A#S]]\n# S\ntext\n# T\n![[#S]]\n', 'B.md': 'pre\n![[C]]\n# B\nx\n', 'C.md': '![[B#B]]\n', 'D.md': 'text ^id\n\n![[#^id]]\n',
      'E.md': '# E\n- a ^a\n- ![[#^a]]\n', 'F.md': '# F\n`![[F]]` %%![[F]]%%\n[[F]]\n', 'G.md': '# G\n## H\n![[G#I]]\n## I\nx\n',
  },
  'a leak is found of the note, a section and a block': {
    'N.md': '# A\nx ^id\n', 'S.md': '---\ndg-publish: false\n---\nx',
    'A.md': published('![[N]] {leaked-note}', '', '![[N#A|x]] {leaked-note}', '', '![[N#^id]] {leaked-note}', '', 'in text ![[S]] {leaked-note}', '', '![[n.md]] {leaked-note}'),
  },
  'images, links, comments and unpublished hosts leak nothing': {
    'N.md': '# A', 'P.md': '---\n{"dg-publish":true}\n---\nx', 'Q.md': '---\ndg-publish: "true"\n---\n', 'i.png': '', 'c.canvas': '',
    'A.md': published('![[P]] ![[Q]] ![[i.png]] ![[c.canvas]]', '', '[[N]] [x](N.md)', '', '`[[N]]`', '', '%% ![[N]] %%', '', '![x](N.md)'),
    'B.md': '---\ndg-publish: false\n---\n![[N]]', 'C.md': '---\npublish: true\n---\n![[N]]',
  },
  'a place that breaks is found in nested lists, tables, callouts and quotes': {
    'P.md': published('# A'), 'A.md': published('1. ![[P]] {garden-place}', '', '- a', '    - ![[P#A|x]] {garden-place}', '', '- [ ] t ![[P]] {garden-place}', '',
      '| a | b |', '|--|--|', '| x | ![[P#A\\|y]] | {garden-place}', '', '> [!info]- ![[P]] {garden-place}', '', '> > ![[P]] {garden-place}'),
  },
  'images, comments, links and lines of their own break nothing': {
    'P.md': published('# A'), 'i.png': '', 'A.md': published('- x', '![[P]]', '', '![[P]]', '- x', '', '- ![[i.png]] ![](https://x.y/z.png)', '', '> ![[i.png|100]]', '',
      '| ![[i.png\\|10]] |', '|--|', '', '- %% ![[P]] %%', '', '- [[P]]', '', '- x', '', '![[P]]', '', '- ![m](P.md)', '- `[[P]]`', '', '- ![[#Own]]', '', '# Own'),
  },
  'a glued line is found in lists, paragraphs, and where the site shows the whole note': {
    'P.md': published('# A', '1. one ^a1 {garden-block-id}', '2. two', '', '', 'x', 'y ^c1 {garden-block-id}', '', 'z', '', '- a', '  - b ^n1 {garden-block-id}', '- c'),
    'A.md': published('![[P]]'),
    'Q.md': published('# B', 't ^t1 {garden-block-id}', '', 'next'), 'B.md': published('![[Q#Nope]] {missing-heading}'),
  },
  'ids with hyphens, before a blank or a heading, and in what nobody published embeds, glue nothing': {
    'P.md': published('# A', '- one ^a-1', '- two', '', 'Text ^t1 ', '', 'More', '', 'Before heading ^h1', '', '# B', 'x ^b1', '', 'y', '', '- l', '', '^list', '',
      'after', '', 'code', '', '```', 'x ^notid', 'y', '```'),
    'A.md': published('![[P#A]]'), 'Q.md': published('x ^q1', '', 'y'), 'R.md': '![[Q]]\n', 'S.md': published('![[Q#^q1]]'), 'T.md': published('x ^u1', '', 'y'), 'U.md': published('[[T]] ![[i.png]]'),
    'CR.md': '---\ndg-publish: true\n---\nx ^c1\r\ny\r\n', 'CRH.md': published('![[CR]]'),
    'MD.md': published('x ^m1', '', 'y'), 'MDH.md': published('![x](MD.md)'),
  },
  'an ambiguous name is found with an ending, a folder, and in a table': {
    'a/T.md': '', 'b/T.md': '', 'a/x/U.md': '', 'b/x/U.md': '',
      'A.md': '![[T]] {ambiguous-note}\n\n![[t.md|x]] {ambiguous-note}\n\n- ![[x/U]] {ambiguous-note}\n\n![](T.md) {ambiguous-note}\n\n| ![[T\\|a]] | {ambiguous-note}\n|--|\n',
      'a/S.md': '![[T]] {ambiguous-note}\n',
  },
  'a full, relative or rooted path, and the name of a file, are not ambiguous': {
    'a/T.md': '', 'b/T.md': '', 'T.png': '', 'a/only.md': '', 'V.md': '', 'c/V.md': '', 'a/i.png': '', 'b/i.png': '',
    'A.md': '![[a/T]] ![[B/t]] ![[/b/T.md]] ![[T.png]] ![[only]] ![[V]] ![[i.png]] ![](a/T.md) [[T]] ![](./a/T.md)\n', 'b/S.md': '![[./T]] ![[../a/T]] ![[a/T#x]] {missing-heading}\n',
  },
  'a note that wins from the top of the vault is found': {
    'T.md': '# A', 'x/T.md': '# A', 'x/y/U.md': '', 'y/U.md': '',
      'x/S.md': '![[T#A]] {shadowed-note}\n\n![](T.md) {shadowed-note}\n\n- ![[t]] {shadowed-note}\n\n![[y/U]] {shadowed-note}\n\n> ![[T.md|a]] {shadowed-note}\n',
  },
  'a path of its own, and a note further away, are not shadowed': {
    'T.md': '', 'x/T.md': '', 'x/U.md': '', 'x/z/T.md': '', 'x/S.md': '![[./T]] ![[x/T]] ![[/T]] ![[U]] [[T]]\n', 'S.md': '![[T]]', 'y/S.md': '![[T]]', 'x/z/S.md': '![[x/T]]',
  },
  'a heading that stands twice is found by its key': {
    'N.md': '# A\n## X\n## X\n# B\n## x:\n# R&D\n# R D\nS\n===\n# s\n',
    'A.md': '![[N#X]] {duplicate-heading}\n\n![[N#A#X]] {duplicate-heading}\n\n![](N.md#R%20D) {duplicate-heading}\n\n- ![[N#S|x]] {duplicate-heading}\n\n![[#O]] {duplicate-heading}\n# O\n# O\n',
  },
  'headings in code, quotes, lists and comments are no second ones': {
    'N.md': '# A\n## X\ntext ^x\n# B\n## X\n### Y\n# C\n```\n# C\n```\n> # C\n\n- # C\n\n%%\n# C\n%%\n# D-E\n# D E\n',
    'A.md': '![[N#A#X]] ![[N#B#X]] ![[N#B#X#Y]] ![[N#C]] ![[N]] ![[N#^x]] ![[N#D-E]] ![[N#D E]] ![[N#A]] [[N#X]]\n',
  },
  'a chain that is too deep is found through blocks, bullets and own sections': {
    'n0.md': '- ![[n1]] {too-deep}', 'n1.md': '![[n2]] {too-deep}\n', 'n2.md': '![[n3#^x]]\n', 'n3.md': 'q ![](n4.md) ^x\n', 'n4.md': '![[#Z]]\n# Z\n![[n5]]\n', 'n5.md': '![[n6]]\n', 'n6.md': 'e',
  },
  'what stands beside the chain does not deepen it': {
    'n0.md': '![[n1#S]]', 'n1.md': '# S\nx\n# T\n![[n2]]\n', 'n2.md': '![[n3]]', 'n3.md': '![[n4]]', 'n4.md': '![[n5]]', 'n5.md': '![[n6]]', 'n6.md': '![[i.png]]',
      'i.png': '', 'w.md': '![[n2]] ![[n3]] ![[n4]] ![[n5]] ![[n6]] ![[n1#S]]',
  },
  'a section that the site mistakes is found': {
    'P.md': published('# A', '## B', '## C', '# 日本', '# On-call', '# On call', '# SSO', '# sso!', '# C#', '# 🚀'),
    'A.md': published('![[P#A#B]] {garden-section}', '', '![[P#日本]] {garden-section}', '', '![[P#On-call]] {garden-section}', '', '![[P#on call|x]] {garden-section}',
      '', '![[P#🚀]] {garden-section}', '', '![[P#SSO]] {duplicate-heading}', '', '![[P#C]] {duplicate-heading}'),
  },
  'a section with one heading of its slug is not mistaken': {
    'P.md': published('# A', '## B b', 'x ^id', '# Über uns', '# R&D', '# 2026', '# **Bold** `c`', '# [[A|y]]', '# CI/CD #x', '# Plan: a'),
    'A.md': published('![[P#A]] ![[P#B b]] ![[P#^id]] ![[P]] ![[P#Über uns]] ![[P#R&D]] ![[P#2026]] ![[P#**Bold** `c`]] ![[P#CI CD x]] ![[P#Plan a]] [[P#A#B b]] ![x](P.md#A#B%20b)',
      '', '![[#Own#Sub]]', '# Own', '## Sub'),
    'B.md': '![[P#A#B b]] ![[P#日本]] {missing-heading}\n',
  },
  'a dead link is found whatever its form': {
    'N.md': '# A\n', 'A.md': published('[[Gone|x]] {dead-link}', '', '[x](Gone.md) {dead-link}', '', '- [[N#B]] {dead-link}', '', '| [[Gone\\|y]] | {dead-link}', '|--|',
      '', '[x](#nope) {dead-link}', '', '[x](<N.md#No no>) {dead-link}', '', '[[N#^z]] {dead-link}'),
  },
  'addresses, files, footnotes, anchors and code are no dead links': {
    'N.md': '# A b\nx ^id\n', 'f.pdf': '', 'A.md': published('[[N]] [[n#a B|x]] [x](N.md) [x](N#A%20b) [x](#own) [[#Own]] [[#^o]] [[N#^ID]]', '',
      '[m](mailto:a@b.c) [o](obsidian://open?vault=x) [t](tel:1) [f](file:///x) [h](https://x.y) <https://a.b> https://c.d', '',
      '[[f.pdf#page=2]] [[gone.png]] [x](gone.zip) [s](/gone/) [s](/gone/#x) [t][ref] [^1]', '', '`[[Gone]]` %% [[Gone]] %% <!-- [[Gone]] --> \\[[Gone]]', '',
      '[ref]: https://x.y', '[^1]: note', '', '# Own', 'y ^o'),
    'B.md': '[[Gone]] [x](Gone.md)',
  },
  'a todo that the site shows is found in tasks, callouts, tables and headings': {
    'A.md': published('- [ ] x #todo {public-todo}', '', '> [!note]', '> y #todo/blocked {public-todo}', '', '| a #todo | {public-todo}', '|--|', '| b |', '',
      '## H #todo {public-todo}', '', 'text', '', '## I', '#todo 📅 2026-01-01 {public-todo}'),
  },
  'what is closed, commented, code or a property is not shown': {
    'A.md': published('- [x] x #todo', '- [-] y #todo', '- z %% #todo %%', '', '`#todo` <!-- #todo --> https://x.y/#todo #todos', '', '%%', '- #todo', '%%', '', '```',
      '#todo', '```'), 'B.md': '# x\n#todo', 'C.md': '---\ndg-publish: true\ntags: [todo]\n---\ntext',
  },
  'a heading of signs alone cannot be linked': { 'A.md': '# ... {unlinkable-heading}\n# ?! {unlinkable-heading}\n## Cafe\u0301 {unlinkable-heading}\n# ** {unlinkable-heading}\n# / {unlinkable-heading}\n' },
  'a heading in any script can be': { 'A.md': "# 1\n# a\n# 日本\n# 🚀\n# C++\n# [[X]]\n# `x`\n# Café\n# -\n# 'x'\n# ½\n```\n# ???\n```\n> # ???\n" },
};

const PAGE = '# Overview\n## Responsibilities\n';
/** Three phase pages, and an overview with what it shows of each below a heading of each. */
const handbook = (shown: readonly [string, string, string], pages: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries([0, 1, 2].map((day) => [`Ops/Day ${day} Operations.md`, PAGE])),
  'Ops/Middle.md': '![[Day 2 Operations]]\n',
  ...pages,
  'Ops/Ops Overview.md': shown.map((text, day) => `# [[Day ${day} Operations]]\n${text}\n`).join('\n'),
});
const ALL = ['![[Day 0 Operations]]', '![[Day 1 Operations]]', '![[Day 2 Operations]]'] as const;

const HANDBOOKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a phase page is shown by a Markdown embed, in a callout, and through another note': handbook(['- ![x](Day%200%20Operations.md#Overview)', '> [!note]\n> ![[Day 1 Operations]]', '![[Middle]]']),
  'but not by a link, in a comment, or in code': handbook(['[[Day 0 Operations]]', '%% ![[Day 1 Operations]] %%',
    '`![[Day 2 Operations]]`'], Object.fromEntries([0, 1, 2].map((day) => [`Ops/Day ${day} Operations.md`, PAGE.replace('\n', ' {orphan-phase}\n')]))),
  'its headings may be in other letters, underlined, or with a tag or id; others in code and quotes do not count': handbook(ALL, {
    'Ops/Day 0 Operations.md': '# overview\n## RESPONSIBILITIES:\n',
    'Ops/Day 1 Operations.md': 'Overview\n===\n\nResponsibilities\n---\n',
    'Ops/Day 2 Operations.md': '# Overview ^ov\n## Responsibilities #todo\n```\n# Overview\n```\n> # Overview\n',
  }),
  'a heading is missing, there twice, or both are missing': handbook(ALL, {
    'Ops/Day 0 Operations.md': '# Overview {phase-schema}\n## Responsibility\n',
    'Ops/Day 1 Operations.md': `${PAGE}### Responsibilities {phase-schema}\n`,
    'Ops/Day 2 Operations.md': 'text {phase-schema}{phase-schema}\n',
  }),
};

describe('the check', () => {
  for (const [name, texts] of Object.entries({ ...VAULTS, ...HANDBOOKS }))
    it(`knows: ${name}`, async () => {
      const { found, expected } = await checkMarked(texts);
      expect(found).toEqual(expected);
    });
});

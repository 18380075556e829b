// What a todo tag marks, by where it stands. Expectations read `line kind title`.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../property-runs';
import { note, todosIn, todoTable } from './todo-table';

describe('a tag in the frontmatter', () => {
  it('marks the note', () => {
    expect(todoTable(note('---', 'title: x', 'tags: [ops, todo]', '---', 'Text'))).toEqual(['3 note Note']);
  });
  it('stands at the tags key, however the list is written', () => {
    expect(todoTable(note('---', 'Tags:', '  - todo/blocked', '---', ''))).toEqual(['2 note Note']);
    expect(todoTable(note('---', '{"dg-publish":true,"tags":["todo"]}', '---', ''))).toEqual(['2 note Note']);
  });
  it('is one todo with a tag line above the first heading', () => {
    const [todo, ...others] = todosIn(
      note('---', 'tags: todo', '---', '', '#todo/blocked 📅 2026-12-01', '', '# A', 'x'),
    );
    expect(others).toEqual([]);
    expect(todo).toMatchObject({
      kind: 'note',
      line: 1,
      tags: ['#todo', '#todo/blocked'],
      state: 'blocked',
      due: '2026-12-01',
    });
  });
  it('has those beside it in the list beside it', () => {
    const [todo] = todosIn(note('---', 'tags: [ops, todo, ops/night]', '---', 'Text #day'));
    expect(todo).toMatchObject({ tags: ['#todo'], otherTags: ['#ops', '#ops/night'] });
  });
  it('does not count in other properties', () => {
    expect(todoTable(note('---', 'status: "#todo"', 'tag: todo', '---', 'x'))).toEqual([]);
  });
});

describe('a tag line', () => {
  it('marks the section below whose heading it stands', () => {
    expect(todoTable(note('# A', '## B', '#todo', 'Text', '# C'))).toEqual(['3 section B']);
  });
  it('marks its section from anywhere in it', () => {
    expect(todoTable(note('# A', 'One', '#todo', 'Two'))).toEqual(['3 section A']);
  });
  it('marks the note when no heading stands above it', () => {
    expect(todoTable(note('', '#todo', '', '# A'))).toEqual(['2 note Note']);
    expect(todoTable('#todo')).toEqual(['1 note Note']);
  });
  it('may hold other tags, comment marks, dates, inline fields, role links and a block id', () => {
    const line = '%% #todo #ops %% 📅 2026-12-01 [effort:: 2d] ([[Roles/SRE|SRE]]) ^id';
    expect(todoTable(note('# A', line, '', 'Text'))).toEqual(['2 section A']);
  });
  it('may be emphasised, and have dashes between what stands on it', () => {
    for (const line of [
      '**#todo**',
      '==#todo== ⏫',
      '- _#todo_',
      '#todo — 📅 2026-12-01',
      '*#todo* - [[Roles/SRE]]',
      '~~#todo~~, #ops',
    ])
      expect([line, ...todoTable(note('# A', line, '', 'Text'))]).toEqual([line, '2 section A']);
    expect(todoTable(note('# A', '**#todo** — ask', '', 'Text'))).toEqual(['2 block ask']);
  });
  it('with any other link is a paragraph', () => {
    expect(todoTable(note('# A', '#todo [[Other]]'))).toEqual(['2 block Other']);
  });
  it('with several todo tags is one todo', () => {
    expect(todosIn(note('# A', '#todo #todo/blocked')).map(({ tags }) => tags)).toEqual([['#todo', '#todo/blocked']]);
  });
});

describe('a tag line right after a list', () => {
  it('marks the section, although the parser makes it part of the last bullet', () => {
    expect(todoTable(note('## R', '- a', '- b', '#todo', '', 'x'))).toEqual(['4 section R']);
    expect(todoTable(note('## R', '  - a', '  - b', '#todo'))).toEqual(['4 section R']);
    expect(todoTable(note('## R', '- a', '- b', '  #todo'))).toEqual(['4 section R']);
  });
  it('marks the section below a nested list too, when it is not indented', () => {
    expect(todoTable(note('## R', '- a', '  - b', '#todo'))).toEqual(['4 section R']);
  });
  it('marks the section after a blank line, indented or not', () => {
    expect(todoTable(note('## R', '- a', '', '#todo'))).toEqual(['4 section R']);
    expect(todoTable(note('## R', '- a', '', '  #todo'))).toEqual(['4 section R']);
  });
  it('marks its item when a further item follows', () => {
    expect(todoTable(note('## R', '- a', '#todo', '- b'))).toEqual(['3 item a']);
    expect(todoTable(note('## R', '- a', '  #todo', '  - b'))).toEqual(['3 item a']);
  });
  it('marks its item in a nested list', () => {
    expect(todoTable(note('## R', '- a', '  - b', '    #todo'))).toEqual(['4 item b']);
  });
  it('leaves the last bullet alone: neither its date nor its role is the bullet’s', () => {
    const todos = todosIn(note('## R', '- a', '- b #todo', '#todo 📅 2026-12-01 [[Roles/SRE]]'));
    expect(todos.map(({ kind, due, ownerLinks }) => [kind, due, ownerLinks])).toEqual([
      ['item', null, []],
      ['section', '2026-12-01', ['Roles/SRE']],
    ]);
  });
});

describe('a tag in a heading', () => {
  it('marks the section', () => {
    expect(todoTable(note('# CI/CD #todo', 'x'))).toEqual(['1 section CI/CD']);
  });
  it('goes from the title, and the same letters in code or a link stay', () => {
    expect(todoTable('# `#todo` is a tag #todo')).toEqual(['1 section #todo is a tag']);
    expect(todoTable('# See [x](http://y.org/#todo) #todo')).toEqual(['1 section See x']);
  });
  it('names no owner: links in a heading are its words', () => {
    expect(todosIn('# A [[Roles/SRE]] #todo')[0]?.ownerLinks).toEqual([]);
  });
  it('leaves no link markup in the title', () => {
    expect(todoTable('# [[Engineering/Operations/Day 0 Operations\\| Day 0]] #todo')).toEqual(['1 section Day 0']);
  });
  it('of a setext heading marks its section', () => {
    expect(todoTable(note('Title #todo', '===', 'x'))).toEqual(['1 section Title']);
    expect(todoTable(note('Title', '#todo', '---', 'x'))).toEqual(['2 section Title']);
  });
});

describe('bullets of a section', () => {
  it.each([
    [2, ['- A', '- B']],
    [2, ['- A', '  - nested', '- [ ] B']],
    [2, ['* One thing', '* Two things']],
    [0, ['- ', '- [ ] ', '1. ']],
    [1, ['- A', '- #todo']],
    [1, ['- A', '- %%#todo%%']],
  ])('are counted when they say something: %i of %j', (bullets, lines) => {
    expect(todosIn(note('# R', '#todo', ...lines))[0]).toMatchObject({ kind: 'section', bullets });
  });
});

describe('a tag in a list item', () => {
  it('marks the item with its children', () => {
    const [todo] = todosIn(note('- a #todo', '  - child', '    more', '- b'));
    expect(todo).toMatchObject({ kind: 'item', title: 'a', excerpt: 'a\n  - child\n    more' });
  });
  it('leaves the owner out of its words where nothing but the like stands behind the tag', () => {
    for (const [line, title] of [
      ['a #todo/blocked [[Roles/SRE]] 📅 2026-12-01 ^id', 'a 📅 2026-12-01'],
      ['a #todo ([[Roles/SRE|SRE]]), ⏫', 'a ⏫'],
      ['a. #todo [[Roles/SRE]]', 'a.'],
      ['a #todo [[Roles/SRE]] [[Roles/Lead]]', 'a Roles/SRE Roles/Lead'],
      ['a #todo with [[Roles/SRE|her]]', 'a with her'],
      ['ask [[Roles/SRE|her]] #todo', 'ask her'],
    ] as const)
      expect(todosIn(`- ${line}`)[0]).toMatchObject({ title });
  });
  it('is called by its first line without marks that end on another, and with what only looks like one', () => {
    for (const [text, title] of [
      ['- Call ^[who is on call] Ann #todo', 'Call Ann'],
      ['- Call ^[who is\n  on call #todo] Ann', 'Call'],
      ['- ^[who\n  is] Call #todo', 'Call'],
      ['> Call ^[who is\n> on call] Ann #todo', 'Call'],
      ['| a |\n|---|\n| ^[x] b #todo |', 'b'],
      ['- a %% x\n  y %% Ann #todo', 'a'],
      ['- %% x\n  y %% Ann #todo', 'Ann'],
      ['- **a #todo\n  b** c', 'a'],
      ['- ==a\n  b== #todo', 'a'],
      ['- ~~a `x\n  y`~~ #todo', 'a x'],
      ['- [ ] ***a** b\n  c* #todo', 'a b'],
      ['1. **[[X|a]]\n   b** #todo', 'a'],
      ['- [a\n  b](x.md) #todo', 'a'],
      ['- a\\\n  b #todo', 'a'],
      ['> [!note] _a\n> b_ #todo', 'a'],
      ['**a\nb** #todo', 'a'],
      ['- *a #todo\n\n  b*', '*a'],
      ['- *a #todo\n  - b*', '*a'],
      ['- snake_case #todo\n  more_words', 'snake_case'],
    ] as const)
      expect([text, todosIn(text)[0]?.title]).toEqual([text, title]);
  });
  it('marks the innermost item', () => {
    expect(todoTable(note('- a', '  - b', '    - c #todo', '- d'))).toEqual(['3 item c']);
  });
  it('is closed where a status of the user’s own has the date that Tasks gives what is done', () => {
    for (const [line, status] of Object.entries({
      '- [D] a #todo ✅ 2026-12-01': 'x',
      '- [D] ✅️ 2026-12-01 a #todo': 'x',
      '- [D] a #todo  [completion:: 2026-12-01]': 'x',
      '- [C] a #todo ❌ 2026-12-01': 'x',
      '- [D] a #todo': 'D',
      '- [D] a #todo ✅': 'D',
      '- [ ] a #todo ✅ 2026-12-01': ' ',
      '- [/] a #todo ✅ 2026-12-01': '/',
      '- a #todo ✅ 2026-12-01': null,
    }))
      expect(todosIn(line)[0]?.status, line).toBe(status);
  });
  it('knows the checkbox', () => {
    const lines = ['- [ ] a #todo', '- [x] b #todo', '- [-] c #todo', '1. d #todo', '- [ ] 1. e #todo'];
    expect(todosIn(note(...lines)).map(({ title, status }) => [title, status])).toEqual([
      ['a', ' '],
      ['b', 'x'],
      ['c', '-'],
      ['d', null],
      ['e', ' '],
    ]);
  });
  it('of text below a nested list marks the item whose indentation the text has', () => {
    expect(todoTable(note('- a', '  - b', '', '  more of a #todo', '- c'))).toEqual(['4 item a']);
  });
  it('that holds only tags stands for the section', () => {
    expect(todoTable(note('# A', '- #todo', '', 'x'))).toEqual(['2 section A']);
    expect(todoTable(note('# A', '- #todo', '  - child'))).toEqual(['2 item child']);
  });
  it('in a callout marks the item, not the callout', () => {
    expect(todoTable(note('> [!note] T', '> - a #todo', '> - b'))).toEqual(['2 item a']);
  });
});

describe('a tag in other text', () => {
  it('is named by its own words, not by the embed above them', () => {
    expect(todoTable(note('# A', '![[Day 1 Operations#Overview]]', 'Add a picture. #todo'))).toEqual([
      '3 block Add a picture.',
    ]);
    expect(todoTable(note('# A', 'See ![[N]] and mend. #todo', '', '![[N]] #todo'))).toEqual([
      '2 block See N and mend.',
      '4 block N',
    ]);
  });
  it('marks the paragraph', () => {
    const [todo] = todosIn(note('# A', 'One **two** #todo', 'three.', '', 'Four'));
    expect(todo).toMatchObject({ kind: 'block', title: 'One two', excerpt: 'One **two**\nthree.', headings: ['A'] });
  });
  it('marks the table row, also alone in a cell', () => {
    const table = ['| Step | State |', '|---|---|', '| **Restore** | #todo |', '| Backup #todo | [[A\\|b]] |'];
    expect(todoTable(note(...table))).toEqual(['3 block Restore', '4 block Backup | b']);
  });
  it('marks the whole quote or callout, also on a tag line in it', () => {
    expect(todoTable(note('> Said', '> #todo'))).toEqual(['2 block Said']);
    expect(todoTable(note('> [!warning]- Mind *this*', '> #todo', '> text'))).toEqual(['2 block Mind this']);
    expect(todoTable(note('> [!warning]', '> text #todo'))).toEqual(['2 block text']);
    expect(todoTable(note('> [!warning] T', '> - x', '> - y', '> #todo'))).toEqual(['4 block T']);
    expect(todoTable(note('> [!warning] T', '> - x', '>   #todo', '> - y'))).toEqual(['3 item x']);
  });
  it('counts in a comment', () => {
    expect(todoTable(note('# A', '%% #todo %%', 'x'))).toEqual(['2 section A']);
    expect(todoTable(note('# A', '%% Ask Kim #todo %%', 'x'))).toEqual(['2 block Ask Kim']);
    expect(todoTable(note('# A', '%%', 'note to self #todo', '%%'))).toEqual(['3 block note to self']);
  });
  it('in a footnote marks the footnote', () => {
    expect(todoTable(note('x[^1]', '', '[^1]: check this #todo'))).toEqual(['3 block check this']);
  });
});

describe('never a todo', () => {
  const none: Record<string, string> = {
    'a code fence': note('```', '#todo', '```'),
    'inline code': 'a `#todo` b',
    'an HTML comment': '<!-- #todo -->',
    math: '$a #todo b$',
    'a URL': '[a](https://x.org/#todo) https://x.org/#todo',
    'a link target': '[[Note#todo]]',
    'a longer word': '#todos #todo-later',
    'after punctuation': '(#todo) x#todo',
    'an escaped hash': '\\#todo',
  };
  for (const [name, markdown] of Object.entries(none)) it(name, () => expect(todoTable(markdown)).toEqual([]));
});

describe('a nested tag', () => {
  const nested = (tag: string): unknown[] =>
    todosIn(`a ${tag}`).map(({ tagPhase, state, unknownPhase }) => [tagPhase, state, unknownPhase])[0] ?? [];
  it('names a phase by id, name or alias; case, blanks, - and _ do not count', () => {
    expect(nested('#todo/day-1')).toEqual(['day-1', null, null]);
    expect(nested('#TODO/Day_1')).toEqual(['day-1', null, null]);
  });
  it('says a state with the rest', () => {
    expect(nested('#todo/blocked')).toEqual([null, 'blocked', null]);
    expect(nested('#todo/day-1/blocked')).toEqual(['day-1', 'blocked', null]);
    expect(nested('#todo/blocked/legal/day2')).toEqual(['day-2', 'blocked/legal', null]);
  });
  it('is a question when it only looks like a phase', () => {
    expect(nested('#todo/day-7')).toEqual([null, null, 'day-7']);
    expect(nested('#todo/day-10/blocked')).toEqual([null, 'blocked', 'day-10']);
  });
  it('with a slash and nothing behind it is the tag itself', () => {
    expect(nested('#todo/')).toEqual([null, null, null]);
  });
});

describe('what a todo knows', () => {
  it('is its due date by emoji, else by inline field, if the date exists', () => {
    const due = (text: string): unknown => todosIn(`- a #todo ${text}`)[0]?.due;
    expect(due('📅 2026-12-01 [due:: 2026-12-24]')).toBe('2026-12-01');
    expect(due('[due:: 2026-12-24]')).toBe('2026-12-24');
    expect(due('📅 2028-02-29')).toBe('2028-02-29');
    for (const none of [
      '2026-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-01-32',
    ])
      expect(due(`📅 ${none}`)).toBeNull();
    expect(due('by 2026-12-24')).toBeNull();
  });
  it('is the due property for a note only', () => {
    const [whole, section] = todosIn(note('---', 'tags: todo', 'due: 2026-12-24', '---', '# A', '#todo'));
    expect([whole?.due, section?.due]).toEqual(['2026-12-24', null]);
  });
  it('is whether a section is empty but for its heading and tag', () => {
    expect(todosIn(note('# A', '#todo', '', '# B', '#todo', 'x')).map(({ stub }) => stub)).toEqual([true, false]);
    expect(todosIn(note('# A #todo', '## B', 'x'))[0]?.stub).toBe(false);
  });
  it('is the chain of headings above it, of plain words', () => {
    expect(todosIn(note('# **A** #x', '### [[B|b]]', '## C', 'text #todo'))[0]?.headings).toEqual(['A', 'C']);
  });
  it('is its place among those of the same kind and chain', () => {
    expect(todosIn(note('# A', '- x #todo', '- x #todo', '# B', '- x #todo')).map(({ ordinal }) => ordinal)).toEqual([
      0, 1, 0,
    ]);
  });
  it('leaves nothing of the tag behind: no blank, no empty emphasis, no lone stop', () => {
    const excerpt = (text: string): unknown => todosIn(text)[0]?.excerpt;
    expect(['#todo Fix it', 'Fix #todo it', 'Fix it #todo', '_#todo_ Fix it', '**#todo** Fix it'].map(excerpt)).toEqual(
      Array(5).fill('Fix it'),
    );
    expect(todoTable(note('# A', '#todo.', 'x'))).toEqual(['2 section A']);
  });
  it('keeps an excerpt of the marked source without tags of its own', () => {
    const [section] = todosIn(note('# A', '#todo', '', '- b #todo', '- [ ] c', '', '## D', '#todo', 'x', '', '# E'));
    expect(section?.excerpt).toBe('- b\n- [ ] c\n\n## D\nx');
  });
});

describe('line ends and odd bytes', () => {
  it('do not matter: CRLF', () => {
    const crlf = note('# A', '- a', '#todo', '', '# B', 'x #todo', '').replaceAll('\n', '\r\n');
    expect(todoTable(crlf)).toEqual(['3 section A', '6 block x']);
    expect(todosIn(crlf)[0]?.excerpt).toBe('- a');
  });
  it('do not matter: emoji, combining marks, right-to-left text', () => {
    expect(todoTable(note('# 🚀 Cafe\u0301', '- עברית #todo', '#todo'))).toEqual([
      '2 item עברית',
      '3 section 🚀 Cafe\u0301',
    ]);
  });
});

describe('other tags than #todo', () => {
  it('count when the settings say so, with their nested tags', () => {
    expect(todoTable(note('a #fix', '', 'b #wip/now', '', 'c #todo'), { tags: ['#fix', '#WIP'] })).toEqual([
      '1 block a',
      '3 block b',
    ]);
  });
});

describe('a tag line with what the Tasks plugin writes', () => {
  const FIELDS = [
    '⏫',
    '🔼',
    '🔽',
    '🔺',
    '⏬',
    '🔁 every week',
    '🔁 every 2 weeks when done',
    '🔁 Every Day',
    '📅 2026-12-01',
    '📆 2026-12-01',
    '🗓 2026-12-01',
    '🗓\uFE0F 2026-12-01',
    '⏳ 2026-12-01',
    '🛫 2026-12-01',
    '➕ 2026-12-01',
    '✅ 2026-12-01',
    '❌ 2026-12-01',
    '🆔 abc123',
    '⛔ abc123',
    '⛔ abc123,def456',
    '🏁 delete',
  ];
  it('marks its section', () => {
    for (const field of FIELDS)
      for (const line of [`#todo ${field}`, `${field} #todo`, `⏫ #todo ${field}`])
        expect([line, todosIn(`# A\n\ntext\n\n${line}\n`).map(({ kind, title }) => `${kind} ${title}`)]).toEqual([
          line,
          ['section A'],
        ]);
  });
  it('marks its section with any of them, in any order, with and without selectors, wherever it stands', () => {
    const piece = fc
      .tuple(fc.constantFrom(...FIELDS), fc.boolean())
      .map(([field, selects]) => (selects ? field.replace(/^(\p{Emoji})\uFE0F?/u, '$1\uFE0F') : field));
    const besides = fc.constantFrom(
      '#ops',
      '[[Roles/SRE|SRE]]',
      '([[Roles/SRE]])',
      '[priority:: high]',
      '(id:: abc)',
      '%%',
    );
    const place = fc.constantFrom<(line: string) => string>(
      (line) => `# A\n${line}\ntext\n`,
      (line) => `# A\ntext\n\n${line}`,
      (line) => `# A\r\n- a\r\n- b\r\n${line}\r\n`,
      (line) => `# A\n- a\n\n  ${line}\n\n## B\n`,
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.array(besides, { maxLength: 2 }),
        fc.nat(),
        place,
        (pieces, more, at, put) => {
          const words = [...pieces, ...more.flatMap((one) => (one === '%%' ? [] : one))];
          words.splice(at % (words.length + 1), 0, more.includes('%%') ? '%% #todo %%' : '#todo');
          const text = put(words.join(' '));
          expect([text, todosIn(text).map(({ kind, title }) => `${kind} ${title}`)]).toEqual([text, ['section A']]);
        },
      ),
      { numRuns: runs(300) },
    );
  });
  it('has its due date by each of Tasks’ signs', () => {
    for (const sign of ['📅', '📆', '🗓', '📅\uFE0F', '📆\uFE0F', '🗓\uFE0F'])
      expect(todosIn(`# A\n#todo ${sign} 2026-12-01\n`)[0]?.due).toBe('2026-12-01');
  });
  it('is none where other words stand', () => {
    expect(todosIn('# A\n\nCall Bob 🔼 #todo\n').map(({ kind }) => kind)).toEqual(['block']);
  });
});

describe('other tags', () => {
  it.each([
    ['- Call them #todo #urgent/now', '#urgent/now'],
    ['- #ops Call #todo\n  by noon #phone\n  - Nested #deep', '#ops #phone'],
    ['## Setup #infra\n\n#todo #urgent\n\nText #text', '#infra #urgent'],
    ['## Setup #todo #infra\n\n- Item #item', '#infra'],
    ['Some text #a\nand more #todo #b #a', '#a #b'],
    ['| Task | Tag |\n|---|---|\n| One #todo | #row |\n| Two | #other |', '#row'],
    ['- None #todo\n- Other #urgent', ''],
  ])('of %j are %j', (text, others) => {
    expect(todosIn(text)[0]?.otherTags.join(' ')).toBe(others);
  });
});

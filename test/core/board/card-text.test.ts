// What a card says, and what it leaves out because it stands on the card, or in the column's head, already.
import { describe, expect, it } from 'vitest';
import { BoardBuilder } from '../../../src/core/board/build-board';
import { Card } from '../../../src/core/board/card';
import { boxLines, cardMarkdown, cardText } from '../../../src/core/board/card-text';
import { DEFAULT_VIEW } from '../../../src/core/settings/view';
import { TextVault } from '../text-vault';

const PAGES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Planning Phase\n## Responsibilities\n- one #todo\n#todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n',
  'Ops/Operations Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]\n',
  'Roles/SRE.md': '',
  'Roles/Baker.md': '',
};

function cardsOf(texts: Readonly<Record<string, string>>): readonly Card[] {
  const vault = new TextVault({ ...PAGES, ...texts });
  const board = new BoardBuilder().build({
    index: vault.index(),
    vault,
    view: { ...DEFAULT_VIEW, elsewhere: true },
    today: '2026-11-23',
  });
  return board.columns.flatMap(({ cards }) => cards).filter(({ todo }) => todo.path in texts);
}

/** The only card of a note of Day 1. */
function cardOf(...lines: string[]): Card {
  const [card, ...others] = cardsOf({ 'Ops/Note.md': ['---', 'phase: Day 1', '---', ...lines].join('\n') });
  if (!card || others.length > 0) throw new Error(`${others.length + 1} cards`);
  return card;
}

const teaser = (...lines: string[]): string => cardText(cardOf(...lines)).teaser;
const place = (texts: Readonly<Record<string, string>>): (readonly string[])[] =>
  cardsOf(texts).map(({ breadcrumb }) => breadcrumb);

describe('a card’s text', () => {
  it('leaves out what the title, the owner and the date say', () => {
    expect(teaser('- Rotate the keys #todo')).toBe('');
    expect(teaser('- Rotate the keys ([[Roles/SRE|SRE]]) #todo 📅 2026-12-01')).toBe('');
    expect(teaser('- Rotate the keys. ([[SRE]]) #todo [due:: 2026-12-01]')).toBe('');
    expect(teaser('# Keys', '#todo [[Roles/SRE|SRE]] 📅 2026-12-01', '')).toBe('');
    expect(teaser('# Keys', 'Keys', '', '#todo')).toBe('');
    expect(teaser('A paragraph alone. #todo')).toBe('');
  });
  it('is what a bullet holds, what a section says, and of a note what stands below its headings', () => {
    expect(teaser('- Rotate #todo', '  - the old ones', '  - [ ] the **new** ones')).toBe(
      'the old ones · the new ones',
    );
    expect(teaser('# Keys', '## First', 'We keep [[SRE|two]] of them.', 'In a safe.', '#todo')).toBe(
      'We keep two of them. In a safe.',
    );
    expect(teaser('#todo', '# Overview', '', '> [!note] Beware', '> of the dog')).toBe('Beware of the dog');
  });
  it('shows no stray mark of emphasis that goes over lines, and keeps those lines together in an opened card', () => {
    expect(teaser('- Rotate **the #todo', '  old ones** now')).toBe('old ones now');
    expect(teaser('# Keys', 'All *of', 'them* and', '- ~~none', '  of~~ these', '#todo')).toBe(
      'All of them and · none of these',
    );
    expect(cardMarkdown(cardOf('- Rotate **the #todo', '  old ones** now', '  - child'))).toBe(
      'Rotate **the\nold ones** now\n- child',
    );
  });
  it('says of an embed where it leads, and nothing of HTML, code fences and comments’ marks', () => {
    expect(teaser('# Keys', '![[SRE#Duties]]', '```js', 'run()', '```', '%% secret %%', '', '#todo')).toBe(
      '↪ SRE › Duties run() secret',
    );
  });
  it('has no end in sight where the note has none', () => {
    const { teaser: text, isMore } = cardText(
      cardOf('# Keys', ...Array.from({ length: 3000 }, (_, at) => `Sentence ${at}.`), '#todo'),
    );
    expect([text.length < 260, text.endsWith('…'), isMore]).toEqual([true, true, true]);
  });
  it('says that there is more only where opening shows it', () => {
    const isMore = (...lines: string[]): boolean => cardText(cardOf(...lines)).isMore;
    expect(isMore('- Rotate #todo')).toBe(false);
    expect(isMore('# Keys', 'In a safe.', '', '#todo')).toBe(false);
    expect(isMore('- Rotate #todo', '  - one', '  - two')).toBe(true);
    expect(isMore('# Keys', '- [ ] box', '', '#todo')).toBe(true);
    expect(isMore(`- ${'Rotate the keys of each region '.repeat(4)}#todo`)).toBe(true);
  });
});

describe('an opened bullet', () => {
  it('shows what it holds as a list of its own, however deep it stands', () => {
    expect(cardMarkdown(cardOf('- a', '\t- Rotate #todo', '\t\t- one', '\t\t\t- two'))).toBe('- one\n\t- two');
    expect(cardMarkdown(cardOf('- Rotate [[SRE|it]] #todo', '    - one'))).toBe('Rotate [[SRE|it]]\n\n- one');
  });
});

describe('a table row', () => {
  const TABLE = ['| Area | Choice | Question |', '|---|---|---|'];
  it('has its first cell with text for a title, and its head’s words before each value', () => {
    const card = cardOf(...TABLE, '| **Queue** | undecided | Who pays? #todo |');
    expect([card.title, cardText(card).teaser]).toEqual(['Queue', 'Choice: undecided · Question: Who pays?']);
    expect(cardMarkdown(card)).toBe('Choice: undecided\nQuestion: Who pays?');
  });
  it('may have empty cells, escaped pipes, a head without words, and no pipes at its ends', () => {
    expect(teaser(...TABLE, '| | a \\| b | #todo |')).toBe('');
    expect(cardOf(...TABLE, '| | a \\| b | #todo |').title).toBe('a | b');
    expect(teaser('| | B |', '|---|---|', '| x | y #todo |')).toBe('B: y');
    expect(teaser('A | B', '---|---', 'x | y #todo')).toBe('B: y');
    expect(teaser('| A | B #todo |', '|---|---|', '| x | y |')).toBe('B');
  });
});

describe('where a card stands', () => {
  it('leaves out what its column’s head says', () => {
    expect(
      place({
        'Ops/Day 0 Operations.md':
          '# Overview\n## Planning Phase\n## Responsibilities\n- one #todo\n- two\n\n# Later\n- three #todo\n',
      }),
    ).toEqual([['Responsibilities'], ['Later']]);
    expect(place({ 'Ops/N.md': '---\nphase: Day 1\n---\n# Overview\n## Steps\n- a #todo\n' })).toEqual([
      ['N', 'Steps'],
    ]);
    expect(place({ 'Ops/Day 1 Operations/N.md': '---\nphase: Day 1\n---\n#todo\n' })).toEqual([['Ops']]);
    expect(place({ 'Ops/N.md': '---\nphase: Day 1\n---\n# Deployment\n- a #todo\n' })).toEqual([['N']]);
  });
  it('names the page of another phase', () => {
    expect(place({ 'Ops/Day 1 Operations.md': '# Overview\n- a #todo/day-0\n' })).toEqual([['Day 1 Operations']]);
  });
});

describe('the owner of a section’s note', () => {
  const section = (...lines: string[]) => cardOf('# Keys', ...lines);
  it('stands on a section without one of its own', () => {
    const owned = cardsOf({
      'Ops/N.md': '---\nphase: Day 1\nowner: "[[Roles/Baker]]"\n---\n# A\n#todo\n# B\n#todo [[SRE]]\n',
    });
    expect(owned.map(({ ownerName, noteOwnerName }) => [ownerName, noteOwnerName])).toEqual([
      [null, 'Baker'],
      ['SRE', null],
    ]);
    expect(section('#todo').noteOwnerName).toBeNull();
  });
  it('follows the property', () => {
    const vault = new TextVault({ ...PAGES, 'Ops/N.md': '---\nphase: Day 1\nowner: "[[Baker]]"\n---\n# A\n#todo\n' });
    const index = vault.index();
    vault.write('Ops/N.md', '---\nphase: Day 1\nowner: "[[SRE]]"\n---\n# A\n#todo\n');
    vault.feed(index, 'Ops/N.md');
    index.settle();
    expect(index.todosOf('Ops/N.md').map(({ noteOwner }) => noteOwner)).toEqual(['Roles/SRE.md']);
  });
});

it('a card’s boxes are the lines with one, outside of code and without its own', () => {
  expect(boxLines(cardOf('- [ ] own #todo', '  - [x] a', '  ```', '  - [ ] code', '  ```', '  1. [ ] b'))).toEqual([
    '- [x] a',
    '1. [ ] b',
  ]);
});

describe('an opened card of very many lines', () => {
  it('ends no stack', () => {
    const card = cardOf('- Steps #todo', '  - one');
    const excerpt = `Steps${'\n  - one'.repeat(200_000)}`;
    const long = new Card(card, { todo: Object.create(card.todo, { excerpt: { value: excerpt } }) as Card['todo'] });
    expect(cardMarkdown(long).slice(0, 12)).toBe('- one\n- one\n');
  });
});

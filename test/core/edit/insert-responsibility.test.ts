// Where something new goes under Responsibilities. Pages in, pages out; `+` begins a line that was added.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { isRefusal } from '../../../src/core/text/refusal';
import { insertResponsibility, type NewResponsibility } from '../../../src/core/edit/insert-responsibility';
import { openNoteSource } from '../../../src/core/note/note-source';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { runs } from '../../property-runs';
import { note, todosIn } from '../todo/todo-table';

const bullet: NewResponsibility = { kind: 'bullet', text: 'New' };
const heading: NewResponsibility = { kind: 'heading', text: '[[N|New]]', body: '![[N#Overview]]' };

function insert(markdown: string, added: NewResponsibility): string {
  const source = openNoteSource('Ops/Day 1 Operations.md', markdown, parseMetadata(markdown));
  const edit = insertResponsibility(
    { settings: DEFAULT_SETTINGS, isRoleLink: (link) => link.startsWith('Roles/') },
    source,
    added,
  );
  if (isRefusal(edit)) return edit.refusal;
  expect(edit.start).toBe(edit.end);
  for (const guard of edit.guards) expect(markdown.slice(guard.start, guard.end)).not.toMatch(/^$|[\r\n]/);
  return applyEdits(markdown, [edit]);
}

/** Takes the lines that begin with `+` away to insert, and expects them back. */
function expectInsert(added: NewResponsibility, ...lines: string[]): void {
  const before = note(...lines.filter((line) => !line.startsWith('+')));
  expect(insert(before, added)).toBe(note(...lines.map((line) => line.replace(/^\+/, ''))));
}

describe('a bullet', () => {
  it('goes behind the last one, above the closing tag line', () => {
    expectInsert(bullet, '## Responsibilities', '- a', '- b', '+- New', '#todo', '', '# Next');
    expectInsert(bullet, '## Responsibilities', '- a', '- b', '+- New', '', '%% #todo %%');
    expectInsert(bullet, '## Responsibilities', '- a', '+- New', '  #todo 📅 2026-12-01');
    expectInsert(bullet, '## Responsibilities', '- a', '  - b', '+- New', '#todo ([[Roles/SRE]])');
    expectInsert(bullet, '## Responsibilities', '- a', '+- New', '', '  #todo');
  });
  it('goes above bullets that hold only tags', () => {
    expectInsert(bullet, '## Responsibilities', '- a', '+- New', '- #todo');
    expectInsert(bullet, '## Responsibilities', '+- New', '- #todo');
  });
  it('goes behind what belongs to the last one', () => {
    expectInsert(bullet, '## Responsibilities', '- a', '  - b', '    #todo', '+- New');
    expectInsert(bullet, '## Responsibilities', '- a', '  more of a', '', '  and more', '+- New', '', 'Text');
    expectInsert(bullet, '## Responsibilities', '- a', '#todo', '- b', '+- New');
    expectInsert(bullet, '## Responsibilities', '- a', '  ```', '  code', '+- New');
    expectInsert(bullet, '## Responsibilities', '#todo', '- a', '+- New');
  });
  it('has its indentation, marker, number, gap and open checkbox', () => {
    expectInsert(bullet, '## Responsibilities', '  * a', '+  * New', '#todo');
    expectInsert(bullet, '## Responsibilities', '  - a', '  - b', '- c', '+- New', '  #todo');
    expectInsert(bullet, '## Responsibilities', '8. a', '9. b', '+10. New');
    expectInsert(bullet, '## Responsibilities', '1) a', '1) b', '+1) New');
    expectInsert(bullet, '## Responsibilities', '- [x] a', '+- [ ] New');
    expectInsert(bullet, '## Responsibilities', '-\ta', '+-\tNew');
  });
  it('keeps the blank lines of a list that has them', () => {
    expectInsert(bullet, '## Responsibilities', '- a', '', '- b', '+', '+- New', '', '#todo');
  });
  it('starts the list of a page without one, above the tag line', () => {
    expectInsert(bullet, '## Responsibilities', '+- New');
    expectInsert(bullet, '## Responsibilities', '+- New', '#todo', '# Next');
    expectInsert(bullet, '## Responsibilities', '+- New', '', '#todo');
    expectInsert(bullet, '## Responsibilities', 'We own:', '+', '+- New', '', '#todo');
    expectInsert(bullet, 'Responsibilities', '===', '+- New', '');
  });
  it('stands above the definitions at the note’s end', () => {
    expectInsert(bullet, '## Responsibilities', 'We own[^1]:', '+', '+- New', '', '[^1]: a', '[p]: P.md');
    expectInsert(bullet, '## Responsibilities', '+- New', '', '[^1]: a');
  });
  it('stays out of sub-headings, quotes and frozen copies', () => {
    expectInsert(bullet, '## Responsibilities', '- a', '+- New', '', '### Later', '- b');
    expectInsert(bullet, '## Responsibilities', '> - a', '+', '+- New');
    expectInsert(bullet, '## Responsibilities', '+- New', '### Later', '- b');
  });
  it('does not swallow an underlined heading', () => {
    expectInsert(bullet, '## Responsibilities', '+-   New', '+', '  Next', '===');
  });
});

describe('a sub-heading', () => {
  it('goes to the end of the section, below the tag line', () => {
    expectInsert(
      heading,
      '## Responsibilities',
      '- a',
      '#todo',
      '+',
      '+### [[N|New]]',
      '+',
      '+![[N#Overview]]',
      '',
      '# Next',
    );
    expectInsert(
      heading,
      '## Responsibilities',
      '- a',
      '#todo',
      '+',
      '+### [[N|New]]',
      '+',
      '+![[N#Overview]]',
      '+',
      '# Next',
    );
  });
  it('stands above the definitions at the note’s end', () => {
    expectInsert(heading, '## Responsibilities', '- a', '+', '+### [[N|New]]', '+', '+![[N#Overview]]', '', '[^1]: a');
  });
  it('has the level of those that are there', () => {
    expectInsert(heading, '## Responsibilities', '#### Old', 'x', '+', '+#### [[N|New]]', '+', '+![[N#Overview]]');
  });
  it('stands above a rule that ends the section', () => {
    expectInsert(
      heading,
      '## Responsibilities',
      '- a',
      '',
      '#todo',
      '+',
      '+### [[N|New]]',
      '+',
      '+![[N#Overview]]',
      '',
      '---',
      '',
      '# Next',
    );
  });
  it('does not come twice', () => {
    expect(insert(note('## Responsibilities', '### [[N|New]]'), heading)).toBe(
      'There is a heading “[[N|New]]” under “Responsibilities” already.',
    );
  });
});

describe('a page that cannot be written to', () => {
  it('has no Responsibilities, two of them, or a frozen one', () => {
    expect(insert('# Overview', bullet)).toBe(
      'Day 1 Operations has no heading “Responsibilities”: add “## Responsibilities” where its responsibilities should stand, or name its heading in the settings.',
    );
    expect(insert(note('# Responsibilities', '- a', '# Responsibilities'), bullet)).toContain(
      'has 2 headings “Responsibilities”, in lines 1 and 3',
    );
    const copy = '<div class="transclusion internal-embed is-loaded"><div class="markdown-embed">';
    expect(insert(note(copy, '', '## Responsibilities', '- a', '', '</div></div>'), bullet)).toContain('frozen copy');
  });
  it('ends in a block that nobody closed', () => {
    for (const open of ['```', '~~~js', '$$', '%%', '<!-- x']) {
      expect(insert(note('## Responsibilities', '', open, 'x'), heading)).toContain('line 3 is not closed');
      expect(insert(note('## Responsibilities', '', open, 'x'), bullet)).toContain('line 3 is not closed');
    }
    for (const closed of [
      ['```', 'x', '````'],
      ['~~~', 'x', '~~~'],
      ['%%', 'x', '%%'],
      ['<!-- x', '-->'],
      ['$$', 'x', '$$'],
    ])
      expectInsert(bullet, '## Responsibilities', '', ...closed, '+', '+- New');
  });
  it('is given nothing', () => {
    expect(insert('## Responsibilities', { kind: 'bullet', text: ' \n ' })).toContain('needs some words');
  });
});

describe('any page', () => {
  const line = fc.constantFrom(
    '- a',
    '  - b',
    '    - c',
    '* d',
    '1. e',
    '- [ ] f #todo',
    '#todo',
    '  #todo',
    '%% #todo %%',
    '',
    'Text',
    '### Sub',
    '> - q|',
    '- #todo',
    '\t- t',
    '---',
    '```',
  );
  const pages = fc
    .tuple(
      fc.array(line, { maxLength: 12 }),
      fc.array(line, { maxLength: 4 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
    )
    .map(
      ([body, after, eol, last]) =>
        ['# Overview', '## Responsibilities', ...body, '# Next', ...after].join(eol).replaceAll('|', eol) +
        (last ? eol : ''),
    );
  const asTold = (markdown: string): string[] =>
    todosIn(markdown).map(({ kind, title, headings }) => `${kind} ${title} ${headings.join('>')}`);

  it('keeps its todos and its other lines, and has one bullet more where it should', () => {
    fc.assert(
      fc.property(pages, fc.constantFrom(bullet, heading), (page, added) => {
        const after = insert(page, added);
        if (after.endsWith('first.')) return;
        expect(asTold(after)).toEqual(asTold(page));
        expect(after.replace(/\r?\n/g, '').length).toBeGreaterThan(page.replace(/\r?\n/g, '').length);
        expect(page.includes('\r\n') ? /[^\r]\n/.test(after) : after.includes('\r')).toBe(false);
        const { headings = [], listItems = [], embeds = [] } = parseMetadata(after);
        const section = headings.find(({ heading: text }) => text === 'Responsibilities');
        const next = headings.find(({ heading: text, level }) => text === 'Next' && level === 1);
        const isInside = (offset: number): boolean =>
          offset > (section?.position.start.offset ?? 0) && offset < (next?.position.start.offset ?? Infinity);
        if (added.kind === 'bullet') {
          const items = listItems.filter(({ position: { start, end } }) =>
            /^\s*\S+(?:\s+\[ \])?\s+New\s*(?:#|%|$)/.test(after.slice(start.offset, end.offset)),
          );
          expect(items.map(({ position, parent }) => [isInside(position.start.offset), parent < 0])).toEqual([
            [true, true],
          ]);
        } else expect(embeds.map(({ position }) => isInside(position.start.offset))).toEqual([true]);
      }),
      { numRuns: runs(200) },
    );
  });
});

// The text of a board in a note: which keys it has, what each wrong word is answered with, and that what is written is read again.
import { assert, constantFrom, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock, writeFence, type BoardBlock } from '../../../src/core/block/board-block';
import { isAnswerable } from '../../../src/core/board/query/query';
import { readQuery } from '../../../src/core/board/query/read-query';
import { DEFAULT_VIEW, GROUPS, SORTS, type SavedView } from '../../../src/core/settings/view';
import { runs } from '../../property-runs';

const LAUNCH = { ...DEFAULT_VIEW, query: 'tag:launch', group: 'owners', elsewhere: true } as const;
const SAVED: readonly SavedView[] = [
  { name: 'Launch', formerNames: ['Start'], view: LAUNCH },
  { name: 'Late: what is', formerNames: [], view: { ...DEFAULT_VIEW, query: 'due:overdue' } },
];

const read = (source: string): BoardBlock => {
  const block = readBlock(source, SAVED);
  if ('problems' in block) throw new Error(block.problems.join('\n'));
  return block;
};
const problems = (source: string): readonly string[] => {
  const block = readBlock(source, SAVED);
  return 'problems' in block ? block.problems : [];
};

describe('a block', () => {
  it.each(['', '\n\n', '# nothing but a remark', 'query:', 'query: \nshow:\n'])(
    'is the whole board for %j',
    (source) => {
      expect(read(source)).toEqual({ view: DEFAULT_VIEW, name: null, show: 'board', limit: null });
    },
  );
  it('takes a query with quotes and colons as it would be typed', () => {
    expect(read('query: phase:"Day 1" -state:blocked').view.query).toBe('phase:"Day 1" -state:blocked');
    expect(read(`query: '"two words" in:a/b'`).view.query).toBe('"two words" in:a/b');
    expect(read('query: 2026').view.query).toBe('2026');
  });
  it('takes all keys, in any order, with either case of their words', () => {
    expect(read('limit: 20\nshow: List\ngroup: Notes\nsort: title\nelsewhere: true\nquery: owner:none')).toEqual({
      view: { ...DEFAULT_VIEW, query: 'owner:none', group: 'notes', sort: 'title', elsewhere: true },
      name: null,
      show: 'list',
      limit: 20,
    });
  });
  it('is a saved view by its name or a former one, narrowed by a query, with what it says itself in the first place', () => {
    expect(read('view: launch')).toMatchObject({ view: LAUNCH, name: 'Launch' });
    expect(read('view: Start').name).toBe('Launch');
    expect(read('view: Launch\nquery: owner:none\ngroup: none').view).toEqual({
      ...LAUNCH,
      query: 'tag:launch owner:none',
      group: 'none',
    });
  });
  it('may end its lines as Windows does', () => {
    expect(read('query: owner:none\r\nshow: list\r\n')).toMatchObject({ show: 'list', view: { query: 'owner:none' } });
  });
});

describe('a wrong block says', () => {
  it.each([
    ['grup: owners', '“grup” is no key of a phase board. Did you mean group? Allowed: view, query, group, sort,'],
    ['toString: x', '“toString” is no key'],
    ['__proto__: x', '“__proto__” is no key'],
    ['show: table', '“table” is no value of show. Allowed: board, list, progress.'],
    ['group: phases', '“phases” is no value of group. Allowed: none, owners, notes.'],
    ['sort: size', '“size” is no value of sort. Allowed: due, place, owner, title, changed.'],
    ['elsewhere: maybe', '“maybe” is no value of elsewhere. Allowed: true, false.'],
    ['limit: 0', '“0” is no limit. Allowed: a whole number from 1 on.'],
    ['limit: 1e3', '“1e3” is no limit.'],
    ['limit: -5', '“-5” is no limit.'],
    ['view: Lunch', 'There is no saved view “Lunch”. Saved: Launch, Late: what is.'],
    ['query: due:someday', '“someday”'],
    ['query: [a, b]', 'The value of query is no single line of text'],
    ['query: "two words" more', 'The value of query is no single line of text: put it into single quotes'],
    ['show: list\nshow: board', '“show” stands there twice.'],
    ['just words', 'This is no list of keys and values'],
    ['- owner:none', 'This is no list of keys and values'],
    ['<img src=x onerror=alert(1)>: 1', '“<img src=x onerror=alert(1)>” is no key'],
  ])('for %j what is wrong and what is allowed', (source, message) => {
    expect(problems(source).join('\n')).toContain(message);
  });
  it('all that is wrong at once', () => {
    expect(problems('show: table\nlimit: x\nnope: 1')).toHaveLength(3);
  });
  it('nothing of a view that is there by another case', () => {
    expect(problems('view: LAUNCH')).toEqual([]);
  });
});

describe('a block that is written', () => {
  it('names the saved view that it is, else says what it asks for, and nothing that goes without saying', () => {
    expect(writeBlock(LAUNCH, SAVED)).toBe('```phase-board\nview: Launch\n```\n');
    expect(writeBlock(SAVED[1]!.view, SAVED)).toBe("```phase-board\nview: 'Late: what is'\n```\n");
    expect(writeBlock(DEFAULT_VIEW, SAVED)).toBe('```phase-board\n```\n');
    expect(writeBlock({ ...DEFAULT_VIEW, query: 'phase:"Day 1" -state:blocked', sort: 'title' }, [])).toBe(
      '```phase-board\nquery: phase:"Day 1" -state:blocked\nsort: title\n```\n',
    );
    expect(writeFence({ view: 'Launch', query: ' -owner:any', show: 'list', limit: '5', group: '' })).toBe(
      '```phase-board\nview: Launch\nquery: -owner:any\nshow: list\nlimit: 5\n```\n',
    );
  });
  it('asks for the same again, whatever the query', () => {
    assert(
      property(
        record({
          query: string({ unit: constantFrom(...Array.from('ab:"\'#-[]{}|>&*!%@`~, \t\\\n')) }).map((text) =>
            text.trim(),
          ),
          group: constantFrom(...GROUPS),
          sort: constantFrom(...SORTS),
          elsewhere: constantFrom(true, false),
        }),
        (view) => {
          if (!isAnswerable(readQuery(view.query))) return;
          const [, ...lines] = writeBlock({ ...DEFAULT_VIEW, ...view }, SAVED).split('\n');
          expect(lines.splice(-2)).toEqual(['```', '']);
          expect(read(lines.join('\n'))).toMatchObject({ view });
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

// The query's grammar: what a text asks for, what is said of a slip, and that what is printed asks the same again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewMessages } from '../../../../src/core/board/query/few-messages';
import { joinQueries } from '../../../../src/core/board/query/join-queries';
import { printQuery } from '../../../../src/core/board/query/print-query';
import { readQuery } from '../../../../src/core/board/query/read-query';

const terms = (text: string): unknown[] =>
  readQuery(text).terms.map(({ key, values, negated }) => [`${negated ? 'not ' : ''}${key ?? 'text'}`, ...values]);

describe('a query', () => {
  it.each<[text: string, ...terms: string[][]]>([
    ['', []],
    ['  \t ', []],
    ['restore test', ['text', 'restore'], ['text', 'test']],
    ['"restore test"', ['text', 'restore test']],
    ['-draft', ['not text', 'draft']],
    ['-"half done"', ['not text', 'half done']],
    ['owner:sre', ['owner', 'sre']],
    ['Owner:SRE', ['owner', 'SRE']],
    ['owner:"Site Reliability",none', ['owner', 'Site Reliability', 'none']],
    ['owner:a,"b, c",d', ['owner', 'a', 'b, c', 'd']],
    ['-phase:day-1,day-2', ['not phase', 'day-1', 'day-2']],
    ['a,b', ['text', 'a,b']],
    ['in:Engineering/Operations', ['in', 'Engineering/Operations']],
    ['due:2026-12-01..2026-12-24', ['due', '2026-12-01..2026-12-24']],
    ['"a \\" b"', ['text', 'a " b']],
    ['"C:\\\\x"', ['text', 'C:\\x']],
    ['"owner:sre"', ['text', 'owner:sre']],
    ['say"so', ['text', 'say"so']],
    ['"a"b', ['text', 'a'], ['text', 'b']],
    ['--x', ['not text', '-x']],
    // Only begun: nothing is asked yet.
    ['owner:', []],
    ['-', []],
    ['""', []],
    ['owner:,,', []],
    ['owner:a,', ['owner', 'a']],
    ['"half open', ['text', 'half open']],
    ['12:30', ['text', '12:30']],
    // As a phone or a word processor writes them.
    ['“half done” x', ['text', 'half done'], ['text', 'x']],
    ['owner:„Site Reliability“,«b c»', ['owner', 'Site Reliability', 'b c']],
    ['-“half open', ['not text', 'half open']],
    ['"say “so” now"', ['text', 'say “so” now']],
    ['it”s', ['text', 'it”s']],
    // Whatever letters.
    ['owner:"Ελένη Ω",Дежурный 🚒👩‍🚒', ['owner', 'Ελένη Ω', 'Дежурный'], ['text', '🚒👩‍🚒']],
    ['a\u00a0b\u3000c', ['text', 'a'], ['text', 'b'], ['text', 'c']],
    ['owner::x --owner:y owner:-z', ['owner', ':x'], ['not text', '-owner:y'], ['owner', '-z']],
    [':', ['text', ':']],
    ['"\\', ['text', '\\']],
  ])('%s', (text, ...expected) => {
    expect(terms(text)).toEqual(expected.filter((term) => term.length > 0));
    expect(readQuery(text).messages).toEqual([]);
  });

  it('knows where its terms stand', () => {
    const text = 'a -owner:"b c",d  due:any';
    expect(readQuery(text).terms.map(({ start, end }) => text.slice(start, end))).toEqual([
      'a',
      '-owner:"b c",d',
      'due:any',
    ]);
  });

  it.each([
    [
      'x due:tomorow',
      'error',
      'tomorow',
      '“tomorow” is no date. Allowed: overdue, today, week, none, any, a day as 2026-12-01, <2026-12-01, 2026-12-01..2026-12-24.',
    ],
    ['due:2026-02-30', 'error', '2026-02-30', '“2026-02-30” is no date.'],
    ['due:<2026-13-01', 'error', '<2026-13-01', '“2026-13-01” is no date.'],
    ['due:2026-12', 'error', '2026-12', '“2026-12” is no date.'],
    ['due:..', 'error', '..', '“..” is no date.'],
    ['due:2026-12-24..2026-12-01', 'error', '2026-12-24..2026-12-01', '2026-12-24..2026-12-01 ends before it begins.'],
    ['due:any,"next week"', 'error', '"next week"', '“next week” is no date.'],
    ['kind:note,item', 'error', 'item', '“item” is no kind. Allowed: note, section, bullet, paragraph, row, quote.'],
    ['is:late', 'error', 'late', '“late” is no value of is. Allowed: empty, frozen, hidden, shown, done.'],
    ['-is:constructor', 'error', 'constructor', '“constructor” is no value of is.'],
    ['a ownr:sre', 'note', 'ownr:', '“ownr:” is no key, so it is searched as text. Did you mean owner:?'],
    ['owner: sre', 'note', 'owner:', '“owner:” asks for nothing: write its value right behind the colon.'],
    ['x -due:,, y', 'note', '-due:,,', '“due:” asks for nothing'],
    ['https://example.org', 'note', 'https:', '“https:” is no key, so it is searched as text.'],
  ])('%s is told of where it stands', (text, severity, at, message) => {
    const [first, ...others] = readQuery(text).messages;
    expect(others).toEqual([]);
    expect([first?.severity, text.slice(first?.start, first?.end)]).toEqual([severity, at]);
    expect(first?.text).toContain(message);
  });

  it('searches a key that nobody knows as text, whole', () => {
    expect(terms('http://x.org/a,b color:"dark red"')).toEqual([
      ['text', 'http://x.org/a,b'],
      ['text', 'color:dark red'],
    ]);
  });
});

describe('a printed query', () => {
  const value = fc
    .string({
      unit: fc.constantFrom(
        'a',
        'B',
        'é',
        ' ',
        ',',
        '"',
        '\\',
        '-',
        ':',
        'owner:',
        '#',
        '/',
        '.',
        '<',
        '📅',
        '“',
        '”',
        '«',
        '\t',
      ),
      minLength: 1,
      maxLength: 6,
    })
    .filter((text) => text.trim() !== '');
  const known = fc.record({
    key: fc.constantFrom('owner' as const, 'state' as const, 'phase' as const, 'in' as const, 'tag' as const),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
    negated: fc.boolean(),
  });
  const word = fc.record({ key: fc.constant(null), values: fc.tuple(value), negated: fc.boolean() });
  const plain = ({ terms: all }: Pick<ReturnType<typeof readQuery>, 'terms'>): unknown =>
    all.map(({ key, values, negated }) => ({ key, values: [...values], negated }));

  it('asks for the terms that it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(known, word), { maxLength: 5 }), (made) => {
        const printed = printQuery({ terms: made.map((term) => ({ ...term, start: 0, end: 0 })) });
        expect(plain(readQuery(printed))).toEqual(made);
      }),
    );
  });
  it('asks the same as whatever somebody typed', () => {
    const typed = fc
      .array(
        fc.oneof(value, fc.constantFrom('owner:', '-', '"', '„', ',', ' ', 'due:today', 'is:done', 'kind:note,row')),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const query = readQuery(text);
        const again = readQuery(printQuery(query));
        expect(plain(again)).toEqual(plain(query));
        expect(printQuery(again)).toBe(printQuery(query));
      }),
    );
  });
  it('has its terms where they stand, in order, and apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ' ', ',', ':', '-', 'owner:', '\\'), maxLength: 14 }),
        (text) => {
          let end = 0;
          for (const term of readQuery(text).terms) {
            expect(term.start).toBeGreaterThanOrEqual(end);
            expect(term.end).toBeGreaterThan(term.start);
            end = term.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

describe('two queries together', () => {
  it.each([
    ['state:blocked', 'owner:sre', 'state:blocked owner:sre'],
    ['', ' x ', 'x'],
    [' -x ', '', '-x'],
    ['"half open', 'owner:sre', '"half open" owner:sre'],
    ['owner:„a b', '"c', 'owner:"a b" c'],
    ['owner:', 'sre', 'owner: sre'],
    ['owner:a,', 'b', 'owner:a, b'],
  ])('`%s` and `%s` are `%s`', (one, other, both) => {
    expect(joinQueries(one, other)).toBe(both);
  });
  it('ask for the terms of both, whatever somebody typed', () => {
    const typed = fc.string({
      unit: fc.constantFrom('a', '"', '“', ' ', ',', '-', 'owner:', 'due:today', '\\'),
      maxLength: 9,
    });
    const asked = (text: string) => readQuery(text).terms.map(({ key, values, negated }) => ({ key, values, negated }));
    fc.assert(
      fc.property(typed, typed, (one, other) => {
        const [first, second] = [one.trim(), other.trim()];
        expect(asked(joinQueries(one, other))).toEqual([...asked(first), ...asked(second)]);
      }),
    );
  });
});

describe('what is said of a query', () => {
  const said = (text: string): string[] => fewMessages(readQuery(text).messages).map((one) => one.text.slice(0, 22));
  it('is said once, and first what keeps it from being answered', () => {
    expect(said('color:a kind:x color:b')).toEqual(['“x” is no kind. Allowe', '“color:” is no key, so']);
  });
  it('is not more than somebody reads, though a whole text were pasted', () => {
    expect(said(Array.from({ length: 40 }, (_, at) => `${'k'.repeat(at + 1)}:x`).join(' '))).toEqual([
      '“k:” is no key, so it ',
      '“kk:” is no key, so it',
      '“kkk:” is no key, so i',
      'And 37 more such slips',
    ]);
  });
});

// One link in all the forms that it can be written in: read, changed in its own form, read back; every byte that is not changed stays.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLink } from '../../../src/core/link/change-link';
import { aliasOf, linkWords, plainDestination, readLink, targetOf } from '../../../src/core/markdown/written-link';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { runs, timesSeen } from '../../property-runs';

const said = (text: string): string | null => {
  const link = readLink(text);
  return link && `${targetOf(link).path} ${targetOf(link).subpath} ${aliasOf(link)}`;
};

describe('a link is read', () => {
  it.each<[string, string | null]>([
    ['[[A]]', 'A  '],
    ['![[ A B #C#D \\| 100x50 ]]', 'A B #C#D  100x50 '],
    ['[[#C|d]]', ' #C d'],
    ['[[a||b]]', 'a  |b'],
    ['[[x [y] z|s]]', 'x [y] z  s'],
    ['[[A\u00A0B]]', 'A B  '],
    ['[[a]b]]', 'a]b  '],
    ['[[a [[b]]', null],
    ['[[a]]]', null],
    ['[[a\nb]]', null],
    ['[x](a.md "t")', 'a.md  x'],
    ["[x](a.md 't')", 'a.md  x'],
    ['[x](a.md (t))', 'a.md  x'],
    ['[x]( <a b.md#C> "t\nu" )', 'a b.md #C x'],
    ['![x|100](a%20(b).md#C%20D)', 'a (b).md #C D x|100'],
    ['[a [b] `]` \\] c](d.md)', 'd.md  a [b] `]` \\] c'],
    ['[![i](p.png)](d.md)', 'd.md  ![i](p.png)'],
    ['[x](a\\(b.md)', 'a(b.md  x'],
    ['[x](./a:b.md)', './a:b.md  x'],
    ['[x](#C)', ' #C x'],
    ['[x](https://a.b)', null],
    ['[x](a b.md)', null],
    ['[x](a(b.md)', null],
    ['[x](%zz)', null],
    ['[x](a.md "t)', null],
    ['[x](R&amp;D.md)', 'R&D.md  x'],
    ['[x](R&amp;amp;D.md)', 'R&amp;D.md  x'],
    ['[x](R&eacute;.md)', null],
    ['[x](R&#38;D.md)', null],
    ['[x]()', null],
    ['[ref]: ../Maps/Sites.md "t"', '../Maps/Sites.md  '],
    ['[ref]:\n  <a b.md#C>', 'a b.md #C '],
    ['[^1]: a.md', null],
    ['[ref]: a.md b', null],
    ['[ref]: a.md \t', 'a.md  '],
    ['[ref]: a(b', null],
    ['[[abc', null],
    ['[[]]', null],
    ['[x](a.md#%zz)', null],
    ['[[\u00A0A #C]]', 'A #C '],
    ['[a ``]` b``](c.md)', 'c.md  a ``]` b``'],
    ['[a `b](c.md)', 'c.md  a `b'],
    ['[a `]`` b](c.md)', null],
    ['[((a.md)', null],
    ['(a.md)', null],
    ['a](b.md)', null],
    ['[x]ba.md)', null],
    ['[x](  a.md)', 'a.md  x'],
    ['[x](%20a.md)', 'a.md  x'],
    ['[x](a.md) b', null],
    ['[x](a<b.md)', null],
    ['[x](a(b "t")', null],
    ['[x](<>)', null],
    ['[x](https://a/./b)', null],
    ['[x](a.md "t\\"u")', 'a.md  x'],
    ["[x](a.md 't\\'u')", 'a.md  x'],
    ['[x](a.md (t\\)u))', 'a.md  x'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));

  it.each<[string, string, string]>([
    ['[[ A\\| s ]]', 'A', 's'],
    ['![[A#B#C]]', 'A#B#C', 'A > B > C'],
    ['[[a\\b\\|c]]', 'a\\b', 'c'],
    ['[[# x]]', '# x', 'x'],
    ['[s](a%20b.md#C)', 'a b.md#C', 's'],
  ])('as the app’s cache tells it: %s', (text, link, displayText) => {
    const written = readLink(text);
    expect(written && linkWords(written)).toEqual({ link, displayText });
  });
  it.each([
    ['[[  #C]]', '[[  B#C]]'],
    ['[[ A  #C ]]', '[[ B  #C ]]'],
    ['![[ A  ]]', '![[ B  ]]'],
    ['[x]( a\\\\#C )', '[x]( B#C )'],
  ])('with its blanks outside of its parts: %s', (text, expected) => {
    const link = readLink(text);
    expect(link && changeLink(link, { path: 'B' })).toBe(expected);
  });
  it('as an embed with a mark of exclamation, which a definition never has', () => {
    expect(['[[A]]', '![[A]]', '[x](a.md)', '![x](a.md)', '[r]: a.md'].map((one) => readLink(one)?.isEmbed)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });
  it('by its destination, which may stand between `<` and `>`', () => {
    expect(['<a \\> b>', 'a<b>', '<a>b', 'a\\(b'].map(plainDestination)).toEqual(['a > b', 'a<b>', '<a>b', 'a(b']);
  });
  it('as the host reads it, wherever both take it for a link', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '"',
      '|',
      '#',
      '!',
      ' ',
      'a',
      'b.md',
      '%20',
      '\\',
      '`',
      '/',
      '^',
      'é',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('[[', '![[', '[x](', '![x](', '[x](<'),
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom(']]', ')', '>)', ' "t")'),
        (open, parts, close) => {
          const text = open + parts.join('') + close;
          const { links = [], embeds = [] } = parseMetadata(text);
          const whole = [...links, ...embeds].find(({ original }) => original === text);
          const link = readLink(text);
          if (!whole || !link) return;
          const { path, subpath } = targetOf(link);
          expect((path + subpath).replace(/\s+/g, '')).toBe(whole.link.normalize('NFC').replace(/\s+/g, ''));
        },
      ),
      { numRuns: runs(500) },
    );
  });
  it('in linear time, however hostile it is', () => {
    const hostile = ['[', ']', '](', '[[', '`', '\\', '(', '<', '%20', '[`', '"', ' "', '|', '#', '!['].flatMap(
      (part) => [
        part.repeat(40_000),
        `[x](${part.repeat(40_000)}`,
        `[[${part.repeat(40_000)}]]`,
        `[${part.repeat(40_000)}](a.md)`,
        `[r]: ${part.repeat(40_000)}`,
      ],
    );
    const started = performance.now();
    for (const text of hostile) readLink(text);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

const name = fc
  .oneof(
    fc.constantFrom(
      'A',
      'Day 0',
      '%41',
      '100%',
      '50%20',
      'x [y] z',
      '[x] y',
      'x [y]',
      'a (b',
      'a) b',
      'C# x',
      'R&amp;D',
      '&#65;',
      'p|q',
      'a ^ b',
      '👩‍🚀',
      'Cafe\u0301',
      '解決',
      "it's",
      'say "so"',
      '`c`',
      '*b*',
      '<i>',
      'a\\b',
      'v1.2',
      'x.md',
    ),
    fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '#',
        '|',
        '[',
        ']',
        '^',
        '%',
        '4',
        '1',
        '`',
        '(',
        ')',
        '<',
        '>',
        '&',
        ';',
        '\\',
        '"',
        "'",
        '.',
        'é',
        '🚀',
      ),
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map((one) => one.trim())
  .filter((one) => one !== '');
const forms = fc.constantFrom(
  '[[{}]]',
  '![[{}]]',
  '[[ {} |shown]]',
  '![[{}\\|100x50]]',
  '[x]({})',
  '![x|100]({} "t")',
  "[a [b]]( {} 't' )",
  '[x](<{}>)',
  '![](<{}> (t))',
  '[ref]: {}',
  '[ref]: <{}> "t"',
);
const written = fc
  .tuple(forms, fc.constantFrom('A', 'Old', 'Ops/Old.md'), fc.constantFrom('', '#H', '#H#I', '#^id'))
  .map(([form, path, subpath]) => form.replace('{}', path + subpath));

describe('a link is changed', () => {
  it('so that it is read back as that, with every other byte as it was, or not at all', () => {
    let changed = 0;
    fc.assert(
      fc.property(
        written,
        fc.option(name, { nil: undefined }),
        fc.option(name, { nil: undefined }),
        (text, path, heading) => {
          const link = readLink(text);
          if (!link) throw new Error(text);
          expect(link.text).toBe(text);
          const subpath = heading === undefined ? undefined : `#${heading}`;
          const after = changeLink(link, {
            ...(path === undefined ? {} : { path }),
            ...(subpath === undefined ? {} : { subpath }),
          });
          if (after === null) return;
          changed++;
          const again = readLink(after);
          if (!again) throw new Error(after);
          expect(targetOf(again)).toEqual({
            path: (path ?? targetOf(link).path).normalize('NFC'),
            subpath: (subpath ?? targetOf(link).subpath).normalize('NFC'),
          });
          expect(after.slice(0, again.path.start)).toBe(text.slice(0, link.path.start));
          expect(after.slice(again.subpath.end)).toBe(text.slice(link.subpath.end));
          if (path === undefined)
            expect(after.slice(again.path.start, again.path.end)).toBe(text.slice(link.path.start, link.path.end));
          if (subpath === undefined)
            expect(after.slice(again.subpath.start, again.subpath.end)).toBe(
              text.slice(link.subpath.start, link.subpath.end),
            );
          // And by the host's reading of Markdown, a definition apart.
          const { links = [], embeds = [] } = parseMetadata(after);
          if (link.form !== 'definition' && !/[`*<&]|\\\|/.test((path ?? '') + (heading ?? '')))
            expect([...links, ...embeds].map(({ original }) => original)).toContain(after);
        },
      ),
      { numRuns: runs(600) },
    );
    expect(changed).toBeGreaterThan(timesSeen(200));
  });
  it.each([
    ['[x](a.md "t")', '%41/x y.md', '[x](%2541/x%20y.md "t")'],
    ['[[a#H|s]]', 'x [y] z', '[[x [y] z#H|s]]'],
    ['[x](<a.md#H>)', 'R&amp;D.md', '[x](<R&amp;amp;D.md#H>)'],
    ['[x](a.md)', 'p (q.md', '[x](p%20%28q.md)'],
    ['[r]: a.md#H', 'b c.md', '[r]: b%20c.md#H'],
  ])('%s to %s is %s', (text, path, expected) => {
    const link = readLink(text);
    expect(link && changeLink(link, { path })).toBe(expected);
  });
});

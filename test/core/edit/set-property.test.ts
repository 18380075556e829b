// A property is given a value, or taken away, as text: nothing else of the frontmatter changes. Frontmatter in, frontmatter out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { isRefusal } from '../../../src/core/text/refusal';
import { setProperties } from '../../../src/core/edit/frontmatter/set-property';
import { openNoteSource } from '../../../src/core/note/note-source';
import { propertyOf } from '../../../src/core/note/property-of';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { runs, timesSeen } from '../../property-runs';
import { note } from '../todo/todo-table';

const LINK = '[[Ops/Day 1 Operations]]';

function set(text: string, value: string, key = 'phase'): string {
  const edits = setProperties(openNoteSource('Ops/Note.md', text, parseMetadata(text)), [[key, value]]);
  return isRefusal(edits) ? edits.refusal : applyEdits(text, edits);
}

/** Properties' lines before and after. */
const properties = (value: string, ...lines: string[]): string[] =>
  set(note('---', ...lines, '---', 'Text'), value)
    .split('\n')
    .slice(1, -2);

const SEVERAL = 'The property “phase” of Note lists several values. Edit it in the note.';
const ODD = 'The property “phase” of Note is written in a way that cannot be edited surely. Edit it in the note.';
const UNREADABLE = 'The properties of Note are written in a way that cannot be edited surely. Edit them in the note.';

describe('a value', () => {
  it('takes the place of the one before, in its quotes', () => {
    expect(properties(LINK, 'phase: "[[A]]"')).toEqual([`phase: "${LINK}"`]);
    expect(properties(LINK, "phase: '[[A]]'")).toEqual([`phase: '${LINK}'`]);
    expect(properties(LINK, 'phase: Day 0')).toEqual([`phase: "${LINK}"`]);
    expect(properties('Day 2', 'phase: Day 0')).toEqual(['phase: Day 2']);
    expect(properties(LINK, 'phase: 0')).toEqual([`phase: "${LINK}"`]);
    expect(properties("[[It's]]", "phase: '[[A]]'")).toEqual(["phase: '[[It''s]]'"]);
  });
  it('takes the place of a link without quotes, which YAML reads as lists', () => {
    expect(properties(LINK, 'phase: [[A]]')).toEqual([`phase: "${LINK}"`]);
    expect(properties(LINK, 'phase: [[A, b]]')).toEqual([`phase: "${LINK}"`]);
  });
  it('takes the place of the only one of a list', () => {
    expect(properties(LINK, 'phase: ["[[A]]"]')).toEqual([`phase: ["${LINK}"]`]);
    expect(properties(LINK, 'phase:', '  - "[[A]]"', 'x: 1')).toEqual(['phase:', `  - "${LINK}"`, 'x: 1']);
    expect(properties(LINK, 'phase:', '- A', 'x: 1')).toEqual(['phase:', `- "${LINK}"`, 'x: 1']);
    expect(properties(LINK, 'phase:', '-', 'x: 1')).toEqual(['phase:', `- "${LINK}"`, 'x: 1']);
    expect(properties(LINK, 'phase: []')).toEqual([`phase: "${LINK}"`]);
  });
  it('is written where none was', () => {
    expect(properties('Day 2', 'phase:', 'x: 1')).toEqual(['phase: Day 2', 'x: 1']);
    expect(properties('Day 2', 'phase: # which?')).toEqual(['phase: Day 2 # which?']);
  });
  it('leaves comments, order, blanks and other properties alone', () => {
    expect(properties('Day 2', '# top', 'a:   1', '', 'Phase:   Day 0   # why', 'z: [ x,y ]')).toEqual([
      '# top',
      'a:   1',
      '',
      'Phase:   Day 2   # why',
      'z: [ x,y ]',
    ]);
  });
  it('goes to the end when the property is new', () => {
    expect(properties('2026-12-01', 'b: 1', 'a: |', '  text', '  # no comment')).toEqual([
      'b: 1',
      'a: |',
      '  text',
      '  # no comment',
      'phase: 2026-12-01',
    ]);
    expect(properties('Day 2')).toEqual(['phase: Day 2']);
  });
  it('is quoted where YAML would read something else', () => {
    for (const value of [
      'yes',
      'null',
      '7',
      'a: b',
      '#x',
      '- x',
      'a #b',
      ' x',
      '[x]',
      '{x}',
      '"',
      '2026-13',
      'x:',
      '@x',
      '日本: x',
    ]) {
      const text = set('---\nx: 1\n---\n', value);
      expect(parseMetadata(text).frontmatter).toEqual({ x: 1, phase: value });
    }
  });
  it('is written as the note ends its lines', () => {
    expect(set('---\r\nx: 1\r\n---\r\nText', 'Day 2')).toBe('---\r\nx: 1\r\nphase: Day 2\r\n---\r\nText');
    expect(set('Text\r\nmore', 'Day 2')).toBe('---\r\nphase: Day 2\r\n---\r\nText\r\nmore');
  });
  it('makes the frontmatter where there is none', () => {
    expect(set('Text', 'Day 2')).toBe('---\nphase: Day 2\n---\nText');
    expect(set('', 'Day 2')).toBe('---\nphase: Day 2\n---\n');
    expect(set('\uFEFF# A', 'Day 2')).toBe('\uFEFF---\nphase: Day 2\n---\n# A');
    expect(set('---\n\n# A', 'Day 2')).toBe('---\nphase: Day 2\n---\n---\n\n# A');
  });
});

describe('the JSON form', () => {
  it('is kept', () => {
    expect(properties(LINK, '{"dg-publish":true,"phase":"[[A]]","z":1}')).toEqual([
      `{"dg-publish":true,"phase":"${LINK}","z":1}`,
    ]);
    expect(properties(LINK, '{"dg-publish":true}')).toEqual([`{"dg-publish":true,"phase":"${LINK}"}`]);
    expect(properties('2026-12-01', '{"a": 1, "b": 2}')).toEqual(['{"a": 1, "b": 2, "phase": "2026-12-01"}']);
    expect(properties('Day 2', '{}')).toEqual(['{"phase":"Day 2"}']);
    expect(properties('Day 2', '{ a: 1, b: x }')).toEqual(['{ a: 1, b: x, phase: Day 2 }']);
  });
  it('loses a pair with its comma', () => {
    expect(properties('', '{"phase":"x","a":1}')).toEqual(['{"a":1}']);
    expect(properties('', '{"a":1,"phase":"x","b":2}')).toEqual(['{"a":1,"b":2}']);
    expect(properties('', '{"a":1,"phase":"x"}')).toEqual(['{"a":1}']);
    expect(properties('', '{"phase":"x"}')).toEqual(['{}']);
  });
});

describe('nothing', () => {
  it('takes the property away with its line', () => {
    expect(properties('', 'a: 1', 'phase: x', 'b: 2')).toEqual(['a: 1', 'b: 2']);
    expect(properties('', 'phase:', '  - x', '', 'b: 2')).toEqual(['', 'b: 2']);
    expect(properties('', 'phase: x # said Kim', 'b: 2')).toEqual(['phase:  # said Kim', 'b: 2']);
  });
  it('changes nothing where there is no such property', () => {
    expect(set('Text', '')).toBe('Text');
    expect(properties('', 'a: 1')).toEqual(['a: 1']);
  });
});

describe('what cannot be edited surely is refused', () => {
  const refused: Record<string, readonly [string, ...string[]]> = {
    'several values': [SEVERAL, 'phase: [a, b]'],
    'several values in lines': [SEVERAL, 'phase:', '  - a', '  - b'],
    'text of several lines': [ODD, 'phase: >-', '  a', '  b'],
    'a plain text of several lines': [ODD, 'phase: a', '  b'],
    'quotes over several lines': [ODD, 'phase: "a', '  b"'],
    'an anchor': [ODD, 'phase: &x a', 'b: *x'],
    'a tag of YAML': [ODD, 'phase: !!str 1'],
    'a map': [ODD, 'phase:', '  name: a'],
    'a map in brackets': [ODD, 'phase: {name: a}'],
    'a list in a list': [ODD, 'phase:', '  - - a'],
    'broken YAML': [UNREADABLE, 'phase: "a', 'b: c'],
    'a property twice': [UNREADABLE, 'phase: a', 'phase: b'],
    'merged maps': [UNREADABLE, 'a: &a {phase: x}', '<<: *a'],
    'a list instead of properties': [UNREADABLE, '- a'],
    'a comment in brackets': [UNREADABLE, '{a: 1, # b', 'c: 2}'],
  };
  for (const [name, [reason, ...lines]] of Object.entries(refused))
    it(name, () => expect(set(note('---', ...lines, '---', 'Text'), 'x')).toBe(reason));
});

describe('whatever the frontmatter', () => {
  const value = fc.constantFrom(
    'x',
    '"x"',
    "'x'",
    '[[A]]',
    '[a]',
    '[a, b]',
    '',
    '1',
    'true',
    '2026-12-01',
    '"a: b"',
    '|',
    '# c',
    'x # c',
    '"é\\n"',
    '{a: 1}',
    '- x',
    '&a x',
    '[',
    "''",
    'a,b',
    'https://x.org/#a',
  );
  const line = fc.oneof(
    fc
      .tuple(fc.constantFrom('phase', 'Phase', 'a', 'b', '"c d"', 'tags'), fc.constantFrom(': ', ':', ':  '), value)
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '  - x',
      '- y',
      '  text',
      '',
      '# comment',
      '  # more',
      '{"a":1}',
      '{"phase":"x","b":[1,2]}',
      '{ a: x }',
    ),
  );
  const note = fc
    .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, eol]) => ['---', ...lines, '---', 'Text'].join(eol));
  it('the app reads the new value afterwards, and all others as before', () => {
    let written = 0;
    fc.assert(
      fc.property(note, fc.constantFrom('', LINK, 'Day 2', '2026-12-01', 'it\'s: "odd" #x', '\\'), (text, wanted) => {
        const source = openNoteSource('N.md', text, parseMetadata(text));
        const edits = setProperties(source, [['phase', wanted]]);
        if (isRefusal(edits)) return;
        written++;
        const { phase, Phase, ...others } = parseMetadata(text).frontmatter ?? {};
        const after = parseMetadata(applyEdits(text, edits)).frontmatter;
        const { phase: _now, Phase: _Now, ...othersAfter } = after ?? {};
        expect(othersAfter).toEqual(others);
        const read = [propertyOf(after, 'phase')].flat()[0];
        if (wanted === '' && phase !== undefined && Phase !== undefined) return;
        expect(read ?? '').toBe(wanted);
      }),
      { numRuns: runs(4000) },
    );
    expect(written).toBeGreaterThan(timesSeen(500));
  });
});

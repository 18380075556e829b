// Footnotes and reference definitions of a note: how far each goes, which counts, and what refers to it.
import { describe, expect, it } from 'vitest';
import { definitionsOf, definitionsStart, usesOf } from '../../../src/core/link/definitions';
import { openNoteSource, type NoteSource } from '../../../src/core/note/note-source';
import { parseMetadata } from '../../host/markdown/parse-metadata';

const noteOf = (text: string): NoteSource => openNoteSource('N.md', text, parseMetadata(text));

/** Each definition as it stands in the text, behind the key that it is compared by where that is another than its label. */
function defined(text: string): string[] {
  return definitionsOf(noteOf(text)).map(
    ({ start, end, key, label }) => `${key === label ? '' : `${key}: `}${text.slice(start, end)}`,
  );
}

describe('a definition', () => {
  it.each<[string, string, string[]]>([
    [
      'is a footnote or a reference, in the order of the text',
      '[a]: b.md\n\n[^1]: one\n\n[c]: d.md\n',
      ['[a]: b.md', '[^1]: one', '[c]: d.md'],
    ],
    ['is a footnote before a reference', '[^1]: one\n\n[a]: b.md', ['[^1]: one', '[a]: b.md']],
    ['may be indented by less than code', '   [^1]: one\n', ['   [^1]: one']],
    ['is none in code', '    [^1]: one\n\n```\n[a]: b.md\n```\n', []],
    ['may stand in a quote or a list', '> [^1]: one\n\n- [a]: b.md\n', ['> [^1]: one', '- [a]: b.md']],
    ['ends with its quote’s line', '> [^1]: one\n> two\n\n    code\n', ['> [^1]: one\n> two']],
    ['is compared in lower case, with one blank for many', '[A  b]: c.md\n', ['a b: [A  b]: c.md']],
    [
      'counts before another of its label',
      '[^1]: one\n\n[^1]: two\n\n[A]: b.md\n[a]: c.md\n',
      ['[^1]: one', 'a: [A]: b.md'],
    ],
    ['of a reference ends with its line', '[a]: b.md\n    more\n', ['[a]: b.md']],
    [
      'of a footnote goes on in indented lines, behind blank ones too',
      '[^1]: one\n    two\n\n\tthree\n\nend\n',
      ['[^1]: one\n    two\n\n\tthree'],
    ],
    ['of a footnote goes on behind lines that only look blank', '[^1]: one\n \n    two\n', ['[^1]: one\n \n    two']],
    ['of a footnote ends before what is less indented', '[^1]: one\n\n  two\n\n    code\n', ['[^1]: one']],
    ['of a footnote ends before its blank lines', '[^1]: one\n\n      \n', ['[^1]: one']],
    ['of a footnote ends with a note that has no last line end', 'a\n\n[^1]: one\n\n    two', ['[^1]: one\n\n    two']],
    ['of a footnote with CRLF has these', '[^1]: one\r\n\r\n    two\r\n\r\nend', ['[^1]: one\r\n\r\n    two']],
  ])('%s', (_what, text, definitions) => {
    expect(defined(text)).toEqual(definitions);
  });
});

describe('the definitions at the end of a note', () => {
  it.each<[string, string, string]>([
    [
      'begin with the first that only others and blanks follow',
      'a\n\n[^1]: one\n\nb\n\n[^2]: two\n\n[c]: d.md\n',
      '[^2]: two\n\n[c]: d.md\n',
    ],
    ['are none before text', '[^1]: one\n\ntext\n', ''],
    ['are all of a note that has nothing else', '[a]: b.md\n', '[a]: b.md\n'],
  ])('%s', (_what, text, end) => {
    expect(text.slice(definitionsStart(noteOf(text)))).toBe(end);
  });
});

/** The text with each use of one of the labels written with `X` for the label. */
function relabelled(text: string, labels: readonly string[]): string {
  return usesOf(noteOf(text), new Set(labels)).reduceRight(
    (now, { start, end, around: [open, close] }) => `${now.slice(0, start)}${open}X${close}${now.slice(end)}`,
    text,
  );
}

const REFERENCES = '\n\n[r]: a.md\n[other]: b.md\n\n[^1]: one\n\n[^2]: two\n';

describe('a use of a label', () => {
  it.each<[string, string, string[], string]>([
    ['is a footnote’s', 'a[^1] b[^2]', ['^1'], 'a[X] b[^2]'],
    ['is a reference’s behind its text', '[t][r] [t][other]', ['r'], '[t][X] [t][other]'],
    ['is compared in lower case', '[t][R] [ r ][]', ['r'], '[t][X] [ r ][X]'],
    ['without text goes on showing its label', '[r][] [r]', ['r'], '[r][X] [r][X]'],
    ['is an image’s', '![t][r] ![r]', ['r'], '![t][X] ![r][X]'],
    ['is none where the text is linked in place', '[r](a.md) [[r]]', ['r'], '[r](a.md) [[r]]'],
    ['is none of an address', '[t](r)', ['r'], '[t](r)'],
    ['is none in code', '`[r]` [r]', ['r'], '`[r]` [r][X]'],
    ['is each of its kind, in the order of the text', '[r] a[^1] [t][r] b[^1]', ['r', '^1'], '[r][X] a[X] [t][X] b[X]'],
    ['is none of another label', '[r] a[^1]', ['x', '^2'], '[r] a[^1]'],
  ])('%s', (_what, text, labels, after) => {
    expect(relabelled(text + REFERENCES, labels)).toBe(after + REFERENCES);
  });
  it('tells its label, and where it stands', () => {
    expect(usesOf(noteOf(`a[^1] [t][R]${REFERENCES}`), new Set(['^1', 'r'])).map(({ key, at }) => [key, at])).toEqual([
      ['^1', 1],
      ['r', 6],
    ]);
  });
});

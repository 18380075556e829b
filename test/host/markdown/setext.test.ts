// Setext headings of more than one line: a title with a tag line directly above the underline.
import { describe, expect, it } from 'vitest';
import { parseMetadata } from './parse-metadata';

const headings = (text: string): unknown =>
  (parseMetadata(text).headings ?? []).map(({ heading, level, position }) => [
    heading,
    level,
    position.start.line,
    position.end.line,
  ]);

describe('a setext heading', () => {
  it('may have several lines above its underline', () => {
    expect(headings('Title\n#todo\n---\nx\n')).toEqual([['Title\n#todo', 2, 0, 2]]);
    expect(headings('a\nb\nc\n===\n')).toEqual([['a\nb\nc', 1, 0, 3]]);
    expect(headings('Title\n#todo\n===\nx\n')).toEqual([['Title\n#todo', 1, 0, 2]]);
    expect(
      parseMetadata('Title\n#todo\n===\nx #y\n').sections?.map(({ type, position }) => [
        type,
        position.start.line,
        position.end.line,
      ]),
    ).toEqual([
      ['heading', 0, 2],
      ['paragraph', 3, 3],
    ]);
    expect(headings('a\r\nb\r\n--\r\n')).toEqual([['a\r\nb', 2, 0, 2]]);
  });
  it('ends at its underline, and a rule after a blank line is a rule', () => {
    expect(headings('a\nb\n\n---\n')).toEqual([]);
    expect(headings('a\nb\n* * *\n')).toEqual([]);
    expect(headings('a\nb\n- - -\n')).toEqual([]);
  });
  it('keeps its tags', () => {
    expect(parseMetadata('Title\n#todo\n---\n').tags?.map(({ tag }) => tag)).toEqual(['#todo']);
  });
});

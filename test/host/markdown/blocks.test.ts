// Headings, sections, list items and block ids of a note, with their positions.
import { describe, expect, it } from 'vitest';
import { at, headingsOf, itemsOf, sectionsOf } from './describe-cache';
import { parseMetadata } from './parse-metadata';

const items = (text: string): string[] => itemsOf(parseMetadata(text));
const sections = (text: string): string[] => sectionsOf(parseMetadata(text));

describe('a heading', () => {
  it('is its source without the closing hashes', () => {
    expect(headingsOf(parseMetadata('##  A **b** [[c]] #d ## \n# C#\n#\n'))).toEqual([
      '2 "A **b** [[c]] #d" 0:0-0:24',
      '1 "C#" 1:0-1:4',
      '1 "" 2:0-2:1',
    ]);
  });
  it('may be underlined, or indented by three', () => {
    expect(headingsOf(parseMetadata('A\n===\n\n   # b\n\n    # c\n'))).toEqual(['1 "A" 0:0-1:3', '1 "b" 3:0-3:6']);
  });
  it('needs a space after at most six hashes', () => {
    expect(parseMetadata('#x\n\n####### y\n').headings).toBeUndefined();
  });
  it('is cached only from the root of the note', () => {
    const text = '```\n# a\n```\n\n> # b\n\n- # c\n\n<div>\n# d\n</div>\n\n%%\n# e\n%%\n\n# f\n';
    expect(headingsOf(parseMetadata(text))).toEqual(['1 "f" 16:0-16:3']);
  });
});

describe('a list item', () => {
  it('of a root list has minus the first line of the list for a parent, and -1 on line 0', () => {
    expect(items('- a\n- b\n')).toEqual(['0:0-0:3 <-1', '1:0-1:3 <-1']);
    expect(items('\n\n- a\n- b\n')).toEqual(['2:0-2:3 <-2', '3:0-3:3 <-2']);
  });
  it('ends before the list inside it', () => {
    expect(items('- a\n  x\n    - b\n\t- c\n')).toEqual(['0:0-1:3 <-1', '2:2-2:7 <0', '3:1-3:4 <0']);
  });
  it('begins where its parent lets it begin', () => {
    expect(items('1. a\n   - b\n      - c\n')).toEqual(['0:0-0:4 <-1', '1:3-1:6 <0', '2:5-2:9 <1']);
  });
  it('takes in the lines that follow without a blank one, whatever their indent', () => {
    expect(items('- a\n- b\n#todo\n')).toEqual(['0:0-0:3 <-1', '1:0-2:5 <-1']);
    expect(sections('- a\n- b\n#todo\n')).toEqual(['list 0:0-2:5']);
  });
  it('does not take in an unindented line after a blank one', () => {
    expect(sections('- a\n\n#todo\n')).toEqual(['list 0:0-0:3', 'paragraph 2:0-2:5']);
    expect(sections('- a\n\n  #todo\n')).toEqual(['list 0:0-2:7']);
  });
  it('ends at the start of the next line when a blank one parts it from the next item', () => {
    expect(items('1. a\n\n2. b\n')).toEqual(['0:0-1:0 <-1', '2:0-2:4 <-1']);
  });
  it('is a task with any character between brackets', () => {
    expect(items('- [ ] a\n- [x] b\n- [/] c\n- [x]d\n')).toEqual([
      '0:0-0:7 [ ] <-1',
      '1:0-1:7 [x] <-1',
      '2:0-2:7 [/] <-1',
      '3:0-3:6 <-1',
    ]);
  });
  it('may be a task that begins with a list of its own', () => {
    expect(items('- [-] 1. a\n')).toEqual(['0:0-0:10 [-] <-1', '0:6-0:10 <0']);
  });
  it('is cached from quotes too', () => expect(items('> - a\n>     - b\n')).toEqual(['0:2-0:5 <-1', '1:4-1:9 <0']));
  it('is not cached from a comment block', () => expect(items('%%\n- a\n%%\n')).toEqual([]));
});

describe('sections', () => {
  it('begin anew with each kind of marker', () => {
    expect(sections('- a\n* b\n1) c\n')).toEqual(['list 0:0-0:3', 'list 1:0-1:3', 'list 2:0-2:4']);
  });
  it('name callouts, comments, formulas, tables and HTML', () => {
    const text = '> [!x]\n> y\n\n> z\n\n%%\nc\n%%\n\n$$\nf\n$$\n\n|a|\n|-|\n|b|\n\n<div>\n\n***\n';
    expect(sections(text)).toEqual([
      'callout 0:0-1:3',
      'blockquote 3:0-3:3',
      'comment 5:0-7:2',
      'math 9:0-11:2',
      'table 13:0-15:3',
      'html 17:0-17:5',
      'thematicBreak 19:0-19:3',
    ]);
  });
  it('interrupt a paragraph where a comment block opens', () => {
    expect(sections('a\n%%\nb\n%%\nc\n')).toEqual(['paragraph 0:0-0:1', 'comment 1:0-3:2', 'paragraph 4:0-4:1']);
  });
  it('are paragraphs where a comment is not closed', () => expect(sections('%%\nb\n')).toEqual(['paragraph 0:0-1:1']));
  it('list the footnotes that are referred to as two parts after the note', () => {
    expect(sections('a[^1]\n\n[^1]: b\n')).toEqual([
      'paragraph 0:0-0:5',
      'footnoteDefinition 2:0-2:7',
      'text 3:0-3:0',
      'element 3:0-3:0',
    ]);
  });
});

describe('a block id', () => {
  const blocks = (text: string): string[] =>
    Object.entries(parseMetadata(text).blocks ?? {}).map(([key, { id, position }]) => `${key} ${id} ${at(position)}`);

  it('names the paragraph or list item that it ends', () => {
    expect(blocks('a ^P-1\n\n- b ^i1\n- c\n')).toEqual(['p-1 P-1 0:0-0:6', 'i1 i1 2:0-2:7']);
    expect(items('- b ^i1\n- c\n')).toEqual(['0:0-0:7 ^i1 <-1', '1:0-1:3 <-1']);
  });
  it('on its own names the section before it, and is no section', () => {
    expect(sections('- a\n\n^list\n\nb\n')).toEqual(['list ^list 0:0-0:3', 'paragraph 4:0-4:1']);
    expect(blocks('|a|\n|-|\n|b|\n\n^t\n')).toEqual(['t t 0:0-2:3']);
  });
  it('right below a quote names the quote, even when a list ends it', () => {
    expect(blocks('> [!x]\n> - a\n^q\n')).toEqual(['q q 0:0-2:2']);
  });
  it('may be the name of something every object has', () => expect(blocks('a ^constructor\n')).toHaveLength(1));
  it('needs white space before it', () => expect(blocks('a^b\n')).toEqual([]));
});

describe('footnotes', () => {
  it('are cached with their definitions, references and inline texts', () => {
    const { footnotes, footnoteRefs } = parseMetadata('a[^1] b[^n] c[^1] ^[in [x]] end\n\n[^1]: x\n[^n]: y\n');
    const short = (list: typeof footnotes): string[] => (list ?? []).map(({ id, position }) => `${id} ${at(position)}`);
    expect(short(footnotes)).toEqual(['[inline2 0:20-0:26', '1 2:0-2:7', 'n 3:0-3:7']);
    expect(short(footnoteRefs)).toEqual(['1 0:1-0:5', 'n 0:7-0:11', '1 0:13-0:17']);
  });
});

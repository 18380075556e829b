// Which `#words` of a note are tags, and where they stand.
import { describe, expect, it } from 'vitest';
import { tagsOf } from './describe-cache';
import { parseMetadata } from './parse-metadata';

const tags = (text: string): string[] => (parseMetadata(text).tags ?? []).map(({ tag }) => tag);

describe('a tag', () => {
  it('may hold letters of any script, digits, hyphens, underscores, slashes and emoji', () => {
    expect(tags('#a-b_c #day0/x #日本 #💥 #y1984')).toEqual(['#a-b_c', '#day0/x', '#日本', '#💥', '#y1984']);
  });
  it('is not made of digits alone', () => expect(tags('#1984 #1984-x')).toEqual(['#1984-x']));
  it('keeps a slash at its end', () => expect(tags('#a/b/ x')).toEqual(['#a/b/']));
  it('ends at punctuation', () => expect(tags('#todo, #todo. #c++')).toEqual(['#todo', '#todo', '#c']));
  it('needs white space or the start of a run before it', () => expect(tags('(#a) "#b" .#c x#d －#e')).toEqual([]));
  it('may follow a space that is not ASCII', () => {
    expect(tags('x\u00A0#a x\u3000#b x\t#c')).toEqual(['#a', '#b', '#c']);
  });
  it('may follow a tag directly', () => expect(tags('#tl#tm')).toEqual(['#tl', '#tm']));
  it('may follow the mark of emphasis, a highlight or an HTML tag', () => {
    expect(tags('**#a** _#b_ ~~#c~~ ==#d== x<br>#e snake_case_#f')).toEqual(['#a', '#b', '#c', '#d', '#e', '#f']);
  });
  it('is none when its hash is escaped', () => expect(tags('\\#x')).toEqual([]));
  it('stands where it was written, in UTF-16 units', () => {
    expect(tagsOf(parseMetadata('💥 #a\n> - x #b\n'))).toEqual(['#a 0:3-0:5', '#b 1:6-1:8']);
  });
});

describe('tags are read', () => {
  it('in headings, lists, quotes, callouts and tables', () => {
    expect(tags('# h #a\n- x #b\n\n> #c\n\n> [!todo] t #d\n> #e\n\n|x|\n|-|\n|#f|\n')).toEqual([
      '#a',
      '#b',
      '#c',
      '#d',
      '#e',
      '#f',
    ]);
  });
  it('in comments between percent signs, of a line or of a block', () => {
    expect(tags('a %% #b %%\n\n%%\n- #c\n%%\n')).toEqual(['#b', '#c']);
  });
  it('in the text of a Markdown link but not in its destination', () => {
    expect(tags('[x #a](b.md#c) [y](https://z.w/#d) https://z.w/#e')).toEqual(['#a']);
  });
  it('after a blank line inside a div', () => expect(tags('<div>\n#a\n\n#b\n\n</div>\n')).toEqual(['#b']));
});

describe('tags are not read', () => {
  it('in code of any kind', () => expect(tags('`#a`\n\n```\n#b\n```\n\n    #c\n')).toEqual([]));
  it('in mathematics', () => expect(tags('$x #a$\n\n$$\n#b\n$$\n')).toEqual([]));
  it('in HTML comments', () => expect(tags('<!-- #a -->\n\nx <!-- #b --> y\n')).toEqual([]));
  it('in wikilinks', () => expect(tags('[[a #b|c #d]] [[#e]]')).toEqual([]));
  it('between a dollar sum and another', () => expect(tags('$5 and #a then $6')).toEqual(['#a']));
});

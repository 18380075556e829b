// Whether edits of a text make something be read as another block than it is: the line where, or null.
import { describe, expect, it } from 'vitest';
import { changedBlockLine } from '../../../src/core/markdown/changed-block';

/** The text without what stands between `«` and `»`, and with what stands between `‹` and `›` put in. */
function changed(marked: string): number | null {
  const edits: { start: number; end: number; insert: string }[] = [];
  let text = '';
  let from = 0;
  for (const { 0: mark, 1: cut, 2: put, index } of marked.matchAll(/«([^»]*)»|‹([^›]*)›/g)) {
    text += marked.slice(from, index);
    edits.push({ start: text.length, end: text.length + (cut ?? '').length, insert: put ?? '' });
    text += cut ?? '';
    from = index + mark.length;
  }
  return changedBlockLine(text + marked.slice(from), edits);
}

describe('taking something away', () => {
  it('changes nothing where the rest stays what it is', () => {
    for (const text of [
      'a «#todo»',
      '# A\n«#todo\n»text\n',
      '- a\n«- #todo\n»- b\n',
      '- a\n\n«#todo\n»\n- b\n',
      'a\n\n«#todo\n»\nb\n',
      '> a «#todo»\n',
      '| a |\n|-|\n| b «#todo» |\n',
      '# A\n«#todo »%% b %%\n\nc\n',
    ])
      expect(changed(text), text).toBeNull();
  });
  it('makes a heading, list, code, quote or task of what is left', () => {
    for (const rest of ['# A', '- a', '1. a', '> a', '```', '    a', '<div>', '$$', '%%\nb\n%%'])
      expect(changed(`x\n\n«#todo »${rest}\n`), rest).toBe(2);
    expect(changed('# A\n«#todo »%% b %%\nc\n')).toBe(1);
    expect(changed('- «#todo »[ ] a\n')).toBe(0);
  });
  it('changes what the line kept apart', () => {
    expect(changed('# A\n«#todo\n»    not code\n')).toBe(2);
    expect(changed('- a\n\n«#todo\n»\n    code\n')).not.toBeNull();
    expect(changed('a\n«\n»---\n')).not.toBeNull();
  });
});

describe('putting something between', () => {
  it('changes nothing where it is a block of its own, or words above words', () => {
    for (const text of ['# A‹\n#todo›\ntext\n', '# A‹\n#todo›\n- a\n', '# A‹\n#todo›\n\n    code\n', '# A‹\n#todo›'])
      expect(changed(text), text).toBeNull();
  });
  it('draws in what cannot begin below words', () => {
    for (const below of ['2. a', '    code', '|a|\n|-|', 'Title\n===', '<b>\n'])
      expect(changed(`# A‹\n#todo›\n${below}\n`), below).not.toBeNull();
  });
});

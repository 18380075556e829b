// What became of a note's headings between two looks: retyped in their places, gone, or something that nobody can tell.
import { describe, expect, it } from 'vitest';
import { compareHeadings } from '../../../src/core/note/compare-headings';
import { parseMetadata } from '../../host/markdown/parse-metadata';

const compare = (before: string, after: string): string => {
  const change = compareHeadings(parseMetadata(before).headings ?? [], parseMetadata(after).headings ?? []);
  return change.kind === 'other' ? 'other' : `${change.kind} ${change.indexes.join(',')}`;
};

describe('headings', () => {
  it('that stand in their places with another text are retyped', () => {
    expect(compare('# A\n## B\n# C', '# A\ntext\n## Bee\n# C')).toBe('retyped 1');
    expect(compare('# A\n## B\n## C\n# D', '# A\n## X\n## Y\n# D')).toBe('retyped 1,2');
    expect(compare('# A\n## B\n## C\n# D', '# X\n## B\n## C\n# Y')).toBe('retyped 0,3');
  });
  it('that are not there any more are removed', () => {
    expect(compare('# A\n## B\n# C', '# A\n# C')).toBe('removed 1');
    expect(compare('# A\n# B', '')).toBe('removed 0,1');
  });
  it('that come, move or change their level tell nothing', () => {
    expect(compare('# A', '# A\n# B')).toBe('other');
    expect(compare('# A\n# B', '# A\n## B')).toBe('other');
    expect(compare('# A\n# B', '# A\n# B\ntext')).toBe('other');
    expect(compare('# A\n# B\n# C', '# A\n# X\n# Y\n# C')).toBe('other');
  });
});

// What a link's subpath leads to, and which of its words is not there.
import { describe, expect, it } from 'vitest';
import { findTarget, headingsMeant, placeOf } from '../../../src/core/link/find-target';
import { OutgoingLink, plainLinks } from '../../../src/core/link/outgoing-link';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { TextVault } from '../text-vault';

const TEXT = 'top\n# A\na\n## X\nx ^id\n# B\n## X y\n# 100%\n# B c\n';

/** What is found, with the line that it begins with; or what is missing. */
function found(subpath: string, text = TEXT, path = 'N.md'): string {
  const target = findTarget(path, parseMetadata(text), subpath);
  if (target.kind === 'missing') return `no ${target.what} ${target.name} (${target.segment})`;
  return 'range' in target ? `${target.kind} ${text.slice(target.range.start).split('\n')[0] ?? ''}` : target.kind;
}

describe('a subpath leads', () => {
  it.each([
    ['', 'note top'],
    ['#A', 'heading # A'],
    ['#A#X', 'heading ## X'],
    ['#^id', 'block x ^id'],
    ['#B%20c', 'heading # B c'],
    ['#100%', 'heading # 100%'],
    ['#None', 'no heading None (0)'],
    ['#A#None', 'no heading None (1)'],
    ['#B#X y#None', 'no heading None (2)'],
    ['#^none', 'no block ^none (0)'],
    ['#[^1]', 'other'],
  ])('%s: %s', (subpath, to) => {
    expect(found(subpath)).toBe(to);
  });
  it('in a drawing to where another plugin finds it', () => {
    expect(found('#^frame=1', TEXT, 'N.excalidraw.md')).toBe('other');
    expect(found('#^frame=1', '---\nexcalidraw-plugin: parsed\n---\n')).toBe('other');
    expect(found('#^frame=1', '---\nplugin: parsed\n---\n')).toBe('no block ^frame=1 (0)');
  });
});

describe('a link leads to a place', () => {
  const vault = new TextVault({ 'N.md': TEXT, 'S.md': '[[N#A]] [[None#A]] [[p.png#A]] [[#x]]', 'p.png': '' });
  const places = (metadataOf = (path: string) => vault.metadata(path)): (string | null)[] =>
    plainLinks(parseMetadata(vault.texts.get('S.md') ?? '')).map(
      (link) => placeOf(new OutgoingLink(link, 'S.md', vault.resolve), metadataOf)?.kind ?? null,
    );
  it('of a note that is there', () => {
    expect(places()).toEqual(['heading', null, null, 'missing']);
  });
  it('of none that has not been read yet', () => {
    expect(places(() => null)).toEqual([null, null, null, null]);
  });
});

describe('the headings that a subpath may mean', () => {
  it.each<[string, string, number[]]>([
    ['are all of the name', '# A\n# B\n## A\n', [0, 2]],
    ['are none of another', '# B\n', []],
    ['are those in the section that it names', '# A\n## X\n## X\n# B\n## X\n', [1, 2]],
    ['are those behind it where that has none', '# A\n## Y\n# B\n## X\n', [3]],
    ['are not those above it', '## X\n# A\n## X\n', [2]],
    ['are deeper ones', '# A\n### X\n# X\n', [1]],
  ])('%s', (_what, text, lines) => {
    const subpath = text.includes('X') ? '#A#X' : '#A';
    expect(headingsMeant(parseMetadata(text), subpath).map(({ position }) => position.start.line)).toEqual(lines);
  });
});

// A link that is to lead to another file keeps its form and all that need not change; what would lead elsewhere is not written.
import { describe, expect, it } from 'vitest';
import { pathsTo, retargetLink, type Retarget } from '../../../src/core/link/retarget-link';
import { readLink } from '../../../src/core/markdown/written-link';
import { PlanningTextVault } from '../edit/planning-text-vault';

const FILES = [
  'S.md',
  'A.md',
  'B.md',
  'x/N.md',
  'y/N.md',
  'y/S.md',
  'pic.png',
  'v1.2',
  'v1.2.md',
  'C#.md',
  'a.mdx',
  'p.md.png',
];
const vaultOf = (path: 'shortest' | 'relative' | 'absolute', markdown = false): PlanningTextVault => {
  const vault = new PlanningTextVault(Object.fromEntries(FILES.map((file) => [file, ''])));
  vault.linkFormat = { path, markdown };
  return vault;
};

function retargeted(text: string, target: string, more: Partial<Retarget> = {}): string | null {
  const link = readLink(text);
  if (!link) throw new Error(`${text} is no link`);
  return retargetLink(link, { from: 'S.md', ...more, target }, vaultOf('shortest'));
}

describe('a link that is to lead to', () => {
  it.each<[string, string, string, Partial<Retarget>, string | null]>([
    ['another note names it', '[[A]]', 'B.md', {}, '[[B]]'],
    ['one of two of a name has its path', '[[A#H|a]]', 'x/N.md', {}, '[[x/N#H|a]]'],
    ['a note has the ending where it had one', '[[A.md]]', 'B.md', {}, '[[B.md]]'],
    ['a note has the ending where another file has the name', '[[A]]', 'v1.2.md', {}, '[[v1.2.md]]'],
    ['a note in Markdown has the ending', '[t](A.md "u")', 'x/N.md', {}, '[t](x/N.md "u")'],
    ['a note in Markdown gets one', '[t](A)', 'B.md', {}, '[t](B.md)'],
    ['a note by a definition has the ending', '[r]: A.md', 'B.md', {}, '[r]: B.md'],
    ['another file has all of its name', '![[A]]', 'pic.png', {}, '![[pic.png]]'],
    ['a file whose ending begins as a note’s has all of it', '[[A]]', 'a.mdx', {}, '[[a.mdx]]'],
    ['where it leads already stays as it is', '[[/x/N.md|a]]', 'x/N.md', {}, '[[/x/N.md|a]]'],
    ['another place there changes that only', '[[/x/N.md#H|a]]', 'x/N.md', { subpath: '#K' }, '[[/x/N.md#K|a]]'],
    ['another place in its own note has no path', '[[#H]]', 'S.md', { subpath: '#K' }, '[[#K]]'],
    ['all of its own note has its name', '[[#H]]', 'S.md', { subpath: '' }, '[[S]]'],
    ['all of a note that it names keeps the name', '[[S#H]]', 'S.md', { subpath: '' }, '[[S]]'],
    ['all of a note that it names otherwise keeps that', '[[/x/N.md#H]]', 'x/N.md', { subpath: '' }, '[[/x/N.md]]'],
    ['what it showed shows it', '[[#H]]', 'B.md', { alias: { text: 'H', inTable: false } }, '[[B#H|H]]'],
    ['a note by the first path that leads there', '[[A]]', 'y/N.md', { paths: ['N.md', 'y/N.md'] }, '[[y/N]]'],
    ['a note by paths of its own, although it leads there', '[[/B]]', 'B.md', { paths: ['B.md'] }, '[[B]]'],
    ['a note by none of the paths is none', '[[A]]', 'y/N.md', { paths: ['x/N.md', 'B.md'] }, null],
    ['a note that no link reaches is none', '[[A#H]]', 'C#.md', {}, null],
    ['that note is none from itself either', '[[A#H]]', 'C#.md', { from: 'C#.md' }, null],
  ])('%s', (_what, text, target, more, after) => {
    expect(retargeted(text, target, more)).toBe(after);
  });
});

describe('the paths of a file', () => {
  it.each<[string, string, string, 'shortest' | 'relative' | 'absolute', string[]]>([
    ['begin with the user’s way', 'x/N.md', 'y/S.md', 'relative', ['../x/N.md', 'x/N.md', 'N.md']],
    ['are those of its folders and its name', 'x/N.md', 'S.md', 'absolute', ['x/N.md', 'x/N.md', 'N.md']],
    ['have another file’s ending once', 'pic.png', 'S.md', 'shortest', ['pic.png', 'pic.png', 'pic.png']],
    ['have an ending of two parts once', 'p.md.png', 'S.md', 'shortest', ['p.md.png', 'p.md.png', 'p.md.png']],
    ['lack the user’s way for what is not there', 'x/none.md', 'S.md', 'shortest', ['x/none.md', 'none.md']],
    ['lack it for what is no note either', 'x/none.png', 'S.md', 'shortest', ['x/none.png', 'none.png']],
  ])('%s', (_what, target, from, format, paths) => {
    expect(pathsTo(vaultOf(format), target, from)).toEqual(paths);
  });
  it('have a note’s ending once where the user’s way has it', () => {
    expect(pathsTo(vaultOf('relative', true), 'x/N.md', 'y/S.md')).toEqual(['../x/N.md', 'x/N.md', 'N.md']);
  });
});

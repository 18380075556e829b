// What the publisher makes of links: by rules of its own, told before they are written.
import { describe, expect, it } from 'vitest';
import { embedsOnSite, gardenHeadingProblem, publishedEmbedOf } from '../../../src/core/link/garden-rules';
import { openNoteSource } from '../../../src/core/note/note-source';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { PlanningTextVault } from '../edit/planning-text-vault';

describe('of a heading that is embedded the site', () => {
  it.each<[string, string, string, string | null]>([
    ['finds it by its slug', '# Set up!', 'set-up', null],
    ['finds it among others', '# A\n# Set up', 'Set up', null],
    [
      'finds none by what is no slug',
      '# 设置',
      '设置',
      'which has no Latin letters or digits for the Digital Garden to find it by',
    ],
    [
      'takes one of the same slug for it',
      '# x\n\n## Set-up\n# Set up',
      'Set up',
      'which the Digital Garden takes for the same as `Set-up` on line 3',
    ],
    [
      'does not find it by other words',
      '# Set up',
      'Setup',
      'which the Digital Garden would not find by the text that a link to it has',
    ],
  ])('%s', (_what, text, spelling, problem) => {
    const { headings = [] } = parseMetadata(text);
    const last = headings.at(-1);
    expect(last && gardenHeadingProblem(headings, last, spelling)).toBe(problem);
  });
});

describe('the site carries out', () => {
  it.each<[string, string, string[]]>([
    ['embeds', 'a ![[A]] ![[B#c|d]]', ['![[A]] A', '![[B#c|d]] B#c']],
    [
      'those in code, formulas, HTML and properties, too',
      '---\na: "![[A]]"\n---\n`![[B]]` $![[C]]$ <b title="![[D]]">',
      ['![[A]] A', '![[B]] B', '![[C]] C', '![[D]] D'],
    ],
    ['none in a comment', '%% ![[A]] %% ![[B]]', ['![[B]] B']],
    ['none of the note itself', '![[#a]] ![[B]]', ['![[B]] B']],
    ['none that is not closed', '![[A\n', []],
  ])('%s', (_what, text, embeds) => {
    const source = openNoteSource('N.md', text, parseMetadata(text));
    expect(
      [...embedsOnSite(source)].map(
        ({ at, path, subpath }) => `${text.slice(at, text.indexOf(']]', at) + 2)} ${path}${subpath}`,
      ),
    ).toEqual(embeds);
  });
});

describe('a place of a note is embedded by a published one', () => {
  const NOTE = '# A\ntext\n# B\nmore\n';
  const see = (embeds: string): Record<string, string> => ({ 'See.md': `---\ndg-publish: true\n---\n${embeds}` });
  it.each<[string, Record<string, string>, string | null]>([
    ['that shows all of it', see('![[N]]'), 'See'],
    ['that shows its section', see('![[N#B]]'), 'See'],
    ['that shows another, and it', see('![[N#A]] ![[N#B]]'), 'See'],
    ['that shows a section that is not there, for it shows all then', see('![[N#C]]'), 'See'],
    ['but not by one that shows another', see('![[N#A]]'), null],
    ['but not by one that links to it', see('[[N#B]]'), null],
    ['but not by one that shows such a section of another note', see('![[O#B]] [[N]]'), null],
    ['but not by one that is not published', { 'See.md': '![[N#B]]' }, null],
  ])('%s', (_what, others, by) => {
    const vault = new PlanningTextVault({ 'N.md': NOTE, 'O.md': NOTE, ...others });
    expect(publishedEmbedOf('N.md', NOTE.indexOf('# B'), vault)).toBe(by);
  });
  it('that is the note itself', () => {
    const text = '---\ndg-publish: true\n---\n# A\n![[#B]]\n# B\nmore\n';
    const vault = new PlanningTextVault({ 'N.md': text });
    const at = (words: string): string | null => publishedEmbedOf('N.md', text.indexOf(words), vault);
    expect([at('more'), at('# B'), at('# A')]).toEqual(['N', 'N', null]);
  });
  it('up to its end', () => {
    const vault = new PlanningTextVault({ 'N.md': NOTE, ...see('![[N#A]]') });
    const until = NOTE.indexOf('# B');
    expect([until - 1, until].map((at) => publishedEmbedOf('N.md', at, vault))).toEqual(['See', null]);
  });
});

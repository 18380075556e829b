// Published copies made whole again: which embeds are written where, and what is left, and why. Copies are made by the model of the
// publisher (test/garden) or written out.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishNote } from '../../garden/publish-note';
import { TextVault } from '../text-vault';
import { applied, planIn, saidOf, type RestoreOptions } from './restore-in';

type Texts = Readonly<Record<string, string>>;

const note = (text: string): string => `---\ndg-publish: true\n---\n${text}`;
const published = (vault: Texts, path: string): string => publishNote(new TextVault(vault), path);

/** A copy as the publisher leaves it where an embed stood. */
const copy = (href: string, text: string): string =>
  `\n<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}" aria-label="Open link"><svg></svg></a><div class="markdown-embed">\n\n\n\n${text}\n\n</div></div>\n`;

/** Home.md after a restoring of the vault with this Home.md. */
async function home(texts: Texts, options?: RestoreOptions): Promise<string> {
  return applied(texts, await planIn(texts, options))['Home.md'] ?? '';
}
const said = async (texts: Texts, options?: RestoreOptions): Promise<string[]> => saidOf(await planIn(texts, options));

describe('turning frozen copies back', () => {
  it('puts the embed with its full path where the copy stood, and takes one newline on each side', async () => {
    const vault = { 'x/N.md': note('# A\na\n'), 'Home.md': '# H\n![[N#A]]\n\nbetween ![[N]] words\n- ![[N#A|T]]\n' };
    expect(await home({ ...vault, 'Home.md': published(vault, 'Home.md') })).toBe(
      '# H\n![[x/N#A]]\n\nbetween ![[x/N]] words\n- ![[x/N#A|T]]\n',
    );
  });
  it('keeps the line ends of a page with CRLF, and a missing last newline', async () => {
    const vault = { 'N.md': note('# A\na\n'), 'Home.md': '# H\n\n![[N#A]]\n\nend' };
    const page = published(vault, 'Home.md');
    expect(await home({ ...vault, 'Home.md': page.replaceAll('\n', '\r\n') })).toBe('# H\r\n\r\n![[N#A]]\r\n\r\nend');
    const crlf = { ...vault, 'Home.md': '# H\r\n\r\n![[N#A]]\r\n\r\nend' };
    expect(await home({ ...crlf, 'Home.md': published(crlf, 'Home.md') })).toBe('# H\r\n\r\n![[N#A]]\r\n\r\nend');
  });
  it('escapes the bar of a title in a table row', async () => {
    const vault = { 'N.md': note('a'), 'Home.md': '| a | b |\n|---|---|\n| ![[N|T]] | x |\n' };
    expect(await home({ ...vault, 'Home.md': published(vault, 'Home.md') })).toBe(
      '| a | b |\n|---|---|\n| ![[N\\|T]] | x |\n',
    );
  });
  it('finds pages by the Garden’s path rewrite rules, makes missing ones where those lead, and names a rule that is missing', async () => {
    const copy = (href: string): string =>
      `<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}"></a><div class="markdown-embed">\n\n# A\na\n\n</div></div>\n`;
    const texts = {
      'Engineering/Ops/N.md': note('# A\na\n'),
      'Home.md': `${copy('/ops/n/#a')}\n${copy('/ops/m/#a')}`,
    };
    const rules = ['Engineering/Ops:ops'];
    const after = applied(texts, await planIn(texts, { rules, create: true }));
    expect(after['Home.md']).toBe('![[Engineering/Ops/N#A]]\n![[Engineering/Ops/M#A]]');
    expect(after['Engineering/Ops/M.md']).toBe('# A\na\n');
    const planned = await planIn(texts, { create: true });
    expect(saidOf(planned).join('\n')).toContain(
      'Home, line 1: left, because no note is published at /ops/n/#a; Engineering/Ops/N.md would be by a path rewrite rule such as Engineering:: add the Garden’s rules to the settings.',
    );
  });
  it('knows blocks of older templates: other attributes and orders of them, no icon, line ends between the divs, a title', async () => {
    const blocks = [
      '<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/x/n/#a"></a><div class="markdown-embed">\n# A\na\n</div></div>',
      '<div data-x="1" class="internal-embed transclusion">\n<a aria-label="Open" href="/x/n/#a" class="markdown-embed-link">\n</a>\n<div class="markdown-embed">\n\n# A\na\n</div>\n</div>',
      '<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/x/n/#a"></a><div class="markdown-embed">\n\n<div class="markdown-embed-title">\n\n# Title\n\n</div>\n\n\n# A\na\n\n\n</div></div>',
    ];
    for (const block of blocks)
      expect(await home({ 'x/N.md': note('# A\na\n'), 'Home.md': `before\n${block}\nafter` })).toBe(
        `before\n![[x/N#A${block.includes('Title') ? '|Title' : ''}]]\nafter`,
      );
  });
  it('turns a copy that holds exact copies as a whole', async () => {
    const vault = {
      'N.md': note('# A\n![[M#B]]\n![[Secret]]\n'),
      'M.md': note('# B\nm'),
      'Secret.md': 's',
      'Home.md': '![[N#A]]',
    };
    expect(await home({ ...vault, 'Home.md': published(vault, 'Home.md') })).toBe('![[N#A]]');
  });
  it('keeps a copy that holds a stale one, and turns the exact ones in it', async () => {
    const vault = {
      'N.md': note('# A\n![[M#B]]\n\n![[O]]\n'),
      'M.md': note('# B\nm'),
      'O.md': note('o'),
      'Home.md': '![[N#A]]',
    };
    const texts = { ...vault, 'M.md': note('# B\nmore'), 'Home.md': published(vault, 'Home.md') };
    const after = await home(texts);
    expect(after).toContain('\n\n![[O]]\n');
    expect(after.match(/<div class="transclusion/g)).toHaveLength(2);
    expect(await said(texts)).toEqual([
      'Turned 1 frozen copy in 1 note into a transclusion',
      'Home, line 2: kept, because it differs from ![[N#A]]. The copy says "m" where the page says "more".',
      'Home, line 8: kept, because it differs from ![[M#B]]. The copy says "m" where the page says "more".',
    ]);
    expect(await home(texts, { stale: 'take' })).toBe('![[N#A]]');
  });
  it('never loses what only a copy says: one of an unpublished note that has changed', async () => {
    const vault = { 'N.md': note('# A\n![[Secret]]\n'), 'Secret.md': 's', 'Home.md': '![[N#A]]' };
    const texts = { ...vault, 'Secret.md': 'changed', 'Home.md': published(vault, 'Home.md') };
    expect((await said(texts))[0]).toBe('Nothing was changed.');
    expect(await home(texts, { stale: 'take' })).toBe('![[N#A]]');
  });
  it('takes a note whose copies stand in the way in one go with that note, but not before it', async () => {
    const vault = { 'M.md': note('# A\nm'), 'N.md': note('![[M#A]]\n\n# A\nn\n'), 'Home.md': '![[N#A]]' };
    const texts = { ...vault, 'N.md': published(vault, 'N.md'), 'Home.md': published(vault, 'Home.md') };
    expect(applied(texts, await planIn(texts))).toMatchObject({ 'Home.md': '![[N#A]]' });
    expect(await said(texts, { path: 'Home.md' })).toEqual([
      'Nothing was changed.',
      'Home, line 2: left, because in N a heading of the same name stands before it, in another frozen copy; turn that one first.',
    ]);
  });
  it('says that the page is right where the publisher had glued lines', async () => {
    const vault = { 'N.md': note('# A\n- a ^one\n- b\n'), 'Home.md': '![[N#A]]' };
    expect(await said({ ...vault, 'Home.md': published(vault, 'Home.md') })).toEqual([
      'Turned 1 frozen copy in 1 note into a transclusion',
      'In 1 copy the publisher had glued lines together where a block id stood; the page shows them apart.',
    ]);
  });
  it('leaves a board of the Kanban plugin', async () => {
    expect(await said({ 'N.md': 'n', 'Home.md': `---\nkanban-plugin: board\n---\n${copy('/n/', 'n')}` })).toEqual([
      'Nothing was changed.',
      'Home, line 5: left, because Home is a board of the Kanban plugin. Edit it in its board.',
    ]);
  });
});

describe('what cannot be turned is left and named', () => {
  const cases: readonly (readonly [string, Texts, string])[] = [
    [
      'a block that is not closed',
      { 'N.md': 'n', 'Home.md': copy('/n/', 'n').replace('</div></div>', '') },
      'line 2: left, because the block that begins here like a frozen copy is not closed with </div></div>.',
    ],
    [
      'a block with half its end',
      { 'N.md': 'n', 'Home.md': copy('/n/', 'n').replace('</div></div>', '</div>') },
      'line 2: left, because the block that begins here like a frozen copy is not closed with </div></div>.',
    ],
    [
      'a host in the address',
      { 'N.md': 'n', 'Home.md': copy('https://x.org/n/', 'n') },
      'line 2: left, because its address https://x.org/n/ is on a site of its own.',
    ],
    [
      'an address that leaves the vault',
      { 'N.md': 'n', 'Home.md': copy('/%2E%2E/n/', 'n') },
      'line 2: left, because its address /../n/ leads out of the vault.',
    ],
    [
      'no such page',
      { 'Home.md': copy('/n/', 'n') },
      'line 2: left, because no note is published at /n/; "Rebuild missing pages" makes one of the copy.',
    ],
    [
      'an empty page',
      { 'N.md': '\n', 'Home.md': copy('/n/', 'n') },
      'line 2: left, because N.md is empty; "Rebuild missing pages" fills it from the copy.',
    ],
    [
      'a page published twice over',
      { 'N.md': 'n', 'n.md': 'n', 'Home.md': copy('/n/', 'n') },
      'line 2: left, because 2 notes may be published at /n/: N.md, n.md.',
    ],
    [
      'a heading that the page has not',
      { 'N.md': '# Overview', 'Home.md': copy('/n/#overveiw', 'n') },
      'line 2: left, because N has no heading or block with the address "overveiw"; did it become "Overview"?.',
    ],
    [
      'an unpublished page',
      { 'N.md': 'n', 'Home.md': copy('/n/', 'n').replace(/<a .*<\/a>/, '') },
      'line 2: left, because its page is not published, and the publisher left no address of it.',
    ],
  ];
  it.each(cases)('%s', async (_name, texts, expected) => {
    expect(await said(texts)).toEqual(['Nothing was changed.', `Home, ${expected}`.replace('?.', '?')]);
  });
  it('and does not keep the others from being turned', async () => {
    const texts = { 'N.md': 'n', 'Home.md': `a\n${copy('/gone/', 'g')}\nb\n${copy('/n/', 'n')}\nc` };
    const after = await home(texts);
    expect(after).toBe(`a\n${copy('/gone/', 'g')}\nb\n![[N]]\nc`);
  });
  it('and a stale copy below a block that is not closed is not taken', async () => {
    const broken = copy('/n/', 'n').replace('</div></div>', '');
    expect(
      (await said({ 'N.md': 'other', 'Home.md': `${broken}\n${copy('/n/', 'n')}` }, { stale: 'take' }))[1],
    ).toContain('is not sure where this copy ends');
  });
});

describe('rebuilding missing pages', () => {
  it('makes each of its copy, published as the page is, where a link in the page says', async () => {
    const texts = {
      'Home.md': note(`# [[Eng/Day 1\\| One]]\n${copy('/eng/day-1/#overview', '# Overview\n- a\n#todo')}\n`),
    };
    expect(applied(texts, await planIn(texts, { create: true }))).toEqual({
      'Home.md': note('# [[Eng/Day 1\\| One]]\n![[Eng/Day 1#Overview]]\n'),
      'Eng/Day 1.md': '---\ndg-publish: true\n---\n\n# Overview\n- a\n#todo\n',
    });
    expect(await said(texts, { create: true })).toEqual(['2 notes, 1 transclusion, 1 todo']);
    for (const [said, is] of Object.entries({ yes: true, '"false"': false, '': null })) {
      const saying = { 'Home.md': texts['Home.md'].replace('dg-publish: true', `dg-publish: ${said}`) };
      const made = applied(saying, await planIn(saying, { create: true }))['Eng/Day 1.md'];
      expect(made, said).toBe(`${is === null ? '' : `---\ndg-publish: ${is}\n---\n\n`}# Overview\n- a\n#todo\n`);
    }
  });
  it('else where the address says, in the folders that there are; another path can be asked for, or none', async () => {
    const texts = { 'CI-CD/x.md': '', 'Home.md': `[[R&D]]${copy('/ci-cd/git-hub/r-and-d/', 'text')}` };
    const made = async (create: RestoreOptions['create']): Promise<string[]> =>
      Object.keys(applied(texts, await planIn(texts, { create: create ?? true }))).filter((path) => !(path in texts));
    expect(await made(true)).toEqual(['CI-CD/Git Hub/R&D.md']);
    expect(await made({ '/ci-cd/git-hub/r-and-d/': 'CI-CD/GitHub/R&D.md' })).toEqual(['CI-CD/GitHub/R&D.md']);
    expect((await said(texts, { create: { '/ci-cd/git-hub/r-and-d/': '' } }))[0]).toBe('Nothing was changed.');
    expect(await said(texts, { create: { '/ci-cd/git-hub/r-and-d/': 'Other.md' } })).toContain(
      'Other.md will have another address on the site than /ci-cd/git-hub/r-and-d/.',
    );
  });
  it('keeps CRLF, and does not publish what the page does not', async () => {
    const texts = { 'Home.md': `a\n${copy('/n/#a', '# A\na\n\n- b')}`.replaceAll('\n', '\r\n') };
    expect(applied(texts, await planIn(texts, { create: true }))).toEqual({
      'Home.md': 'a\r\n![[N#A]]',
      'N.md': '# A\r\na\r\n\r\n- b\r\n',
    });
  });
  it('makes pages of copies in copies', async () => {
    const texts = { 'Home.md': copy('/n/#a', `# A\nn\n${copy('/m/', 'm\n\n# B')}\nn`) };
    expect(applied(texts, await planIn(texts, { create: true }))).toEqual({
      'Home.md': '![[N#A]]',
      'N.md': '# A\nn\n![[M]]\nn\n',
      'M.md': 'm\n\n# B\n',
    });
  });
  it('puts a page together from copies of several sections, each once', async () => {
    const [a, b] = ['# A\na\n## C\nc', '# B\nb'];
    const texts = {
      'Home.md': [copy('/n/#c', '## C\nc'), copy('/n/#a', a), copy('/n/#b', b), copy('/n/#a', a)].join('x'),
    };
    expect(applied(texts, await planIn(texts, { create: true }))).toEqual({
      'Home.md': '![[N#C]]\nx\n![[N#A]]\nx\n![[N#B]]\nx\n![[N#A]]',
      'N.md': `${a}\n\n${b}\n`,
    });
  });
  it('leaves a copy that says something else than another of the same section', async () => {
    const texts = { 'Home.md': `${copy('/n/#a', '# A\nlong text')}x${copy('/n/#a', '# A\nb')}` };
    expect(await home(texts, { create: true })).toBe(`![[N#A]]\nx${copy('/n/#a', '# A\nb')}`);
    expect((await said(texts, { create: true }))[1]).toMatch(
      /^Home, line \d+: left, because another copy of this part says something else\.$/,
    );
  });
  it('fills an empty note that somebody made by a click, and keeps its frontmatter', async () => {
    const texts = {
      'X/N.md': '---\ndg-permalink: n\n---\n\n',
      'M.md': '',
      'Home.md': note(`${copy('/n/#a', '# A\na')}${copy('/m/', 'm')}`),
    };
    expect(applied(texts, await planIn(texts, { create: true }))).toMatchObject({
      'X/N.md': '---\ndg-permalink: n\n---\n\n# A\na\n',
      'M.md': '---\ndg-publish: true\n---\n\nm\n',
      'Home.md': note('![[X/N#A]]\n![[M]]'),
    });
  });
  it('moves the page to the folder that its permalink names, unless that leaves the vault or is another name', async () => {
    const page = (permalink: string): Texts => ({
      'Home.md': `---\npermalink: ${permalink}\n---\n[[Ops Team/N]]${copy('/ops-team/n/', 'n')}`,
    });
    const moved = async (permalink: string): Promise<string[]> =>
      Object.keys(applied(page(permalink), await planIn(page(permalink), { create: true, move: true }))).sort();
    expect(await moved('/ops-team/home/')).toEqual(['Ops Team/Home.md', 'Ops Team/N.md']);
    expect(await moved('/new-folder/home/')).toEqual(['New Folder/Home.md', 'Ops Team/N.md']);
    for (const permalink of ['/../home/', 'https://x.org/home/', '/ops-team/other/', '/home/'])
      expect(await moved(permalink)).toEqual(['Home.md', 'Ops Team/N.md']);
    expect(await said(page('/../home/'), { create: true, move: true })).toContain(
      'Home.md stays where it is, because its permalink /../home/ leads out of the vault.',
    );
    expect(await said(page('/ops-team/other/'), { create: true, move: true })).toContain(
      'Home.md stays where it is, because its permalink /ops-team/other/ does not end in its name.',
    );
  });
  it('makes no page on another host, at no name, or at a path that is taken or refused', async () => {
    const reason = async (href: string, create: RestoreOptions['create'] = true): Promise<string | undefined> =>
      (await said({ 'Home.md': copy(href, 'x'), 'there.md': 'y' }, { create }))[1];
    expect(await reason('https://x.org/n/')).toContain('is on a site of its own');
    expect(await reason('/')).toContain('its address / names no note');
    expect(await reason('/n/', { '/n/': 'there.md' })).toContain('there.md is there already');
    expect(await reason('/n/', { '/n/': 'a#b.md' })).toContain('holds "#"');
    expect(await reason('/n/', { '/n/': '../n.md' })).toContain('begins with a dot');
    expect(await reason('/con/')).toContain('Windows keeps for itself');
    expect(await reason('/n/#missing')).toContain('no heading of the name in its address');
  });
});

const SEED = new URL('../../fixtures/owners-page/Operations Overview.md', import.meta.url);
describe('the owner’s page alone', () => {
  const texts = (): Texts => ({ 'Operations Overview.md': readFileSync(SEED, 'utf8') });
  it('becomes four notes with three transclusions', async () => {
    const planned = await planIn(texts(), { create: true, move: true });
    const after = applied(texts(), planned);
    expect(saidOf(planned)).toEqual([
      '4 notes, 3 transclusions, 4 todos',
      '2 links lead to notes that were not in the page.',
    ]);
    expect(Object.keys(after).sort()).toEqual(
      ['Day 0 Operations', 'Day 1 Operations', 'Day 2 Operations', 'Operations Overview'].map(
        (name) => `Engineering/Operations/${name}.md`,
      ),
    );
    expect(after['Engineering/Operations/Operations Overview.md']?.match(/!\[\[.*\]\]/g)).toEqual(
      [0, 1, 2].map((day) => `![[Engineering/Operations/Day ${day} Operations#Overview]]`),
    );
    const vault = new TextVault(after);
    expect(
      ['Day 0', 'Day 1', 'Day 2'].map((day) => vault.index().lifecycle.pages.get(day.toLowerCase().replace(' ', '-'))),
    ).toEqual(['Day 0', 'Day 1', 'Day 2'].map((day) => `Engineering/Operations/${day} Operations.md`));
    expect([...vault.index().todos()].map(({ phase }) => phase?.name ?? 'none').sort()).toEqual([
      'Day 0',
      'Day 1',
      'Day 2',
      'none',
    ]);
  });
  it('published again has the copies that it had', async () => {
    const after = applied(texts(), await planIn(texts(), { create: true, move: true }));
    const blocks = (text: string): readonly string[] =>
      text.match(/<div class="transclusion[\s\S]*?<\/div><\/div>/g) ?? [];
    const trimmed = (text: string): string[] => blocks(text).map((block) => block.replace(/\n+<\/div>/, '\n</div>'));
    expect(trimmed(published(after, 'Engineering/Operations/Operations Overview.md'))).toEqual(
      trimmed(texts()['Operations Overview.md'] ?? ''),
    );
  });
});

describe('what stands beside a copy', () => {
  const restored = async (text: string): Promise<string | undefined> => {
    const texts = { 'Home.md': text, 'N.md': '# A\na\n' };
    return applied(texts, await planIn(texts, { stale: 'take' }))['Home.md'];
  };
  it.each([
    ['a heading below stays one', (one: string) => `Text\n${one}\n## After\n`, 'Text\n![[N#A]]\n## After\n'],
    [
      'a paragraph above and below, without blank lines',
      (one: string) => `before\n${one}\nafter\n`,
      'before\n![[N#A]]\nafter\n',
    ],
    ['a list below', (one: string) => `Text\n\n${one}\n- a\n- b\n`, 'Text\n![[N#A]]\n- a\n- b\n'],
    ['an indented list below', (one: string) => `Text\n\n${one}\n - a\n`, 'Text\n![[N#A]]\n - a\n'],
    ['with CRLF', (one: string) => `Text\r\n${one}\r\n## After\r\n`, 'Text\r\n![[N#A]]\r\n## After\r\n'],
    ['a rule below stays one', (one: string) => `\n${one}\n---\n`, '![[N#A]]\n\n---\n'],
    ['an underlined heading below stays one', (one: string) => `\n${one}\nAfter\n===\n`, '![[N#A]]\n\nAfter\n===\n'],
    [
      'a table below stays one',
      (one: string) => `\n${one}\n| a | b |\n|---|---|\n`,
      '![[N#A]]\n\n| a | b |\n|---|---|\n',
    ],
    ['code below stays some', (one: string) => `\n${one}\n    code\n`, '![[N#A]]\n\n    code\n'],
    ['a table above gets no row', (one: string) => `| a |\n|---|\n${one}\nText\n`, '| a |\n|---|\n\n![[N#A]]\nText\n'],
    [
      'a cell without blanks',
      (one: string) => `| a | b |\n|---|---|\n|${one}| x |\n`,
      '| a | b |\n|---|---|\n|![[N#A]]| x |\n',
    ],
    ['the last cell without its bar', (one: string) => `a | b\n---|---\nx | ${one}\n`, 'a | b\n---|---\nx | ![[N#A]]'],
    ['on the very line of other words', (one: string) => `before${one}after\n`, 'before\n![[N#A]]\nafter\n'],
    ['words that it stood among', (one: string) => `see \n${one}\n there\n`, 'see ![[N#A]] there\n'],
    [
      'its blank lines, as the publisher leaves them',
      (one: string) => `Text\n\n\n${one}\n\n\n## After\n`,
      'Text\n\n![[N#A]]\n\n## After\n',
    ],
  ])('%s', async (_what, around, after) => {
    expect(await restored(around(copy('/n/#a', '# A\na').trim()))).toBe(after);
  });
});

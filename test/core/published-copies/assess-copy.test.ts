// Published copies: which section a copy was made of, and whether it still reads the same. The copies are made by a model of
// the publisher (test/garden); the source is then changed, or not.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openNoteSource, type NoteSource } from '../../../src/core/note/note-source';
import { assessCopy, type CopyState } from '../../../src/core/published-copies/assess-copy';
import { findLookalikes, findPages } from '../../../src/core/published-copies/find-pages';
import { publishNote } from '../../garden/publish-note';
import { TextVault } from '../text-vault';

type Texts = Readonly<Record<string, string>>;

/** Every copy in a note of the vault, assessed. */
function assessAll(texts: Texts, path: string, rules: readonly string[] = []): CopyState[] {
  const vault = new TextVault(texts);
  const source = (at: string): NoteSource | null => {
    const [text, metadata] = [vault.texts.get(at), vault.metadata(at)];
    return text === undefined || metadata === null ? null : openNoteSource(at, text, metadata);
  };
  const host = source(path);
  if (!host) throw new Error(`no ${path}`);
  const pages = findPages(
    [...vault.texts.keys()].flatMap((at) => (source(at)?.copies ?? []).flatMap(({ page }) => page ?? [])),
    vault,
    rules,
  );
  return host.copies.map((copy) =>
    assessCopy(host, copy, { resolve: vault.resolve, pages, lookalikes: findLookalikes(pages, vault), source }),
  );
}

/** One line for each: `exact ![[embed]]`, `stale ![[embed]] was -> is`, or the problem. */
function lines(texts: Texts, path: string, rules: readonly string[] = []): string[] {
  return assessAll(texts, path, rules).map((state) => {
    if (state.kind === 'left')
      return `${state.problem.kind}${'paths' in state.problem ? ` ${state.problem.paths.join(', ')}` : ''}`;
    const { embed, isAmbiguous } = state.source;
    const head = `${isAmbiguous ? 'ambiguous ' : ''}${state.kind} ${embed}`;
    if (state.kind === 'stale') return `${head}: ${state.difference.copied} -> ${state.difference.source}`;
    return `${head}${state.glued.length > 0 ? ` glued: ${state.glued.join('; ')}` : ''}`;
  });
}

/** Publishes Home.md over the vault, then changes the vault, and assesses Home.md's copies. */
function published(vault: Texts, later: Texts = {}): string[] {
  return lines({ ...vault, ...later, 'Home.md': publishNote(new TextVault(vault), 'Home.md') }, 'Home.md');
}

const PUBLISHED = '---\ndg-publish: true\n---\n';
const note = (text: string): string => PUBLISHED + text;

describe('a page that is elsewhere by the Garden’s path rewrite rules', () => {
  const home = (href: string, text: string): string =>
    `\n<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}" aria-label="Open link"><svg></svg></a><div class="markdown-embed">\n\n\n\n${text}\n\n</div></div>\n`;
  const plan = { 'Engineering/Ops/Plan.md': note('# Goals\nA\n') };
  it.each([
    ['/ops/plan/#goals', 'Engineering/Ops:ops', 'Engineering:'],
    ['/ops/plan/', 'Engineering:', 'Engineering:'],
    ['/plan/', 'Engineering/Ops:', 'Engineering/Ops:'],
    ['/site/docs/plan/#goals', 'Engineering/Ops/:site/docs/', 'Engineering/Ops:site/docs'],
  ])('at %s is found with the rule %s, and the rule %s is named when it is missing', (href, given, named) => {
    const texts = { ...plan, 'Home.md': home(href, '# Goals\nA') };
    expect(lines(texts, 'Home.md', [given])[0]).toMatch(/^exact !\[\[Engineering\/Ops\/Plan/);
    expect(assessAll(texts, 'Home.md')).toEqual([
      { kind: 'left', problem: { kind: 'missing-rule', path: 'Engineering/Ops/Plan.md', rule: named } },
    ]);
    expect(lines({ ...plan, 'Home.md': home(href, 'Another page') }, 'Home.md')[0]).toMatch(
      href === '/ops/plan/#goals' ? /^missing-rule/ : /^missing-/,
    );
  });
  it('is not guessed by its name alone', () => {
    const texts = { ...plan, 'Home.md': home('/plan/', 'Another page') };
    expect(lines(texts, 'Home.md')).toEqual(['missing-note']);
    const twice = { ...plan, 'Old/Plan.md': note('# Goals\nA\n'), 'Home.md': home('/x/plan/', '# Goals\nA') };
    expect(lines(twice, 'Home.md')).toEqual(['missing-note']);
  });
});

describe('a copy is the same as its section', () => {
  it('and as its block where a heading of that name stands above it, because both have one address', () => {
    const credits = note('### Lucide\n\nVersion 1\nISC ^lucide\n\n### MathJax\n');
    for (const embed of ['![[Credits#^lucide]]', '![[Credits#Lucide]]'])
      expect(published({ 'Home.md': note(embed), 'Credits.md': credits })).toEqual([`ambiguous exact ${embed}`]);
  });
  it('when nothing has changed: a section, a block, a whole note, with and without a title', () => {
    const home = '![[N#B]]\n\n![[N#^id]]\n\n![[N]]\n\n![[N#B|Title]]\n\n![[N#B|## Deep]]\n';
    expect(published({ 'x/N.md': note('# A\ntext ^id\n\n# B\n- b\n#todo\n\n# C\nc'), 'Home.md': home })).toEqual([
      'exact ![[x/N#B]]',
      'exact ![[x/N#^id]]',
      'exact ![[x/N]]',
      'exact ![[x/N#B|Title]]',
      'exact ![[x/N#B|## Deep]]',
    ]);
  });
  it('though its links were written with their full path', () => {
    const body =
      '# A\n[[Role]] [[Role|r]] [[Role#Sub#Deep\\|r]] [[Nowhere]] [[#A]] [m](Role.md) [m](../People/Role.md#Sub) ![[pic.png|200]] `[[Role]]`\n';
    expect(
      published({ 'x/N.md': note(body), 'People/Role.md': '# Sub\n', 'x/pic.png': '', 'Home.md': '![[N#A]]' }),
    ).toEqual(['exact ![[x/N#A]]']);
  });
  it.each([
    ['a Markdown image', '![the rack](../Assets/a%20rack.png)'],
    ['a Markdown image by its name', '![](rack.png)'],
    ['images by wikilinks, with and without sizes', '![[rack.png]]\n\n![[rack.png|200]] ![[rack.png|front view|200]]'],
    ['a PDF, shown or linked', '![[a.pdf]]\n\n![x](../Assets/a.pdf)\n\n[[a.pdf]] [[a.pdf#page=2|p. 2]]'],
    ['a drawing', '![[plan.svg]]\n\n![[plan.svg|100]]'],
    ['links to canvases', '[[Map.canvas]] [[Map.canvas|the map]] [m](../Assets/Map.canvas) [](Map.canvas#x)'],
    ['files that are not there', '![x](gone.png) ![[gone.png]] [g](Gone.canvas) ![[gone.svg]]'],
    ['links with a bracket in their path', '[[QA [x]#50]] [[QA [x] y]] [[QA [x] y#Sub|r]]'],
    ['links into the page itself', '[[#A]] [[#A|here]] [[x/N#A]]'],
  ])('though files have other paths there: %s', (_what, text) => {
    const texts = {
      'x/N.md': note(`# A\n${text}\n`),
      'Assets/a rack.png': '',
      'Assets/rack.png': '',
      'Assets/a.pdf': '',
      'Assets/plan.svg': '<svg width="1">\n<path/>\n</svg>',
      'Assets/Map.canvas': '{}',
      'Roles/QA [x] y.md': '',
      'Home.md': '![[N#A]]',
    };
    expect(published(texts)).toEqual(['exact ![[x/N#A]]']);
    // Whoever has only the site has the page itself as it was published.
    const page = publishNote(new TextVault(texts), 'x/N.md');
    expect(published(texts, { 'x/N.md': page })).toEqual(['exact ![[x/N#A]]']);
  });
  it('though the page was published itself, with its block ids as attributes', () => {
    for (const text of ['- a ^65b400\n- b\n', 'a ^65b400\nb', 'a\n^65b400\nb\n', 'a ^my-id\nb\n', 'a ^65b400\n']) {
      const texts = { 'N.md': note(`# A\n${text}`), 'Home.md': '![[N#A]]' };
      const page = publishNote(new TextVault(texts), 'N.md');
      expect(page).toContain('{ #');
      expect(published(texts, { 'N.md': page })[0]).toMatch(/^exact !\[\[N#A\]\]/);
    }
  });
  it('but not when an image is another, or says something else', () => {
    const texts = { 'N.md': note('# A\n![x](a.png)\n'), 'a.png': '', 'b.png': '', 'Home.md': '![[N#A]]' };
    for (const later of ['![x](b.png)', '![y](a.png)', '![[b.png]]', '[[b.png]]'])
      expect(published(texts, { 'N.md': note(`# A\n${later}\n`) })[0]).toMatch(/^stale/);
    const drawn = { 'N.md': note('# A\n![[a.svg]]\n'), 'a.svg': '<svg></svg>', 'a.png': '', 'Home.md': '![[N#A]]' };
    expect(published(drawn, { 'N.md': note('# A\n![[a.png]]\n') })[0]).toMatch(/^stale/);
  });
  it('though its comments are gone', () => {
    expect(
      published({ 'N.md': note('# A\na %% #todo %% b\n%%\nlong\n%%\n`%%code%%`\n'), 'Home.md': '![[N#A]]' }),
    ).toEqual(['exact ![[N#A]]']);
  });
  it('though it has other line ends, or another end of the file', () => {
    expect(
      published(
        { 'N.md': note('# A\na\nb\n').replaceAll('\n', '\r\n'), 'Home.md': '![[N#A]]' },
        { 'N.md': note('# A\na\nb') },
      ),
    ).toEqual(['exact ![[N#A]]']);
  });
  it('though block ids were taken from it, and is told where that glued lines', () => {
    const before = { 'N.md': note('# A\n- a ^one\n- b\n\nend ^last\n'), 'Home.md': '![[N#A]]' };
    expect(published(before)).toEqual(['exact ![[N#A]] glued: - a ^one']);
    expect(published({ ...before, 'N.md': note('# A\ntext\n\nend ^last\n') })).toEqual(['exact ![[N#A]]']);
    expect(published({ ...before, 'N.md': note('# A\n- a ^with-dash\n- b\n') })).toEqual(['exact ![[N#A]]']);
  });
  it('with copies inside, each of which is a copy of its own', () => {
    const vault = {
      'N.md': note('# A\nn\n![[M#B]]\nn'),
      'M.md': note('# B\nm\n![[O]]\n'),
      'O.md': note('o'),
      'Home.md': '![[N#A]]\n',
    };
    expect(published(vault)).toEqual(['exact ![[N#A]]', 'exact ![[M#B]]', 'exact ![[O]]']);
  });
  it('with a copy of an unpublished note inside', () => {
    expect(published({ 'N.md': note('# A\n![[Secret#B]]'), 'Secret.md': '# B\ns', 'Home.md': '![[N#A]]\n' })).toEqual([
      'exact ![[N#A]]',
      'unpublished',
    ]);
  });
});

describe('a copy is stale', () => {
  const vault = { 'N.md': note('# A\none\ntwo\n\n# B\nb'), 'Home.md': '![[N#A]]' };
  it('when its section was changed, and says where', () => {
    expect(published(vault, { 'N.md': note('# A\none\n2\n') })).toEqual(['stale ![[N#A]]: two -> 2']);
    expect(published(vault, { 'N.md': note('# A\none\n') })).toEqual(['stale ![[N#A]]: two -> ']);
    expect(published(vault, { 'N.md': note('# A\none\ntwo\n\nthree') })).toEqual(['stale ![[N#A]]:  -> ']);
  });
  it('when a link in it leads elsewhere now', () => {
    const linked = { 'N.md': note('# A\n[[R|r]]'), 'x/R.md': '', 'y/S.md': '', 'Home.md': '![[N#A]]' };
    expect(published(linked, { 'N.md': note('# A\n[[S|r]]') })).toEqual(['stale ![[N#A]]: [[x/R]] -> [[S]]']);
  });
  it('when another section is embedded in it now', () => {
    const nested = { 'N.md': note('# A\n![[M#B]]'), 'M.md': note('# B\nb\n# C\nc'), 'Home.md': '![[N#A]]' };
    expect(published(nested, { 'N.md': note('# A\n![[M#C]]') })).toEqual([
      'stale ![[N#A]]: a frozen copy of /m/ -> ![[M#C]]',
      'exact ![[M#B]]',
    ]);
  });
});

describe('the section of a copy', () => {
  const copy = (href: string, text: string): string =>
    `<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}" aria-label="Open link"></a><div class="markdown-embed">\n\n\n\n${text}\n\n</div></div>`;
  it('is found by permalink, then by dg-permalink, then by the slug of the path', () => {
    const a = '# A\n';
    const home = { 'Home.md': copy('/x/n/#a', '# A') };
    const [byPath, byGarden, byPermalink] = [
      { 'X/N.md': a },
      { 'G.md': `---\ndg-permalink: x/n\n---\n${a}` },
      { 'P.md': `---\npermalink: /x/n/\n---\n${a}` },
    ];
    expect(lines({ ...home, ...byPath }, 'Home.md')).toEqual(['exact ![[X/N#A]]']);
    expect(lines({ ...home, ...byPath, ...byGarden }, 'Home.md')).toEqual(['exact ![[G#A]]']);
    expect(lines({ ...home, ...byPath, ...byGarden, ...byPermalink }, 'Home.md')).toEqual(['exact ![[P#A]]']);
    expect(lines({ ...home, ...byPath, ...byPermalink, 'Q.md': byPermalink['P.md'] }, 'Home.md')).toEqual([
      'ambiguous-note P.md, Q.md',
    ]);
  });
  it('may be written with percent signs, in upper case, or without slashes at the ends', () => {
    const texts = { 'Über uns/Ö Z.md': '# Ä b\n' };
    for (const href of ['/ueber-uns/oe-z/#ae-b', '/%C3%9Cber%20uns/%C3%96%20Z/#Ae-B', 'UEBER-UNS/OE-Z#AE-B'])
      expect(lines({ ...texts, 'Home.md': copy(href, '# Ä b') }, 'Home.md')).toEqual(['exact ![[Über uns/Ö Z#Ä b]]']);
    expect(lines({ ...texts, 'Home.md': copy('/%ZZ/#a', '# A') }, 'Home.md')).toEqual(['missing-note']);
  });
  it('is none on another host or outside the vault', () => {
    for (const href of ['https://x.org/n/#a', '//x.org/n/', 'javascript:n', '/../n/', '/x/%2e%2e/n/#a', '/x/..%2Fn/'])
      expect(lines({ 'N.md': '# A', 'x.org/N.md': '# A', 'Home.md': copy(href, '# A') }, 'Home.md')).toEqual([
        'foreign',
      ]);
  });
  it('is none where the page or the heading is missing, or the page is empty', () => {
    expect(lines({ 'Home.md': copy('/n/#a', '# A') }, 'Home.md')).toEqual(['missing-note']);
    expect(lines({ 'N.md': '# B', 'Home.md': copy('/n/#a', '# A') }, 'Home.md')).toEqual(['missing-section']);
    expect(lines({ 'N.md': '---\na: b\n---\n\n', 'Home.md': copy('/n/', 'x') }, 'Home.md')).toEqual([
      'missing-section',
    ]);
  });
  it('of two headings with one slug is the one that reads the same, else the first', () => {
    const texts = { 'N.md': '# on-call\na\n# On Call\nb\n' };
    expect(lines({ ...texts, 'Home.md': copy('/n/#on-call', '# on-call\na') }, 'Home.md')).toEqual([
      'ambiguous exact ![[N#on-call]]',
    ]);
    expect(lines({ ...texts, 'Home.md': copy('/n/#on-call', '# On Call\nb') }, 'Home.md')).toEqual([
      'ambiguous exact ![[N#On Call]]',
    ]);
    expect(lines({ ...texts, 'Home.md': copy('/n/#on-call', 'c') }, 'Home.md')).toEqual([
      'ambiguous stale ![[N#on-call]]: c -> # on-call',
    ]);
  });
  it('may have a heading of which no slug is left', () => {
    expect(lines({ 'N.md': 'intro\n# 解決\nx\n', 'Home.md': copy('/n/#', '# 解決\nx') }, 'Home.md')).toEqual([
      'exact ![[N#解決]]',
    ]);
  });
  it('is not looked for in the frozen copies of its own page', () => {
    const texts = { 'N.md': `${copy('/m/#a', '# A\nm')}\n\n# A\nn\n` };
    expect(lines({ ...texts, 'Home.md': copy('/n/#a', '# A\nn') }, 'Home.md')).toEqual(['exact ![[N#A]]']);
  });
  it('cannot be embedded when no link reaches its note', () => {
    expect(lines({ 'C# notes.md': '# A', 'Home.md': copy('/c-notes/#a', '# A') }, 'Home.md')).toEqual(['unlinkable']);
  });
});

describe('what is no copy', () => {
  const open =
    '<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/n/"></a><div class="markdown-embed">';
  it('a block with one of its two closing tags, though another stands further on', () => {
    const texts = { 'N.md': 'n', 'Home.md': `${open}\n\nn\n\n</div>\n\nmine\n\n<div>x</div></div>\n` };
    expect(lines(texts, 'Home.md')).toEqual([]);
  });
  it('though the one after it is', () => {
    const texts = { 'N.md': 'n', 'Home.md': `${open}\n\nn\n\n</div>\n\nmine\n\n${open}\n\nn\n\n</div></div>\n` };
    expect(lines(texts, 'Home.md')).toEqual(['exact ![[N]]']);
  });
});

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly vault: Texts;
  readonly source: string;
  readonly html: string;
  readonly expected: {
    readonly diagnosis: string;
    readonly file?: string;
    readonly heading?: string;
    readonly title: string | null;
    readonly link?: string;
    readonly files?: readonly string[];
  };
}

describe('the recorded copies', () => {
  const { vectors } = JSON.parse(readFileSync(new URL('../../fixtures/vectors.json', import.meta.url), 'utf8')) as {
    vectors: Vector[];
  };
  it.each(vectors.filter(({ kind }) => kind === 'unflatten'))('$id $note', ({ vault, source, html, expected }) => {
    const [state] = assessAll({ ...vault, [source]: html }, source);
    if (!state) throw new Error('no copy found');
    if (state.kind === 'left') {
      const names = { unpublished: 'flattened-unpublished', 'ambiguous-note': 'flattened-ambiguous' } as Readonly<
        Record<string, string>
      >;
      expect(names[state.problem.kind]).toBe(expected.diagnosis);
      if ('paths' in state.problem) expect([...state.problem.paths].sort()).toEqual([...(expected.files ?? [])].sort());
      return;
    }
    const { path, section, embed, isAmbiguous } = state.source;
    expect([isAmbiguous ? 'flattened-heading-ambiguous' : 'flattened', state.kind]).toEqual([
      expected.diagnosis,
      'exact',
    ]);
    expect([path, section.heading?.heading, embed]).toEqual([expected.file, expected.heading, expected.link]);
  });
});

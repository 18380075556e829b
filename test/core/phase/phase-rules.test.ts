// Which phase a todo belongs to, and by which rule. A vault in, `path:line column why` out.
import { describe, expect, it } from 'vitest';
import { listTodos } from '../../../src/core/index/list-todos';
import { columnOf } from '../../../src/core/phase/columns';
import type { Settings } from '../../../src/core/settings/settings';
import { TextVault } from '../text-vault';

function judge(texts: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): string[] {
  const index = new TextVault(texts).index(settings);
  return listTodos(index, true).map((todo) => `${todo.path}:${todo.line + 1} ${columnOf(todo)} ${todo.why}`);
}

const PAGE = '# Overview\n## Responsibilities\n- x\n';

/** A handbook's pages; tests add the note that they are about. */
const HANDBOOK = {
  'Eng/Ops/Day 0 Operations.md': PAGE,
  'Eng/Ops/Day 1 Operations.md': PAGE,
  'Eng/Ops/Day 2 Operations.md': PAGE,
  'Eng/Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
  'Roles/SRE.md': '',
};
const handbook = (texts: Readonly<Record<string, string>>): string[] => judge({ ...HANDBOOK, ...texts });

describe('the rules, the first that answers wins', () => {
  it('a nested tag comes before all', () => {
    expect(handbook({ 'Eng/Ops/Day 1 Operations.md': '# A\n#todo/day-2' })).toEqual([
      'Eng/Ops/Day 1 Operations.md:2 Day 2 tag',
    ]);
  });
  it('a phase page keeps its todos, whatever its property says', () => {
    expect(handbook({ 'Eng/Ops/Day 1 Operations.md': '---\nphase: Day 2\n---\n# A\n#todo' })).toEqual([
      'Eng/Ops/Day 1 Operations.md:5 Day 1 phase-page',
    ]);
  });
  it('a phase property names a phase by link, name, title or page, quoted or not', () => {
    expect(handbook({ 'Far/N.md': '---\nPhase: Day 1\n---\n#todo' })).toEqual(['Far/N.md:4 Day 1 property']);
    const values = [
      '"[[Day 1 Operations]]"',
      '[[Day 1 Operations]]',
      '"[[Eng/Ops/Day 1 Operations|Day 1]]"',
      'day 1',
      'Deployment',
      'Day 1 Operations',
    ];
    for (const value of [...values, '[Nothing, "[[Day 1 Operations]]", Day 2]'])
      expect(handbook({ 'Far/N.md': `---\nphase: ${value}\n---\n#todo` })).toEqual(['Far/N.md:4 Day 1 property']);
  });
  it('a number counts in the tree of the overview’s folder only', () => {
    expect(
      handbook({ 'Eng/Ops/Sub/N.md': '---\nphase: 1\n---\n#todo', 'Far/N.md': '---\nphase: 1\n---\n#todo' }),
    ).toEqual(['Eng/Ops/Sub/N.md:4 Day 1 property', 'Far/N.md:4 Elsewhere none']);
  });
  it('a heading that is one link to a phase page rules what stands under it', () => {
    const headings = '# [[Day 1 Operations|Day 1]]\n## A\n#todo\n# B\n#todo\n# See [[Day 2 Operations]]\n#todo\n';
    expect(handbook({ 'Far/N.md': headings })).toEqual([
      'Far/N.md:3 Day 1 heading',
      'Far/N.md:5 Elsewhere none',
      'Far/N.md:7 Elsewhere none',
    ]);
  });
  it('phases do not nest: a phase heading of any level closes the one before', () => {
    const text = '# [[Day 1 Operations]]\n## [[Day 2 Operations]]\n#todo\n## Performance\n#todo\n';
    expect(handbook({ 'Far/N.md': text })).toEqual(['Far/N.md:3 Day 2 heading', 'Far/N.md:5 Elsewhere none']);
  });
  it('in the overview a plain name is enough; elsewhere it is a heading like others', () => {
    const text = '# Day 1\n#todo\n';
    const overview = HANDBOOK['Eng/Ops/Operations Overview.md'] + text;
    expect(handbook({ 'Far/N.md': text, 'Eng/Ops/Operations Overview.md': overview })).toEqual([
      'Eng/Ops/Operations Overview.md:5 Day 1 heading',
      'Far/N.md:2 Elsewhere none',
    ]);
  });
  it('a folder named like the phase or its page rules, beside the page or around it; the nearest wins', () => {
    expect(
      handbook({
        'Eng/Ops/Day 1/N.md': '#todo',
        'Eng/Ops/day-2 operations/deep/N.md': '#todo',
        'Eng/Ops/Day 1/Day 2/N.md': '#todo',
        'Far/Day 1/N.md': '#todo',
      }),
    ).toEqual([
      'Eng/Ops/Day 1/Day 2/N.md:1 Day 1 folder',
      'Eng/Ops/Day 1/N.md:1 Day 1 folder',
      'Eng/Ops/day-2 operations/deep/N.md:1 Day 2 folder',
      'Far/Day 1/N.md:1 Elsewhere none',
    ]);
  });
  it('a folder around two phase pages counts for none', () => {
    const pages = { 'Day 1/Day 0 Operations.md': PAGE, 'Day 1/Day 1 Operations.md': PAGE };
    expect(judge({ ...pages, 'Day 1/N.md': '#todo' })).toEqual(['Day 1/N.md:1 Elsewhere none']);
    expect(judge({ 'Day 1/Day 1 Operations.md': PAGE, 'Day 1/N.md': '#todo' })).toEqual(['Day 1/N.md:1 Day 1 folder']);
  });
  it('the subject of a responsibility belongs to the page’s phase, the earliest first', () => {
    const page = (...bullets: string[]): string => `# Overview\n## Responsibilities\n${bullets.join('\n')}\n`;
    const vault = {
      'Eng/Ops/Day 1 Operations.md': page('- [ ] #ops **[[Runbook]]** and more', '- then [[Later]]', '- [[SRE]]'),
      'Eng/Ops/Day 2 Operations.md': page('- x', '  - ![[Runbook]]', '', '### [[Grown]]'),
      'Far/Runbook.md': '#todo',
      'Far/Later.md': '#todo',
      'Far/Grown.md': '#todo',
      'Roles/SRE.md': '#todo',
    };
    expect(handbook(vault)).toEqual([
      'Far/Runbook.md:1 Day 1 linked',
      'Far/Grown.md:1 Day 2 linked',
      'Far/Later.md:1 Elsewhere none',
      'Roles/SRE.md:1 Elsewhere none',
    ]);
    const index = new TextVault({ ...HANDBOOK, ...vault }).index();
    expect(index.todosOf('Far/Runbook.md')[0]?.also.map(({ name }) => name)).toEqual(['Day 2']);
  });
  it('what is left in the overview’s folder is cross-phase, and the rest elsewhere', () => {
    expect(handbook({ 'Eng/Ops/Sub/N.md': '#todo', 'Eng/N.md': '#todo' })).toEqual([
      'Eng/Ops/Sub/N.md:1 Cross-phase overview',
      'Eng/N.md:1 Elsewhere none',
    ]);
  });
  it('an overview at the vault’s root speaks for itself alone', () => {
    const overview = '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# Other\n#todo\n';
    expect(judge({ 'Operations Overview.md': overview, 'N.md': '#todo' })).toEqual([
      'Operations Overview.md:4 Cross-phase overview',
      'N.md:1 Elsewhere none',
    ]);
  });
});

describe('how pages are found', () => {
  const pagesIn = (texts: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): unknown => {
    const { pages, overview, questions } = new TextVault(texts).index(settings).lifecycle;
    return { pages: Object.fromEntries(pages), overview, questions };
  };
  it('by name, case and separators ignored; Day 10 is not Day 1', () => {
    expect(pagesIn({ 'a/day-1_OPS.md': '', 'a/Day 10 Operations.md': '' })).toMatchObject({
      pages: { 'day-1': 'a/day-1_OPS.md' },
    });
  });
  it('a bare Day 1 counts when pages of two other phases stand beside it, or the overview links to it', () => {
    expect(pagesIn({ 'Travel/Day 1.md': '', 'Travel/Day 2.md': '' })).toMatchObject({ pages: {} });
    expect(pagesIn({ 'o/Day 0.md': '', 'o/Day 1.md': '', 'o/Day 2.md': '' })).toMatchObject({
      pages: { 'day-0': 'o/Day 0.md', 'day-1': 'o/Day 1.md' },
    });
    const overview = '[[Day 0 Operations]] [[Day 2 Operations]] [[o/Day 1]]';
    expect(pagesIn({ 'o/Day 1.md': '', 'o/Ops Overview.md': overview })).toMatchObject({
      pages: { 'day-1': 'o/Day 1.md' },
      overview: 'o/Ops Overview.md',
    });
  });
  it('of two the one that the overview links to, then the one with both headings, then the one beside the overview', () => {
    const overview = { 'o/Ops Overview.md': '[[Day 0 Operations]] [[Day 2 Operations]]' };
    expect(pagesIn({ ...overview, 'o/Day 1 Ops.md': '', 'x/Day 1 Operations.md': PAGE })).toMatchObject({
      pages: { 'day-1': 'x/Day 1 Operations.md' },
    });
    expect(pagesIn({ ...overview, 'o/Day 1 Ops.md': '', 'x/Day 1 Operations.md': '' })).toMatchObject({
      pages: { 'day-1': 'o/Day 1 Ops.md' },
    });
    const linked = { 'o/Ops Overview.md': '[[Day 0 Operations]] [[Day 2 Operations]] [[x/Day 1 Operations]]' };
    expect(pagesIn({ ...linked, 'o/Day 1 Ops.md': PAGE, 'x/Day 1 Operations.md': '' })).toMatchObject({
      pages: { 'day-1': 'x/Day 1 Operations.md' },
    });
  });
  it('of two still alike none is guessed, it is asked', () => {
    expect(pagesIn({ 'a/Day 1 Ops.md': '', 'b/Day 1 Operations.md': '' })).toEqual({
      pages: {},
      overview: null,
      questions: [{ kind: 'phase-page', phase: 'Day 1', candidates: ['a/Day 1 Ops.md', 'b/Day 1 Operations.md'] }],
    });
  });
  it('the setting comes first; a setting whose note is missing is said', () => {
    const phases = [{ id: 'day-1', name: 'Day 1', title: '', page: 'x/Live.md', aliases: [], colour: null }];
    expect(pagesIn({ 'x/Live.md': '', 'Day 1 Ops.md': '' }, { phases })).toMatchObject({
      pages: { 'day-1': 'x/Live.md' },
    });
    expect(pagesIn({ 'Day 1 Ops.md': '' }, { phases })).toMatchObject({
      pages: { 'day-1': 'Day 1 Ops.md' },
      questions: [{ kind: 'missing-page', path: 'x/Live.md' }],
    });
  });
  it('a page of a phase that does not exist is proposed', () => {
    expect(
      pagesIn({ 'a/Day 3 Operations.md': '', 'a/Day 3 Overview.md': '', 'a/Cloud Operations.md': '' }),
    ).toMatchObject({
      questions: [{ kind: 'new-phase', page: 'a/Day 3 Operations.md' }],
    });
  });
  it('a conflict copy of a phase page is none', () => {
    expect(pagesIn({ 'a/Day 1 Operations.md': '', 'a/Day 1 Operations (conflict 2026-11-01).md': '' })).toMatchObject({
      pages: { 'day-1': 'a/Day 1 Operations.md' },
      questions: [],
    });
  });
  it('the overview is the note that links to most phase pages, missing ones too', () => {
    const most = '[[Day 0 Operations]] [[Day 1 Operations]] [[Day 2 Operations]]';
    expect(
      pagesIn({ 'Team Overview.md': '[[Day 0 Operations]] [[Day 1 Ops]]', 'x/Ops overview.md': most }),
    ).toMatchObject({ overview: 'x/Ops overview.md' });
    expect(pagesIn({ 'Trip Overview.md': '[[Day 1]] [[Day 2]]', 'Day 1.md': '', 'Day 2.md': '' })).toMatchObject({
      overview: null,
    });
  });
});

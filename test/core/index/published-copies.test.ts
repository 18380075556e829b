// Published copies: counted once, at the page they were made of, or in the copy while that page is missing.
import { describe, expect, it } from 'vitest';
import { toTodoRecord } from '../../../src/cli/todo-record';
import { listTodos } from '../../../src/core/index/list-todos';
import { TextVault } from '../text-vault';

/** What the Digital Garden leaves of an embed. */
const copy = (href: string, ...lines: string[]): string =>
  `\n<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}" aria-label="Open link"><svg></svg></a><div class="markdown-embed">\n\n\n\n${lines.join('\n')}\n\n\n</div></div>\n`;

const SECTION = ['# Overview', '## Responsibilities', '- a', '#todo'];

/** Each todo as `path:line kind title -> column why (shown in …)`. */
function todos(texts: Readonly<Record<string, string>>): string[] {
  const index = new TextVault(texts).index();
  return listTodos(index, true).map((todo) => {
    const { path, line, kind, title, column, why, shownIn } = toTodoRecord(todo, index);
    return `${path}:${line} ${kind} ${title} -> ${column} ${why}${shownIn.length > 0 ? ` (${shownIn.join(', ')})` : ''}`;
  });
}

describe('a copy whose page is missing', () => {
  it('is the todo, in the phase that its address names', () => {
    expect(todos({ 'Home.md': copy('/x/day-1-operations/#overview', ...SECTION) })).toEqual([
      'Home.md:9 section Responsibilities -> Day 1 flattened',
    ]);
  });
  it('has headings of its own: they neither end the host’s sections nor stand under them', () => {
    const host = `# Host\n## Part${copy('/x/day-1-operations/#overview', ...SECTION)}\nText #todo\n`;
    const index = new TextVault({ 'Home.md': host }).index();
    expect(index.todosOf('Home.md').map(({ headings, excerpt }) => [headings, excerpt])).toEqual([
      [['Overview', 'Responsibilities'], '- a'],
      [['Host', 'Part'], 'Text'],
    ]);
  });
  it('is judged by the host’s rules when its address names no phase', () => {
    const host = `# [[Day 2 Operations]]\n${copy('/guide/#a', '# A', '#todo')}\n# Other\n`;
    expect(todos({ 'Home.md': host })).toEqual(['Home.md:8 section A -> Day 2 heading']);
  });
  it('follows a nested tag before its address', () => {
    expect(todos({ 'Home.md': copy('/x/day-1-operations/#a', '# A', '#todo/day-2') })).toEqual([
      'Home.md:7 section A -> Day 2 tag',
    ]);
  });
  it('with a bare day-1 in its address says a phase only in company', () => {
    expect(todos({ 'Trip.md': copy('/travel/day-1/', '#todo') })).toEqual(['Trip.md:6 note day 1 -> Elsewhere none']);
    const three = ['0', '1', '2'].map((day) => copy(`/ops/day-${day}/#a`, '# A', `t${day} #todo`)).join('\n');
    expect(todos({ 'Ops.md': three }).map((todo) => todo.split(' -> ')[1])).toEqual([
      'Day 0 flattened',
      'Day 1 flattened',
      'Day 2 flattened',
    ]);
  });
});

describe('a copy whose page is in the vault', () => {
  const page = SECTION.join('\n');
  it('is not counted, and shows the page’s todo', () => {
    expect(
      todos({ 'x/Day 1 Operations.md': page, 'Home.md': copy('/x/day-1-operations/#overview', ...SECTION) }),
    ).toEqual(['x/Day 1 Operations.md:4 section Responsibilities -> Day 1 phase-page (Home.md)']);
  });
  it('is found by permalink, by dg-permalink, and by the slug of its path', () => {
    expect(todos({ 'x/My Page.md': page, 'Home.md': copy('/x/My%20Page/#Overview', ...SECTION) })).toHaveLength(1);
    expect(todos({ '解決/手順.md': page, 'Home.md': copy('/解決/手順/#overview', ...SECTION) })).toHaveLength(1);
    for (const front of ['permalink: /p/q/', 'dg-permalink: p/q'])
      expect(
        todos({ 'A.md': `---\n${front}\n---\n${page}`, 'Home.md': copy('/p/q/#overview', ...SECTION) }),
      ).toHaveLength(1);
    expect(
      todos({ 'R&D/DevSecOps Über.md': page, 'Home.md': copy('/r-and-d/dev-sec-ops-ueber/#overview', ...SECTION) }),
    ).toHaveLength(1);
  });
  it('counts again when the page has not that section: someone clicked the link and made an empty note', () => {
    expect(
      todos({ 'x/Day 1 Operations.md': '', 'Home.md': copy('/x/day-1-operations/#overview', ...SECTION) }),
    ).toEqual(['Home.md:9 section Responsibilities -> Day 1 flattened']);
    expect(todos({ 'G.md': '', 'Home.md': copy('/g/', 'a #todo') })).toHaveLength(1);
  });
  it('that is stale shows nothing of what it no longer says', () => {
    expect(todos({ 'G.md': '# A\nnew #todo', 'Home.md': copy('/g/#a', '# A', 'old #todo') })).toEqual([
      'G.md:2 block new -> Elsewhere none',
    ]);
  });
});

describe('copies of one missing page in several notes', () => {
  it('are one todo, at the outermost copy, shown in the others', () => {
    const inner = copy('/x/day-1-operations/#overview', ...SECTION);
    expect(todos({ 'A.md': copy('/overview/', '# Ops', inner), 'B.md': inner, 'C.md': inner })).toEqual([
      'B.md:9 section Responsibilities -> Day 1 flattened (A.md, C.md)',
    ]);
  });
  it('in one note twice are one todo', () => {
    const one = copy('/x/day-1-operations/#overview', ...SECTION);
    expect(todos({ 'A.md': `${one}\n${one}` })).toEqual(['A.md:9 section Responsibilities -> Day 1 flattened']);
  });
});

describe('what is no copy', () => {
  it('a block whose closing divs are missing is ordinary text', () => {
    const broken = copy('/x/day-1-operations/#overview', ...SECTION).replace('</div></div>', '');
    expect(todos({ 'A.md': broken })).toEqual(['A.md:9 section Responsibilities -> Elsewhere none']);
  });
  it('one in a code fence is an example', () => {
    expect(todos({ 'A.md': `\`\`\`html${copy('/x/day-1-operations/', 'x #todo')}\`\`\`\n# A\n#todo\n` })).toEqual([
      'A.md:12 section A -> Elsewhere none',
    ]);
  });
  it('a title that the publisher added is no heading of the copy', () => {
    const titled = copy(
      '/g/#a',
      '<div class="markdown-embed-title">',
      '',
      '# Alias',
      '',
      '</div>',
      '',
      '## A',
      'text #todo',
    );
    const index = new TextVault({ 'Home.md': titled.replace('# Alias', '# Alias #todo') }).index();
    expect(index.todosOf('Home.md').map(({ headings }) => headings)).toEqual([['A']]);
  });
});

describe('where a todo is shown', () => {
  const shown = (texts: Readonly<Record<string, string>>): readonly string[] => {
    const index = new TextVault({ 'N.md': '# A\n## B\n#todo\n# C\nx ^id\n', ...texts }).index();
    return index.shownIn(
      index.todosOf('N.md')[0] ??
        (() => {
          throw new Error('no todo');
        })(),
    );
  };
  it('is every note that transcludes its section, or a section around it, or the note', () => {
    expect(shown({ 'a.md': '![[N#B]]', 'b.md': '![[N#A]]', 'c.md': '![[N]]', 'd.md': '![[N#A#B|x]]' })).toEqual([
      'a.md',
      'b.md',
      'c.md',
      'd.md',
    ]);
  });
  it('is no note that transcludes another section, a missing one, a block, or only links', () => {
    expect(
      shown({ 'a.md': '![[N#C]]', 'b.md': '![[N#X]]', 'c.md': '![[N#^id]]', 'd.md': '[[N#B]]', 'e.md': '![[N.png]]' }),
    ).toEqual([]);
  });
  it('is the parent bullet too, when that is what is transcluded', () => {
    const index = new TextVault({ 'N.md': '- p ^par\n  - x #todo\n', 'a.md': '![[N#^par]]' }).index();
    expect(index.todosOf('N.md').map((todo) => index.shownIn(todo))).toEqual([['a.md']]);
  });
  it('is nothing in a comment', () => {
    expect(shown({ 'a.md': '%%\n![[N]]\n%%' })).toEqual([]);
  });
  it('is found in a vault whose notes all embed each other', () => {
    const names = Array.from({ length: 40 }, (_one, at) => `m${at}`);
    const all = names.map((name) => `![[${name}]]`).join('\n');
    const index = new TextVault(Object.fromEntries(names.map((name) => [`${name}.md`, `# A\n#todo\n${all}`]))).index();
    for (const todo of index.todos()) expect(index.shownIn(todo)).toHaveLength(39);
  });
  it('goes on through notes that transclude those, and survives a circle', () => {
    expect(shown({ 'a.md': '# X\n![[N#B]]\n# Y\n![[b]]', 'b.md': '![[a#X]]', 'c.md': '![[a#Y]]' })).toEqual([
      'a.md',
      'b.md',
      'c.md',
    ]);
  });
  it('is by the app’s own resolution of the name', () => {
    expect(shown({ 'x/N.md': '# B\n', 'x/a.md': '![[x/N#B]]', 'x/b.md': '![[N#B]]' })).toEqual(['x/b.md']);
  });
});

describe('counted, for the board’s first words', () => {
  it('are the copies in notes with todos, and the pages among them that are missing', () => {
    const section = '# A\n#todo';
    const texts = {
      'A.md': copy('/n/#a', section) + copy('/gone/#a', section),
      'B.md': copy('/gone/', 'x #todo'),
      'N.md': section,
      'C.md': copy('/n/#b', '# B\n#todo'),
    };
    expect(new TextVault(texts).index().copyCounts()).toEqual({
      copies: 4,
      notes: ['A.md', 'B.md', 'C.md'],
      missingPages: 1,
      missingIn: ['A.md', 'B.md'],
    });
    expect(new TextVault({ ...texts, 'gone.md': section }).index().copyCounts()).toMatchObject({
      missingPages: 0,
      missingIn: [],
    });
    expect(new TextVault({ ...texts, 'gone.md': '' }).index().copyCounts()).toMatchObject({ missingPages: 1 });
  });
});

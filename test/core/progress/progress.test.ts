// How far a phase is, and what it lacks: as decided by hand for the fixtures, and as the definition says for notes of any kind.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteName } from '../../../src/core/note/link-text';
import { isFinished, phaseProgress, type PhaseProgress } from '../../../src/core/progress/phase-progress';
import { missingFor } from '../../../src/core/progress/readiness';
import { READY_CRITERIA, type ReadyCriterion } from '../../../src/core/settings/settings';
import { generateVault } from '../../bench/generate-vault';
import expected from '../../fixtures/progress.expected.json';
import { fixtureVault } from '../fixture-vault';
import { runs } from '../../property-runs';
import { TextVault } from '../text-vault';

const { today } = expected;

const progressOf = (vault: TextVault): PhaseProgress[] => phaseProgress(vault.index(), vault);

function told(progress: PhaseProgress, criteria: readonly ReadyCriterion[] = READY_CRITERIA): unknown {
  const { name, responsibilities, owned, finished } = progress.summary;
  const missing = missingFor(progress, { today, criteria, errorsIn: () => [] });
  const overdue = progress.todos.filter(({ due }) => due !== null && due < today).length;
  const lines = missing.map(({ what, path, line }) =>
    path === null ? what : `${what} ${noteName(path)}:${(line ?? 0) + 1}`,
  );
  return { name, responsibilities, owned, finished, overdue, ready: missing.length === 0, missing: lines.sort() };
}

describe('progress, as decided by hand', () => {
  it.each(['demo-vault', 'published-vault'] as const)('%s', (name) => {
    expect(progressOf(fixtureVault(name)).map((phase) => told(phase))).toEqual(expected[name]);
  });
  it('the demo vault without the todos of whole lists', () => {
    const vault = fixtureVault('demo-vault');
    for (const day of [0, 1, 2]) {
      const path = `Engineering/Operations/Day ${day} Operations.md`;
      // The line stays, so that no other moves.
      vault.write(path, (vault.texts.get(path) ?? '').replace(/^ *#todo$/m, ''));
    }
    expect(progressOf(vault).map((phase) => told(phase))).toEqual(
      expected['demo-vault without the todos of whole lists'],
    );
  });
  it('a generated handbook of 700 notes', () => {
    const { files, metadata } = generateVault(700);
    const progress = progressOf(new TextVault(Object.fromEntries(files), metadata));
    expect(
      progress.map(({ summary: { name, responsibilities, finished } }) => ({ name, responsibilities, finished })),
    ).toEqual(expected['a generated handbook of 700 notes']);
  });
});

const PAGE = 'Ops/Day 1 Operations.md';
const HEAD = '# Overview\n## Responsibilities\n';

/** The titles of what is finished on a page with these lines below Responsibilities. */
function finishedOf(lines: string, notes: Readonly<Record<string, string>> = {}): string[] {
  const vault = new TextVault({
    'Ops/Day 0 Operations.md': HEAD,
    'Ops/Ops Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]',
    'Roles/SRE.md': 'Learn more. #todo',
    'Ops/N.md': 'x',
    [PAGE]: HEAD + lines,
    ...notes,
  });
  return (progressOf(vault)[1]?.responsibilities ?? []).filter(isFinished).map(({ title }) => title);
}

describe('a responsibility', () => {
  it.each<[why: string, lines: string, finished: string[], notes?: Readonly<Record<string, string>>]>([
    ['is finished when nothing marks it', '- a\n- b\n', ['a', 'b']],
    ['is not when it is marked itself', '- a #todo\n- b\n', ['b']],
    ['or something nested in it is, at any depth', '- a\n  - x\n    - y #todo\n- b\n', ['b']],
    ['or a paragraph in it is', '- a\n\n  More of it. #todo\n- b\n', ['b']],
    ['is when what marked it is closed', '- [x] a #todo\n- [-] b #todo\n- [ ] c #todo\n', ['a', 'b']],
    ['is not while its whole list is open', '- a\n- b\n#todo\n', []],
    ['nor its section, marked below the heading', '#todo\n\n- a\n', []],
    [
      'is not while the note that it grew into has an open todo, wherever it stands',
      '- [[N]]\n- b\n',
      ['b'],
      { 'Ops/N.md': '# A\n- x\n- deep #todo\n' },
    ],
    ['is when all of that note is closed', '- [[N]]\n', ['N'], { 'Ops/N.md': '- [x] deep #todo\n' }],
    ['asks nothing of a note that it only mentions', '- as [[N]] says\n', ['as N says'], { 'Ops/N.md': '#todo\n' }],
    ['nor of its owner, also where the link comes first', '- [[Roles/SRE|The SREs]] watch\n', ['The SREs watch']],
    [
      'nor of another phase’s page',
      '- [[Day 0 Operations]] first\n',
      ['Day 0 Operations first'],
      { 'Ops/Day 0 Operations.md': '#todo\n' },
    ],
    ['that is a heading has the todos below it', '### [[N]]\ntext #todo\n\n### [[N|M]]\n', ['M']],
    ['and those of its sub-headings', '### [[N]]\n#### More\n#todo\n\n### [[N|M]]\n', ['M']],
    [
      'says what it is about without tags, date and owner',
      '- **Watch** it 📅 2026-12-01 ([[Roles/SRE|SRE]]).\n',
      ['Watch it.'],
    ],
    ['counts without words nowhere', '- \n- a\n', ['a']],
    ['in CRLF is the same', '- a\r\n  - x #todo\r\n- b\r\n', ['b']],
    ['is not when a todo of its page marks the whole note', '- a\n', [], { [PAGE]: `#todo\n\n${HEAD}- a\n` }],
    ['or its properties do', '- a\n', [], { [PAGE]: `---\ntags: todo\n---\n${HEAD}- a\n` }],
    ['is when a todo stands elsewhere on the page', '- a\n', ['a'], { [PAGE]: `${HEAD}- a\n# Later\n#todo\n` }],
  ])('%s', (_why, lines, finished, notes) => {
    expect(finishedOf(lines, notes)).toEqual(finished);
  });
});

describe('finished, over random notes', () => {
  // An independent reading of the definition: line by line, for pages of one shape.
  interface Line {
    readonly depth: number;
    readonly tag: boolean;
    readonly closed: boolean;
    readonly link: boolean;
    readonly word: number;
  }
  const line = fc.record({
    depth: fc.nat(2),
    tag: fc.boolean(),
    closed: fc.boolean(),
    link: fc.boolean(),
    word: fc.nat(9),
  });
  const print = ({ depth, tag, closed, link, word }: Line): string =>
    `${'  '.repeat(depth)}- ${closed ? '[x] ' : ''}${link ? `[[N${word}]] ` : ''}w${word}${tag ? ' #todo' : ''}`;
  const isOpen = ({ tag, closed }: Line): boolean => tag && !closed;

  it('agrees with its definition', () => {
    const seldom = fc.nat(5).map((drawn) => drawn === 0);
    const pages = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 8 }),
      // Seldom: where one of them is open, nothing on the page is finished.
      list: seldom,
      overview: seldom,
      note: seldom,
      later: fc.boolean(),
      open: fc.uniqueArray(fc.nat(9)),
      closed: fc.uniqueArray(fc.nat(9)),
    });
    fc.assert(
      fc.property(pages, ({ lines: drawn, list, overview, note, later, open, closed }) => {
        // No bullet stands deeper than one below the one before it.
        const lines = drawn.reduce<Line[]>(
          (all, one) => [...all, { ...one, depth: Math.min(one.depth, (all.at(-1)?.depth ?? -1) + 1) }],
          [],
        );
        const text = [
          ...(note ? ['#todo', ''] : []),
          '# Overview',
          ...(overview ? ['#todo', ''] : []),
          '## Responsibilities',
          ...lines.map(print),
          ...(list ? ['#todo'] : []),
          '',
          '# Later',
          ...(later ? ['#todo'] : []),
          '',
        ];
        const notes = Object.fromEntries(
          Array.from({ length: 10 }, (_, at) => [
            `Ops/N${at}.md`,
            `- a\n${closed.includes(at) ? '- [x] c #todo\n' : ''}${open.includes(at) ? '- o #todo\n' : ''}`,
          ]),
        );
        const vault = new TextVault({
          'Ops/Day 0 Operations.md': HEAD,
          'Ops/Ops Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]',
          ...notes,
          [PAGE]: text.join('\n'),
        });
        const slow = lines.flatMap((top, at) => {
          if (top.depth > 0) return [];
          const end = lines.findIndex(({ depth }, other) => other > at && depth === 0);
          const nested = lines.slice(at, end < 0 ? undefined : end);
          const grown = top.link && open.includes(top.word);
          return [!(note || overview || list || grown || nested.some(isOpen))];
        });
        expect(progressOf(vault)[1]?.responsibilities.map(isFinished)).toEqual(slow);
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('a phase', () => {
  const vault = new TextVault({
    'Ops/Day 0 Operations.md': `${HEAD}- a ([[SRE]])\n- b\n- [[N]]\n`,
    'Ops/Day 1 Operations.md': `${HEAD}- c ([[SRE]])\n`,
    'Ops/Ops Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]',
    'Ops/N.md': '---\nowner: "[[SRE]]"\nphase: Day 1\n---\n- late #todo 📅 2026-11-29\n- soon #todo/day-0\n',
    'Roles/SRE.md': '',
  });
  const [day0, day1, day2] = progressOf(vault);
  const missing = (
    phase: PhaseProgress | undefined,
    criteria: readonly ReadyCriterion[] = READY_CRITERIA,
    errors: string[] = [],
  ): string[] =>
    phase
      ? missingFor(phase, {
          today,
          criteria,
          errorsIn: () => errors.map((message) => ({ at: { line: 4 }, message, fix: null })),
        }).map(({ what, line, text }) => `${what} ${line}: ${text}`)
      : [];

  it('lacks what is open in it or keeps one of its responsibilities from being finished, and owners', () => {
    expect(missing(day0)).toEqual(['overdue 4: late', 'open 5: soon', 'owner 3: b']);
    expect(missing(day1)).toEqual(['overdue 4: late']);
  });
  it('lacks only what counts', () => {
    expect(missing(day0, ['owner'])).toEqual(['owner 3: b']);
    expect(missing(day0, ['overdue'])).toEqual(['overdue 4: late']);
    expect(missing(day0, ['open'])).toEqual(['open 4: late', 'open 5: soon']);
    expect(missing(day0, [])).toEqual([]);
  });
  it('lacks a page without errors', () => {
    expect(missing(day1, ['error', 'open'], ['Leads nowhere'])).toEqual(['error 4: Leads nowhere', 'open 4: late']);
    expect(missing(day1, ['open'], ['Leads nowhere'])).toEqual(['open 4: late']);
  });
  it('lacks a page before all', () => {
    expect(missing(day2)).toEqual(['page null: Day 2 has no page yet']);
  });
});

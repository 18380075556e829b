/**
 * `npm run bench -- scale`: what grows with what. Each row is an input of n, 2n and 4n; what grows as its input does has ratios of about 2. The
 * plugin's core is measured, in CPU time; parsing Markdown is the app's and is done beforehand.
 */
import process from 'node:process';
import type { CheckPort } from '../../src/core/check/check-port';
import { HandbookCheck } from '../../src/core/check/handbook-check';
import { isOperationsPage, operationsPages } from '../../src/core/check/operations-pages';
import { planExtract } from '../../src/core/draft/extract/plan-extract';
import { markDone } from '../../src/core/edit/actions/mark-done';
import { planSeveral } from '../../src/core/edit/actions/plan-several';
import { locateTodo } from '../../src/core/edit/locate-todo';
import { planMove } from '../../src/core/edit/move/plan-move';
import { listBullets } from '../../src/core/edit/split/list-bullets';
import { planSplit } from '../../src/core/edit/split/plan-split';
import type { OperationsIndex } from '../../src/core/index/operations-index';
import { PlanningTextVault } from '../core/edit/planning-text-vault';

type Texts = Readonly<Record<string, string>>;

/** What is measured once the vault is parsed. */
type Work = (vault: PlanningTextVault, index: OperationsIndex) => unknown;

export interface ScaleRow {
  readonly label: string;
  readonly n: number;
  readonly texts: (n: number) => Texts;
  readonly work: Work;
}

const times = (n: number, piece: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => piece(at)).join('');

const PAGES: Texts = {
  'Ops/Operations Overview.md':
    '# [[Day 0 Operations]]\n\n![[Day 0 Operations#Overview]]\n\n# [[Day 1 Operations]]\n\n![[Day 1 Operations#Overview]]\n',
  'Ops/Day 0 Operations.md': '# Overview\n\nPlan.\n\n## Responsibilities\n\n- Plan it\n',
  'Ops/Day 1 Operations.md': '# Overview\n\nDeploy.\n\n## Responsibilities\n\n- Deploy it\n',
};

const NOTE = 'Ops/Work.md';
const noteOf =
  (text: (n: number) => string) =>
  (n: number): Texts => ({ ...PAGES, [NOTE]: text(n) });
const pageOf =
  (text: (n: number) => string) =>
  (n: number): Texts => ({ ...PAGES, 'Ops/Day 0 Operations.md': text(n) });

const copy = (at: number, inside: string): string =>
  `<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/gone/page-${at}/#overview"></a><div class="markdown-embed">\n\n# Overview\n\n- Step ${at} #todo\n\n${inside}\n\n</div></div>\n\n`;

const nested = (n: number): string =>
  Array.from({ length: n }, (_, at) => at).reduceRight((inside, at) => copy(at, inside), '');

const reindex =
  (path: string): Work =>
  (vault, index) => {
    vault.feed(index, path);
    index.settle();
  };

const middle = (index: OperationsIndex, path: string) => {
  const todos = index.todosOf(path);
  const todo = todos[todos.length >> 1];
  if (!todo) throw new Error(`${path} has no todo.`);
  return todo;
};

const done =
  (path: string): Work =>
  (vault, index) =>
    planSeveral({ vault, index }, [middle(index, path)], markDone());
const move =
  (path: string): Work =>
  (vault, index) =>
    planMove({ vault, index }, [middle(index, path)], { column: 'Day 1', withText: false });

/** All of a note's todos at once, as when a column's cards are selected. */
const allDone =
  (path: string): Work =>
  (vault, index) =>
    planSeveral({ vault, index }, index.todosOf(path), markDone());
const allMoved =
  (path: string): Work =>
  (vault, index) =>
    planMove({ vault, index }, index.todosOf(path), { column: 'Day 1', withText: false });
const split =
  (path: string): Work =>
  async (vault, index) => {
    const todo = middle(index, path);
    const located = await locateTodo({ vault, index }, todo);
    if ('refusal' in located) throw new Error(located.refusal);
    const bullets = listBullets({ vault, index }, located).map(({ text }, at) => ({ at, text, owner: null }));
    return planSplit({ vault, index }, todo, { bullets, keep: false });
  };

const toNote =
  (path: string): Work =>
  (vault, index) =>
    planExtract(
      { vault, index, now: (format) => format, templateFolders: [], runsTemplater: false },
      { path, lines: [middle(index, path).line], titles: ['Turned'], leave: 'link', template: null },
    );

const portOf = (vault: PlanningTextVault, index: OperationsIndex): CheckPort => ({
  vault,
  embeds: vault.embeds,
  index: () => index,
  isIgnored: () => false,
  read: (path) => vault.read(path),
  canvases: () => vault.canvases(),
  today: () => '2026-11-29',
  breathe: () => null,
});

/** The check of all notes, or of one: what an editor asks that has it open. */
const check =
  (only?: string): Work =>
  (vault, index) =>
    new HandbookCheck(portOf(vault, index)).settle(only);

const BULLETS = noteOf((n) => times(n, (at) => `- Step ${at} #todo\n`));
const RESPONSIBILITIES = pageOf(
  (n) =>
    `# Overview\n\n## Responsibilities\n\n${times(n, (at) => `- [[Note ${at}]] is looked after by [[Roles/SRE|SRE]] #todo\n`)}`,
);
/** Notes of a handbook, each leading to the next, and one that is published with snapshots of the board. */
const HANDBOOK = (n: number, snapshots = 1): Texts => ({
  ...PAGES,
  'Ops/Status.md': `---\ndg-publish: true\n---\n${times(snapshots, (at) => `# Part ${at}\n\n%% phase-board snapshot: show:list %%\n\nOld.\n\n%% phase-board end %%\n\n`)}`,
  ...Object.fromEntries(
    Array.from({ length: n }, (_, at) => [`Ops/Notes/N${at}.md`, `# Part\n\n- Step #todo\n- [[N${(at + 1) % n}]]\n`]),
  ),
});
const TAGS = noteOf((n) => `# Work\n\nCall ${times(n, () => '#todo ')}them\n`);

export const SCALE_ROWS: readonly ScaleRow[] = [
  { label: 'todo bullets in a note: index', n: 2_500, texts: BULLETS, work: reindex(NOTE) },
  { label: '  done', n: 2_500, texts: BULLETS, work: done(NOTE) },
  { label: '  move', n: 2_500, texts: BULLETS, work: move(NOTE) },
  { label: '  all done', n: 1_000, texts: BULLETS, work: allDone(NOTE) },
  { label: '  all moved', n: 500, texts: BULLETS, work: allMoved(NOTE) },
  {
    label: '  all moved whose tags name another phase',
    n: 500,
    texts: noteOf((n) => times(n, (at) => `- Step ${at} #todo/day-0\n`)),
    work: allMoved(NOTE),
  },
  {
    label: 'bullets of a section: split into all of them',
    n: 1_000,
    texts: noteOf((n) => `# Work\n\n#todo\n\n${times(n, (at) => `- Step ${at}\n`)}`),
    work: split(NOTE),
  },
  {
    label: 'responsibilities of a phase page: update',
    n: 2_500,
    texts: RESPONSIBILITIES,
    work: reindex('Ops/Day 0 Operations.md'),
  },
  { label: '  done', n: 2_500, texts: RESPONSIBILITIES, work: done('Ops/Day 0 Operations.md') },
  { label: '  move', n: 2_500, texts: RESPONSIBILITIES, work: move('Ops/Day 0 Operations.md') },
  { label: '  all moved', n: 500, texts: RESPONSIBILITIES, work: allMoved('Ops/Day 0 Operations.md') },
  {
    label: '  all moved to a page with as many',
    n: 250,
    texts: (n) => ({
      ...RESPONSIBILITIES(n),
      'Ops/Day 1 Operations.md': RESPONSIBILITIES(n)['Ops/Day 0 Operations.md'] ?? '',
    }),
    work: allMoved('Ops/Day 0 Operations.md'),
  },
  {
    label: '  all moved with a footnote each',
    n: 250,
    texts: pageOf(
      (n) =>
        `# Overview\n\n## Responsibilities\n\n${times(n, (at) => `- Step ${at}[^${at}] #todo\n`)}\n# Notes\n\n${times(n, (at) => `[^${at}]: Note ${at}\n`)}`,
    ),
    work: allMoved('Ops/Day 0 Operations.md'),
  },
  { label: 'tags on one line: index', n: 1_000, texts: TAGS, work: reindex(NOTE) },
  { label: '  move', n: 1_000, texts: TAGS, work: move(NOTE) },
  {
    label: 'tags in a comment on one line: index',
    n: 2_000,
    texts: noteOf((n) => `# Work\n\nCall %% ${times(n, (at) => `#todo/s${at} `)}%%\n`),
    work: reindex(NOTE),
  },
  {
    label: 'tag lines in a list: index',
    n: 2_000,
    texts: noteOf((n) => `# Work\n\n${times(n, (at) => `- Step ${at}\n  #todo\n`)}`),
    work: reindex(NOTE),
  },
  {
    label: 'headings with a todo each: index',
    n: 2_000,
    texts: noteOf((n) => times(n, (at) => `# [[Part ${at}]]\n\n#todo\n\nText.\n\n`)),
    work: reindex(NOTE),
  },
  {
    label: '  all done',
    n: 500,
    texts: noteOf((n) => times(n, (at) => `# Part ${at}\n\n#todo\n\nText.\n\n`)),
    work: allDone(NOTE),
  },
  {
    label: '  all moved whose links lead to one another',
    n: 200,
    texts: noteOf((n) => times(n, (at) => `# Part ${at} #todo/day-0\n\nSee [[#Part ${(at + 1) % n} todo day-0]].\n\n`)),
    work: allMoved(NOTE),
  },
  // A list twice as deep is four times as long: its lines are indented.
  {
    label: 'kB of a deep list: index',
    n: 100,
    texts: noteOf((n) => times(Math.round(Math.sqrt(n * 1000)), (at) => `${' '.repeat(2 * at)}- Level ${at} #todo\n`)),
    work: reindex(NOTE),
  },
  {
    label: 'frozen copies in a note: index',
    n: 1_000,
    texts: noteOf((n) => times(n, (at) => copy(at, ''))),
    work: reindex(NOTE),
  },
  { label: '  of one page', n: 1_000, texts: noteOf((n) => times(n, () => copy(0, ''))), work: reindex(NOTE) },
  { label: '  in one another', n: 500, texts: noteOf(nested), work: reindex(NOTE) },
  {
    label: 'notes of one name in a ring of embeds: all shown in',
    n: 250,
    texts: (n) => ({
      ...PAGES,
      ...Object.fromEntries(
        Array.from({ length: n }, (_, at) => [`F${at}/Note.md`, `# A\n\n#todo\n\n![[F${(at + 1) % n}/Note]]\n`]),
      ),
    }),
    work: (_vault, index) => [...index.todos()].map((todo) => index.shownIn(todo)),
  },
  {
    label: 'bullets below one in a callout: index',
    n: 10_000,
    texts: noteOf((n) => `> [!note]\n> - Steps #todo\n${times(n, (at) => `>   - Step ${at}\n`)}`),
    work: reindex(NOTE),
  },
  {
    label: 'bullets below one: it becomes a note',
    n: 2_500,
    texts: noteOf((n) => `# Work\n\n- Steps #todo\n${times(n, (at) => `  - Step ${at}\n`)}`),
    work: toNote(NOTE),
  },
  { label: 'notes of a handbook: check', n: 1_000, texts: HANDBOOK, work: check() },
  { label: '  of one that an editor holds', n: 1_000, texts: HANDBOOK, work: check('Ops/Notes/N0.md') },
  {
    label: '  the pages of operations',
    n: 5_000,
    texts: HANDBOOK,
    work: (vault, index) => operationsPages(portOf(vault, index)),
  },
  {
    label: '  whether a note is none of them',
    n: 5_000,
    texts: HANDBOOK,
    work: (vault, index) => isOperationsPage('Elsewhere.md', portOf(vault, index)),
  },
  {
    label: 'todos that a snapshot of the board shows: check of its note',
    n: 1_000,
    texts: HANDBOOK,
    work: check('Ops/Status.md'),
  },
  {
    label: 'snapshots in a note: check of it',
    n: 50,
    texts: (n) => HANDBOOK(200, n),
    work: check('Ops/Status.md'),
  },
];

const cpu = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** The smallest of some runs: what disturbs the machine only adds. */
const ROUNDS = 3;

/** CPU milliseconds. `Vault` is that of the row's own commit. */
export async function measureRow({ texts, work }: ScaleRow, n: number, Vault = PlanningTextVault): Promise<number> {
  const vault = new Vault(texts(n));
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    // A fresh one each time: what the last round has found must not be remembered.
    const index = vault.index();
    least = Math.min(least, await cpu(() => work(vault, index)));
  }
  return least;
}

/** The figures as a table: CPU milliseconds at n, 2n and 4n, and how the last two grew. */
export async function reportScale(say: (text: string) => void): Promise<string> {
  const lines = [
    `${'CPU, ms'.padEnd(56)}${['n', 'at n', 'at 2n', 'at 4n', '2n/n', '4n/2n'].map((head) => head.padStart(9)).join('')}`,
  ];
  for (const row of SCALE_ROWS) {
    const figures: number[] = [];
    for (const factor of [1, 2, 4]) figures.push(await measureRow(row, row.n * factor));
    const [once = 0, twice = 0, four = 0] = figures;
    lines.push(
      `${row.label.padEnd(56)}${[String(row.n), ...figures.map((figure) => figure.toFixed(1)), (twice / once).toFixed(1), (four / twice).toFixed(1)].map((cell) => cell.padStart(9)).join('')}`,
    );
    say(lines.at(-1) ?? '');
  }
  return `${lines.join('\n')}\n`;
}

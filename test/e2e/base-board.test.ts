// The phase board as a layout of a base: its notes in the columns of their phases, in the base's order, with what the base shows of them.
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openNote } from '../workbench/open-workbench';
import { BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { activeNote } from './on-page';

const PAGE = (purpose: string, ...bullets: string[]): string =>
  `# Overview\n## ${purpose} Phase\nText.\n## Responsibilities\n${bullets.map((bullet) => `- ${bullet}\n`).join('')}`;

const VAULT = {
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
  'Ops/Day 0 Operations.md': PAGE('Planning', 'Draw the network #todo', 'Name the owners'),
  'Ops/Day 1 Operations.md': PAGE('Deployment', '[[Runbook]]: roll out'),
  'Ops/Day 2 Operations.md': PAGE('Maintenance', 'Patch #todo'),
  'Ops/Metrics.md': '---\nstatus: draft\n---\nText.\n',
  'Notes/Runbook.md':
    '---\nstatus: ready\nrole: "[[SRE]]"\n---\n# Steps\n## Drain\n#todo\n\n## Roll back #todo\n\n- Tell support #todo\n',
  'Notes/Plan.md': '---\nphase: Day 0\nstatus: draft\ntags: [todo/blocked]\n---\n',
  'Notes/Travel.md': '---\nstatus: ready\n---\nText.\n',
  'Roles/SRE.md': '',
  'Notes/Sketch.canvas': '{}',
  'Board.base': [
    'filters:',
    '  not:',
    '    - file.inFolder("Roles")',
    'properties:',
    '  note.role:',
    '    displayName: Whose',
    'views:',
    '  - type: operations-lifecycle-board',
    '    name: Phases',
    '    filters:',
    '      or:',
    '        - file.inFolder("Ops")',
    '        - file.inFolder("Notes")',
    '    order: [file.name, status, role]',
    '    sort:',
    '      - property: file.name',
    '        direction: DESC',
    '  - type: operations-lifecycle-board',
    '    name: By status',
    '    order: [file.name]',
    '    groupBy:',
    '      property: status',
    '      direction: ASC',
    '    filters: file.inFolder("Notes")',
    '',
  ].join('\n'),
};

describeInBrowser('the phase board as a layout of a base', () => {
  const on = openForAll({ vault: VAULT, viewport: { width: 1300, height: 900 } });
  let board: BoardPage;

  beforeAll(() => {
    board = new BoardPage(on.page, on.page.locator('.ops-base'));
  });
  beforeEach(async () => {
    await openNote(on, 'Board.base');
    await board.root.locator('.ops-card').first().waitFor();
  });

  it('puts each note into the column of its phase, by whatever rule, in the base’s order', async () => {
    expect(await board.columnNames()).toEqual(['Day 0', 'Day 1', 'Day 2', 'Cross-phase', 'Elsewhere']);
    expect(await board.titles('Day 0')).toEqual(['Plan', 'Day 0 Operations']);
    expect(await board.titles('Day 1')).toEqual(['Runbook', 'Day 1 Operations']);
    expect(await board.titles('Cross-phase')).toEqual(['Operations Overview', 'Metrics']);
    expect(await board.titles('Elsewhere')).toEqual(['Travel']);
    expect(await board.root.innerText()).toContain('1 file of this base is no note: it is not shown here.');
  });

  it('shows of a note what the base shows, how far its phase is, and what is open in it', async () => {
    expect(await board.card('Runbook').locator('.ops-property').allInnerTexts()).toEqual([
      'status\nready',
      'Whose\nSRE',
    ]);
    expect(await board.card('Runbook').locator('.ops-note-todo').allInnerTexts()).toEqual([
      'Drain',
      'Roll back',
      'Tell support',
    ]);
    expect(await board.card('Day 0 Operations').innerText()).toContain('1 of 2 done');
  });

  it('opens a note, and a todo at its place', async () => {
    await board.card('Runbook').getByText('Tell support').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Notes/Runbook.md');
  });
});

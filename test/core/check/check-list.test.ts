// What the pane of the handbook check lists: by severity and note, one line for each kind in a note.
import { describe, expect, it } from 'vitest';
import { buildCheckList, type CheckListRequest } from '../../../src/core/check/build-check-list';
import type { Finding } from '../../../src/core/check/facts/finding';

const finding = (path: string, rule: string, severity: Finding['severity'], line: number): Finding =>
  ({
    path,
    rule,
    severity,
    at: { line, col: 0, offset: line * 10 },
    message: `${rule} in line ${line}`,
    subject: `${line}`,
    fix: null,
  }) as unknown as Finding;

const FOUND = [
  finding('A.md', 'public-todo', 'info', 1),
  finding('A.md', 'dead-link', 'warning', 2),
  finding('A.md', 'dead-link', 'warning', 5),
  finding('B.md', 'missing-note', 'error', 3),
  finding('B.md', 'dead-link', 'warning', 4),
];

const list = (wish: Partial<CheckListRequest> = {}): string[] =>
  buildCheckList({
    findings: FOUND,
    ignored: [],
    rule: '',
    severity: '',
    showIgnored: false,
    ...wish,
  }).sections.flatMap(({ severity, count, groups }) => [
    `${severity} ${count}`,
    ...groups.flatMap(({ path, rows }) =>
      rows.map(({ finding: { rule }, places }) => `${path} ${rule} ${places.map(({ at }) => at.line).join()}`),
    ),
  ]);

describe('the list of the check', () => {
  it('goes by severity, then by note, and folds what is of one rule in one note', () => {
    expect(list()).toEqual([
      'error 1',
      'B.md missing-note 3',
      'warning 3',
      'A.md dead-link 2,5',
      'B.md dead-link 4',
      'info 1',
      'A.md public-todo 1',
    ]);
  });
  it('shows of that one severity, or one rule', () => {
    expect(list({ severity: 'error' })).toEqual(['error 1', 'B.md missing-note 3']);
    expect(list({ rule: 'dead-link' })).toEqual(['warning 3', 'A.md dead-link 2,5', 'B.md dead-link 4']);
  });
});

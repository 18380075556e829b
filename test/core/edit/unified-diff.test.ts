// What a plan would do, as the diff that the command line prints: `git apply` takes it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unifiedDiff } from '../../../src/core/edit/describe-plan';
import { makePlan } from '../../../src/core/edit/edit-plan';

const PLAN = makePlan({
  done: 'Done',
  creates: [{ path: 'Neu.md', text: 'one\ntwo' }],
  changes: [
    { path: 'Übersicht 1.md', before: 'a\nb\nc', edits: [{ start: 2, end: 3, insert: 'B\nB', guards: [] }] },
    { path: 'Empty.md', before: '', edits: [{ start: 0, end: 0, insert: 'x\n', guards: [] }] },
  ],
});

it('names the notes as they are called, and says where a last line has no end', () => {
  expect(unifiedDiff(PLAN)).toBe(
    `--- /dev/null
+++ b/Neu.md
@@ -0,0 +1,2 @@
+one
+two
\\ No newline at end of file
--- a/Übersicht 1.md
+++ b/Übersicht 1.md
@@ -1,3 +1,4 @@
 a
-b
+B
+B
 c
\\ No newline at end of file
--- a/Empty.md
+++ b/Empty.md
@@ -0,0 +1,1 @@
+x`,
  );
});

it('is applied by git', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unified-diff-'));
  for (const { path, before } of PLAN.changes) writeFileSync(join(folder, path), before);
  execFileSync('git', ['apply', '-'], { cwd: folder, input: `${unifiedDiff(PLAN)}\n` });
  expect(['Neu.md', 'Übersicht 1.md', 'Empty.md'].map((path) => readFileSync(join(folder, path), 'utf8'))).toEqual([
    'one\ntwo',
    'a\nB\nB\nc',
    'x\n',
  ]);
});

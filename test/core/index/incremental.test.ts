// Whatever happens to a vault, the index that followed it note by note equals one built from nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTodoRecord } from '../../../src/cli/todo-record';
import { listTodos } from '../../../src/core/index/list-todos';
import type { OperationsIndex } from '../../../src/core/index/operations-index';
import { phaseProgress } from '../../../src/core/progress/phase-progress';
import { runs } from '../../property-runs';
import { TextVault } from '../text-vault';

/** Few paths with the names that matter, so that notes shadow, link and embed each other all the time. */
const PATHS = [
  'Ops/Day 0 Operations.md',
  'Ops/Day 1 Operations.md',
  'Ops/Day 2 Ops.md',
  'Ops/Operations Overview.md',
  'Ops/Day 1/Runbook.md',
  'Ops/Sub/Plan.md',
  'Team Overview.md',
  'Day 1.md',
  'Runbook.md',
  'Roles/SRE.md',
  'Team/SRE.md',
  'Old/Day 1 Operations.md',
  'Published.md',
  'Mirror.md',
];

const copyOf = (href: string, text: string): string =>
  `<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}"></a><div class="markdown-embed">\n\n\n\n${text}\n\n\n</div></div>\n`;

const BITS = [
  '# Overview\n',
  '## Responsibilities\n',
  '#todo\n',
  '- [[Runbook]] does it #todo\n',
  '- [[Plan|The plan]]\n',
  '- a [[Runbook]]\n#todo\n',
  '#todo [[SRE]]\n',
  '# [[Day 0 Operations]]\n',
  '# [[Ops/Day 1 Operations|Day 1]]\n',
  '## [[Day 2 Ops]]\n',
  '## Metrics\n',
  'Text #todo/day-2/blocked\n\n',
  '- x #todo ([[Roles/SRE|SRE]])\n',
  '\n![[Day 0 Operations#Overview]]\n\n',
  '\n![[Ops/Day 1 Operations]]\n\n',
  '\n![[Operations Overview]]\n\n',
  '\n![[Runbook#Responsibilities]]\n\n',
  `\n${copyOf('/ops/day-1-operations/#overview', '# Overview\n## Responsibilities\n- b\n#todo')}\n`,
  `\n${copyOf('/ops/day-2-ops/', 'Intro #todo')}\n`,
  `\n${copyOf('/ops/operations-overview/', `## Ops\n${copyOf('/ops/day-1-operations/#overview', '# Overview\n## Responsibilities\n- b\n#todo')}`)}\n`,
];

const FRONTMATTER = [
  '',
  '---\nphase: "[[Day 1 Operations]]"\nowner: "[[SRE]]"\n---\n',
  '---\nphase: Deployment\ntags: todo\n---\n',
  '---\nphase: 2\n---\n',
  '---\ntags: [todo]\nowner: "[[SRE]]"\n---\n',
  '---\npermalink: /ops/day-1-operations/\n---\n',
];

const text = fc
  .tuple(fc.constantFrom(...FRONTMATTER), fc.array(fc.constantFrom(...BITS), { maxLength: 6 }))
  .map(([front, bits]) => front + bits.join(''));
const path = fc.constantFrom(...PATHS);

type Step =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'delete'; readonly path: string }
  | { readonly do: 'rename'; readonly path: string; readonly to: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), path, text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), path }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), path, to: path }) },
);

/** What the feed does with each event, without its timing. */
function apply(vault: TextVault, index: OperationsIndex, step: Step): void {
  switch (step.do) {
    case 'write': {
      const isNew = !vault.exists(step.path);
      vault.write(step.path, step.text);
      index.foldersChanged();
      if (isNew) index.fileChanged(step.path);
      vault.feed(index, step.path);
      break;
    }
    case 'delete':
      vault.remove(step.path);
      index.foldersChanged();
      index.put(step.path, null);
      index.fileChanged(step.path);
      break;
    case 'rename': {
      const text = vault.texts.get(step.path);
      if (text === undefined || vault.exists(step.to)) return;
      vault.remove(step.path);
      vault.write(step.to, text);
      index.foldersChanged();
      index.move(step.path, step.to);
      index.fileChanged(step.path);
      index.fileChanged(step.to);
      vault.feed(index, step.to);
      break;
    }
  }
}

function picture(vault: TextVault, index: OperationsIndex): unknown {
  const todos = listTodos(index, true);
  return {
    todos: todos.map((todo) => toTodoRecord(todo, index)),
    phases: phaseProgress(index, vault).map(({ summary, responsibilities }) => ({ summary, responsibilities })),
    questions: index.lifecycle.questions,
  };
}

function settleAll(vault: TextVault, index: OperationsIndex): void {
  index.settle();
  for (let again = index.takeRereads(); again.length > 0; again = index.takeRereads()) {
    for (const note of again) vault.feed(index, note);
    index.settle();
  }
}

describe('the index that follows a vault', () => {
  it('equals a fresh one after any sequence of edits, renames and deletions', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 5 }),
        (steps, gathered) => {
          const vault = new TextVault();
          const index = vault.index();
          steps.forEach((one, at) => {
            apply(vault, index, one);
            // Events are gathered: several may come before the index is settled.
            if (at % gathered !== 0) return;
            settleAll(vault, index);
            // Looking at it in between must not freeze what it shows.
            picture(vault, index);
          });
          settleAll(vault, index);
          expect(picture(vault, index)).toEqual(picture(vault, vault.index()));
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('judges again only what can be affected by a change', () => {
    const vault = new TextVault({ 'Ops/Day 1 Operations.md': '# Overview\n#todo', 'Far/Away.md': '# A\n#todo' });
    const index = vault.index();
    const [before] = index.todosOf('Far/Away.md');
    apply(vault, index, { do: 'write', path: 'Ops/Day 1 Operations.md', text: '# Overview\n#todo\nMore' });
    settleAll(vault, index);
    expect(index.todosOf('Far/Away.md')[0]).toBe(before);
  });
});

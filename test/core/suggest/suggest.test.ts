// What is suggested behind a todo tag that is being typed, and what choosing it writes. `|` is the cursor.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { findTyped } from '../../../src/core/suggest/find-typed';
import { listSuggestions } from '../../../src/core/suggest/list-suggestions';
import { planSuggestion } from '../../../src/core/suggest/plan-suggestion';
import { isRefusal } from '../../../src/core/text/refusal';
import { runs } from '../../property-runs';
import { planningOf } from '../edit/act';

const PAGE = '# Overview\n## Responsibilities\n- one #todo/blocked\n- two #todo/blocked/legal\n';
const NOTES = {
  'Ops/Day 0 Operations.md': PAGE,
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n',
  'Ops/Ops Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]',
  'Roles/SRE.md': '',
  'Roles/Site Lead.md': '',
};
const NOW = new Date(2026, 10, 25);

function typedIn(line: string): ReturnType<typeof findTyped> {
  return findTyped(['#todo'], line.replace('|', ''), line.indexOf('|'));
}

/** The names of what is suggested. */
function suggested(line: string): string[] {
  const typed = typedIn(line);
  const { planning } = planningOf(NOTES);
  return typed ? listSuggestions(planning, typed, NOW).map(({ name }) => name) : [];
}

/** The text once the suggestion of that name has been chosen, or why it is refused. */
async function chosen(marked: string, name: string): Promise<string> {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const from = text.lastIndexOf('\n', cursor - 1) + 1;
  const line = text.slice(from).split('\n', 1)[0] ?? '';
  const typed = findTyped(['#todo'], line, cursor - from);
  const { planning } = planningOf({ ...NOTES, 'Ops/N.md': text });
  const one = typed && listSuggestions(planning, typed, NOW).find((each) => each.name === name);
  if (!one || one.says === 'date') throw new Error(`${name} is not suggested.`);
  const plan = await planSuggestion(
    planning,
    { path: 'Ops/N.md', text, tag: from + typed.start, typed: { start: from + typed.end, end: cursor } },
    one.says,
  );
  if (isRefusal(plan)) return plan.refusal;
  const [change] = plan.changes;
  return change ? applyEdits(change.before, change.edits) : '';
}

describe('suggestions', () => {
  it('are all that can be said, behind a slash', () => {
    expect(suggested('- x #todo/|')).toEqual([
      'blocked',
      'blocked/legal',
      'Day 0',
      'Day 1',
      'Day 2',
      'Today',
      'Tomorrow',
      'Next week',
      'Another day…',
      'Site Lead',
      'SRE',
    ]);
  });
  it.each([
    ['#todo/bl|', ['blocked', 'blocked/legal']],
    ['#todo/day|', ['Day 0', 'Day 1', 'Day 2']],
    ['#todo/Plan|', ['Day 0']],
    [
      '#todo/blocked/|',
      [
        'blocked/legal',
        'Day 0',
        'Day 1',
        'Day 2',
        'Today',
        'Tomorrow',
        'Next week',
        'Another day…',
        'Site Lead',
        'SRE',
      ],
    ],
    ['#todo/blocked/le|', ['blocked/legal', 'Site Lead']],
    ['#todo/day-1/bl|', ['blocked', 'blocked/legal']],
    ['#todo/day-1/day|', []],
    ['#todo/blocked/legal|', []],
    ['#todo/tom| words', ['Tomorrow']],
    ['#todo to|', ['Today', 'Tomorrow']],
    ['#todo next w|', ['Next week']],
    ['#todo/blocked due|', ['Today', 'Tomorrow', 'Next week', 'Another day…']],
    ['- words #todo sr|', ['SRE']],
    ['%% #todo lead| %%', ['Site Lead']],
    ['#todo owner|', ['Site Lead', 'SRE']],
  ])('of %j are %j', (line, names) => expect(suggested(line)).toEqual(names));

  it.each([
    ['#todo|'],
    ['#todo |'],
    ['#todo t|'],
    ['#todo to| and more'],
    ['#todo bl|'],
    ['#todo write|'],
    ['#todo today we|'],
    ['#todos/|'],
    ['#done/|'],
    ['x#todo/|'],
    ['[[a#todo/|'],
    ['#todo/bl|ocked'],
    ['#todo #urgent to|'],
    ['|'],
  ])('are none in %j', (line) => expect(suggested(line)).toEqual([]));

  it('are written as the board writes them', async () => {
    expect(await chosen('# A\n#todo/bl|\n', 'blocked')).toBe('# A\n#todo/blocked\n');
    expect(await chosen('# A\n#todo/blocked/le|\n', 'blocked/legal')).toBe('# A\n#todo/blocked/legal\n');
    expect(await chosen('# A\n#todo/blocked/|\n', 'Day 1')).toBe('# A\n#todo/day-1/blocked\n');
    expect(await chosen('# A\n#todo/day-1/bl|\n', 'blocked')).toBe('# A\n#todo/day-1/blocked\n');
    expect(await chosen('# A\n#todo to|\n', 'Today')).toBe('# A\n#todo 📅 2026-11-25\n');
    expect(await chosen('# A\n%% #todo tom| %%\n', 'Tomorrow')).toBe('# A\n%% #todo 📅 2026-11-26 %%\n');
    expect(await chosen('- Draw it. #todo/sr|\n', 'SRE')).toBe('- Draw it ([[Roles/SRE|SRE]]). #todo\n');
    expect(await chosen('- #todo/next| Draw it\n  more\n', 'Next week')).toBe(
      '- #todo Draw it 📅 2026-11-30\n  more\n',
    );
    expect(await chosen('# A\n#todo 📅 2026-01-01 %% %%\n\n- b #todo sr|', 'SRE')).toBe(
      '# A\n#todo 📅 2026-01-01 %% %%\n\n- b ([[Roles/SRE|SRE]]) #todo',
    );
  });
  it('are a property of the note where the tag marks it', async () => {
    expect(await chosen('#todo to|\n\n# A\n', 'Today')).toBe('---\ndue: 2026-11-25\n---\n#todo\n\n# A\n');
  });
  it('are refused where the tag marks nothing', async () => {
    expect(await chosen('```\n#todo/bl|\n```\n', 'blocked')).toContain('stands in code');
    expect(await chosen('---\nkey: #todo/bl|\n---\n', 'blocked')).toContain('among the properties');
    expect(await chosen('`x` and `x #todo/bl| y`\n', 'blocked')).toContain('stands in code');
    expect(await chosen('<!-- #todo/bl| -->\n', 'blocked')).toContain('in a comment of HTML');
    expect(await chosen('> x #todo/sr|\n', 'SRE')).toContain('Only a note, a section or a bullet');
  });
  it('leave nothing of what was typed, and all else as it would be without it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('# A\n', '', '- a\n', 'text\n\n', '# A\n- b #todo\n\n'),
        fc.constantFrom('- x ', '', '- [ ] x ', '%% ', '> '),
        fc.constantFrom('#todo/bl', '#todo/tod', '#todo tod', '#todo/sr', '#todo SRE'),
        fc.constantFrom('', '\n', '\n- y\n', '\n\n# B\n#todo\n', ' ^id\n'),
        async (before, open, tag, behind) => {
          if (tag.includes(' ') && behind.startsWith(' ')) return;
          const end = open.startsWith('%%') ? ' %%' : '';
          const name = { bl: 'blocked', to: 'Today', sr: 'SRE', SR: 'SRE' }[tag.slice(6, 8)] ?? '';
          const marked = `${before}${open}${tag}|${end}${behind}`;
          const bare = await chosen(`${before}${open}#todo/|${end}${behind}`, name);
          expect(await chosen(marked, name)).toBe(bare);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

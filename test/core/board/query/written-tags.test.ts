// `tag:` and words ask for all tags that stand with a todo: its own, and those beside them.
import { expect, it } from 'vitest';
import { BoardBuilder } from '../../../../src/core/board/build-board';
import { DEFAULT_VIEW } from '../../../../src/core/settings/view';
import { TextVault } from '../../text-vault';

const vault = new TextVault({
  'Day 1 Operations.md': [
    '# Responsibilities',
    '- Call the vendor #todo/blocked #Urgent/now',
    '- Order disks #todo',
    '## Network #infra',
    '#todo #urgent',
    '',
    'A text about #urgent things.',
    '## Power',
    '#todo',
    '',
    '#urgent stands in its text only.',
  ].join('\n'),
  'Day 2 Runbook.md': '---\nphase: Day 2\ntags: [todo, night-shift]\n---\nText #infra\n',
});
const builder = new BoardBuilder();
const index = vault.index();
const titles = (query: string): readonly string[] =>
  builder
    .build({ index, vault, view: { ...DEFAULT_VIEW, query }, today: '2026-11-30' })
    .columns.flatMap(({ cards }) => cards.map(({ title }) => title.replace(/ ?#\S+/g, '')));

it.each([
  ['tag:#urgent', ['Call the vendor', 'Network']],
  ['tag:urgent/now', ['Call the vendor']],
  ['tag:INFRA', ['Network']],
  ['tag:#night-shift', ['Day 2 Runbook']],
  ['tag:night', []],
  ['tag:#todo -tag:urgent', ['Order disks', 'Power', 'Day 2 Runbook']],
  ['tag:infra,#todo/blocked', ['Call the vendor', 'Network']],
  ['#night-shift', ['Day 2 Runbook']],
])('%s finds %j', (query, found) => {
  expect(titles(query)).toEqual(found);
});

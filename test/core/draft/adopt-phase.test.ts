// A page that looks like a phase is offered as one; taking the offer changes the settings, and nothing else.
import { describe, expect, it } from 'vitest';
import { phaseOffers, planAdoptPhase } from '../../../src/core/draft/adopt-phase';
import { addPhase } from '../../../src/core/settings/edit-settings';
import { nextColour } from '../../../src/core/settings/new-phase';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { TextVault } from '../text-vault';

const PAGES = {
  'Day 0 Operations.md': '# Overview\n',
  'Day 1 Operations.md': '# Overview\n',
  'Operations Overview.md': '![[Day 0 Operations#Overview]] ![[Day 1 Operations#Overview]]\n',
};

function offers(texts: Readonly<Record<string, string>>) {
  const vault = new TextVault({ ...PAGES, ...texts });
  const index = vault.index();
  return { vault, index, names: phaseOffers(index, vault).map(({ name }) => name) };
}

describe('a page that could be a phase', () => {
  it('is one that has a phase page’s headings, or that the overview shows as the others', () => {
    expect(
      offers({ 'Day 3 Operations.md': '# Overview\n## Decommissioning Phase\n## Responsibilities\n- x\n' }).names,
    ).toEqual(['Day 3']);
    expect(
      offers({
        'Day 3 Ops.md': 'Text',
        'Operations Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]] ![[Day 3 Ops]]\n',
      }).names,
    ).toEqual(['Day 3']);
    expect(offers({ 'Day 3 Operations.md': 'What happened on the third day.' }).names).toEqual([]);
    expect(offers({ 'Week 3 Operations.md': '# Overview\n# Responsibilities\n' }).names).toEqual([]);
  });
  it('becomes a column with its purpose and a colour of its own, by the settings alone', () => {
    const { index, vault } = offers({
      'Day 3 Operations.md': '# Overview\n## Decommissioning Phase\n## Responsibilities\n',
    });
    const [offer] = phaseOffers(index, vault);
    const plan = planAdoptPhase(index, vault, offer!);
    expect([plan.creates, plan.changes, plan.done]).toEqual([[], [], 'Made Day 3 a phase']);
    expect(plan.settings?.after.phases?.at(-1)).toEqual({
      id: 'day-3',
      name: 'Day 3',
      title: 'Decommissioning',
      page: null,
      aliases: [],
      colour: 'cyan',
    });
  });
});

it('each new phase gets the next colour that none has', () => {
  let settings = DEFAULT_SETTINGS;
  for (let more = 0; more < 6; more++) settings = addPhase(settings);
  expect(settings.phases.map(({ colour }) => colour)).toEqual([
    'blue',
    'orange',
    'green',
    'cyan',
    'purple',
    'pink',
    'red',
    'yellow',
    'green',
  ]);
  expect(nextColour([])).toBe('red');
});

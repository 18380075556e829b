// What a change of the settings comes to, in words.
import { expect, it } from 'vitest';
import { addPhase, changePhase, moveEntry, removeEntry } from '../../../src/core/settings/edit-settings';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import { settingsChange } from '../../../src/core/settings/settings-change';
import { tellSettings } from '../../../src/core/settings/tell-settings';

it.each<[Settings, string[]]>([
  [
    changePhase(addPhase(DEFAULT_SETTINGS), 'day-3', { title: 'Decommissioning' }),
    ['New phase: Day 3 (Decommissioning), behind Day 2'],
  ],
  [removeEntry(DEFAULT_SETTINGS, 'phases', 1), ['No phase any more: Day 1 (Deployment)']],
  [moveEntry(DEFAULT_SETTINGS, 'phases', 2, 0), ['The phases in this order: Day 2, Day 0, Day 1']],
  [changePhase(DEFAULT_SETTINGS, 'day-1', { name: 'Rollout' }), ['Day 1 (Deployment) becomes Rollout (Deployment)']],
  [changePhase(DEFAULT_SETTINGS, 'day-1', { page: 'Ops/Day 1.md' }), ['The page of Day 1: Ops/Day 1.md']],
  [
    { ...DEFAULT_SETTINGS, templatesFolder: 'Templates', tags: ['#todo', '#open'] },
    ['The todo tags: #todo → #todo, #open', 'The templates folder: none → Templates'],
  ],
  [{ ...DEFAULT_SETTINGS, previewBulletMoves: false }, ['Whether moves of bullets are shown first: yes → no']],
])('%#', (after, told) => {
  const change = settingsChange(DEFAULT_SETTINGS, after);
  expect(change && tellSettings(change)).toEqual(told);
});

// What a control of the settings page is given becomes settings, or nothing.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import { readControl, writeControl } from '../../../src/ui/settings/control-values';

const phase = (change: object): Partial<Settings> => ({
  phases: DEFAULT_SETTINGS.phases.map((one) => (one.id === 'day-1' ? { ...one, ...change } : one)),
});

const TAKEN: readonly (readonly [key: string, value: unknown, change: Partial<Settings>, shown: unknown])[] = [
  ['boardPlace', 'right', { boardPlace: 'right' }, 'right'],
  ['previewBulletMoves', false, { previewBulletMoves: false }, false],
  ['readyCriteria.open', false, { readyCriteria: ['error', 'overdue', 'owner'] }, false],
  ['overviewPage', ' Ops\\Start.md ', { overviewPage: 'Ops/Start.md' }, 'Ops/Start.md'],
  ['rolesFolder', '', { rolesFolder: null }, ''],
  ['overviewHeading', ' Map ', { overviewHeading: 'Map' }, 'Map'],
  ['properties.due', 'until', { properties: { ...DEFAULT_SETTINGS.properties, due: 'until' } }, 'until'],
  ['tags', 'todo, later', { tags: ['#todo', '#later'] }, '#todo, #later'],
  ['ignoredFolders', 'A, /B/', { ignoredFolders: ['A', 'B'] }, 'A, B'],
  ['garden.rewriteRules', 'a:b,c:d', { garden: { rewriteRules: ['a:b', 'c:d'], slugify: true } }, 'a:b, c:d'],
  ['garden.slugify', false, { garden: { rewriteRules: [], slugify: false } }, false],
  ['phases.day-1.title', 'Rollout', phase({ title: 'Rollout' }), 'Rollout'],
  ['phases.day-1.title', '', phase({ title: '' }), ''],
  ['phases.day-1.page', 'Ops/Go.md', phase({ page: 'Ops/Go.md' }), 'Ops/Go.md'],
  ['phases.day-1.colour', '', phase({ colour: null }), ''],
  ['phases.day-1.aliases', 'One, Two', phase({ aliases: ['One', 'Two'] }), 'One, Two'],
];

const REFUSED: readonly (readonly [key: string, value: unknown])[] = [
  ['overviewHeading', '  '],
  ['properties.owner', ''],
  ['tags', ''],
  ['tags', 'todo, no tag'],
  ['boardPlace', ''],
  ['phases.day-9.title', 'Nobody’s'],
  ['properties.nothing', 'x'],
  ['nothing', 'x'],
];

describe('a control', () => {
  it.each(TAKEN)('%s takes %j, and shows what it holds then', (key, value, change, shown) => {
    const written = writeControl(DEFAULT_SETTINGS, key, value);
    expect(written).toEqual({ ...DEFAULT_SETTINGS, ...change });
    expect(readControl(written, key)).toEqual(shown);
  });
  it.each(REFUSED)('%s leaves the settings alone when it is given %j', (key, value) => {
    expect(writeControl(DEFAULT_SETTINGS, key, value)).toEqual(DEFAULT_SETTINGS);
  });
});

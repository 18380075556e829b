// Settings: read with care from whatever is stored, changed by rules, and kept when what they name moves.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPhase,
  changePhase,
  moveEntry,
  phaseNameProblem,
  removeEntry,
  renamePhase,
  tagProblem,
} from '../../../src/core/settings/edit-settings';
import { followRename } from '../../../src/core/settings/follow-rename';
import { readSettings } from '../../../src/core/settings/read-settings';
import {
  DEFAULT_VIEW,
  renameView,
  saveView,
  viewNamed,
  viewNameProblem,
  type SavedView,
} from '../../../src/core/settings/view';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';

describe('reading', () => {
  it('of nothing gives the defaults', () => {
    for (const nothing of [null, undefined, {}])
      expect(readSettings(nothing)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });
  it('gives back what was stored', () => {
    expect(readSettings(JSON.parse(JSON.stringify(DEFAULT_SETTINGS)))).toEqual({
      settings: DEFAULT_SETTINGS,
      problems: [],
    });
  });
  it('keeps what is right and says what is not', () => {
    const { settings, problems } = readSettings({
      tags: ['todo', '#fix/'],
      overviewPage: 7,
      phases: [{ name: 'Go live' }, { title: 'x' }, { id: 'go-live', name: 'Again' }],
    });
    expect(settings.tags).toEqual(['#todo', '#fix']);
    expect(settings.phases).toEqual([
      { id: 'go-live', name: 'Go live', title: '', page: null, aliases: [], colour: null },
    ]);
    expect(problems).toEqual([
      'overviewPage is 7, expected a path or null; the default is used.',
      'phases[1] has no name; the phase is left out.',
      'phases[1] repeats the id go-live; the phase is left out.',
    ]);
  });
  it('never throws, and always gives settings that can be used', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (data, phases) => {
        for (const stored of [data, { phases, tags: data, properties: data }]) {
          const { settings } = readSettings(stored);
          expect(settings.tags.length).toBeGreaterThan(0);
          expect(settings.phases.every(({ name }) => name !== '')).toBe(true);
        }
      }),
    );
  });
});

describe('a phase', () => {
  it('keeps its former name when it is renamed', () => {
    const after = changePhase(DEFAULT_SETTINGS, 'day-1', { name: 'Go live ' });
    expect(after.phases[1]).toMatchObject({ id: 'day-1', name: 'Go live', aliases: ['Day 1'] });
    expect(changePhase(after, 'day-1', { name: 'Day 1' }).phases[1]).toMatchObject({
      name: 'Day 1',
      aliases: ['Go live'],
    });
  });
  it('keeps that one alone while the new name is typed letter by letter', () => {
    const [, was] = DEFAULT_SETTINGS.phases;
    const type = (name: string): Settings =>
      Array.from(name).reduce(
        (settings, _letter, at) => renamePhase(settings, was!, name.slice(0, at + 1)),
        DEFAULT_SETTINGS,
      );
    expect(type('Launch').phases[1]).toMatchObject({ id: 'day-1', name: 'Launch', aliases: ['Day 1'] });
    // "Day 2" is another's on the way there.
    expect(type('Day 20').phases[1]).toMatchObject({ name: 'Day 20', aliases: ['Day 1'] });
    expect(renamePhase(type('Launch'), was!, 'Day 1').phases[1]).toEqual(was);
    expect(renamePhase(DEFAULT_SETTINGS, was!, '')).toBe(DEFAULT_SETTINGS);
  });
  it('cannot have no name, another’s name, or one that no note can have', () => {
    const problem = (name: string): string | null => phaseNameProblem(DEFAULT_SETTINGS, 'day-1', name);
    expect([problem(''), problem('day 2'), problem('a/b'), problem('Elsewhere')]).toEqual([
      'A phase needs a name.',
      'Day 2 has, or had, this name.',
      expect.stringContaining('cannot hold'),
      'Elsewhere is a column of its own.',
    ]);
    expect([problem('Day 1'), problem('Go live')]).toEqual([null, null]);
  });
  it('is added with the next number and an id of its own, moved and removed', () => {
    const added = addPhase(DEFAULT_SETTINGS);
    expect(added.phases.at(-1)).toMatchObject({ id: 'day-3', name: 'Day 3' });
    expect(addPhase(changePhase(added, 'day-3', { name: 'End' })).phases.at(-1)).toMatchObject({
      id: 'day-3-2',
      name: 'Day 3',
    });
    const names = ({ phases }: Settings): string[] => phases.map(({ name }) => name);
    expect(names(moveEntry(DEFAULT_SETTINGS, 'phases', 0, 2))).toEqual(['Day 1', 'Day 2', 'Day 0']);
    expect(names(removeEntry(DEFAULT_SETTINGS, 'phases', 1))).toEqual(['Day 0', 'Day 2']);
  });
});

describe('a tag', () => {
  it('must be one that Obsidian reads', () => {
    expect(['#todo', 'fix/me', 'día'].map(tagProblem)).toEqual([null, null, null]);
    expect(['', '#', '#a b', '#1984', '#a.b'].every((tag) => tagProblem(tag) !== null)).toBe(true);
  });
});

describe('what moves', () => {
  it('is followed: a page, and everything in a folder', () => {
    const named = {
      ...changePhase(DEFAULT_SETTINGS, 'day-1', { page: 'Ops/Live.md' }),
      overviewPage: 'Ops/All.md',
      rolesFolder: 'Ops/Roles',
      ignoredFolders: ['Ops2'],
    };
    expect(followRename(named, 'Ops/Live.md', 'Ops/Up.md').phases[1]?.page).toBe('Ops/Up.md');
    expect(followRename(named, 'Ops', 'Handbook')).toMatchObject({
      overviewPage: 'Handbook/All.md',
      rolesFolder: 'Handbook/Roles',
      ignoredFolders: ['Ops2'],
    });
    expect(followRename(named, 'Else.md', 'Other.md')).toBe(named);
  });
});

describe('saved views', () => {
  const late: SavedView = {
    name: 'Late',
    formerNames: ['Overdue'],
    view: { ...DEFAULT_VIEW, query: 'due:overdue', group: 'owners' },
  };
  const mine: SavedView = { name: 'Mine', formerNames: [], view: DEFAULT_VIEW };

  it('are read as they were stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify({ savedViews: [late, mine] }));
    expect(readSettings(stored)).toEqual({ settings: { ...DEFAULT_SETTINGS, savedViews: [late, mine] }, problems: [] });
  });
  it('keep what is right of them', () => {
    const { settings, problems } = readSettings({
      savedViews: [{ name: 'A', view: { query: 'x', group: 'teams', finished: 1 } }, { view: {} }, 7, { name: 'a' }],
    });
    expect(settings.savedViews).toEqual([{ name: 'A', formerNames: [], view: { ...DEFAULT_VIEW, query: 'x' } }]);
    expect(problems).toEqual([
      'savedViews[0].view.group is "teams", expected one of none, owners, notes; the default is used.',
      'savedViews[0].view.finished is 1, expected true or false; the default is used.',
      'savedViews[1] has no name; the view is left out.',
      'savedViews[2] has no name; the view is left out.',
      'savedViews has “a” twice; the first is kept.',
    ]);
  });
  it('are found by name in any case, and by a name that they had', () => {
    expect(viewNamed([late, mine], 'mine')).toBe(mine);
    expect(viewNamed([late, mine], 'overdue')).toBe(late);
    expect(viewNamed([late, { ...mine, name: 'Overdue' }], 'overdue')?.name).toBe('Overdue');
    expect(viewNamed([late, mine], 'none')).toBeNull();
  });
  it('are put behind the others, or take the place of the one with the name', () => {
    expect(saveView([late], ' Mine ', DEFAULT_VIEW)).toEqual([late, mine]);
    expect(saveView([late, mine], 'late', DEFAULT_VIEW)).toEqual([{ ...late, view: DEFAULT_VIEW }, mine]);
  });
  it('keep their former names when they are renamed, and never two one name', () => {
    const renamed = renameView([late, mine], 'late', 'Too late');
    expect(renamed).toEqual([{ ...late, name: 'Too late', formerNames: ['Overdue', 'Late'] }, mine]);
    expect(renameView(renamed, 'Mine', 'Overdue').map(({ name, formerNames }) => [name, ...formerNames])).toEqual([
      ['Too late', 'Late'],
      ['Overdue', 'Mine'],
    ]);
    expect(renameView([late], 'Late', 'LATE')).toEqual([{ ...late, name: 'LATE' }]);
    expect(viewNameProblem([late, mine], 'Mine', 'late ')).toBe('There is a view “late” already.');
    expect(viewNameProblem([late, mine], null, ' ')).toBe('A view needs a name.');
    expect(() => renameView([late, mine], 'Mine', 'Late')).toThrow('There is a view “Late” already.');
  });
});

it('finds nothing wrong with what it has read, however odd the file was, and reads it as the same', () => {
  for (const name of ['', ' ', '…', '日本', 'Day 1', '#', '/', ' Day 1 '])
    for (const id of [undefined, '', ' ', 'x', 3])
      for (const path of [null, '', ' ', '/', 'a/ ', '#fff']) {
        const phases = [
          { name, id, colour: path, page: path, aliases: ['', 'x'] },
          { name: 'B' },
          { name: 'B', id: 'b' },
        ];
        const savedViews = [{ name, view: { query: 3, sort: 'x' }, formerNames: [''] }, { name: 'v' }, { name: 'V' }];
        const rest = {
          overviewPage: path,
          ignoredFolders: ['/', 'a/'],
          tags: ['', '#', 'todo/'],
          readyCriteria: ['x'],
        };
        const { settings } = readSettings({ phases, savedViews, ...rest });
        expect(readSettings(settings)).toEqual({ settings, problems: [] });
      }
});

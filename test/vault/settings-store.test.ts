// The settings file is another device's too: a change is a change of keys, and what it does not name, or nobody here understands, stays as it is.
import { describe, expect, it } from 'vitest';
import { addPhase } from '../../src/core/settings/edit-settings';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings';
import { settingsChange, type SettingsChange } from '../../src/core/settings/settings-change';
import { SettingsStore } from '../../src/vault/settings-store';

interface Disk {
  data: unknown;
  /** Makes a write fail. */
  fails?: (saved: unknown) => Promise<never>;
  readonly store: SettingsStore;
}

async function open(data: unknown): Promise<Disk> {
  const disk: Omit<Disk, 'store'> = { data };
  const load = (): Promise<unknown> =>
    disk.data instanceof Error ? Promise.reject(disk.data) : Promise.resolve(structuredClone(disk.data));
  const store = new SettingsStore({
    loadData: load,
    saveData: async (saved: unknown) => {
      await disk.fails?.(saved);
      disk.data = structuredClone(saved);
    },
  });
  await store.load();
  return Object.assign(disk, { store });
}

function change({ store }: Disk, to: (settings: Settings) => Settings): SettingsChange {
  const made = settingsChange(store.settings, to(store.settings));
  if (!made) throw new Error('Nothing changes.');
  return made;
}

const NEWER = {
  version: 7,
  lanes: { colour: 'blue' },
  tags: ['#todo'],
  boardPlace: 'left',
  properties: { phase: 'stage', effort: 'effort' },
  phases: [
    { id: 'day-0', name: 'Day 0', title: 'Planning', page: null, aliases: [], colour: 'blue', limit: 5 },
    { name: 'Day 1', icon: 'rocket' },
    { title: 'no name' },
  ],
  ignoredFindings: [{ rule: 'dead-link', path: 'A.md', subject: 'B', reason: 'later', by: 'Ada' }, 'not one'],
};

describe('what a newer version wrote', () => {
  it('stays where another setting is changed', async () => {
    const disk = await open(NEWER);
    await disk.store.change(change(disk, (now) => ({ ...now, tags: ['#open'] })));
    expect(disk.data).toEqual({ ...NEWER, tags: ['#open'] });
  });
  it('stays in the very phase that is changed, and beside one that comes', async () => {
    const disk = await open(NEWER);
    await disk.store.change(
      change(disk, (now) =>
        addPhase({
          ...now,
          phases: now.phases.map((one) => (one.id === 'day-1' ? { ...one, title: 'Deployment' } : one)),
        }),
      ),
    );
    const { phases } = disk.data as typeof NEWER;
    expect(phases).toEqual([
      NEWER.phases[0],
      { name: 'Day 1', icon: 'rocket', title: 'Deployment' },
      { title: 'no name' },
      { id: 'day-2', name: 'Day 2', title: '', page: null, aliases: [], colour: 'purple' },
    ]);
  });
  it('stays in properties and ignored findings that are changed', async () => {
    const disk = await open(NEWER);
    await disk.store.change(
      change(disk, (now) => ({
        ...now,
        properties: { ...now.properties, due: 'until' },
        ignoredFindings: [...now.ignoredFindings, { rule: 'too-deep', path: 'C.md', subject: 'D', reason: '' }],
      })),
    );
    const { properties, ignoredFindings } = disk.data as typeof NEWER;
    expect(properties).toEqual({ phase: 'stage', effort: 'effort', due: 'until' });
    expect(ignoredFindings).toEqual([
      NEWER.ignoredFindings[0],
      'not one',
      { rule: 'too-deep', path: 'C.md', subject: 'D', reason: '' },
    ]);
  });
  it('stays among words of a list that is changed, but for those that are read otherwise than they stand', async () => {
    const disk = await open({
      readyCriteria: ['owner', 'newest', 'open'],
      tags: ['todo', ' open/'],
      ignoredFolders: ['A', 'A'],
    });
    await disk.store.change(
      change(disk, (now) => ({ ...now, readyCriteria: ['open'], tags: ['#todo'], ignoredFolders: [] })),
    );
    expect(disk.data).toEqual({ readyCriteria: ['open', 'newest'], tags: ['#todo'], ignoredFolders: [] });
  });
  it('stays in a phase or view that gets another name, and so does the id that was read from the old one', async () => {
    const disk = await open({
      phases: [{ name: 'Day 1', icon: 'rocket' }],
      savedViews: [{ name: 'Mine', view: { zoom: 3 }, pinned: true }],
    });
    await disk.store.change(
      change(disk, (now) => ({
        ...now,
        phases: now.phases.map((one) => ({ ...one, name: 'Rollout' })),
        savedViews: now.savedViews.map((one) => ({ ...one, name: 'Ours' })),
      })),
    );
    expect(disk.data).toEqual({
      phases: [{ name: 'Rollout', icon: 'rocket', id: 'day-1' }],
      savedViews: [{ name: 'Ours', view: { zoom: 3 }, pinned: true }],
    });
  });
  it('goes with the phase that is taken away', async () => {
    const disk = await open(NEWER);
    await disk.store.change(change(disk, (now) => ({ ...now, phases: now.phases.slice(1) })));
    expect((disk.data as typeof NEWER).phases).toEqual(NEWER.phases.slice(1));
  });
});

describe('what is malformed', () => {
  it('is told, and kept while others are changed', async () => {
    const disk = await open({ tags: 5, phases: 'none', rolesFolder: 'Roles' });
    expect(disk.store.problems).toHaveLength(2);
    await disk.store.change(change(disk, (now) => ({ ...now, rolesFolder: 'People' })));
    expect(disk.data).toEqual({ tags: 5, phases: 'none', rolesFolder: 'People' });
    expect(disk.store.problems).toHaveLength(2);
  });
  it.each([[new Error('Unexpected token')], [['a list']], ['a text']])(
    'as a whole (%s) is never written over',
    async (data) => {
      const disk = await open(data);
      await disk.store.change(change(disk, (now) => ({ ...now, tags: ['#open'] })));
      expect(disk.data).toBe(data);
      expect(disk.store.settings.tags).toEqual(['#open']);
      await disk.store.change(change(disk, (now) => ({ ...now, rolesFolder: 'People' })));
      expect(disk.store.settings).toMatchObject({ tags: ['#open'], rolesFolder: 'People' });
    },
  );
});

describe('a write that fails', () => {
  const TORN = new Error('Unexpected end of JSON input');
  /** Makes one change, of which the first write, or each, leaves what it is told. */
  async function fail(leaves: (saved: unknown) => unknown, isForGood = false): Promise<{ error: unknown; disk: Disk }> {
    const disk = await open(NEWER);
    disk.fails = (saved) => {
      if (!isForGood) delete disk.fails;
      disk.data = leaves(saved);
      return Promise.reject(new Error('The disk is full.'));
    };
    const error = await disk.store.update((now) => ({ ...now, tags: ['#open'] })).catch((reason: unknown) => reason);
    return { error, disk };
  }
  it.each<[string, (saved: unknown) => unknown]>([
    ['nothing', () => NEWER],
    ['half of it', () => TORN],
    ['all of it', (saved) => saved],
  ])('and leaves %s gives way to what stood there', async (_what, leaves) => {
    const { error, disk } = await fail(leaves);
    expect(error).toMatchObject({ message: 'The disk is full.' });
    expect([disk.data, disk.store.settings.tags]).toEqual([NEWER, ['#todo']]);
  });
  it('leaves what another device wrote', async () => {
    const { disk } = await fail(() => ({ tags: ['#theirs'] }));
    expect(disk.data).toEqual({ tags: ['#theirs'] });
  });
  it('for good offers the text of the file', async () => {
    expect((await fail(() => TORN, true)).error).toMatchObject({
      message: 'The disk is full. The settings file (data.json) may not hold all that it held.',
      lost: [{ path: 'data.json', text: JSON.stringify(NEWER, null, 2) }],
    });
  });
});

describe('settings that another device changed meanwhile', () => {
  it('stay where the change is of other keys', async () => {
    const disk = await open(null);
    const mine = change(disk, addPhase);
    disk.data = { ...DEFAULT_SETTINGS, rolesFolder: 'People' };
    await disk.store.change(mine);
    expect(disk.data).toMatchObject({ rolesFolder: 'People', phases: [...DEFAULT_SETTINGS.phases, { id: 'day-3' }] });
    expect(disk.store.settings.rolesFolder).toBe('People');
  });
  it('stay where the change is of the same key: it is refused, and its undo too', async () => {
    const disk = await open(null);
    const mine = change(disk, addPhase);
    const theirs = { ...DEFAULT_SETTINGS, phases: DEFAULT_SETTINGS.phases.slice(1) };
    disk.data = theirs;
    await expect(disk.store.change(mine)).rejects.toThrow(
      'The settings (the phases) have been changed meanwhile, here or on another device. Nothing was changed',
    );
    expect(disk.data).toEqual(theirs);
    expect(disk.store.settings.phases).toEqual(theirs.phases);
  });
  it('stay when two changes are made at once here: the second sees the first', async () => {
    const disk = await open(null);
    await Promise.all([
      disk.store.change(change(disk, (now) => ({ ...now, tags: ['#open'] }))),
      disk.store.change(change(disk, (now) => ({ ...now, rolesFolder: 'People' }))),
    ]);
    expect(disk.data).toMatchObject({ tags: ['#open'], rolesFolder: 'People' });
  });
});

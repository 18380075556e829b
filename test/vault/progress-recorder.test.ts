// What is recorded of the phases' progress: beside the settings, by several devices, and over a record that nobody here understands.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhaseFigures } from '../../src/core/progress/progress-history';
import { HISTORY_KEY, ProgressRecorder } from '../../src/vault/progress-recorder';
import { SettingsStore } from '../../src/vault/settings-store';

type Data = Record<string, unknown> | null;

class Device {
  writes = 0;
  /** Whether the file is no JSON. */
  isCut = false;
  figures: PhaseFigures | null = new Map([['day-0', { finished: 3, open: 6 }]]);
  readonly store = new SettingsStore({
    loadData: () => (this.isCut ? Promise.reject(new SyntaxError('cut')) : Promise.resolve(structuredClone(this.data))),
    saveData: (saved: Data) => {
      this.writes++;
      this.data = structuredClone(saved);
      return Promise.resolve();
    },
  });
  readonly recorder = new ProgressRecorder(this.store, () => this.figures);

  constructor(public data: Data = null) {}

  async record(finished: number, open: number): Promise<void> {
    this.figures = new Map([['day-0', { finished, open }]]);
    await this.recorder.record();
  }
  /** Sync puts the other device's file in the place of this one's. */
  async receive(other: Device): Promise<void> {
    this.data = structuredClone(other.data);
    await this.store.load();
    await this.recorder.merge();
  }
  get kept(): unknown {
    return this.data?.[HISTORY_KEY];
  }
}

const at = (day: number, hour = 10): void => void vi.setSystemTime(new Date(2026, 10, day, hour, 14));

beforeEach(() => {
  vi.useFakeTimers();
  at(29);
});
afterEach(() => void vi.useRealTimers());

describe('progress is recorded', () => {
  it('once a day, and again where it is another', async () => {
    const one = new Device();
    await one.record(3, 6);
    await one.record(3, 6);
    expect(one.kept).toEqual({ '2026-11': { 'day-0': '29.h2.3.6' } });
    expect(one.writes).toBe(1);
    at(29, 11);
    await one.record(4, 5);
    at(30);
    await one.record(4, 5);
    expect(one.kept).toEqual({ '2026-11': { 'day-0': '29.iq.4.5 30.h2.4.5' } });
  });
  it('beside the settings and what a newer version wrote, and writes no default', async () => {
    const one = new Device({ version: 7, tags: ['#open'] });
    await one.record(3, 6);
    await one.store.update((now) => ({ ...now, boardPlace: 'right' }));
    expect(one.data).toEqual({
      version: 7,
      tags: ['#open'],
      boardPlace: 'right',
      progressHistory: { '2026-11': { 'day-0': '29.h2.3.6' } },
    });
  });
  it('neither while it is switched off, nor before the vault is read', async () => {
    const one = new Device({ keepProgress: false });
    await one.store.load();
    await one.record(3, 6);
    expect(one.kept).toBeUndefined();
    const other = new Device();
    other.figures = null;
    await other.recorder.record();
    expect(other.writes).toBe(0);
  });
  it('never over a record that is not understood, and says so', async () => {
    const broken = { '2026-11': { 'day-0': '29.h2.3' } };
    const one = new Device({ [HISTORY_KEY]: broken });
    await one.record(3, 6);
    expect(one.kept).toEqual(broken);
    expect(one.writes).toBe(0);
    expect(one.recorder.problem).toMatch(/progressHistory in data\.json\) is not understood.*left as it is/);
    one.data = {};
    await one.recorder.merge();
    expect(one.recorder.problem).toBeNull();
  });
  it('never into a file that is no object', async () => {
    const one = new Device();
    one.data = [] as unknown as Data;
    await one.record(3, 6);
    expect(one.data).toEqual([]);
  });
});

describe('while nobody asks for it', () => {
  it('what changes is told when it rests', async () => {
    const one = new Device();
    one.recorder.load();
    await vi.advanceTimersByTimeAsync(6000);
    one.recorder.recordSoon();
    await vi.advanceTimersByTimeAsync(9000);
    expect(one.writes).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.writes).toBe(1);
    one.recorder.unload();
  });
  it('a day that begins while nothing changes is told within ten minutes', async () => {
    const one = new Device();
    at(29, 23);
    one.recorder.load();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.kept).toEqual({ '2026-11': { 'day-0': '29.12q.3.6' } });
    at(30, 0);
    await vi.advanceTimersByTimeAsync(610_000);
    expect(one.kept).toEqual({
      '2026-11': { 'day-0': expect.stringMatching(/^29\.12q\.3\.6 30\.\w+\.3\.6$/) as string },
    });
    expect(one.writes).toBe(2);
    one.recorder.unload();
  });
  it('nothing is told once the plugin is unloaded', async () => {
    const one = new Device();
    one.recorder.load();
    one.recorder.unload();
    at(30);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(one.writes).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a settings file that is no JSON', () => {
  it('is left as it is, and the day is recorded when it can be read again', async () => {
    const one = new Device();
    one.isCut = true;
    await one.record(3, 6);
    await one.recorder.merge();
    expect(one.writes).toBe(0);
    one.isCut = false;
    await one.record(3, 6);
    expect(one.kept).toEqual({ '2026-11': { 'day-0': '29.h2.3.6' } });
  });
});

describe('two devices', () => {
  it('keep what either knows, and come to rest', async () => {
    const [one, other] = [new Device(), new Device()];
    at(28);
    await one.record(3, 6);
    at(29);
    await other.record(2, 7);
    await one.receive(other);
    expect(one.kept).toEqual({ '2026-11': { 'day-0': '28.h2.3.6 29.h2.2.7' } });
    await other.receive(one);
    expect(other.kept).toEqual(one.kept);
    const writes = one.writes + other.writes;
    await one.receive(other);
    await other.receive(one);
    expect(one.writes + other.writes).toBe(writes);
  });
  it('keep what one of them has not told yet when the other’s file comes', async () => {
    const [one, other] = [new Device(), new Device()];
    one.recorder.load();
    at(28);
    await other.record(2, 7);
    at(29);
    await one.receive(other);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(one.kept).toEqual({
      '2026-11': { 'day-0': expect.stringMatching(/^28\.h2\.2\.7 29\.\w+\.3\.6$/) as string },
    });
    one.recorder.unload();
  });
  it('do not answer each other where their notes differ', async () => {
    const [one, other] = [new Device(), new Device()];
    await one.record(3, 6);
    at(29, 11);
    await other.record(2, 7);
    await one.receive(other);
    await one.recorder.record();
    expect(one.kept).toEqual({ '2026-11': { 'day-0': '29.iq.2.7' } });
  });
});

import { Component, debounce } from 'obsidian';
import { isoDay } from '../core/text/iso-day';
import {
  addToHistory,
  mergeHistories,
  NO_HISTORY,
  readHistory,
  writeHistory,
  type PhaseFigures,
  type ProgressHistory,
} from '../core/progress/progress-history';
import type { SettingsStore } from './settings-store';

/** Where the record lies in the plugin's data, beside the settings: of a plugin, Sync carries that file alone. */
export const HISTORY_KEY = 'progressHistory';

/** Figures that rest so long are told. */
const REST_MS = 10_000;
/** How often a day is looked for that began while nothing changed. */
const NEW_DAY_MS = 600_000;

/** Keeps a record of how far each phase was on each day. It tells what changes here: what another device told is never answered, so two devices come to rest. */
export class ProgressRecorder extends Component {
  private known: ProgressHistory = NO_HISTORY;
  private told = '';
  /** Why nothing is added to the record; null: it is added to. */
  problem: string | null = null;

  constructor(
    private readonly store: Pick<SettingsStore, 'settings' | 'keep'>,
    /** How far the phases are; null while that is not known. */
    private readonly figures: () => PhaseFigures | null,
  ) {
    super();
  }

  get history(): ProgressHistory {
    return this.known;
  }

  override onload(): void {
    this.registerInterval(window.setInterval(this.recordSoon, NEW_DAY_MS));
    this.recordSoon();
  }

  override onunload(): void {
    this.recordSoon.cancel();
  }

  readonly recordSoon = debounce(() => void this.record().catch(() => undefined), REST_MS, true);

  /** Adds how far the phases are now, unless that is switched off. Rejects when the plugin's data cannot be written. */
  async record(): Promise<void> {
    const figures = this.store.settings.keepProgress ? this.figures() : null;
    if (figures === null) return this.merge();
    const now = new Date();
    const day = isoDay(now);
    const telling = JSON.stringify([day, ...figures]);
    if (telling === this.told) return;
    await this.merge((known) => {
      this.told = telling;
      return addToHistory(known, day, now.getHours() * 60 + now.getMinutes(), figures);
    });
  }

  /** Brings what is known here and what lies in the file together: Sync puts another device's file in the place of this one's. A record that is not understood stays as it is. */
  merge(add = (known: ProgressHistory): ProgressHistory => known): Promise<void> {
    return this.store.keep(HISTORY_KEY, (stored) => {
      const read = readHistory(stored);
      this.problem =
        read === null
          ? `The record of progress (${HISTORY_KEY} in data.json) is not understood: it is broken, or of a newer version. It is left as it is, and nothing is added to it. Update the plugin, or take ${HISTORY_KEY} out of the file to begin a new record.`
          : null;
      if (read === null) return undefined;
      this.known = add(mergeHistories(this.known, read));
      const next = writeHistory(this.known);
      return JSON.stringify(next) === JSON.stringify(stored ?? {}) ? undefined : next;
    });
  }
}

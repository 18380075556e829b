import type { Settings } from './settings';

/**
 * A change of the plugin's own settings that goes with a plan: a new phase's page makes the phase. Only the keys that change, with what they are
 * expected to hold before: where that is another's by then, nothing is written.
 */
export interface SettingsChange {
  readonly before: Partial<Settings>;
  readonly after: Partial<Settings>;
}

/** What differs between two settings, key by key; null when nothing does. */
export function settingsChange(before: Settings, after: Settings): SettingsChange | null {
  const keys = (Object.keys(after) as (keyof Settings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (settings: Settings): Partial<Settings> => Object.fromEntries(keys.map((key) => [key, settings[key]]));
  return keys.length === 0 ? null : { before: only(before), after: only(after) };
}

/** What plugins have registered with an app, for the host to use. */
import type { CliFlags, CliHandler, PluginSettingTab, ViewCreator } from 'obsidian';

export interface CliRegistration {
  readonly id: string;
  readonly description: string;
  readonly flags: CliFlags | null;
  readonly handler: CliHandler;
}

export interface Registrations {
  readonly cliHandlers: Map<string, CliRegistration>;
  readonly views: Map<string, ViewCreator>;
  readonly settingTabs: PluginSettingTab[];
  readonly ribbonIcons: HTMLElement[];
  readonly statusBarItems: HTMLElement[];
  /** Code block processors, hover sources, Bases views and the like, by the name of the method that took them. */
  readonly others: Map<string, Map<unknown, unknown>>;
}

const registrations = new WeakMap<object, Registrations>();

export function registrationsOf(app: object): Registrations {
  const known = registrations.get(app);
  if (known) return known;
  const fresh: Registrations = {
    cliHandlers: new Map(),
    views: new Map(),
    settingTabs: [],
    ribbonIcons: [],
    statusBarItems: [],
    others: new Map(),
  };
  registrations.set(app, fresh);
  return fresh;
}

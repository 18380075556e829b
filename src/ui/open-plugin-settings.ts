import type { App } from 'obsidian';

/** The app's settings dialog, which has no public API: used with care for absence. */
interface AppWithSettings {
  readonly setting?: { open?(): void; openTabById?(id: string): unknown };
}

/** Opens the plugin's page in the settings, where the app lets us. */
export function openPluginSettings(app: App, pluginId: string): void {
  const { setting } = app as unknown as AppWithSettings;
  setting?.open?.();
  setting?.openTabById?.(pluginId);
}

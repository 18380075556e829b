import type { Settings } from './settings';

/** The path after a file or folder has moved: itself, or inside the folder; else unchanged. */
export function movedPath(path: string, from: string, to: string): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}

const movedOrNull = (path: string | null, from: string, to: string): string | null =>
  path === null ? null : movedPath(path, from, to);

/** The settings with every path in them that a rename of a file or folder has changed; the same object when none has. */
export function followRename(settings: Settings, from: string, to: string): Settings {
  const after: Settings = {
    ...settings,
    phases: settings.phases.map((phase) => ({ ...phase, page: movedOrNull(phase.page, from, to) })),
    overviewPage: movedOrNull(settings.overviewPage, from, to),
    rolesFolder: movedOrNull(settings.rolesFolder, from, to),
    templatesFolder: movedOrNull(settings.templatesFolder, from, to),
    ignoredFindings: settings.ignoredFindings.map((one) => ({ ...one, path: movedPath(one.path, from, to) })),
    ignoredFolders: settings.ignoredFolders.map((folder) => movedPath(folder, from, to)),
  };
  return JSON.stringify(after) === JSON.stringify(settings) ? settings : after;
}

import type { Settings } from './settings';

/** The path after a file or folder has moved: itself, or inside the folder; else unchanged. */
export function movedPath(path: string, from: string, to: string): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}

/** The settings with every path in them that a rename of a file or folder has changed; the same object when none has. */
export function followRename(settings: Settings, from: string, to: string): Settings {
  let hasMoved = false as boolean;
  const moved = <Path extends string | null>(path: Path): Path => {
    const after = path === null ? path : (movedPath(path, from, to) as Path);
    hasMoved ||= after !== path;
    return after;
  };
  const after: Settings = {
    ...settings,
    phases: settings.phases.map((phase) => ({ ...phase, page: moved(phase.page) })),
    overviewPage: moved(settings.overviewPage),
    rolesFolder: moved(settings.rolesFolder),
    templatesFolder: moved(settings.templatesFolder),
    ignoredFindings: settings.ignoredFindings.map((one) => ({ ...one, path: moved(one.path) })),
    ignoredFolders: settings.ignoredFolders.map(moved),
  };
  return hasMoved ? after : settings;
}

import type { Vault } from 'obsidian';
import { normalPath } from '../core/text/vault-path';
import type { IgnoreRules } from '../core/index/ignore-rules';
import type { Settings } from '../core/settings/settings';
import { readConfig } from './read-config';

const folderIn = (value: unknown): string[] => (typeof value === 'string' ? [normalPath(value)] : []);

/**
 * Which notes are not indexed: template folders of the core plugin, of Templater and of this one, the user's excluded files and
 * ignored folders. There is no public API for the first three; their files are read, with care for absence.
 */
export async function readIgnoreRules(
  vault: Vault,
  settings: Settings,
): Promise<IgnoreRules & { readonly templatesFolder: string | null }> {
  const [app, templates, templater] = await Promise.all([
    readConfig(vault, 'app.json'),
    readConfig(vault, 'templates.json'),
    readConfig(vault, 'plugins/templater-obsidian/data.json'),
  ]);
  const filters: unknown[] = Array.isArray(app.userIgnoreFilters) ? app.userIgnoreFilters : [];
  const core = folderIn(templates.folder);
  return {
    templatesFolder: core.find((folder) => folder !== '') ?? null,
    folders: [
      ...core,
      ...folderIn(templater.templates_folder),
      ...folderIn(settings.templatesFolder),
      ...settings.ignoredFolders,
    ],
    excluded: filters.filter((filter) => typeof filter === 'string'),
  };
}

/** The folder that the core Templates plugin is set to, or null. */
export async function readTemplatesFolder(vault: Vault): Promise<string | null> {
  return folderIn((await readConfig(vault, 'templates.json')).folder).find((folder) => folder !== '') ?? null;
}

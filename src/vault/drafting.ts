import { readingOnce } from '../core/edit/planning';
import { moment, type App } from 'obsidian';
import type { Drafting } from '../core/draft/drafting';
import { spellFolder } from '../core/text/vault-path';
import type { IndexFeed } from './index-feed';
import { planningVault } from './planning-vault';
import { readTemplatesFolder } from './read-ignore-rules';
import { findTemplater } from './templater';
import { TimeSlice } from './time-slice';

/** What planning new notes reads: the vault, the time in Moment's formats, and where templates are: the setting, else the core plugin's folder. */
export async function openDrafting(
  app: App,
  { index, definitions }: Pick<IndexFeed, 'index' | 'definitions'>,
): Promise<Drafting> {
  const folder = index.settings.templatesFolder ?? (await readTemplatesFolder(app.vault));
  const folders = app.vault.getAllFolders().map(({ path }) => path);
  return {
    index,
    vault: readingOnce(await planningVault(app, definitions)),
    breathe: new TimeSlice().breatheIfDue,
    now: (format) => moment().format(format),
    templateFolders: folder === null ? [] : [spellFolder(folder, folders)],
    runsTemplater: findTemplater(app) !== null,
  };
}

import { moment, type App } from 'obsidian';
import type { Drafting } from '../core/draft/drafting';
import { readingOnce } from '../core/edit/reading-once';
import { spellFolder } from '../core/text/vault-path';
import type { OperationsIndex } from '../core/index/operations-index';
import { planningVault } from './planning-vault';
import { readTemplatesFolder } from './read-ignore-rules';
import { findTemplater } from './templater';

/** What planning new notes reads: the vault, the time in Moment's formats, and where templates are: the setting, else the core plugin's folder. */
export async function openDrafting(app: App, index: OperationsIndex): Promise<Drafting> {
  const folder = index.settings.templatesFolder ?? (await readTemplatesFolder(app.vault));
  return {
    index,
    vault: readingOnce(await planningVault(app)),
    now: (format) => moment().format(format),
    templateFolders:
      folder === null
        ? []
        : [
            spellFolder(
              folder,
              app.vault.getAllFolders().map(({ path }) => path),
            ),
          ],
    runsTemplater: findTemplater(app) !== null,
  };
}

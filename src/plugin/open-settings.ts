import { usesPublisher } from '../core/note/is-published';
import { copyTemplate } from '../ui/form/copy-template';
import type { FormContext } from '../ui/form/form-context';
import type { SettingsHost } from '../ui/settings/settings-host';
import { viewVault } from '../vault/vault-view';
import type { PluginParts } from './plugin-parts';

/** What the settings page shows and edits. */
export function openSettings({ app, store, recorder, feed }: PluginParts, drafts: FormContext): SettingsHost {
  return {
    get progressProblem() {
      return recorder.problem;
    },
    get lifecycle() {
      return feed.index.lifecycle;
    },
    get templatesFolder() {
      return feed.templatesFolder;
    },
    get publishes() {
      return usesPublisher(viewVault(app));
    },
    get settings() {
      return store.settings;
    },
    get problem() {
      return store.problems.length === 0 ? null : store.problems.join(' ');
    },
    change: (edit) => store.update(edit).finally(() => feed.rebuildSoon(store.settings)),
    copyTemplate: (kind) => void copyTemplate(drafts, kind),
  };
}

import type { ActionContext } from '../ui/actions/action-context';
import type { FormContext } from '../ui/form/form-context';
import { openDrafting } from '../vault/drafting';
import { planningVault } from '../vault/planning-vault';
import { tasksToggle } from '../vault/tasks-toggle';
import { runTemplater } from '../vault/templater';
import { TimeSlice } from '../vault/time-slice';
import { viewVault } from '../vault/vault-view';
import type { PluginParts } from './plugin-parts';

/** What every action, command and handler needs: the index and a fresh look at the vault to plan by, and the one writer. */
export function openContext({ app, writer, feed, changeSettings }: PluginParts): ActionContext {
  return {
    app,
    vault: viewVault(app),
    get index() {
      return feed.index;
    },
    async planning() {
      await feed.current();
      const vault = await planningVault(app, feed.definitions);
      return { index: feed.index, vault, breathe: new TimeSlice().breatheIfDue };
    },
    apply: (plan) => feed.quietly(() => writer.apply(plan)),
    get undoes() {
      return writer.undoes;
    },
    get redoes() {
      return writer.redoes;
    },
    undo: (step) => feed.quietly(() => writer.undo(step)),
    redo: () => feed.quietly(() => writer.redo()),
    get toggleTask() {
      return tasksToggle(app);
    },
    changeSettings,
  };
}

/** The same for new notes; Templater comes to what is made before it does so by itself. */
export function openFormContext({ app, writer, feed }: PluginParts, context: ActionContext): FormContext {
  return {
    app,
    vault: context.vault,
    undo: (step) => context.undo(step),
    async drafting() {
      await feed.current();
      return openDrafting(app, feed);
    },
    apply: (plan) => feed.quietly(() => writer.apply(plan, (made) => runTemplater(app, made))),
  };
}

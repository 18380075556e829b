import { Plugin } from 'obsidian';
import { phasesCommand } from './cli/phases-command';
import { registerCli } from './cli/register-cli';
import { summaryCommand } from './cli/summary-command';
import { todosCommand } from './cli/todos-command';
import type { OperationsIndex } from './core/index/operations-index';
import { followRename } from './core/settings/follow-rename';
import { IndexFeed } from './vault/index-feed';
import { SettingsStore } from './vault/settings-store';
import { viewVault } from './vault/vault-view';

export default class OperationsLifecyclePlugin extends Plugin {
  private readonly store = new SettingsStore(this);
  private feed: IndexFeed | null = null;

  override async onload(): Promise<void> {
    await this.store.load();
    const feed = new IndexFeed(this.app, this.store.settings, {
      changed: () => undefined,
      renamed: (from, to) => void this.followRename(from, to),
    });
    this.feed = this.addChild(feed);
    const index = (): OperationsIndex => feed.index;
    const vault = viewVault(this.app);
    // Last: an id that another plugin holds must not keep the rest from working.
    registerCli(
      this,
      [
        summaryCommand(index, vault, () => ({
          problems: feed.problems,
          settingsProblems: this.store.problems,
          notes: feed.progress.total,
          milliseconds: feed.progress.milliseconds,
        })),
        todosCommand(index),
        phasesCommand(index, vault),
      ],
      () => feed.settled(),
    );
  }

  /** The settings file was changed from outside: on another device, by Sync. */
  override async onExternalSettingsChange(): Promise<void> {
    await this.store.load();
    await this.feed?.rebuild(this.store.settings);
  }

  /** Settings that name a page or folder go with it. */
  private async followRename(from: string, to: string): Promise<void> {
    const settings = followRename(this.store.settings, from, to);
    if (settings === this.store.settings) return;
    await this.store.save(settings);
    await this.feed?.rebuild(settings);
  }
}

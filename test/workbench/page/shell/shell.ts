/** The window around the panes: title bar, ribbon, sidebars, status bar, and the commands of the app itself. */
import type { App } from '../../../host/app/app';
import { registrationsOf } from '../../../host/app/registrations';
import { Keymap } from '../../../host/keys/keymap';
import { WorkspaceWindow } from '../../../host/workspace/workspace-window';
import type { VaultSocket } from '../adapter/vault-socket';
import { addAppCommands } from './app-commands';
import { FileExplorer } from './file-explorer';
import { addFileMenu } from './file-menu';
import { followLinks } from './follow-links';
import { addHotkeys } from './hotkeys';
import { addHoverPreview } from './hover-preview';
import { ImageView } from './image-view';
import { addRibbonButtons } from './ribbon';
import { addTitleBar } from './title-bar';
import { addTooltips } from './tooltips';

const FILE_EXPLORER = 'file-explorer';

export class Shell {
  readonly #app: App;

  constructor(app: App, socket: VaultSocket) {
    this.#app = app;
    const { body } = document;
    const container = body.createDiv('app-container');
    addTitleBar(container, app, socket);
    container.createDiv('horizontal-main-container').append(app.workspace.containerEl);
    if (!body.hasClass('is-mobile')) container.append(app.statusBarEl);
    const { views } = registrationsOf(app);
    views.set(FILE_EXPLORER, (leaf) => new FileExplorer(leaf as never) as never);
    views.set('file', (leaf) => new ImageView(leaf as never) as never);
    addRibbonButtons(app);
    nameRegions(app);
    addAppCommands(app);
    addHotkeys(app);
    addFileMenu(app);
    addHoverPreview(app);
    addTooltips(document);
    followLinks(app, document);
    app.workspace.on('window-open', ((_window: unknown, { document: doc }: Window) => {
      addTooltips(doc);
      followLinks(app, doc);
    }) as never);
    Keymap.listenIn(app.keymap, window);
    window.addEventListener('resize', () => this.#resized());
    window.addEventListener('pagehide', () => {
      // What was put off must not be lost with the page; its windows go with it, as when the app is closed.
      void app.workspace.requestSaveLayout.run();
      for (const popout of app.workspace.floatingSplit.children)
        if (popout instanceof WorkspaceWindow) popout.win.close();
    });
  }

  /** The plugin is loaded and the last layout is back: a first start gets the file tree beside an empty tab. */
  ready(): void {
    const { workspace } = this.#app;
    if (workspace.getLeavesOfType(FILE_EXPLORER).length > 0) return;
    const leaf = workspace.getLeftLeaf(false);
    void leaf.setViewState({ type: FILE_EXPLORER }).then(() => {
      if (!document.body.hasClass('is-mobile')) workspace.leftSplit.expand();
    });
  }

  #resized(): void {
    this.#app.workspace.iterateAllLeaves((leaf) => leaf.onResize());
    this.#app.workspace.trigger('resize');
  }
}

/** A screen reader jumps from part to part. */
function nameRegions({ workspace, statusBarEl }: App): void {
  const { leftRibbon, leftSplit, rootSplit, rightSplit } = workspace;
  leftRibbon.containerEl.setAttrs({ role: 'navigation', 'aria-label': 'Ribbon' });
  leftSplit.containerEl.setAttrs({ role: 'complementary', 'aria-label': 'Left sidebar' });
  rootSplit.containerEl.setAttrs({ role: 'main' });
  rightSplit.containerEl.setAttrs({ role: 'complementary', 'aria-label': 'Right sidebar' });
  statusBarEl.setAttrs({ role: 'contentinfo', 'aria-label': 'Status bar' });
}

import { debounce, ItemView, Scope, type Menu, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { tellStep } from '../plan/run-plan';
import { readBoardState } from './board-state';
import { BOARD_VIEW_TYPE, type BoardHost } from './board-host';
import { BoardSurface } from './board-surface';
import { isTextField } from './is-text-field';
import { openBeside } from './open-beside';
import { fillPaneMenu } from './pane-menu';
import { showKeys } from './show-text';
import { typesCharacter } from './types-character';

/** The pane: its board's state is kept with the layout. */
export class BoardView extends ItemView {
  override readonly navigation = false;
  readonly surface: BoardSurface;
  private readonly saveLayout = debounce(() => this.app.workspace.requestSaveLayout(), 1000);

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: BoardHost,
  ) {
    super(leaf);
    this.icon = 'kanban';
    this.surface = new BoardSurface(host, {
      root: this.contentEl,
      isShown: () => this.contentEl.isShown(),
      stateChanged: () => this.saveLayout(),
      open: (file, line, pane) => openBeside(this.app, this.leaf, file, line, pane),
    });
    this.scope = this.buildScope();
  }

  /** What the pane's keys and its menu do. */
  private readonly acts = {
    focusFilter: () => this.contentEl.querySelector<HTMLInputElement>('.ops-filter input')?.select(),
    undo: () => void tellStep(this.host.context.undo()),
    redo: () => void tellStep(this.host.context.redo()),
    showViews: () => {
      const { right: clientX, top: clientY } = this.contentEl.getBoundingClientRect();
      const click = new MouseEvent('click', { view: this.contentEl.win, clientX, clientY });
      this.surface.actions.views.showViewMenu(click, 'all');
    },
  };

  /** Keys of the whole pane, while it is the active one; those of the grid are the grid's own. */
  private buildScope(): Scope {
    const scope = new Scope(this.app.scope);
    const whenNotTyping =
      (act: () => void) =>
      (event: KeyboardEvent): false | undefined => {
        if (isTextField(event.target)) return undefined;
        act();
        return false;
      };
    // Which modifiers type a character is the keyboard's affair: on a German one / is Shift+7, on others AltGr has it.
    const whenTyped =
      (act: () => void) =>
      (event: KeyboardEvent): false | undefined =>
        typesCharacter(event) ? whenNotTyping(act)(event) : undefined;
    const { focusFilter, undo, redo } = this.acts;
    scope.register(null, '/', whenTyped(focusFilter));
    scope.register(['Mod'], 'z', whenNotTyping(undo));
    scope.register(['Mod', 'Shift'], 'z', whenNotTyping(redo));
    scope.register(
      null,
      '?',
      whenTyped(() => showKeys(this.app)),
    );
    return scope;
  }

  override getViewType(): string {
    return BOARD_VIEW_TYPE;
  }

  override getDisplayText(): string {
    return 'Phase board';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.surface.state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.surface.show(readBoardState(state));
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('ops-view');
    this.addChild(this.surface);
    return Promise.resolve();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    fillPaneMenu(menu, this.surface, this.acts);
  }
}

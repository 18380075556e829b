import { BasesView, NullValue, type BasesEntry, type BasesPropertyId, type QueryController } from 'obsidian';
import { NoteCards } from '../../core/board/build-note-cards';
import type { Board } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import { readBoardState, type BoardState } from '../board/board-state';
import { BOARD_VIEW_TYPE, type BaseSource, type BoardHost } from '../board/board-host';
import { BoardSurface } from '../board/board-surface';
import { openAsLink } from '../board/open-beside';

/** The keys of the layout's options in a `.base` file, with what counts where they are absent. */
export const ELSEWHERE_OPTION = { key: 'elsewhere', default: true } as const;
export const TODOS_OPTION = { key: 'todosOnCard', default: 3, min: 0, max: 5 } as const;

/** What a card's title says already. */
const IN_TITLE: readonly BasesPropertyId[] = ['file.name', 'file.basename', 'file.file'];

/** The phase board as a layout of a base: rows, sort, filter, grouping and properties are the base's, columns are the phases as the plugin judges notes. */
export class BaseBoard extends BasesView implements BaseSource {
  /** In a `.base` file this names the layout: it must stay what it is. */
  readonly type = BOARD_VIEW_TYPE;
  private readonly root: HTMLElement;
  private readonly surface: BoardSurface;
  /** The base has told of its rows. */
  private hasData = false;
  private readonly cards = new NoteCards();
  private entries: ReadonlyMap<string, BasesEntry> = new Map();
  /** The elements that show what the base shows of a note, drawn again with every update. */
  private readonly shown = new Map<HTMLElement, Card>();
  /** What the configuration said when it was last looked at. */
  private elsewhere: unknown;

  constructor(
    controller: QueryController,
    parent: HTMLElement,
    private readonly host: BoardHost,
  ) {
    super(controller);
    this.root = parent.createDiv('ops-view ops-base');
    this.surface = this.addChild(
      new BoardSurface(host, {
        root: this.root,
        base: this,
        isShown: () => this.hasData && this.root.isShown(),
        open: (file, line, pane) => openAsLink(host.context.app, file, line, pane),
      }),
    );
    // With the plugin too, while the base stays open.
    this.surface.register(() => this.root.remove());
  }

  /** The base has new rows, or its view another configuration. */
  override onDataUpdated(): void {
    const isFirst = !this.hasData;
    this.hasData = true;
    this.entries = new Map(this.data.data.map((entry) => [entry.file.path, entry]));
    for (const [into, card] of this.shown)
      if (into.isConnected) this.fill(card, into);
      else this.shown.delete(into);
    const elsewhere = this.config.get(ELSEWHERE_OPTION.key) ?? ELSEWHERE_OPTION.default;
    this.surface.change({
      group: this.isGrouped ? 'notes' : 'none',
      ...((isFirst || elsewhere !== this.elsewhere) && { elsewhere: elsewhere === true }),
    });
    this.elsewhere = elsewhere;
  }

  private get isGrouped(): boolean {
    return this.data.groupedData.some((group) => group.hasKey());
  }

  build(withElsewhere: boolean): Board {
    const { index, vault, builder } = this.host;
    return this.cards.build({
      index,
      vault,
      progress: builder.progress({ index, vault }),
      groups: this.data.groupedData.map((group) => ({
        name: group.hasKey() ? String(group.key) : this.isGrouped ? 'No value' : '',
        paths: group.entries.map(({ file }) => file.path),
      })),
      withElsewhere,
      todos: Number(this.config.get(TODOS_OPTION.key) ?? TODOS_OPTION.default),
    });
  }

  renderProperties(card: Card, into: HTMLElement): void {
    this.shown.set(into, card);
    this.fill(card, into);
  }

  /** What the base shows, but for what the card says already. */
  private fill({ todo }: Card, into: HTMLElement): void {
    into.empty();
    const { owner, due } = this.host.index.settings.properties;
    const entry = this.entries.get(todo.path);
    for (const id of entry ? this.config.getOrder() : []) {
      const isSaid =
        IN_TITLE.includes(id) ||
        (id === `note.${owner}` && todo.owner !== null) ||
        (id === `note.${due}` && todo.due !== null);
      const value = isSaid ? null : entry?.getValue(id);
      if (!value || value instanceof NullValue || String(value).trim() === '') continue;
      const line = into.createDiv('ops-property');
      const text = this.config.getDisplayName(id);
      line.createSpan({ cls: 'ops-property-name', text });
      value.renderTo(line.createSpan('ops-property-value'), this.app.renderContext);
      for (const box of line.querySelectorAll('input')) box.ariaLabel ??= text;
    }
  }

  // Not declared, but asked by the app where they are there: what of a view survives that its tab shows something else meanwhile.

  getEphemeralState(): BoardState {
    return this.surface.state;
  }

  setEphemeralState(state: unknown): void {
    const { group, elsewhere } = this.surface.state;
    this.surface.show({ ...readBoardState(state), group, elsewhere });
  }

  focus(): void {
    this.surface.focusGrid();
  }
}

import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { Group, Sort } from '../../core/settings/view';
import { TermChips } from './term-chips';
import { GROUP_WORDS, SORT_WORDS, type ViewMenuParts } from './view-menu';

function Choice<T extends string>(props: {
  readonly label: string;
  readonly words: Readonly<Record<T, string>>;
  readonly value: T;
  readonly choose: (value: T) => void;
}) {
  return (
    <label>
      {props.label}
      <select class="dropdown" value={props.value} onChange={(event) => props.choose(event.currentTarget.value as T)}>
        {Object.entries<string>(props.words).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a phone's toolbar has no room for: it stays open while chips are pressed, and follows them. */
export class ViewSheet extends Modal {
  constructor(
    app: App,
    private readonly parts: () => ViewMenuParts,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Filter, sort and saved views');
    this.contentEl.addClass('ops-sheet');
    this.draw();
  }

  /** What it shows is another. */
  draw(): void {
    const { chips, group, sort, savedViews, saved, filter, setGroup, setSort, open, save, copyLink, showKeys } =
      this.parts();
    const entries: readonly (readonly [string, () => void])[] = [
      ...savedViews.map((view) => [view.name, () => open(view)] as const),
      ['Save this view…', save],
      ['Copy link to this view', copyLink],
      ['Keys', showKeys],
    ];
    render(
      <>
        <TermChips chips={chips} onFilter={filter} />
        <Choice<Group> label="Rows" words={GROUP_WORDS} value={group} choose={setGroup} />
        <Choice<Sort> label="Order" words={SORT_WORDS} value={sort} choose={setSort} />
        {entries.map(([words, act], at) => (
          <button
            key={at}
            aria-current={saved !== null && savedViews[at] === saved}
            onClick={() => {
              this.close();
              act();
            }}
          >
            {words}
          </button>
        ))}
      </>,
      this.contentEl,
    );
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}

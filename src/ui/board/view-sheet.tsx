import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import { GROUPS, SORTS } from '../../core/settings/view';
import { Dropdown } from './dropdown';
import { TermChips } from './term-chips';
import { GROUP_WORDS, SORT_WORDS, type ViewMenuParts } from './view-menu';

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
    const { chips, view, savedViews, saved, change, save, copyLink, showKeys } = this.parts();
    const entries: readonly (readonly [string, () => void])[] = [
      ...savedViews.map((one) => [one.name, () => change(one.view)] as const),
      ['Save this view…', save],
      ['Copy link to this view', copyLink],
      ['Keys', showKeys],
    ];
    render(
      <>
        <TermChips chips={chips} change={change} />
        <label>
          Rows
          <Dropdown
            options={GROUPS.map((one) => [one, GROUP_WORDS[one]])}
            value={view.group}
            choose={(group) => change({ group })}
          />
        </label>
        <label>
          Order
          <Dropdown
            options={SORTS.map((one) => [one, SORT_WORDS[one]])}
            value={view.sort}
            choose={(sort) => change({ sort })}
          />
        </label>
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

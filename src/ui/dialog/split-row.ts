import type { OwnerFields } from './owner-fields';

/** A bullet of the section that is split. */
export interface SplitBullet {
  /** Plain text. */
  readonly text: string;
  /** It has a `#todo` of its own already. */
  readonly isMarked: boolean;
  /** Its checkbox is closed. */
  readonly isClosed: boolean;
  /** The path of its owner's role note, or null. */
  readonly owner: string | null;
}

interface SplitRowRequest {
  readonly bullet: SplitBullet;
  readonly owners: OwnerFields;
  readonly changed: () => void;
}

let nextId = 1;

/** A bullet with its box "unfinished" and its owner. One that is marked can only get another owner; one that is done is shown and left alone. */
export class SplitRow {
  readonly box: HTMLInputElement;
  readonly bullet: SplitBullet;
  private readonly select: HTMLSelectElement | null = null;

  constructor(into: HTMLElement, { bullet, owners, changed }: SplitRowRequest) {
    this.bullet = bullet;
    const { text, isMarked, isClosed, owner } = bullet;
    const id = `ops-split-${nextId++}`;
    const row = into.createDiv({ cls: 'ops-split-row' });
    this.box = row.createEl('input', { type: 'checkbox', attr: { id } });
    const label = row.createEl('label', { attr: { for: id, dir: 'auto' } });
    label.createSpan({ text });
    this.box.checked = isMarked && !isClosed;
    this.box.disabled = isMarked || isClosed;
    if (this.box.disabled) label.createSpan({ cls: 'ops-split-fact', text: isClosed ? 'done' : 'marked already' });
    row.toggleClass('is-settled', isClosed);
    if (isClosed) return;
    const select = row.createEl('select', { cls: 'dropdown', attr: { 'aria-label': `Owner of ${text}` } });
    this.select = select;
    this.box.addEventListener('change', changed);
    owners.fill(select, {
      subject: text,
      // An owner that stands there can be another one; whoever wants none edits the text.
      none: owner === null ? 'No owner' : null,
      owner,
      changed: () => {
        // Whoever names an owner means that there is work.
        if (select.value !== '') this.box.checked = true;
        changed();
      },
    });
  }

  /** Whether it can be marked. */
  get isFree(): boolean {
    return !this.box.disabled;
  }

  /** Whether something of it is to be written. */
  get isChosen(): boolean {
    return this.isFree ? this.box.checked : this.select !== null && this.owner !== this.bullet.owner;
  }

  get owner(): string | null {
    return this.select === null || this.select.value === '' ? null : this.select.value;
  }

  focus(): void {
    this.box.focus();
  }
}

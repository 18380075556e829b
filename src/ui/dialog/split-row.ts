import type { Role } from '../../core/index/list-roles';
import { noteName } from '../../core/note/link-text';

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

export interface SplitRowRequest {
  readonly bullet: SplitBullet;
  readonly roles: readonly Role[];
  readonly changed: () => void;
}

let nextId = 1;

/** A bullet with its box "unfinished" and its owner. A bullet that is marked, or done, is shown and left alone. */
export class SplitRow {
  readonly box: HTMLInputElement;
  readonly bullet: SplitBullet;
  private readonly select: HTMLSelectElement | null = null;

  constructor(into: HTMLElement, { bullet, roles, changed }: SplitRowRequest) {
    this.bullet = bullet;
    const id = `ops-split-${nextId++}`;
    const row = into.createDiv({ cls: 'ops-split-row' });
    this.box = row.createEl('input', { type: 'checkbox', attr: { id } });
    row.createEl('label', { text: bullet.text, attr: { for: id, dir: 'auto' } });
    const fact = bullet.isClosed ? 'done' : bullet.isMarked ? 'marked already' : null;
    if (fact !== null) {
      this.box.checked = !bullet.isClosed;
      this.box.disabled = true;
      row.addClass('is-settled');
      row.createSpan({ cls: 'ops-split-fact', text: bullet.owner === null ? fact : `${fact} · ${noteName(bullet.owner)}` });
      return;
    }
    this.select = row.createEl('select', { cls: 'dropdown', attr: { 'aria-label': `Owner of ${bullet.text}` } });
    // An owner that stands there can be another one; whoever wants none edits the text.
    if (bullet.owner === null) this.select.createEl('option', { value: '', text: 'No owner' });
    for (const { path, name } of roles) this.select.createEl('option', { value: path, text: name });
    if (bullet.owner !== null) {
      if (!roles.some(({ path }) => path === bullet.owner)) this.select.createEl('option', { value: bullet.owner, text: noteName(bullet.owner) });
      this.select.value = bullet.owner;
    }
    this.select.toggleClass('is-empty', this.select.value === '');
    this.box.addEventListener('change', changed);
    this.select.addEventListener('change', () => {
      this.select?.toggleClass('is-empty', this.select.value === '');
      // Whoever names an owner means that there is work.
      if (this.select?.value !== '') this.box.checked = true;
      changed();
    });
  }

  /** Whether there is something to choose. */
  get isFree(): boolean {
    return this.select !== null;
  }

  get isChosen(): boolean {
    return this.select !== null && this.box.checked;
  }

  get owner(): string | null {
    return this.select === null || this.select.value === '' ? null : this.select.value;
  }

  focus(): void {
    this.box.focus();
  }
}

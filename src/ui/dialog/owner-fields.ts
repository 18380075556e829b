import type { App } from 'obsidian';
import type { Role } from '../../core/index/list-roles';
import { noteName } from '../../core/note/link-text';
import { chooseOwner, type OwnerQuestion } from './choose-owner';

/** What a field's last entry has as its value: no note has that path. */
const CREATE = '\n';

interface OwnerField {
  /** What the owner would be of. */
  readonly subject: string;
  /** The words for nobody; null where somebody must stay. */
  readonly none: string | null;
  /** The role note's path, or null. */
  readonly owner: string | null;
  readonly changed: () => void;
}

/** The owner fields of one dialog. A role that is named in one of them is offered by all; its note is made by the dialog's plan. */
export class OwnerFields {
  private readonly selects: HTMLSelectElement[] = [];
  private readonly named = new Map<string, string>();

  constructor(
    private readonly app: App,
    private readonly roles: readonly Role[],
    private readonly newRolePath: OwnerQuestion['newRolePath'],
  ) {}

  /** Of these owners, those whose notes are still to be made. */
  made(owners: readonly (string | null)[]): string[] {
    return owners.filter((owner) => owner !== null && this.named.has(owner)) as string[];
  }

  /** Fills a select, whose value is then a role note's path, or '' for nobody. */
  fill(select: HTMLSelectElement, { subject, none, owner, changed }: OwnerField): void {
    const isFirst = this.roles.length === 0;
    if (none !== null) select.createEl('option', { value: '', text: isFirst ? 'No roles yet' : none });
    for (const { path, name } of this.roles) select.createEl('option', { value: path, text: name });
    if (owner !== null && !this.roles.some(({ path }) => path === owner))
      select.createEl('option', { value: owner, text: noteName(owner) });
    select.createEl('option', { value: CREATE, text: isFirst ? 'Create the first role…' : 'Create role…' });
    select.value = owner ?? '';
    this.selects.push(select);
    let before = select.value;
    const take = (): void => {
      before = select.value;
      select.toggleClass('is-empty', before === '');
    };
    take();
    select.addEventListener('change', () => {
      const asks = select.value === CREATE;
      if (asks) select.value = before;
      void (asks ? this.create(select, subject) : Promise.resolve(true)).then((isChosen) => {
        if (!isChosen) return;
        take();
        changed();
      });
    });
  }

  /** Answers whether the select has another value now. */
  private async create(select: HTMLSelectElement, subject: string): Promise<boolean> {
    const named = [...this.named].map(([path, name]) => ({ path, name, group: 'new' }));
    const chosen = await chooseOwner(this.app, {
      subject,
      roles: [...this.roles, ...named],
      canClear: false,
      newRolePath: this.newRolePath,
    });
    select.focus();
    if (chosen === null) return false;
    const path = 'newRole' in chosen ? this.newRolePath(chosen.newRole) : chosen.path;
    if (path === null) return false;
    if ('newRole' in chosen && !this.named.has(path)) {
      this.named.set(path, chosen.newRole);
      for (const { lastElementChild } of this.selects)
        lastElementChild?.before(createEl('option', { value: path, text: `${chosen.newRole} (new)` }));
    }
    select.value = path;
    return true;
  }
}

import { Modal, Setting, type App } from 'obsidian';
import { isRefusal, type EditPlan, type Planned } from '../../core/edit/edit-plan';
import { countLines } from '../../core/edit/count-lines';
import type { Role } from '../../core/index/list-roles';
import { drawPlan } from '../plan/preview-modal';
import { SplitRow, type SplitBullet } from './split-row';

/** What was chosen: positions of bullets in the list given, with the role note's path or null. */
export interface SplitChoice {
  readonly bullets: readonly { readonly at: number; readonly owner: string | null }[];
  /** More is to come: the section's own mark stays. */
  readonly keep: boolean;
}

export interface SplitRequest {
  /** `Day 0 responsibilities` */
  readonly subject: string;
  readonly bullets: readonly SplitBullet[];
  readonly roles: readonly Role[];
  readonly plan: (choice: SplitChoice) => Promise<Planned>;
}

/** The handbook's main road: which bullets of a section are unfinished, and whose are they? All of it by keyboard, and what it writes in sight. */
class SplitModal extends Modal {
  private rows: SplitRow[] = [];
  private keep = false;
  private agreed: EditPlan | null = null;
  private planned: Planned | null = null;
  private asked = 0;
  private effect: HTMLElement | null = null;
  private preview: HTMLElement | null = null;
  private apply: HTMLButtonElement | null = null;

  constructor(
    app: App,
    private readonly request: SplitRequest,
    private readonly answer: (agreed: EditPlan | null) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { subject, bullets, roles } = this.request;
    this.modalEl.addClass('ops-split');
    this.setTitle('Which are unfinished, and whose are they?');
    this.contentEl.createEl('p', { cls: 'ops-split-subject', text: subject, attr: { dir: 'auto' } });
    const list = this.contentEl.createDiv({ cls: 'ops-split-list', attr: { role: 'group', 'aria-label': 'Bullets' } });
    this.rows = bullets.map((bullet) => new SplitRow(list, { bullet, roles, changed: () => this.replan() }));
    list.addEventListener('keydown', (event) => this.step(event));
    new Setting(this.contentEl)
      .setName('More to come: keep the whole list marked')
      .setDesc('Else its own #todo goes, and each chosen bullet has one.')
      .addToggle((toggle) =>
        toggle.setValue(false).onChange((keep) => {
          this.keep = keep;
          this.replan();
        }),
      );
    this.effect = this.contentEl.createDiv({ cls: 'ops-split-effect', attr: { role: 'status' } });
    const details = this.contentEl.createEl('details', { cls: 'ops-split-preview' });
    details.createEl('summary', { text: 'Preview' });
    this.preview = details.createDiv();
    new Setting(this.contentEl)
      .setClass('ops-split-buttons')
      .addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()))
      .addButton((button) => {
        button.setButtonText('Apply').setCta().onClick(() => this.finish());
        this.apply = button.buttonEl;
      });
    this.scope.register(['Mod'], 'Enter', () => {
      this.finish();
      return false;
    });
    this.rows.find(({ isFree }) => isFree)?.focus();
    this.replan();
  }

  /** The arrow keys go from box to box; Enter ticks as Space does, so that nobody applies by chance. */
  private step(event: KeyboardEvent): void {
    const at = this.rows.findIndex(({ box }) => box === event.target);
    if (at < 0) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      const next = by > 0 ? this.rows.find((row, index) => index > at && row.isFree) : this.rows.findLast((row, index) => index < at && row.isFree);
      next?.focus();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) this.rows[at]?.box.click();
    else return;
    event.preventDefault();
  }

  private replan(): void {
    const bullets = this.rows.flatMap((row, at) => (row.isChosen ? [{ at, owner: row.owner }] : []));
    const asked = ++this.asked;
    this.planned = null;
    const tell = (planned: Planned): void => {
      // An answer to an earlier choice may come late.
      if (asked === this.asked) this.show(planned);
    };
    if (bullets.length === 0 && !this.rows.some(({ bullet }) => bullet.isMarked && !bullet.isClosed)) {
      tell({ refusal: this.keep ? 'Nothing is chosen yet.' : 'Nothing is chosen yet. When nothing is unfinished, mark the list as done instead.' });
      return;
    }
    void this.request.plan({ bullets, keep: this.keep }).then(tell, (error: unknown) => tell({ refusal: error instanceof Error ? error.message : String(error) }));
  }

  private show(planned: Planned): void {
    this.planned = planned;
    const problem = isRefusal(planned) ? planned.refusal : null;
    this.effect?.setText(isRefusal(planned) ? planned.refusal : countLines(planned));
    this.apply?.toggleAttribute('disabled', problem !== null);
    this.preview?.empty();
    this.preview?.parentElement?.toggle(problem === null);
    if (this.preview && !isRefusal(planned)) drawPlan(this.preview, planned);
  }

  private finish(): void {
    if (!this.planned || isRefusal(this.planned)) return;
    this.agreed = this.planned;
    this.close();
  }

  override onClose(): void {
    this.asked++;
    this.contentEl.empty();
    this.answer(this.agreed);
  }
}

/** Lets the user split a section into bullets; the plan they agreed to, or null. It has been shown: it needs no other preview. */
export function splitByUser(app: App, request: SplitRequest): Promise<EditPlan | null> {
  return new Promise((resolve) => new SplitModal(app, request, resolve).open());
}

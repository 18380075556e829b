import { Modal, Platform, Setting, type App } from 'obsidian';
import { notesTouched, type EditPlan, type Planned } from '../../core/edit/edit-plan';
import { isRefusal } from '../../core/text/refusal';
import { countLines } from '../../core/edit/describe-plan';
import { drawPlan } from '../plan/preview-modal';
import { addButtons } from './ask';
import type { OwnerFields } from './owner-fields';
import { SplitRow, type SplitBullet } from './split-row';
import { reasonOf } from '../../core/wording/reason-of';

/** What was chosen: positions of bullets in the list given, with the role note's path or null. */
interface TickedBullets {
  readonly bullets: readonly { readonly at: number; readonly owner: string | null }[];
  /** More is to come: the section's own mark stays. */
  readonly keep: boolean;
}

interface SplitRequest {
  /** `Day 0 responsibilities` */
  readonly subject: string;
  readonly bullets: readonly SplitBullet[];
  readonly owners: OwnerFields;
  readonly plan: (choice: TickedBullets) => Promise<Planned>;
}

/** The handbook's main road: which bullets of a section are unfinished, and whose are they? All of it by keyboard, and what it writes in sight. */
class SplitModal extends Modal {
  private rows: SplitRow[] = [];
  private all: HTMLInputElement | null = null;
  private keep = false;
  private agreed: EditPlan | null = null;
  private planned: Planned | null = null;
  /** It is to be applied as soon as the plan is there. */
  private isWanted = false;
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
    const { subject, bullets, owners } = this.request;
    this.modalEl.addClass('ops-split');
    this.setTitle('Which are unfinished, and whose are they?');
    this.contentEl.createEl('p', { cls: 'ops-split-subject', text: subject, attr: { dir: 'auto' } });
    const list = this.contentEl.createDiv({ cls: 'ops-split-list', attr: { role: 'group', 'aria-label': 'Bullets' } });
    const all = this.addAll(list);
    this.rows = bullets.map((bullet) => new SplitRow(list, { bullet, owners, changed: () => this.replan() }));
    all.toggle(this.rows.filter(({ isFree }) => isFree).length > 1);
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
    const details = this.contentEl.createEl('details', { cls: 'ops-split-preview' });
    details.createEl('summary', { text: 'Preview' });
    this.preview = details.createDiv();
    details.addEventListener('toggle', () => details.scrollIntoView({ block: 'nearest' }));
    const footer = new Setting(this.contentEl).setClass('ops-split-buttons');
    this.effect = footer.infoEl.createDiv({ cls: 'ops-split-effect', attr: { role: 'status' } });
    if (!Platform.isMobile)
      footer.infoEl.createDiv({
        cls: 'ops-split-keys',
        text: `↑↓ bullet · Space unfinished · Tab owner · ${Platform.isMacOS ? '⌘' : 'Ctrl+'}Enter apply`,
      });
    this.apply = addButtons(footer, this, 'Apply', () => this.finish()).buttonEl;
    this.scope.register(['Mod'], 'Enter', () => {
      this.finish();
      return false;
    });
    this.rows.find(({ isFree }) => isFree)?.focus();
    this.replan();
  }

  /** A box for all of them. */
  private addAll(into: HTMLElement): HTMLElement {
    const row = into.createEl('label', { cls: 'ops-split-row ops-split-all' });
    const box = row.createEl('input', { type: 'checkbox' });
    row.createSpan({ text: 'All of them' });
    box.addEventListener('change', () => {
      for (const one of this.rows) if (one.isFree) one.box.checked = box.checked;
      this.replan();
    });
    this.all = box;
    return row;
  }

  /** The arrow keys go from box to box; Enter ticks as Space does, so that nobody applies by chance. */
  private step(event: KeyboardEvent): void {
    const at = this.rows.findIndex(({ box }) => box === event.target);
    if (at < 0) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      const next =
        by > 0
          ? this.rows.find((row, index) => index > at && row.isFree)
          : this.rows.findLast((row, index) => index < at && row.isFree);
      next?.focus();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) this.rows[at]?.box.click();
    else return;
    event.preventDefault();
  }

  private replan(): void {
    const bullets = this.rows.flatMap((row, at) => (row.isChosen ? [{ at, owner: row.owner }] : []));
    const free = this.rows.filter(({ isFree }) => isFree);
    const ticked = free.filter(({ box }) => box.checked).length;
    if (this.all) {
      this.all.checked = ticked === free.length;
      this.all.indeterminate = ticked > 0 && ticked < free.length;
    }
    const asked = ++this.asked;
    this.planned = null;
    this.isWanted = false;
    const tell = (planned: Planned): void => {
      // An answer to an earlier choice may come late.
      if (asked === this.asked) this.show(planned);
    };
    if (bullets.length === 0 && !this.rows.some(({ bullet }) => bullet.isMarked && !bullet.isClosed)) {
      tell({
        refusal: `Nothing is chosen yet.${this.keep ? '' : ' When nothing is unfinished, mark the list as done instead.'}`,
      });
      return;
    }
    void this.request
      .plan({ bullets, keep: this.keep })
      .then(tell, (error: unknown) => tell({ refusal: reasonOf(error) }));
  }

  private show(planned: Planned): void {
    this.planned = planned;
    const problem = isRefusal(planned) ? planned.refusal : null;
    this.effect?.setText(isRefusal(planned) ? planned.refusal : countLines(planned));
    this.apply?.toggleAttribute('disabled', problem !== null);
    this.preview?.empty();
    this.preview?.parentElement?.toggle(problem === null);
    if (this.preview && !isRefusal(planned)) drawPlan(this.preview, planned);
    // What nobody has seen is applied only where nothing else is shown before it is written: a plan on one note that makes nothing public.
    if (this.isWanted && !isRefusal(planned) && notesTouched(planned) === 1 && planned.remarks.length === 0)
      this.finish();
  }

  private finish(): void {
    if (!this.planned) {
      this.isWanted = true;
      this.effect?.setText('Working it out…');
      return;
    }
    if (isRefusal(this.planned)) return;
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

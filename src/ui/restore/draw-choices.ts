import { Setting } from 'obsidian';
import { noteName } from '../../core/note/link-text';
import { readableText } from '../../core/published-copies/comparable-text';
import { placeKey } from '../../core/published-copies/decide-copies';
import { placeLabel } from '../../core/note/loc-at';
import type { MissingPage } from '../../core/published-copies/missing-pages';
import { drawChange } from '../plan/draw-change';
import type { RestoreChoices, StaleDecision } from './restore-choices';

/** Asks where a missing page goes. */
function drawPage(
  into: HTMLElement,
  choices: RestoreChoices,
  { address, path, isGuess, empty }: MissingPage,
  changed: () => void,
): void {
  const setting = new Setting(into)
    .setName(path === '' ? address : noteName(path))
    .setDesc(
      empty
        ? `${path} is there and empty: it is filled.`
        : isGuess
          ? `No link in the page leads to it: its path is guessed from its address ${address}. Empty: not made.`
          : 'Where a link in the page leads.',
    );
  setting.addText((text) => {
    text
      .setValue(choices.paths.get(address) ?? path)
      .setDisabled(empty !== null)
      .onChange((value) => {
        choices.paths.set(address, value.trim());
        changed();
      });
    text.inputEl.setAttribute('aria-label', `Path of ${noteName(path)}`);
    text.inputEl.addClass('ops-path');
    // Where there is no room for it, the end of a path tells more.
    text.inputEl.scrollLeft = text.inputEl.scrollWidth;
  });
}

/** Asks what becomes of a copy that differs from its page, and shows how. */
function drawStale(into: HTMLElement, choices: RestoreChoices, decision: StaleDecision, changed: () => void): void {
  const { survey } = choices;
  const host = survey.notes.get(decision.path)?.source;
  const copy = host?.copies[decision.index];
  if (!host || !copy) return;
  const key = placeKey(decision);
  const label = placeLabel(host, copy.start);
  new Setting(into)
    .setName(label)
    .setDesc(`Differs from ${decision.embed}`)
    .addDropdown((dropdown) => {
      dropdown
        .addOption('keep', 'Keep the copy')
        .addOption('take', 'Take what the page says')
        .setValue(choices.taken.has(key) ? 'take' : 'keep')
        .onChange((value) => {
          if (value === 'take') choices.taken.add(key);
          else choices.taken.delete(key);
          changed();
        });
      dropdown.selectEl.setAttribute('aria-label', label);
    });
  const target = survey.source(decision.source.path);
  const { start, end } = decision.source.section;
  if (target)
    drawChange(into, readableText(host, copy.contentStart, copy.contentEnd), readableText(target, start, end));
}

/** Draws what there is to decide. `changed` after an answer, `redraw` when other questions follow from it. */
export function drawChoices(
  into: HTMLElement,
  choices: RestoreChoices,
  notes: readonly string[],
  changed: () => void,
  redraw: () => void,
): void {
  const ask = (name: string, description: string, value: boolean, answer: (value: boolean) => void): void => {
    new Setting(into)
      .setName(name)
      .setDesc(description)
      .addToggle((toggle) => toggle.setValue(value).onChange(answer));
  };
  if (notes.length > 1)
    new Setting(into).setName('Where').addDropdown((dropdown) => {
      dropdown.addOption('', `All ${notes.length} notes`);
      for (const path of notes) dropdown.addOption(path, noteName(path));
      dropdown.setValue(choices.only ?? '').onChange((value) => {
        choices.only = value === '' ? null : value;
        redraw();
      });
    });
  const { missing } = choices;
  if (missing.length > 0) {
    const pages = missing.length === 1 ? 'the missing page' : `the ${missing.length} missing pages`;
    ask(`Rebuild ${pages}`, 'From their frozen copies, published as the page is.', choices.create, (value) => {
      choices.create = value;
      redraw();
    });
    if (choices.create) for (const page of missing) drawPage(into, choices, page, changed);
  }
  if (choices.create)
    for (const { from, to } of choices.draft().moves.slice(0, 1))
      ask(`Move ${noteName(from)}`, `To ${to}, where its address says it lives.`, choices.move, (value) => {
        choices.move = value;
        changed();
      });
  for (const decision of choices.stale()) drawStale(into, choices, decision, changed);
}

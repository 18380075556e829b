import { Menu, type App, type MenuItem, type WorkspaceLeaf } from 'obsidian';
import type { Card } from '../../core/board/card';
import { explainPhase, whyQuestion } from '../../core/board/explain-phase';
import { isPhasePageSection } from '../../core/board/phase-page-section';
import { noteName } from '../../core/note/link-text';
import type { ActionDesk } from '../actions/action-desk';
import { CARD_ACTIONS, type CardAction } from '../actions/card-actions';
import { moveSectionText } from '../actions/move-todos';
import { sectionTargets } from '../actions/section-targets';

/** Sections of our own, so that nothing of the note's menu stands among the board's entries. */
const OWN = 'operations-lifecycle';
const WORK = 'operations-lifecycle-work';
const CHOICE = 'operations-lifecycle-choice';
const SHOWN = 'operations-lifecycle-shown';
const NOTE = 'operations-lifecycle-note';

export interface CardMenuParts {
  readonly app: App;
  readonly leaf: WorkspaceLeaf;
  readonly desk: ActionDesk;
  readonly card: Card;
  /** All cards that the menu is for: several when the card is one of those chosen. */
  readonly cards: readonly Card[];
  readonly isSelected: boolean;
  /** Whether the card can be carried with the arrow keys here. */
  readonly canCarry: boolean;
  readonly open: (newTab: boolean) => void;
  readonly explain: (question: string, answer: string) => void;
  readonly run: (action: CardAction) => void;
  readonly edit: () => void;
  readonly pickUp: () => void;
  /** The notes that show it too. */
  readonly shownIn: readonly string[];
  readonly openNote: (path: string) => void;
  readonly select: () => void;
  /** Opens the form that makes notes of what stands at these 0-based lines. */
  readonly turnIntoNote: (path: string, lines: readonly number[]) => void;
}

/** The menu of a card: the board's own entries first, then the note's in a section named after the note. */
export function buildCardMenu(parts: CardMenuParts): Menu {
  const { app, leaf, desk, card, cards, open, explain } = parts;
  const menu = new Menu();
  const add = (section: string, title: string, icon: string, act: () => void): void => {
    menu.addItem((item: MenuItem) => item.setSection(section).setTitle(title).setIcon(icon).onClick(act));
  };
  const todos = cards.map(({ todo }) => todo);
  if (cards.length === 1) {
    add(OWN, 'Open', 'file-text', () => open(false));
    add(OWN, 'Open in new tab', 'file-plus', () => open(true));
  } else menu.addItem((item) => item.setSection(OWN).setTitle(`${cards.length} selected`).setIsLabel(true));
  if (todos.every(({ fromCopy }) => fromCopy)) {
    menu.addItem((item) => item.setSection(WORK).setTitle('A frozen copy: rebuild its page first').setIsLabel(true));
  } else {
    for (const action of CARD_ACTIONS) {
      if (action.isFor(desk, todos)) add(WORK, action.title(todos), action.icon, () => parts.run(action));
      // Beside what changes the mark: what changes the words.
      if (action.id === 'mark-done' && cards.length === 1) add(WORK, 'Edit text', 'pencil', parts.edit);
    }
    const [path, ...others] = new Set(todos.map((todo) => todo.path));
    if (path !== undefined && others.length === 0 && todos.every((todo) => ['item', 'section'].includes(todo.kind) && !isPhasePageSection(todo)))
      add(WORK, 'Turn into responsibility note…', 'file-output', () => parts.turnIntoNote(path, todos.map(({ startLine }) => startLine)));
    for (const { column, page } of sectionTargets(desk.index, todos)) add(WORK, `Move the section to ${noteName(page)}…`, 'corner-down-right', () => void moveSectionText(desk, todos, column));
    if (parts.canCarry) add(WORK, 'Pick up, to move with the arrow keys', 'move', parts.pickUp);
  }
  add(CHOICE, parts.isSelected ? 'Unselect' : 'Select', parts.isSelected ? 'square' : 'square-check-big', parts.select);
  if (cards.length > 1) return menu;
  const question = whyQuestion(card.todo);
  add(CHOICE, question, 'circle-help', () => explain(question, explainPhase(card.todo)));
  for (const path of parts.shownIn) add(SHOWN, `Shown in ${noteName(path)}`, 'arrow-up-right', () => parts.openNote(path));
  const file = app.vault.getFileByPath(card.todo.path);
  // The note may have gone while the board was looked at.
  if (file) {
    menu.addItem((item) => item.setSection(NOTE).setTitle(noteName(file.path)).setIsLabel(true));
    app.workspace.trigger('file-menu', menu, file, 'operations-lifecycle-board', leaf);
  }
  return menu;
}

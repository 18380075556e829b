import { Menu, type App } from 'obsidian';
import type { Card } from '../../core/board/card';
import { explainPhase, whyQuestion } from '../../core/board/explain-phase';
import { isPhasePageSection } from '../../core/board/phase-page-section';
import { shortTitle } from '../../core/index/short-title';
import type { Todo } from '../../core/index/todo';
import { noteName } from '../../core/note/link-text';
import type { ActionContext } from '../actions/action-context';
import { CARD_ACTIONS, type CardAction } from '../actions/card-actions';
import { moveSectionText } from '../actions/move-todos';
import { EDIT_TEXT } from '../actions/refused-actions';
import { sectionTargets } from '../actions/section-targets';
import { copyTodoLink } from '../embed/copy-todo-link';
import { keyTitle } from './key-title';
import { revealInExplorer } from './reveal-in-explorer';

const WORK = 'operations-work';
const CHOICE = 'operations-choice';
const OPEN = 'operations-open';
const SHOWN = 'operations-shown';

/** Where a note is opened: beside the board, in a new tab, or in a split of its own. */
export type OpenPlace = false | 'tab' | 'split';

export interface CardMenuParts {
  readonly app: App;
  readonly context: ActionContext;
  readonly card: Card;
  /** All cards that the menu is for: several when the card is one of those chosen. */
  readonly cards: readonly Card[];
  readonly isSelected: boolean;
  /** Whether the card can be carried with the arrow keys here. */
  readonly canCarry: boolean;
  /** The ids of what would be refused. */
  readonly refused: ReadonlySet<string>;
  readonly open: (where: OpenPlace) => void;
  readonly explain: (question: string, answer: string) => void;
  readonly run: (action: CardAction) => void;
  readonly edit: () => void;
  readonly pickUp: () => void;
  /** The notes that show it too. */
  readonly shownIn: readonly string[];
  readonly openNote: (path: string) => void;
  readonly openTodo: (todo: Todo) => void;
  readonly select: () => void;
  /** Opens the form that makes notes of what stands at these 0-based lines. */
  readonly turnIntoNote: (path: string, lines: readonly number[]) => void;
}

/**
 * The menu of a card: what can be done with the todo, then where its note can be opened. Nothing of the note's own menu stands in it: there a press
 * beside the mark deletes or moves the whole note.
 */
export function buildCardMenu(parts: CardMenuParts): Menu {
  const { app, context, card, cards, open, explain } = parts;
  const menu = new Menu();
  const add = (section: string, title: string | DocumentFragment, icon: string, act: () => void): void => {
    menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(act));
  };
  const label = (section: string, title: string): void =>
    void menu.addItem((item) => item.setSection(section).setTitle(title).setIsLabel(true));
  const todos = cards.map(({ todo }) => todo);
  if (cards.length > 1) label(WORK, `${cards.length} selected`);
  if (todos.every(({ fromCopy }) => fromCopy)) label(WORK, 'A frozen copy: rebuild its page first');
  else {
    for (const action of CARD_ACTIONS) {
      if (action.isFor(context, todos) && !parts.refused.has(action.id))
        add(WORK, keyTitle(action.title(todos), action.key), action.icon, () => parts.run(action));
      // Beside what changes the mark: what changes the words.
      if (action.id === 'mark-done' && cards.length === 1 && !parts.refused.has(EDIT_TEXT))
        add(WORK, keyTitle('Edit text', 'e'), 'pencil', parts.edit);
    }
    const [path, ...others] = new Set(todos.map((todo) => todo.path));
    if (
      path !== undefined &&
      others.length === 0 &&
      todos.every((todo) => ['item', 'section'].includes(todo.kind) && !isPhasePageSection(todo))
    )
      add(WORK, 'Turn into responsibility note…', 'file-output', () =>
        parts.turnIntoNote(
          path,
          todos.map(({ startLine }) => startLine),
        ),
      );
    for (const { column, page } of sectionTargets(context.index, todos))
      add(
        WORK,
        `Move the section to ${noteName(page)}…`,
        'corner-down-right',
        () => void moveSectionText(context, todos, column),
      );
    if (parts.canCarry && !parts.refused.has('move'))
      add(WORK, keyTitle('Pick up, to move with the arrow keys', 'p'), 'move', parts.pickUp);
  }
  add(
    CHOICE,
    keyTitle(parts.isSelected ? 'Unselect' : 'Select', 'x'),
    parts.isSelected ? 'square' : 'square-check-big',
    parts.select,
  );
  if (cards.length > 1) return menu;
  const question = whyQuestion(card.todo);
  add(CHOICE, question, 'circle-help', () => explain(question, explainPhase(card.todo)));
  const { path } = card.todo;
  label(OPEN, noteName(path));
  add(OPEN, keyTitle('Open', 'Enter'), 'file-text', () => open(false));
  add(OPEN, keyTitle('Open in new tab', 'Mod+Enter'), 'file-plus', () => open('tab'));
  add(OPEN, 'Open to the right', 'separator-vertical', () => open('split'));
  const reveal = revealInExplorer(app, path);
  if (reveal) add(OPEN, 'Reveal in navigation', 'folder-open', reveal);
  add(OPEN, `Copy link to this ${card.note ? 'note' : 'todo'}`, 'link', () => void copyTodoLink(context, card.todo));
  for (const todo of card.note?.todos ?? [])
    add(SHOWN, `Open “${shortTitle(todo)}”`, 'circle', () => parts.openTodo(todo));
  for (const host of parts.shownIn)
    add(SHOWN, `Shown in ${noteName(host)}`, 'arrow-up-right', () => parts.openNote(host));
  return menu;
}

import { Menu, type PaneType } from 'obsidian';
import type { Card } from '../../core/board/card';
import { explainPhase, whyQuestion } from '../../core/board/explain-phase';
import { isPhasePageSection } from '../../core/board/phase-page-section';
import { shortTitle } from '../../core/index/short-title';
import { noteName } from '../../core/note/link-text';
import { CARD_ACTIONS } from '../actions/card-actions';
import { moveSectionText } from '../actions/move-todos';
import { EDIT_TEXT } from '../actions/refused-actions';
import { sectionTargets } from '../actions/section-targets';
import { copyTodoLink } from '../embed/copy-todo-link';
import type { BoardController } from './board-controller';
import type { BoardHost } from './board-host';
import { keyTitle } from './key-title';
import { revealInExplorer } from './reveal-in-explorer';
import { showText } from './show-text';

const WORK = 'operations-work';
const CHOICE = 'operations-choice';
const OPEN = 'operations-open';
const SHOWN = 'operations-shown';

interface CardMenuParts {
  readonly host: BoardHost;
  readonly controller: BoardController;
  readonly card: Card;
  /** All cards that the menu is for: several when the card is one of those chosen. */
  readonly cards: readonly Card[];
  /** The ids of what would be refused. */
  readonly refused: ReadonlySet<string>;
  /** Whether cards can be carried with the arrow keys here. */
  readonly canCarry: boolean;
  /** Opens a note at a 0-based line; without a pane beside the board. */
  readonly open: (path: string, line: number, pane: PaneType | false) => void;
}

/**
 * The menu of a card: what can be done with the todo, then where its note can be opened. Nothing of the note's own menu stands in it: there a press
 * beside the mark deletes or moves the whole note.
 */
export function buildCardMenu({ host, controller, card, cards, refused, canCarry, open }: CardMenuParts): Menu {
  const { context } = host;
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
      if (action.isFor(context, todos) && !refused.has(action.id))
        add(WORK, keyTitle(action.title?.(todos) ?? action.command, action.key), action.icon, () =>
          controller.run(action, cards),
        );
      // Beside what changes the mark: what changes the words.
      if (action.id === 'mark-done' && cards.length === 1 && !refused.has(EDIT_TEXT))
        add(WORK, keyTitle('Edit text', 'e'), 'pencil', () => void controller.startEditing(card));
    }
    const [path, ...others] = new Set(todos.map((todo) => todo.path));
    if (
      path !== undefined &&
      others.length === 0 &&
      todos.every((todo) => ['item', 'section'].includes(todo.kind) && !isPhasePageSection(todo))
    )
      add(WORK, 'Turn into responsibility note…', 'file-output', () =>
        host.turnIntoNote(
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
    if (canCarry && cards.some((one) => controller.moves.canMove(one)) && !refused.has('move'))
      add(WORK, keyTitle('Pick up, to move with the arrow keys', 'p'), 'move', () => controller.moves.pickUp(card));
  }
  const [choose, icon] = controller.isSelected(card) ? ['Unselect', 'square'] : ['Select', 'square-check-big'];
  add(CHOICE, keyTitle(choose, 'x'), icon, () => controller.select(card, 'toggle'));
  if (cards.length > 1) return menu;
  const question = whyQuestion(card.todo);
  add(CHOICE, question, 'circle-help', () => showText(context.app, question, [explainPhase(card.todo)]));
  const { path, startLine } = card.todo;
  label(OPEN, noteName(path));
  add(OPEN, keyTitle('Open', 'Enter'), 'file-text', () => open(path, startLine, false));
  add(OPEN, keyTitle('Open in new tab', 'Mod+Enter'), 'file-plus', () => open(path, startLine, 'tab'));
  add(OPEN, 'Open to the right', 'separator-vertical', () => open(path, startLine, 'split'));
  const reveal = revealInExplorer(context.app, path);
  if (reveal) add(OPEN, 'Reveal in navigation', 'folder-open', reveal);
  add(OPEN, `Copy link to this ${card.note ? 'note' : 'todo'}`, 'link', () => void copyTodoLink(context, card.todo));
  for (const todo of card.note?.todos ?? [])
    add(SHOWN, `Open “${shortTitle(todo)}”`, 'circle', () => open(path, todo.startLine, false));
  for (const shown of host.index.shownIn(card.todo))
    add(SHOWN, `Shown in ${noteName(shown)}`, 'arrow-up-right', () => open(shown, 0, false));
  return menu;
}

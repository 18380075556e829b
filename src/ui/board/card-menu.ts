import { Menu, type App, type WorkspaceLeaf } from 'obsidian';
import type { Card } from '../../core/board/card';
import { explainPhase, whyQuestion } from '../../core/board/explain-phase';
import { noteName } from '../../core/note/link-text';

/** Sections of our own, so that nothing of the note's menu stands among the board's entries. */
const OWN = 'operations-lifecycle';
const NOTE = 'operations-lifecycle-note';

export interface CardMenuParts {
  readonly app: App;
  readonly leaf: WorkspaceLeaf;
  readonly card: Card;
  readonly open: (newTab: boolean) => void;
  readonly explain: (question: string, answer: string) => void;
}

/** The menu of a card: the board's own entries first, then the note's in a section named after the note. */
export function buildCardMenu({ app, leaf, card, open, explain }: CardMenuParts): Menu {
  const menu = new Menu();
  menu.addItem((item) => item.setSection(OWN).setTitle('Open').setIcon('file-text').onClick(() => open(false)));
  menu.addItem((item) => item.setSection(OWN).setTitle('Open in new tab').setIcon('file-plus').onClick(() => open(true)));
  const question = whyQuestion(card.todo);
  menu.addItem((item) => item.setSection(OWN).setTitle(question).setIcon('help-circle').onClick(() => explain(question, explainPhase(card.todo))));
  const file = app.vault.getFileByPath(card.todo.path);
  // The note may have gone while the board was looked at.
  if (file) {
    menu.addItem((item) => item.setSection(NOTE).setTitle(noteName(file.path)).setIsLabel(true));
    app.workspace.trigger('file-menu', menu, file, 'operations-lifecycle-board', leaf);
  }
  return menu;
}

/** Opens a pop-out window, where there is a browser that can. */
import { copyObsidianMembers } from '../dom/copy-members';
import { addDocument } from '../dom/patch-dom';
import { Keymap } from '../keys/keymap';
import type { Workspace } from './workspace';
import { WorkspaceWindow } from './workspace-window';

export interface PopoutOptions {
  x?: number;
  y?: number;
  size?: { width: number; height: number };
}

/** @throws where windows cannot be opened, as on a phone. */
export function openPopout(workspace: Workspace, { x, y, size }: PopoutOptions): WorkspaceWindow {
  const place = [
    'popup',
    `width=${size?.width ?? 800}`,
    `height=${size?.height ?? 600}`,
    ...(x === undefined ? [] : [`left=${x}`]),
    ...(y === undefined ? [] : [`top=${y}`]),
  ].join(',');
  const win = document.body.hasClass('is-mobile') ? null : window.open('about:blank', '_blank', place);
  if (!win) throw new Error('This app does not support popout windows.');
  dress(win);
  const popout = new WorkspaceWindow(workspace.app, win);
  workspace.floatingSplit.insertChild(popout);
  const stopListening = Keymap.listenIn(workspace.app.keymap, win);
  window.addEventListener('focus', () => makeActive(window));
  win.addEventListener('focus', () => makeActive(win));
  makeActive(win);
  win.addEventListener('pagehide', () => {
    stopListening();
    makeActive(window);
    for (const leaf of popout.leaves()) leaf.detach();
    workspace.trigger('window-close', popout, win);
  });
  workspace.trigger('window-open', popout, win);
  return popout;
}

/** Menus, dialogs and notices open in the window that has the focus. */
function makeActive(win: Window): void {
  Object.assign(globalThis, { activeWindow: win, activeDocument: win.document });
}

/** The new window looks like the first one, and its elements can do what that one's can. */
function dress(win: Window): void {
  copyObsidianMembers(win);
  addDocument(win.document);
  const { head, body } = win.document;
  head.append(
    ...[...document.head.querySelectorAll('style, link[rel=stylesheet]')].map((each) => each.cloneNode(true)),
  );
  body.className = `${document.body.className} is-popout-window`;
}

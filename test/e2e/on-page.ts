/** What tests ask of the window around the board. */
import type { Locator, Page } from 'playwright-core';

interface OnPage {
  readonly page: Page;
}

/** The path of the note that is active; null when that is no note. */
export function activeNote({ page }: OnPage): Promise<string | null> {
  return page.evaluate(async () => {
    const { app } = await window.workbench;
    const view = app.workspace.activeLeaf?.view;
    return view?.getViewType() === 'markdown' ? (app.workspace.getActiveFile()?.path ?? null) : null;
  });
}

/** The text of the line that the cursor of the active note is in. */
export function cursorLine({ page }: OnPage): Promise<string> {
  return page.evaluate(async () => {
    const { app } = await window.workbench;
    const editor = app.workspace.activeEditor?.editor;
    return editor ? editor.getLine(editor.getCursor().line) : '';
  });
}

/** The titles of the main area's tabs. */
export function tabTitles({ page }: OnPage): Promise<string[]> {
  return page.locator('.mod-root .workspace-tab-header-inner-title').allTextContents();
}

/** The same, by the groups of tabs that stand beside each other. */
export function tabGroups({ page }: OnPage): Promise<string[][]> {
  return page
    .locator('.mod-root .workspace-tabs')
    .evaluateAll((groups) =>
      groups.map((group) =>
        [...group.querySelectorAll('.workspace-tab-header-inner-title')].map(({ textContent }) => textContent),
      ),
    );
}

/** The element's scroll position, from its top. */
export function scrollTop(element: Locator): Promise<number> {
  return element.evaluate(({ scrollTop: top }) => top);
}

/** The first card in sight, and how far below the list's top it begins: "Threat Model -12". */
export function topCard(scroller: Locator): Promise<string> {
  return scroller.evaluate((list) => {
    const { top } = list.getBoundingClientRect();
    const card = [...list.querySelectorAll('.ops-card')].find(
      (element) => element.getBoundingClientRect().bottom > top,
    );
    return card
      ? `${card.querySelector('.ops-title')?.textContent ?? ''} ${Math.round(card.getBoundingClientRect().top - top)}`
      : '';
  });
}

/** Whether two answers of `topCard` are the same card in the same place; half pixels are rounded this way or that. */
export function isNear(one: string, other: string): boolean {
  const [[card, at], [otherCard, otherAt]] = [one, other].map(
    (text) => [text.replace(/ \S+$/, ''), Number(/\S+$/.exec(text)?.[0])] as const,
  ) as [readonly [string, number], readonly [string, number]];
  return card === otherCard && Math.abs(at - otherAt) < 3;
}

/** Elements in which something is wider than they are. */
export function tooWide(within: Locator, selector: string): Promise<string[]> {
  return within
    .locator(selector)
    .evaluateAll((elements) =>
      elements
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map((element) => `${element.getAttribute('class') ?? ''}: ${element.textContent.slice(0, 40)}`),
    );
}

/** What a thumb would miss: controls less than 44 pixels wide or high, but for links in a running text. */
export function smallTargets(within: Locator): Promise<string[]> {
  return within.locator('button, a, input, select, textarea, summary').evaluateAll((elements) =>
    elements
      .filter(
        (element) => !element.closest('.ops-excerpt, .checkbox-container, .ops-split-row') || element.matches('select'),
      )
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(
        ({ element, box }) =>
          `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent} ${Math.round(box.width)} × ${Math.round(box.height)}`,
      ),
  );
}

/** The words of an element from left to right, as they are drawn, without the spaces between them. */
export function drawnText(element: Locator): Promise<string> {
  return element.evaluate((root) => {
    const words: [number, string][] = [];
    const range = root.ownerDocument.createRange();
    const nodes = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        words.push([range.getBoundingClientRect().left, word]);
      }
    }
    return words
      .sort(([a], [b]) => a - b)
      .map(([, word]) => word)
      .join('');
  });
}

export const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** What the device keeps free at its lower edge, in pixels. */
const SAFE_AREA = 34;

/** What a phone's app says of its floating bar (`null`: what the workbench says), and how much a pane leaves free at its end for that. */
export const FLOATING_BARS = [
  ['what the app says that its bar covers', null, 60 + SAFE_AREA],
  ['what the app says, in a length of its own', '72px', 72],
  ['nothing, where the app’s variable is a zero without a unit', '0', 0],
  ['what the device keeps free, where the app knows no such variable', '', SAFE_AREA],
] as const;

/** Lets the app say another value of `--view-bottom-spacing`; with '' it sets that nowhere, as before there was a bar. */
export async function sayBarCovers({ page }: OnPage, value: string | null): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('Emulation.setSafeAreaInsetsOverride', { insets: { bottom: SAFE_AREA } });
  await page.evaluate((set) => {
    if (set === '') {
      document.body.style.removeProperty('--view-bottom-spacing');
      for (const sheet of document.styleSheets)
        for (const rule of sheet.cssRules)
          if (rule instanceof CSSStyleRule) rule.style.removeProperty('--view-bottom-spacing');
    } else if (set !== null) document.body.style.setProperty('--view-bottom-spacing', set);
  }, value);
}

// What floats over the panes (modals, menus, notices), its keys, and icons and search, in plain Node.
import {
  FuzzySuggestModal,
  Keymap,
  Menu,
  Modal,
  Notice,
  Scope,
  getIcon,
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderResults,
  setIcon,
  setTooltip,
  type App,
} from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { openReadyHost } from './testing/open-test-host';

const press = (key: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, cancelable: true, ...init });

describe('a scope', () => {
  it('asks its handlers in order, then its parent’s, by key and modifiers', () => {
    const parent = new Scope();
    const scope = new Scope(parent);
    const seen: string[] = [];
    parent.register(null, null, ({ key }) => void seen.push(`parent ${key}`));
    scope.register(['Mod'], 'K', () => (seen.push('mod k'), false));
    const handler = scope.register([], 'k', () => (seen.push('k'), true));
    // Not declared: what the keymap calls.
    const handle = (of: Scope, event: KeyboardEvent): unknown =>
      (Scope as unknown as { handle(of: Scope, event: KeyboardEvent): unknown }).handle(of, event);
    expect([
      handle(scope, press('k', { ctrlKey: true })),
      handle(scope, press('k')),
      handle(scope, press('x')),
    ]).toEqual([false, true, undefined]);
    scope.unregister(handler);
    handle(scope, press('k'));
    expect(seen).toEqual(['mod k', 'k', 'parent x', 'parent k']);
  });

  it('tells from the keys that are held where a click opens', () => {
    const click = (init: MouseEventInit) => Keymap.isModEvent(new MouseEvent('click', init));
    expect([click({}), click({ ctrlKey: true }), click({ button: 1 })]).toEqual([false, 'tab', 'tab']);
    expect([click({ ctrlKey: true, altKey: true }), click({ ctrlKey: true, altKey: true, shiftKey: true })]).toEqual([
      'split',
      'window',
    ]);
  });
});

describe('a modal', () => {
  it('stays until it is closed, and then tells once', async () => {
    const { app } = await openReadyHost({ files: {} });
    const modal = new Modal(app);
    const closed = vi.fn();
    modal.setTitle('Title').setContent('text').setCloseCallback(closed);
    modal.open();
    expect(document.body.querySelector('.modal .modal-title')?.textContent).toBe('Title');
    modal.close();
    modal.close();
    expect([document.body.querySelectorAll('.modal').length, closed.mock.calls.length]).toEqual([0, 1]);
  });

  it('offers what matches, the best first', async () => {
    class Names extends FuzzySuggestModal<string> {
      readonly chosen: string[] = [];
      constructor(
        app: App,
        readonly names: string[],
      ) {
        super(app);
      }
      getItems(): string[] {
        return this.names;
      }
      getItemText(name: string): string {
        return name;
      }
      onChooseItem(name: string): void {
        this.chosen.push(name);
      }
    }
    const { app } = await openReadyHost({ files: {} });
    const modal = new Names(app, ['Move to phase', 'Open board', 'Open phase board']);
    expect(modal.getSuggestions('phase bo').map(({ item }) => item)).toEqual(['Open phase board']);
    expect(modal.getSuggestions('ob').map(({ item }) => item)).toEqual(['Open board', 'Open phase board']);
    modal.open();
    await Promise.resolve();
    modal.selectActiveSuggestion(press('Enter'));
    expect(modal.chosen).toEqual(['Move to phase']);
  });
});

describe('a menu', () => {
  it('puts the entries of a section together, and tells when it is hidden', async () => {
    await openReadyHost({ files: {} });
    const menu = new Menu();
    const hidden = vi.fn();
    for (const [title, section] of [
      ['a', 'one'],
      ['b', 'two'],
      ['c', 'one'],
    ] as const)
      menu.addItem((item) => item.setTitle(title).setSection(section));
    menu.onHide(hidden);
    menu.showAtPosition({ x: 0, y: 0 });
    expect(
      [...document.querySelectorAll('.menu-item-title, .menu-separator')].map(({ textContent }) => textContent),
    ).toEqual(['a', 'c', '', 'b']);
    menu.hide();
    expect([document.querySelectorAll('.menu').length, hidden.mock.calls.length]).toEqual([0, 1]);
  });
});

describe('a notice', () => {
  it('goes with the host that showed it', async () => {
    const before = await openReadyHost({ files: {} });
    new Notice('of before', 0);
    await before.close();
    expect(document.querySelectorAll('.notice')).toHaveLength(0);
  });

  it('is seen for a while, or until it is hidden', async () => {
    const host = await openReadyHost({ files: {} });
    vi.useFakeTimers();
    new Notice('short', 100);
    const lasting = new Notice('lasting', 0);
    const shown = () => [...document.querySelectorAll('.notice')].map(({ textContent }) => textContent);
    expect(shown()).toEqual(['short', 'lasting']);
    vi.advanceTimersByTime(10_000);
    expect(shown()).toEqual(['lasting']);
    lasting.hide();
    vi.useRealTimers();
    expect(shown()).toEqual([]);
    expect(host.notices).toEqual(['short', 'lasting']);
  });
});

describe('icons, tooltips and matches', () => {
  it('are drawn as the app draws them', () => {
    const el = createDiv();
    setIcon(el, 'calendar');
    expect(el.querySelector('svg.svg-icon.lucide-calendar path, svg.svg-icon.lucide-calendar rect')).not.toBeNull();
    setIcon(el, 'no such icon');
    expect(el.childElementCount).toBe(1);
    expect(getIcon('constructor')).toBeNull();
    // Lucide has renamed it; plugins have not.
    expect(getIcon('more-vertical')).not.toBeNull();
    setTooltip(el, 'What it is');
    expect(el.getAttribute('aria-label')).toBe('What it is');
  });

  it('mark what was found', () => {
    const el = createDiv();
    renderResults(el, 'Open phase board', prepareFuzzySearch('phase')('Open phase board')!);
    expect([el.textContent, el.querySelector('.suggestion-highlight')?.textContent]).toEqual([
      'Open phase board',
      'phase',
    ]);
    expect(prepareFuzzySearch('xyz')('Open phase board')).toBeNull();
    expect(prepareSimpleSearch('board open')('Open phase board')?.matches).toEqual([
      [0, 4],
      [11, 16],
    ]);
    expect(prepareSimpleSearch('none')('Open phase board')).toBeNull();
  });
});

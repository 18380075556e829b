/** Members that the mocks add to elements, as the app has them: `on` and `off` mind their selector. */
type Delegate = (this: Node, event: Event, target: Element) => unknown;

interface Delegation {
  readonly type: string;
  readonly selector: string;
  readonly callback: Delegate;
  readonly listener: (event: Event) => void;
}

const delegations = new WeakMap<Node, Delegation[]>();

function on(this: Node, type: string, selector: string, callback: Delegate, options?: AddEventListenerOptions): void {
  const listener = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest(selector) : null;
    if (target && this.contains(target)) callback.call(this, event, target);
  };
  delegations.set(this, [...(delegations.get(this) ?? []), { type, selector, callback, listener }]);
  this.addEventListener(type, listener, options);
}

function off(this: Node, type: string, selector: string, callback: Delegate, options?: EventListenerOptions): void {
  const kept: Delegation[] = [];
  for (const known of delegations.get(this) ?? []) {
    if (known.type !== type || known.selector !== selector || known.callback !== callback) kept.push(known);
    else this.removeEventListener(type, known.listener, options);
  }
  delegations.set(this, kept);
}

interface Migration {
  readonly element: HTMLElement;
  readonly callback: (win: Window) => unknown;
  win: Window;
}

const migrations = new Set<Migration>();

function onWindowMigrated(this: HTMLElement, callback: (win: Window) => unknown): () => void {
  const migration: Migration = { element: this, callback, win: this.win };
  migrations.add(migration);
  return () => void migrations.delete(migration);
}

/** Called after elements have moved from one window to another. */
export function tellMigrated(): void {
  for (const migration of [...migrations]) {
    const { element, callback } = migration;
    if (element.win === migration.win || !element.isConnected) continue;
    migration.win = element.win;
    callback(element.win);
  }
}

/** The documents of all windows. */
const documents = new Set<Document>();

export function addDocument(doc: Document): void {
  documents.add(doc);
}

function onNodeInserted(this: HTMLElement, callback: () => unknown, once = false): () => void {
  let wasConnected = false;
  const look = () => {
    if (this.isConnected && !wasConnected) {
      callback();
      if (once) observer.disconnect();
    }
    wasConnected = this.isConnected;
  };
  const observer = new MutationObserver(look);
  for (const doc of documents) observer.observe(doc, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}

export function patchDom(): void {
  addDocument(document);
  for (const target of [HTMLElement.prototype, Document.prototype]) Object.assign(target, { on, off });
  Object.assign(HTMLElement.prototype, { onNodeInserted, onWindowMigrated });
}

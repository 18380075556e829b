/**
 * What the app would print to its console or show on the screen, kept for whoever drives the host. `Notice` and a
 * plugin's own `Events` belong to no app object, so they report to the host that was opened last and is still open.
 */
export interface HostRecord {
  /** Errors of listeners, callbacks and notes that the app would log and survive. */
  readonly errors: unknown[];
  /** The texts of the notices, in order; each is asked for when it is looked at, since a plugin may go on writing into it. */
  readonly notices: (() => string)[];
  /** Told of each error; a page logs it. */
  readonly onError?: (error: unknown) => void;
}

const openRecords: HostRecord[] = [];
const recordOf = new WeakMap<object, HostRecord>();

export function openRecord(onError?: (error: unknown) => void): HostRecord {
  const record: HostRecord = { errors: [], notices: [], ...(onError ? { onError } : {}) };
  openRecords.push(record);
  return record;
}

export function closeRecord(record: HostRecord): void {
  const at = openRecords.indexOf(record);
  if (at >= 0) openRecords.splice(at, 1);
}

/** Errors of this object's listeners belong to this host, whichever others are open. */
export function reportTo(record: HostRecord, owner: object): void {
  recordOf.set(owner, record);
}

/** Without any open host an error has nowhere to go but up. */
export function reportError(error: unknown, owner?: object): void {
  const record = (owner && recordOf.get(owner)) ?? openRecords.at(-1);
  if (!record) throw error;
  record.errors.push(error);
  record.onError?.(error);
}

export function reportNotice(text: () => string): void {
  openRecords.at(-1)?.notices.push(text);
}

/** Runs a callback as the app does: what it throws, or rejects with, is recorded and stops nobody. */
export function callSafely(callback: () => unknown, owner?: object): void {
  try {
    const result = callback();
    if (result instanceof Promise) result.catch((error: unknown) => reportError(error, owner));
  } catch (error) {
    reportError(error, owner);
  }
}

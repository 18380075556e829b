/** A map from keys to sets of values. Most keys of an index have one value, which then stands without a set around it. */
export class MultiMap<V extends string> {
  private readonly entries = new Map<string, V | Set<V>>();

  get(key: string): Iterable<V> {
    const entry = this.entries.get(key);
    if (entry === undefined) return [];
    return typeof entry === 'string' ? [entry] : entry;
  }

  add(key: string, value: V): void {
    const entry = this.entries.get(key);
    if (entry === undefined) this.entries.set(key, value);
    else if (typeof entry !== 'string') entry.add(value);
    else if (entry !== value) this.entries.set(key, new Set([entry, value]));
  }

  delete(key: string, value: V): void {
    const entry = this.entries.get(key);
    if (entry === value) this.entries.delete(key);
    if (entry === undefined || typeof entry === 'string') return;
    entry.delete(value);
    if (entry.size === 0) this.entries.delete(key);
  }

  keys(): Iterable<string> {
    return this.entries.keys();
  }
}

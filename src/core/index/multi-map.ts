/** A map from keys to sets of values, in which an empty set takes no room. */
export class MultiMap<K, V> {
  private readonly sets = new Map<K, Set<V>>();

  get(key: K): ReadonlySet<V> {
    return this.sets.get(key) ?? EMPTY;
  }

  add(key: K, value: V): void {
    const set = this.sets.get(key);
    if (set) set.add(value);
    else this.sets.set(key, new Set([value]));
  }

  delete(key: K, value: V): void {
    const set = this.sets.get(key);
    if (set?.delete(value) && set.size === 0) this.sets.delete(key);
  }

  keys(): Iterable<K> {
    return this.sets.keys();
  }
}

const EMPTY: ReadonlySet<never> = new Set<never>();

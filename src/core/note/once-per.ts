/** The answer to a question about an object, worked out when it is first asked and kept as long as the object lives. */
export function oncePer<K extends object, V>(answer: (about: K) => V & {}): (about: K) => V {
  const known = new WeakMap<K, V & {}>();
  return (about) => {
    const found = known.get(about) ?? answer(about);
    known.set(about, found);
    return found;
  };
}

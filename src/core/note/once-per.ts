/** The answer to a question about an object, worked out when it is first asked and kept as long as the object lives. */
export function oncePer<K extends object, V>(answer: (about: K) => V & {}): (about: K) => V {
  const known = new WeakMap<K, V & {}>();
  return (about) => {
    let found = known.get(about);
    if (found === undefined) known.set(about, (found = answer(about)));
    return found;
  };
}

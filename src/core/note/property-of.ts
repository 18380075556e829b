/** A property's value; Obsidian takes `Phase` and `phase` for one property. */
export function propertyOf(frontmatter: Readonly<Record<string, unknown>> | undefined, key: string): unknown {
  if (!frontmatter) return undefined;
  if (Object.hasOwn(frontmatter, key)) return frontmatter[key];
  const name = Object.keys(frontmatter).find((other) => other.toLowerCase() === key.toLowerCase());
  return name === undefined ? undefined : frontmatter[name];
}

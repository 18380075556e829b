/** A property's value; Obsidian takes `Phase` and `phase` for one property. */
export function propertyOf(frontmatter: Readonly<Record<string, unknown>> | undefined, key: string): unknown {
  if (!frontmatter) return undefined;
  if (Object.hasOwn(frontmatter, key)) return frontmatter[key];
  for (const name in frontmatter)
    if (name.length === key.length && name.toLowerCase() === key.toLowerCase()) return frontmatter[name];
  return undefined;
}

/** Gives the elements and events of another window what Obsidian adds to those of the first one. */
const CLASSES = [
  'Array',
  'Document',
  'DocumentFragment',
  'Element',
  'HTMLElement',
  'Node',
  'SVGElement',
  'String',
  'UIEvent',
] as const;

export function copyObsidianMembers(win: Window): void {
  for (const name of CLASSES) {
    const from = (globalThis as unknown as Record<string, { prototype: object }>)[name]?.prototype;
    const to = (win as unknown as Record<string, { prototype: object }>)[name]?.prototype;
    if (!from || !to) continue;
    for (const [key, member] of Object.entries(Object.getOwnPropertyDescriptors(from)))
      if (!(key in to)) Object.defineProperty(to, key, member);
  }
}

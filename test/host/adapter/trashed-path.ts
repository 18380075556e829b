/** Where in the vault's `.trash` a file of this name goes: beside namesakes under a number of its own. */
export async function trashedPath(name: string, exists: (path: string) => Promise<boolean>): Promise<string> {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number++) {
    const candidate = `.trash/${stem}${number === 1 ? '' : ` ${number}`}${ending}`;
    if (!(await exists(candidate))) return candidate;
  }
}

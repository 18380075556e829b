/** The error for what Obsidian declares and the host does not have. */
export function unmodelled(name: string): Error {
  return new Error(`${name} is not modelled by the test host`);
}

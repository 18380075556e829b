/** `^id` at the end of a block, after white space or alone. */
const BLOCK_ID = /(?:^|\s)\^([a-zA-Z0-9-]+)\s*$/;

/** The id that ends a block's source, without its `^`. */
export function readBlockId(source: string): string | undefined {
  // An id ends a block's last line; looking at no more keeps long blocks cheap.
  const lastLine = source.slice(source.trimEnd().lastIndexOf('\n') + 1);
  return BLOCK_ID.exec(lastLine)?.[1];
}

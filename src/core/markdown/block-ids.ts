/** `^id` at the end of a block, behind white space or alone. */
const BLOCK_ID = /(?:^|\s)\^([a-zA-Z0-9-]+)\s*$/;

/** The id that ends a block's text, without its `^`; looked for in the last line only, so that long blocks cost little. */
export function blockIdOf(text: string): string | undefined {
  return BLOCK_ID.exec(text.slice(text.trimEnd().lastIndexOf('\n') + 1))?.[1];
}

/** Whether a quote's last line holds nothing but an id: an id at the end of its last item would name that item. */
export const endsInIdAlone = (text: string): boolean => /\n[ \t>]*\^[a-zA-Z0-9-]+\s*$/.test(text);

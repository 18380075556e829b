/** What stands in a line, where the parser cannot serve. */

/** `^id` at the end of a block, behind white space or alone. Plain text to the parser, which is built on this. */
export const BLOCK_ID = /(?:^|\s)\^([a-zA-Z0-9-]+)\s*$/;

/** The id that ends a block's text, without its `^`; looked for in the last line only, so that long blocks cost little. */
export const blockIdOf = (text: string): string | undefined =>
  BLOCK_ID.exec(text.slice(text.trimEnd().lastIndexOf('\n') + 1))?.[1];

/** Comments that end in the line they begin in. No parser: asked of words that are cut out of their note. */
export const COMMENTS = /%%.*?%%/g;
/** Comments that a tag left empty. No parser: the text with the tag taken out stands nowhere yet. */
export const EMPTY_COMMENTS = /%%\s*%%/g;

/** Dataview's inline fields in brackets, round or square; a value may hold wikilinks. Plain text to the parser. */
export const INLINE_FIELDS = /\[[^[\]\n]*?::(?:[^[\]\n]|\[\[[^[\]\n]*\]\])*\]|\([^()\n]*?::[^()\n]*\)/g;

/** The same with a due date, ISO, that may be a wikilink: `[due:: 2026-12-01]`. Plain text to the parser. */
export const DUE_FIELD = /[([]\s*due\s*::\s*(?:\[\[)?(\d{4}-\d{2}-\d{2})[^\])]*(?:\]\])?\s*[\])]/giu;

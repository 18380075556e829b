import { noteName, withoutMd } from '../note/link-text';

/** A link to be written, in parts. */
export interface LinkToWrite {
  /** The path as the link has it, with the file's ending; `''` for a link inside its own note. */
  readonly path: string;
  /** `''`, or from `#` on. */
  readonly subpath: string;
  /** What is shown instead; `''` for nothing. */
  readonly alias: string;
}

/** A character's percent escape. */
export const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** `[[path#subpath|alias]]`, as Obsidian writes it: without the ending of a note. */
export function writeWikilink({ path, subpath, alias }: LinkToWrite): string {
  return writeWholePath({ path: withoutMd(path), subpath, alias });
}

/** The same with the ending: another file can have the name without it, and the name can end in a bracket. */
export function writeWholePath({ path, subpath, alias }: LinkToWrite): string {
  const link = path + subpath;
  if (alias === '') return `[[${link}]]`;
  return alias.toLowerCase() === link.toLowerCase() ? `[[${alias}]]` : `[[${link}|${alias}]]`;
}

/** `[alias](path#subpath)`, as Obsidian writes it: only white space, backslashes and control characters are encoded. */
export function writeMarkdownLink({ path, subpath, alias }: LinkToWrite, target: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is meant
  const destination = (path + subpath).replace(/[\u0000-\u0020\u007F\\]/g, percent);
  return `[${alias === '' ? noteName(target) : alias}](${destination})`;
}

/** The same, with all escaped that could end the link early or be read as a mark; `decodeURI` gives it back. */
export function writeCarefully({ path, subpath, alias }: LinkToWrite, target: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is meant
  const destination = (path + subpath).replace(/[\u0000-\u0020\u007F\\%()<>"[\]`*_]/g, percent);
  return `[${(alias === '' ? noteName(target) : alias).replace(/[\\[\]`<*_$~=^]/g, '\\$&')}](${destination})`;
}

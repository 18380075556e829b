/** The text of a link: `fileManager.generateMarkdownLink` */
import { fileToLinktext, type LinkedFile, type NewLinkFormat } from './file-to-linktext';
import type { LinkTargets } from './first-linkpath-dest';

export interface LinkRequest<File extends LinkedFile> {
  readonly file: File & { readonly basename: string };
  readonly sourcePath: string;
  /** With its `#`; `''` for the whole file. */
  readonly subpath: string;
  /** `''` for none. */
  readonly alias: string;
  readonly newLinkFormat: NewLinkFormat;
  readonly useMarkdownLinks: boolean;
  readonly targets: LinkTargets<File>;
}

export function generateMarkdownLink<File extends LinkedFile>(request: LinkRequest<File>): string {
  const { file, sourcePath, subpath, alias, useMarkdownLinks } = request;
  // Other files are shown rather than linked; the `!` of a note's transclusion is the caller's.
  const embed = file.extension === 'md' ? '' : '!';
  const link = linkOf(request);
  if (useMarkdownLinks) return `${embed}[${alias || file.basename}](${encodeDestination(link)})`;
  if (alias === '') return `${embed}[[${link}]]`;
  if (alias.toLowerCase() === link.toLowerCase()) return `${embed}[[${alias}]]`;
  return `${embed}[[${link}|${alias}]]`;

  function linkOf({ newLinkFormat, targets }: LinkRequest<File>): string {
    if (file.path === sourcePath && subpath !== '') return subpath;
    return fileToLinktext({ file, sourcePath, omitMd: !useMarkdownLinks, format: newLinkFormat, targets }) + subpath;
  }
}

/** Only spaces, backslashes and control characters; parentheses, `#`, brackets and other scripts stay. */
export function encodeDestination(link: string): string {
  const mustGo = (character: string) => character <= ' ' || character === '\\' || character === '\u007F';
  return Array.from(link, (character) => (mustGo(character) ? encodeURIComponent(character) : character)).join('');
}

/** How a link names a file: `metadataCache.fileToLinktext` */
import { folderOf } from '../vault/vault-path';
import { linkpathDests, type LinkTargets } from './first-linkpath-dest';

export type NewLinkFormat = 'shortest' | 'relative' | 'absolute';

export interface LinkedFile {
  readonly path: string;
  readonly name: string;
  readonly extension: string;
}

export interface LinktextRequest<File extends LinkedFile> {
  readonly file: File;
  readonly sourcePath: string;
  /** Drop the ending of a Markdown file. */
  readonly omitMd: boolean;
  readonly format: NewLinkFormat;
  readonly targets: LinkTargets<File>;
}

export function fileToLinktext<File extends LinkedFile>(request: LinktextRequest<File>): string {
  const { file, sourcePath, omitMd, format, targets } = request;
  const shown = (path: string) => (omitMd && file.extension === 'md' ? path.slice(0, -'.md'.length) : path);
  switch (format) {
    case 'absolute':
      return shown(file.path);
    case 'relative':
      return shown(relativePath(folderOf(sourcePath), file.path));
    case 'shortest': {
      const name = shown(file.name);
      const dests = linkpathDests(name, sourcePath, targets);
      // Never a part of the path: the bare name, or all of it.
      return dests.length === 1 && dests[0] === file ? name : shown(file.path);
    }
    default:
      return assertNever(format);
  }
}

/** With `../` where needed, and without a leading `./`. */
function relativePath(fromFolder: string, path: string): string {
  const from = fromFolder === '' ? [] : fromFolder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function assertNever(format: never): never {
  throw new Error(`newLinkFormat is ${JSON.stringify(format)}; expected shortest, relative or absolute.`);
}

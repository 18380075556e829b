import type { PlanningVault } from '../../../src/core/edit/planning';
import type { LinkFormat } from '../../../src/core/link/link-vault';
import { definitionTarget } from '../../../src/core/link/note-links';
import { splitLink } from '../../../src/core/note/link-text';
import type { NoteMetadata } from '../../../src/core/note/note-metadata';
import { openNoteSource, type NoteSource } from '../../../src/core/note/note-source';
import { generateMarkdownLink } from '../../host/links/generate-markdown-link';
import { TextVault } from '../text-vault';

interface FileFacts {
  readonly path: string;
  readonly name: string;
  readonly basename: string;
  readonly extension: string;
}

function describeFile(path: string): FileFacts {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const extension = /\.([^.]+)$/.exec(name)?.[1] ?? '';
  return { path, name, basename: name.slice(0, name.length - extension.length - 1), extension };
}

/** A vault of plain texts that can be planned in. */
export class PlanningTextVault extends TextVault implements PlanningVault {
  linkFormat: LinkFormat = { path: 'absolute', markdown: false };

  read(path: string): Promise<NoteSource | null> {
    const [text, metadata] = [this.texts.get(path), this.metadata(path)];
    return Promise.resolve(
      text === undefined || metadata === null || !path.endsWith('.md') ? null : openNoteSource(path, text, metadata),
    );
  }

  isTaken(path: string): boolean {
    return this.texts.has(path) || [...this.folders()].includes(path);
  }

  generateLink(target: string, source: string, subpath: string, alias: string): string | null {
    if (!this.texts.has(target)) return null;
    // The same object for the same path, as in the app.
    const files = new Map<string, FileFacts>();
    const file = (path: string): FileFacts => {
      const known = files.get(path) ?? describeFile(path);
      files.set(path, known);
      return known;
    };
    return generateMarkdownLink({
      file: file(target),
      sourcePath: source,
      subpath,
      alias,
      newLinkFormat: this.linkFormat.path,
      useMarkdownLinks: this.linkFormat.markdown,
      targets: {
        file: (path) => (this.texts.has(path) ? file(path) : null),
        named: (name) => this.pathsNamed(name).map(file),
      },
    });
  }

  canvases(): Promise<{ path: string; text: string }[]> {
    return Promise.resolve(
      [...this.texts].flatMap(([path, text]) => (path.endsWith('.canvas') ? [{ path, text }] : [])),
    );
  }

  linkingTo(path: string): string[] {
    const links = ({ links = [], embeds = [], frontmatterLinks = [], referenceLinks = [] }: NoteMetadata): string[] => [
      ...[...links, ...embeds, ...frontmatterLinks].map(({ link }) => link),
      ...referenceLinks.flatMap(({ link }) => definitionTarget(link)?.path ?? []),
    ];
    return [...this.texts.keys()]
      .filter((note) =>
        links(this.metadata(note) ?? {}).some((link) => {
          const target = splitLink(link).path;
          return (target === '' ? note : this.resolve(target, note)) === path;
        }),
      )
      .sort();
  }
}

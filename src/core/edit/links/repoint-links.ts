import { splitLink } from '../../note/link-text';
import type { NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { resolveSubpath } from '../../note/resolve-subpath';
import { lineAt } from '../../note/text-line';
import type { Span, TextEdit } from '../edit-plan';
import type { PlanningVault } from '../planning-vault';
import { spellPath, withPath } from './with-path';

/** Edits of one note. */
export interface SourceEdits {
  readonly source: NoteSource;
  readonly edits: readonly TextEdit[];
}

/** Whether a subpath leads to a heading or block inside the part. */
function leadsInto(metadata: NoteMetadata, subpath: string, part: Span): boolean {
  const place = subpath === '' ? null : resolveSubpath(metadata, subpath);
  return place !== null && place.start >= part.start && place.start < part.end;
}

/**
 * The edits of every note whose links or embeds lead to a heading or block in a part of `from`, so that they lead to it in `to`, where the part
 * goes. Links inside the part itself are not among them.
 */
export async function repointLinks(vault: PlanningVault, from: NoteSource, part: Span, to: string): Promise<SourceEdits[]> {
  const found: SourceEdits[] = [];
  for (const path of new Set([from.path, ...vault.linkingTo(from.path)])) {
    const source = path === from.path ? from : await vault.read(path);
    if (!source) continue;
    const { links = [], embeds = [] } = source.metadata;
    const edits = [...links, ...embeds].flatMap((link): TextEdit[] => {
      const { start, end } = link.position;
      const { path: linked, subpath } = splitLink(link.link);
      const target = linked === '' ? path : vault.resolve(linked, path);
      const isInside = path === from.path && start.offset >= part.start && start.offset < part.end;
      if (isInside || target !== from.path || !leadsInto(from.metadata, subpath, part)) return [];
      const isEmbed = link.original.startsWith('!');
      // A link inside its own note goes on showing the heading alone; one that showed the note's name shows the new one.
      const insert = withPath(link.original, (isEmbed ? null : spellPath(vault, to, path)) ?? to, linked === '' ? (link.displayText ?? '') : '');
      return insert === null ? [] : [{ start: start.offset, end: end.offset, insert, guards: [lineAt(source.text, start.offset)] }];
    });
    if (edits.length > 0) found.push({ source, edits: edits.sort((a, b) => a.start - b.start) });
  }
  return found;
}

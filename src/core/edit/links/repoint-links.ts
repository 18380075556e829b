import { splitLink } from '../../note/link-text';
import { writeMarkdownLink, writeWikilink } from '../../note/link/write-link';
import type { LinkMetadata, NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { resolveSubpath } from '../../note/resolve-subpath';
import { lineAt } from '../../note/text-line';
import type { Span, TextEdit } from '../edit-plan';
import type { PlanningVault } from '../planning-vault';

/** A link with the full path of its target, which leads there from everywhere; what it shows stays (LINKS 2.3). */
function withFullPath({ original, link, displayText }: Pick<LinkMetadata, 'original' | 'link' | 'displayText'>, target: string): string {
  const { subpath } = splitLink(link);
  const embed = original.startsWith('!') ? '!' : '';
  const isInTable = original.includes('\\|');
  if (!original.startsWith(`${embed}[[`)) {
    const alias = /^!?\[([\s\S]*)\]\([^[\]]*\)$/.exec(original)?.[1] ?? '';
    return embed + writeMarkdownLink({ path: target, subpath, alias }, target);
  }
  const bar = original.indexOf('|', embed.length + 3);
  // A link that shows its own text goes on showing it.
  const alias = bar >= 0 ? original.slice(bar + 1, -2) : embed === '' ? (displayText ?? '') : '';
  const written = embed + writeWikilink({ path: target, subpath, alias: alias.trim() });
  return isInTable ? written.replace('|', '\\|') : written;
}

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
      return [{ start: start.offset, end: end.offset, insert: withFullPath(link, to), guards: [lineAt(source.text, start.offset)] }];
    });
    if (edits.length > 0) found.push({ source, edits: edits.sort((a, b) => a.start - b.start) });
  }
  return found;
}

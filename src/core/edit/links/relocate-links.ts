import { splitLink } from '../../note/link-text';
import { writeMarkdownLink, writeWikilink } from '../../note/link/write-link';
import type { LinkMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { Span } from '../edit-plan';
import type { PlannedEdit } from '../forecast/planned-edit';
import type { PlanningVault } from '../planning-vault';

/** A link with the full path of its target, which leads there from everywhere; what it shows stays (LINKS 2.3). */
export function withFullPath({ original, link, displayText }: Pick<LinkMetadata, 'original' | 'link' | 'displayText'>, target: string): string {
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

/**
 * The edits of a part of a note that keep its links leading where they lead, once the part stands in another note: relative ones, those inside
 * their own note, and names that the other note's folder would read otherwise.
 */
export function relocateLinks(source: NoteSource, part: Span, target: string, { resolve }: Pick<PlanningVault, 'resolve'>): PlannedEdit[] {
  const { links = [], embeds = [] } = source.metadata;
  return [...links, ...embeds].flatMap((link) => {
    const { start, end } = link.position;
    if (start.offset < part.start || end.offset > part.end) return [];
    const { path } = splitLink(link.link);
    const now = path === '' ? source.path : resolve(path, source.path);
    const then = path === '' ? target : resolve(path, target);
    if (now === null || now === then) return [];
    return [{ start: start.offset, end: end.offset, insert: withFullPath(link, now), guards: [] }];
  });
}

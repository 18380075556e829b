import { isRefusal, type NoteEdit, type Span, type TextEdit } from '../../edit/edit-plan';
import { inOrder } from '../../edit/apply-edits';
import type { PlanningVault } from '../../edit/planning-vault';
import { noteName, splitLink } from '../../note/link-text';
import type { LinkPlace } from '../../link/find-spot';
import { planLink } from '../../link/plan-link';
import type { LinkMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { resolveSubpath } from '../../note/resolve-subpath';
import { lineAt } from '../../note/text-line';

/** A part of a note that becomes a note of its own. */
export interface Move {
  readonly source: NoteSource;
  readonly moved: Span;
  readonly to: string;
  /** The heading under which the moved text begins in the new note, for embeds of the whole part; null when there is none. */
  readonly beginsAt: string | null;
}

/** Where in the new note a link to a moved place must lead, or null when the place is not there. */
function placeIn(vault: PlanningVault, move: Move, link: LinkMetadata, isEmbed: boolean): LinkPlace | null {
  const { source, moved, to, beginsAt } = move;
  const { subpath } = splitLink(link.link);
  const was = resolveSubpath(source.metadata, subpath);
  const { headings = [], blocks = {} } = vault.metadata(to) ?? {};
  const id = /^#\^(.+)$/.exec(subpath)?.[1];
  if (id !== undefined) return blocks[id.toLowerCase()] ? { kind: 'block-id', id } : null;
  const heading = (source.metadata.headings ?? []).find(({ position }) => position.start.offset === was?.start);
  if (!heading) return null;
  if (heading.position.start.offset === moved.start) {
    const first = headings.find((one) => one.heading === beginsAt);
    return isEmbed && first ? { kind: 'heading', line: first.position.start.line } : { kind: 'note' };
  }
  const twins = (source.metadata.headings ?? []).filter((one) => one.heading === heading.heading && one.position.start.offset > moved.start && one.position.start.offset < moved.end);
  const found = headings.filter((one) => one.heading === heading.heading);
  // The template's own headings stand before or after those that moved; of twins the order stays.
  const line = found[found.length === twins.length ? twins.indexOf(heading) : found.length - twins.length + twins.indexOf(heading)]?.position.start.line;
  return line === undefined ? null : { kind: 'heading', line };
}

/**
 * The edits of every note, the source itself included, whose links or embeds lead to what moves, so that they lead to it in its new note. `vault`
 * knows that note. What cannot follow is told.
 */
export async function followMoved(vault: PlanningVault, move: Move): Promise<{ readonly changes: readonly NoteEdit[]; readonly remarks: readonly string[] }> {
  const { source, moved, to } = move;
  const changes: NoteEdit[] = [];
  const remarks: string[] = [];
  for (const path of new Set([source.path, ...vault.linkingTo(source.path)])) {
    const note = path === source.path ? source : await vault.read(path);
    if (!note) continue;
    const leadsHere = (link: string): boolean => {
      const { path: linkpath, subpath } = splitLink(link);
      if ((linkpath === '' ? path : vault.resolve(linkpath, path)) !== source.path || subpath === '') return false;
      const place = resolveSubpath(source.metadata, subpath);
      return place !== null && place.start >= moved.start && place.start < moved.end;
    };
    const isMoved = ({ position }: LinkMetadata): boolean => path === source.path && position.start.offset >= moved.start && position.start.offset < moved.end;
    const edits: TextEdit[] = [];
    const follow = async (link: LinkMetadata, embed: boolean): Promise<void> => {
      if (!leadsHere(link.link) || isMoved(link)) return;
      const { start, end, } = link.position;
      const alias = /\|([\s\S]*)\]\]$/.exec(link.original)?.[1] ?? (link.original.startsWith('[[') || link.original.startsWith('!') ? '' : (link.displayText ?? ''));
      const place = placeIn(vault, move, link, embed);
      const table = note.sectionAt(start.offset)?.type === 'table';
      const written = place && (await planLink({ source: path, target: to, place, alias: alias.replace(/\\$/, ''), embed, table }, vault));
      if (!written || isRefusal(written) || written.plan) remarks.push(`The link “${link.original}” in ${noteName(path)}, line ${start.line + 1}, cannot follow to the new note`);
      else edits.push({ start: start.offset, end: end.offset, insert: written.text, guards: [lineAt(note.text, start.offset)] });
    };
    for (const link of note.metadata.links ?? []) await follow(link, false);
    for (const embed of note.metadata.embeds ?? []) await follow(embed, true);
    for (const { key, link } of note.metadata.frontmatterLinks ?? []) if (leadsHere(link)) remarks.push(`The property ${key} of ${noteName(path)} links to what moves: change it by hand`);
    if (edits.length > 0) changes.push({ path, before: note.text, edits: inOrder(edits) });
  }
  return { changes, remarks };
}

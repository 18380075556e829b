import { EmbedGraph } from '../link/embed-graph';
import { OutgoingLink, shownEmbeds } from '../link/outgoing-link';
import { noteItself } from '../index/note-itself';
import type { OperationsIndex, VaultView } from '../index/operations-index';
import type { PhaseSetting } from '../settings/settings';
import type { FilledNote } from './fill-note';

/**
 * The id of the phase to which a planned note's own todo will belong, by the index's rules, or null for none. `linkedFrom` is the phase whose page
 * will refer to the note.
 */
export function phaseOfNewNote(
  index: OperationsIndex,
  vault: Pick<VaultView, 'metadata' | 'resolve'>,
  path: string,
  linkedFrom: PhaseSetting | null,
): string | null {
  const { lifecycle, settings } = index;
  const linked = new Map(lifecycle.linked);
  if (linkedFrom) linked.set(path, [linkedFrom]);
  const planned = { settings, lifecycle: { ...lifecycle, linked }, roleOf: () => null };
  return noteItself(path, vault.metadata(path), planned, vault.resolve).phase?.id ?? null;
}

/** What the note at `path` shows, in its order. */
const embedsOf = (vault: Pick<VaultView, 'metadata' | 'resolve'>, path: string): OutgoingLink[] =>
  shownEmbeds(vault.metadata(path) ?? {}).map((link) => new OutgoingLink(link, path, vault.resolve));

/** The way on which an embed of the note comes back to show itself, as names, or null. */
export function embedsItself(vault: Pick<VaultView, 'metadata' | 'resolve'>, path: string): readonly string[] | null {
  const graph = new EmbedGraph(
    (note) => embedsOf(vault, note),
    (note) => vault.metadata(note),
  );
  const circles = embedsOf(vault, path).map((embed) => graph.chainOf(path, embed).circle);
  return circles.find((circle) => circle !== null) ?? null;
}

/** Why a note's template will not do, as the vault will be: its transclusions show the note, or the template, in itself; null when they do not. */
export function circleProblem(
  vault: Pick<VaultView, 'metadata' | 'resolve'>,
  { path, template }: Pick<FilledNote, 'path' | 'template'>,
): string | null {
  const circle = embedsItself(vault, path);
  if (circle)
    return `The template “${template.name}” would make the note show itself: ${circle.join(' shows ')}. Leave that transclusion out of it.`;
  const showsTemplate = template.path !== null && embedsOf(vault, path).some(({ target }) => target === template.path);
  return showsTemplate
    ? `The template “${template.name}” shows itself, placeholders and all. Leave that transclusion out of it.`
    : null;
}

import { groupBy } from '../note/group-by';
import { openNoteSource, type NoteSource } from '../note/note-source';
import { oncePer } from '../note/once-per';
import type { NoteEdit, TextEdit } from '../text/text-edit';
import { placeCards, textCards, type CanvasFile, type PlaceCard } from './canvas';
import type { LinkVault } from './link-vault';
import { linksOf, type NoteLink } from './note-links';

/** What shows, or leads to, a place of a note: a link, or a card of a canvas; and the note or canvas in which it is written. */
type Leading = { readonly written: NoteSource } & (LeadingLink | { readonly card: PlaceCard });

interface LeadingLink {
  readonly link: NoteLink;
  /** What it stands in: a note, or what a card says, as a note at the canvas's path. */
  readonly note: NoteSource;
  /** An edit of that as one of what is written. */
  readonly asWritten: (edit: TextEdit) => TextEdit;
}

const readCanvas = oncePer((canvas: CanvasFile) => ({
  written: openNoteSource(canvas.path, canvas.text, {}),
  cards: placeCards(canvas),
  texts: textCards(canvas),
}));

/** All that leads to places of a note: its own links, then those of every other note, then canvases, with their cards before what these say. */
export async function leadingTo(vault: LinkVault, target: NoteSource): Promise<readonly Leading[]> {
  const leading: Leading[] = [];
  const add = (written: NoteSource, note: NoteSource, asWritten: LeadingLink['asWritten']): void => {
    for (const link of linksOf(note))
      if (link.subpath !== '' && (link.path === '' ? note.path : vault.resolve(link.path, note.path)) === target.path)
        leading.push({ written, note, link, asWritten });
  };
  add(target, target, (edit) => edit);
  for (const path of vault.linkingTo(target.path)) {
    const note = path === target.path ? null : await vault.read(path);
    if (note) add(note, note, (edit) => edit);
  }
  for (const { written, cards, texts } of (await vault.canvases()).map(readCanvas)) {
    for (const card of cards) if (card.file === target.path) leading.push({ written, card });
    for (const { source, inJson } of texts) add(written, source, inJson);
  }
  return leading;
}

/** Edits by what they are written in, in the order in which that was first named; each one's in the order of its text. */
export function bySource(edits: Iterable<readonly [written: NoteSource, edit: TextEdit]>): NoteEdit[] {
  return [...groupBy(edits, ([written]) => written)].map(([{ path, text }, own]) => ({
    path,
    before: text,
    edits: own.map(([, edit]) => edit).sort((a, b) => a.start - b.start),
  }));
}

import { noteName } from '../note/link-text';
import { openNoteSource, type NoteSource } from '../note/note-source';
import type { TextEdit } from '../text/text-edit';
import { placeCards, textCards, type PlaceCard } from './canvas';
import type { LinkVault } from './link-vault';

/** Edits of one note, or of a canvas. */
export interface SourceEdits {
  readonly source: NoteSource;
  readonly edits: readonly TextEdit[];
}

/** How what leads to one note follows. */
export interface Following {
  /** The note that is led to. */
  readonly target: NoteSource;
  /** The edits of one note's links, in the order of its text. */
  readonly editsIn: (note: NoteSource) => TextEdit[];
  /** Where a canvas's card that shows a place of the note is to lead; undefined: it stays as it is, null: nothing leads there. */
  readonly placeOf: (
    card: PlaceCard,
    canvas: string,
  ) => { readonly path: string; readonly subpath: string } | null | undefined;
  /** What to say of a card that nothing leads to: the end of a sentence. */
  readonly lost: string;
}

/** Lets everything follow that leads to a note: its own links, those of every other note, and the cards of canvases. Adds to `remarks`. */
export async function followEverywhere(
  vault: LinkVault,
  { target, editsIn, placeOf, lost }: Following,
  remarks: string[],
): Promise<SourceEdits[]> {
  const changes = [{ source: target, edits: editsIn(target) }];
  for (const path of vault.linkingTo(target.path)) {
    const source = path === target.path ? null : await vault.read(path);
    if (source) changes.push({ source, edits: editsIn(source) });
  }
  for (const canvas of await vault.canvases()) {
    const cards = placeCards(canvas)
      .filter(({ file }) => file === target.path)
      .flatMap((card) => {
        const place = placeOf(card, canvas.path);
        if (place === null) remarks.push(`The card of “${card.subpath.slice(1)}” in ${noteName(canvas.path)} ${lost}`);
        return place ? card.move(place.path, place.subpath) : [];
      });
    const texts = textCards(canvas).flatMap(({ source, inJson }) => editsIn(source).map(inJson));
    const edits = [...cards, ...texts].sort((a, b) => a.start - b.start);
    changes.push({ source: openNoteSource(canvas.path, canvas.text, {}), edits });
  }
  return changes.filter(({ edits }) => edits.length > 0);
}

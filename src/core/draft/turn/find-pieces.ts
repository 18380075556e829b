import { isRefusal, refuse, type Refusal } from '../../edit/edit-plan';
import { refuseNote } from '../../edit/refuse-note';
import type { NoteSource } from '../../note/note-source';
import { cleanNoteName } from '../../template/note-name';
import { proposeTitle } from '../../template/propose-title';
import type { Drafting } from '../drafting';
import { findPiece } from './find-piece';
import type { Piece } from './piece';
import type { TurnRequest } from './turn-request';

/** The title that is proposed for a piece. */
export const titleOf = (piece: Piece): string =>
  piece.kind === 'section' ? cleanNoteName(piece.words) : proposeTitle(piece.words);

/** The pieces at the lines, without those that lie in another; the first reason when a line has none. */
export async function findPieces(
  { index, vault }: Drafting,
  { path, lines }: Pick<TurnRequest, 'path' | 'lines'>,
): Promise<{ readonly source: NoteSource; readonly pieces: readonly Piece[] } | Refusal> {
  const source = await vault.read(path);
  if (!source) return refuse(`There is no note ${path}.`);
  const blocked = refuseNote(source);
  if (blocked) return blocked;
  const pieces: Piece[] = [];
  for (const line of lines) {
    const piece = findPiece({ index, vault }, source, line);
    if (isRefusal(piece)) return piece;
    if (!pieces.some(({ span }) => span.start === piece.span.start)) pieces.push(piece);
  }
  const isInside = (piece: Piece): boolean =>
    pieces.some((other) => other !== piece && other.span.start <= piece.span.start && piece.span.end <= other.span.end);
  return { source, pieces: pieces.filter((piece) => !isInside(piece)).sort((a, b) => a.span.start - b.span.start) };
}

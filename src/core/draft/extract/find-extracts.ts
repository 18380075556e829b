import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import { refuseNote } from '../../edit/refuse-note';
import type { NoteSource } from '../../note/note-source';
import { cleanNoteName } from '../../note/note-name';
import { proposeTitle } from '../../template/propose-title';
import type { Drafting } from '../drafting';
import { findExtract } from './find-extract';
import type { Extract, ExtractRequest } from './extract';

/** The title that is proposed for an extract. */
export const titleOf = (extract: Extract): string =>
  extract.kind === 'section' ? cleanNoteName(extract.words) : proposeTitle(extract.words);

/** The extracts at the lines, without those that lie in another; the first reason when a line has none. */
export async function findExtracts(
  { index, vault }: Drafting,
  { path, lines }: Pick<ExtractRequest, 'path' | 'lines'>,
): Promise<{ readonly source: NoteSource; readonly extracts: readonly Extract[] } | Refusal> {
  const source = await vault.read(path);
  if (!source) return refuse(`There is no note ${path}.`);
  const blocked = refuseNote(source);
  if (blocked) return blocked;
  const extracts: Extract[] = [];
  for (const line of lines) {
    const extract = findExtract({ index, vault }, source, line);
    if (isRefusal(extract)) return extract;
    if (!extracts.some(({ span }) => span.start === extract.span.start)) extracts.push(extract);
  }
  const isInside = (extract: Extract): boolean =>
    extracts.some(
      (other) => other !== extract && other.span.start <= extract.span.start && extract.span.end <= other.span.end,
    );
  return {
    source,
    extracts: extracts.filter((extract) => !isInside(extract)).sort((a, b) => a.span.start - b.span.start),
  };
}

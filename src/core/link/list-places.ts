import { ITEM_MARKER } from '../markdown/marks/line-marks';
import type { Pos } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { plainText } from '../markdown/plain-text';
import { lineAt } from '../note/text-line';
import type { LinkPlace } from './find-subpaths';

/** A place of a note to choose from. */
interface ListedPlace {
  /** What it says, for people. */
  readonly text: string;
  readonly kind: 'note' | 'heading' | 'bullet' | 'paragraph' | 'table' | 'quote';
  /** 0-based. */
  readonly line: number;
  readonly place: LinkPlace;
}

const KINDS: Readonly<Record<string, ListedPlace['kind']>> = {
  paragraph: 'paragraph',
  table: 'table',
  blockquote: 'quote',
  callout: 'quote',
};

/** What a link can lead to in a note: its headings, the note itself, then its blocks; each in the order of the text. Published copies are left out. */
export function listPlaces(note: NoteSource): ListedPlace[] {
  const { metadata, outline, items, text } = note;
  const isOwn = (position: Pos): boolean =>
    outline.copyAt(position.start.offset) === null && !outline.isWrapping(position.start.offset);
  const firstLine = ({ start }: Pos): string =>
    plainText(
      text
        .slice(start.offset, lineAt(text, start.offset).end)
        .replace(ITEM_MARKER, '')
        .replace(/^[\s>|]+/, ''),
    );
  const headings = outline.own.map(({ heading }): ListedPlace => {
    const { line } = heading.position.start;
    return { text: plainText(heading.heading), kind: 'heading', line, place: { kind: 'heading', line } };
  });
  const block = (position: Pos, kind: ListedPlace['kind']): ListedPlace => ({
    text: firstLine(position),
    kind,
    line: position.start.line,
    place: { kind: 'block', offset: position.start.offset },
  });
  const blocks = [
    ...items.filter(({ position }) => isOwn(position)).map(({ position }) => block(position, 'bullet')),
    ...(metadata.sections ?? []).flatMap(({ type, position }) =>
      KINDS[type] && isOwn(position) ? [block(position, KINDS[type])] : [],
    ),
  ].filter((one) => one.text !== '');
  return [
    ...headings,
    { text: 'The whole note', kind: 'note', line: 0, place: { kind: 'note' } },
    ...blocks.sort((a, b) => a.line - b.line),
  ];
}

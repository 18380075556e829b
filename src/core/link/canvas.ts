import { parseNote } from '../markdown/parse-note';
import type { NoteSource } from '../note/note-source';
import { lineAt } from '../note/text-line';
import type { Span, TextEdit } from '../text/text-edit';

/** A canvas as it is on disk: JSON, whose cards show files, or hold Markdown. */
export interface CanvasFile {
  readonly path: string;
  readonly text: string;
}

/** A string of the JSON; the span has its quotation marks. */
interface JsonString extends Span {
  readonly value: string;
}

/** A card that shows a place of a note. */
export interface PlaceCard {
  /** The vault path. */
  readonly file: string;
  /** From `#` on. */
  readonly subpath: string;
  /** The edits that let it show another place. */
  move(file: string, subpath: string): TextEdit[];
}

/** A card with Markdown of its own. */
interface TextCard {
  /** Its text as a note at the canvas's path. */
  readonly source: NoteSource;
  /** An edit of that text as one of the JSON. */
  readonly inJson: (edit: TextEdit) => TextEdit;
}

const TOKEN = /"(?:[^"\\]|\\[^])*"|[{}[\],:]/g;
const ESCAPE = /\\u[\da-f]{4}|\\[^]|[^]/giu;

/** The JSON of a canvas; null for what is none. A byte order mark is no JSON. */
export function canvasJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** The strings of each card, by their keys; none of what is no canvas. Obsidian writes a card on a line, which guards its edits. */
function cardsOf(json: string): ReadonlyMap<string, JsonString>[] {
  if (canvasJson(json) === null) return [];
  const cards: Map<string, JsonString>[] = [];
  /** The key at each depth: in a card the first is `nodes`, the third the card's own. */
  const keys: string[] = [];
  let last = '';
  const isInCard = (): boolean => keys.length === 3 && keys[0] === 'nodes' && keys[1] === '';
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') keys.push('');
    else if (token === '}' || token === ']') keys.pop();
    else if (token === ':') keys[keys.length - 1] = last;
    else if (token === ',') keys[keys.length - 1] = '';
    else {
      last = String(JSON.parse(token));
      if (isInCard() && keys[2]) cards.at(-1)?.set(keys[2], { start: index, end: index + token.length, value: last });
    }
    if (token === '{' && isInCard()) cards.push(new Map());
  }
  return cards;
}

/** The cards that show a place of a note. */
export function placeCards({ text }: CanvasFile): PlaceCard[] {
  return cardsOf(text).flatMap((card): PlaceCard[] => {
    const [file, subpath] = [card.get('file'), card.get('subpath')];
    if (!file || !subpath?.value.startsWith('#')) return [];
    const edit = (one: JsonString, value: string): TextEdit[] =>
      one.value === value
        ? []
        : [{ start: one.start, end: one.end, insert: JSON.stringify(value), guards: [lineAt(text, one.start)] }];
    return [
      {
        file: file.value,
        subpath: subpath.value,
        move: (path, place) => [...edit(file, path), ...edit(subpath, place)],
      },
    ];
  });
}

/** The cards whose text holds a sign: `#`, without which no link leads to a place. */
export function textCards({ path, text }: CanvasFile, sign = '#'): TextCard[] {
  return cardsOf(text).flatMap((card): TextCard[] => {
    const string = card.get('text');
    if (!string?.value.includes(sign)) return [];
    // Where each unit of the text, and its end, stand in the JSON.
    const places: number[] = [];
    let at = string.start + 1;
    for (const [unit] of text.slice(string.start + 1, string.end - 1).matchAll(ESCAPE)) {
      for (let low = 0; low < (unit.startsWith('\\') ? 1 : unit.length); low++) places.push(at + low);
      at += unit.length;
    }
    places.push(at);
    const inJson = ({ start, end, insert }: TextEdit): TextEdit => ({
      start: places[start] ?? at,
      end: places[end] ?? at,
      insert: JSON.stringify(insert).slice(1, -1),
      guards: [lineAt(text, string.start)],
    });
    return [{ source: parseNote(path, string.value), inJson }];
  });
}

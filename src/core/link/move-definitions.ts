import { DEFINITION } from '../markdown/marks/line-marks';
import { parseNote } from '../markdown/parse-note';
import type { NoteSource } from '../note/note-source';
import { lineAt, nextLineStart } from '../note/text-line';
import type { Span, TextEdit } from '../text/text-edit';
import { unlikePart } from '../text/unlike-part';
import { definitionsOf, definitionWords, labelKey, usesOf, type Definition, type LabelUse } from './definitions';

/** A text of a note that goes elsewhere. Spans are of the source. */
export interface TextToMove {
  readonly source: NoteSource;
  readonly moved: Span;
  /** What of the moved text stays in the note besides. */
  readonly stays: readonly Span[];
  /** What stands where it goes: labels in it are taken. */
  readonly there: string;
}

/** What goes along with it: the footnotes and reference definitions that it refers to. */
export interface DefinitionMove {
  /** Definitions from outside the text that must stand where it goes; `stays` says whether the note keeps them too. */
  readonly goes: readonly (Span & { readonly stays: boolean })[];
  /** Definitions inside the text that the note goes on using. */
  readonly returns: readonly Span[];
  /** Other labels for those that are taken there, wherever the note uses them: who carries a part of it takes those that lie in that. */
  readonly renames: readonly TextEdit[];
  /** In the rest of the note: what nothing there uses any more. */
  readonly cuts: readonly TextEdit[];
}

const isIn = ({ start, end }: Span, at: number): boolean => at >= start && at < end;

/** A label that is free: the next number, or the label with a number behind it. */
function freeLabel(label: string, taken: ReadonlySet<string>): string {
  const [, mark = '', number] = /^(\^?)(\d+)$/.exec(label) ?? [];
  for (let next = number === undefined ? 2 : Number(number) + 1; ; next++) {
    const free = number === undefined ? `${label}-${next}` : `${mark}${next}`;
    if (!taken.has(labelKey(free))) return free;
  }
}

/** Asks a text for a definition that says the same, whatever its label: the label there, or null. */
function definitionsSaying(there: string): (definition: string) => string | null {
  const note = parseNote('', there);
  // A footnote's label is `^` to it, any other nothing.
  const wordsOf = (definition: string): string =>
    definitionWords(definition).replace(DEFINITION, (_opening, label: string) => (label.startsWith('^') ? '^' : ''));
  const known = definitionsOf(note).map(({ start, end, label }) => ({
    label,
    words: wordsOf(note.text.slice(start, end)),
  }));
  return (definition) => known.find(({ words }) => words === wordsOf(definition))?.label ?? null;
}

/** The definitions that are used from a set of places, those that they use themselves included. */
function reached(
  definitions: readonly Definition[],
  uses: readonly LabelUse[],
  isUser: (at: number) => boolean,
): Set<Definition> {
  const found = new Set<Definition>();
  const add = ({ key }: LabelUse): void => {
    const definition = definitions.find((one) => one.key === key);
    if (!definition || found.has(definition)) return;
    found.add(definition);
    uses.filter(({ at }) => isIn(definition, at)).forEach(add);
  };
  uses.filter(({ at }) => isUser(at)).forEach(add);
  return found;
}

/** Edits of a text that is carried elsewhere: its links', each as narrow as what it changes, so that labels and line ends in them may change too, and its labels'. */
export function withRenames(
  { text }: NoteSource,
  links: readonly TextEdit[],
  renames: readonly TextEdit[],
): TextEdit[] {
  const narrowed = links.map((edit): TextEdit => {
    const was = text.slice(edit.start, edit.end);
    const { start, end } = unlikePart(was, edit.insert);
    return {
      ...edit,
      start: edit.start + start,
      end: edit.start + end,
      insert: edit.insert.slice(start, edit.insert.length - was.length + end),
    };
  });
  return [...narrowed, ...renames].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Definitions, in the order of the text, that stand below one another are cut together, with the blank lines above where a blank line or nothing is below. */
function cutDefinitions(text: string, definitions: readonly Span[]): TextEdit[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of definitions) {
    const last = runs.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => {
    const next = nextLineStart(text, lineAt(text, end));
    const below = text.slice(next, lineAt(text, next).end);
    const above = text.slice(0, start).trimEnd().length;
    if (below.trim() !== '' || above === 0) return { start, end: next, insert: '', guards: [] };
    // The line end before the blank lines stays, or the one behind goes with them.
    return { start: lineAt(text, above).end, end, insert: '', guards: [] };
  });
}

/**
 * What goes along with a text that is moved: what only it refers to moves, what other text of the note refers to as well is copied, and a label that
 * is taken where it goes gets a free one. A definition of the same words that stands there already will do.
 */
export function moveDefinitions({ source, moved, stays, there }: TextToMove): DefinitionMove {
  const definitions = definitionsOf(source);
  const none: DefinitionMove = { goes: [], returns: [], renames: [], cuts: [] };
  if (definitions.length === 0) return none;
  const uses = usesOf(source, new Set(definitions.map(({ key }) => key)));
  const inDefinition = (at: number): boolean => definitions.some((one) => isIn(one, at));
  const isMoved = (at: number): boolean => isIn(moved, at);
  const wanted = reached(definitions, uses, (at) => isMoved(at) && !inDefinition(at));
  const kept = reached(
    definitions,
    uses,
    (at) => (!isMoved(at) || stays.some((span) => isIn(span, at))) && !inDefinition(at),
  );

  const taken = new Set([...there.matchAll(/\[([^[\]]+)\]/g)].map(([, label = '']) => labelKey(label)));
  const sameThere = definitionsSaying(there);
  const goes: (Span & { stays: boolean })[] = [];
  const renames: TextEdit[] = [];
  const cuts: Span[] = [];
  const moving = definitions.filter((one) => wanted.has(one) || isMoved(one.start));
  const body = ({ start, end }: Span): string => source.text.slice(start, end);
  // No new label may be one of those that go along.
  const all = new Set([...taken, ...moving.map(({ key }) => key)]);
  for (const one of moving) {
    const known = sameThere(body(one));
    const stays = one.isHeld || kept.has(one);
    if (!isMoved(one.start) && known === null) goes.push({ start: one.start, end: one.end, stays });
    if (!isMoved(one.start) && !stays) cuts.push(one);
    const label = known ?? (taken.has(one.key) ? freeLabel(one.label, all) : one.label);
    if (labelKey(label) === one.key) continue;
    all.add(labelKey(label));
    const at = source.text.indexOf('[', one.start) + 1;
    if (known === null) renames.push({ start: at, end: at + one.label.length, insert: label, guards: [] });
    for (const { key, start, end, around } of uses)
      if (key === one.key) renames.push({ start, end, insert: around.join(label), guards: [] });
  }
  const returns = definitions.filter((one) => isMoved(one.start) && kept.has(one));
  return { goes, returns, renames, cuts: cutDefinitions(source.text, cuts) };
}

import { DEFINITION } from '../markdown/marks/line-marks';
import { parseNote } from '../markdown/parse-note';
import { startingIn } from '../note/by-position';
import { groupBy } from '../note/group-by';
import type { NoteSource } from '../note/note-source';
import { oncePer } from '../note/once-per';
import { lineAt, nextLineStart } from '../note/text-line';
import type { Span, TextEdit } from '../text/text-edit';
import { unlikePart } from '../text/unlike-part';
import { definitionsOf, definitionWords, labelKey, usesOf, type Definition, type LabelUse } from './definitions';

/** A text of a note that goes elsewhere. Spans are of the source. */
interface TextToMove {
  readonly source: NoteSource;
  readonly moved: Span;
  /** What of the moved text stays in the note besides. */
  readonly stays: readonly Span[];
  readonly there: LabelsThere;
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
function freeLabel(label: string, isTaken: (key: string) => boolean): string {
  const [, mark = '', number] = /^(\^?)(\d+)$/.exec(label) ?? [];
  for (let next = number === undefined ? 2 : Number(number) + 1; ; next++) {
    const free = number === undefined ? `${label}-${next}` : `${mark}${next}`;
    if (!isTaken(labelKey(free))) return free;
  }
}

// A footnote's label is `^` to it, any other nothing.
const wordsOf = (definition: string): string =>
  definitionWords(definition).replace(DEFINITION, (_opening, label: string) => (label.startsWith('^') ? '^' : ''));

/** The labels and definitions of a text that others go to, which are read when somebody asks. */
export class LabelsThere {
  private readonly unread: string[];
  private readonly taken = new Set<string>();
  private readonly labels = new Map<string, string>();

  constructor(text: string) {
    this.unread = [text];
  }

  /** Puts a text that has come behind the others. */
  add(text: string): void {
    this.unread.push(text);
  }

  /** Whether a label, as it is compared, stands there. */
  isTaken(key: string): boolean {
    this.read();
    return this.taken.has(key);
  }

  /** The label of a definition that says the same, whatever its own; null for none. */
  saying(definition: string): string | null {
    this.read();
    return this.labels.get(wordsOf(definition)) ?? null;
  }

  private read(): void {
    for (const text of this.unread.splice(0)) {
      for (const [, label = ''] of text.matchAll(/\[([^[\]]+)\]/g)) this.taken.add(labelKey(label));
      for (const { start, end, label } of text.includes(']:') ? definitionsOf(parseNote('', text)) : []) {
        const words = wordsOf(text.slice(start, end));
        if (!this.labels.has(words)) this.labels.set(words, label);
      }
    }
  }
}

/** The definitions of a note, what refers to them, and which of them hold that: many texts of a note may move. */
const referencesIn = oncePer((source: NoteSource) => {
  const definitions = definitionsOf(source);
  const byKey = new Map(definitions.map((one) => [one.key, one]));
  const uses = definitions.length === 0 ? [] : usesOf(source, new Set(byKey.keys())).sort((a, b) => a.at - b.at);
  const usesIn = ({ start, end }: Span): LabelUse[] => startingIn(uses, start, end, ({ at }) => at);
  const held = groupBy(
    definitions.flatMap((holder) => usesIn(holder).map((use) => ({ holder, use }))),
    ({ use }) => use,
  );
  return {
    definitions,
    byKey,
    usesOf: groupBy(uses, ({ key }) => key),
    usesIn,
    holdersOf: (use: LabelUse): Definition[] => (held.get(use) ?? []).map(({ holder }) => holder),
  };
});

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
  const { definitions, byKey, usesOf: usesByKey, usesIn, holdersOf } = referencesIn(source);
  if (definitions.length === 0) return { goes: [], returns: [], renames: [], cuts: [] };
  const isMoved = (at: number): boolean => isIn(moved, at);
  const moving = new Set<Definition>();
  const want = ({ key }: LabelUse): void => {
    const definition = byKey.get(key);
    if (!definition || moving.has(definition)) return;
    moving.add(definition);
    usesIn(definition).forEach(want);
  };
  for (const use of usesIn(moved)) if (holdersOf(use).length === 0) want(use);
  const inside = startingIn(definitions, moved.start, moved.end, ({ start }) => start);
  /** Whether what stays uses it, be it from a definition that it uses. */
  const isKept = (definition: Definition, asked = new Set([definition])): boolean =>
    (usesByKey.get(definition.key) ?? []).some((use) => {
      const holders = holdersOf(use);
      return holders.length === 0
        ? !isMoved(use.at) || stays.some((span) => isIn(span, use.at))
        : holders.some((holder) => !asked.has(holder) && isKept(holder, asked.add(holder)));
    });

  const goes: (Span & { stays: boolean })[] = [];
  const renames: TextEdit[] = [];
  const cuts: Span[] = [];
  const all = [...new Set([...moving, ...inside])].sort((a, b) => a.start - b.start);
  const body = ({ start, end }: Span): string => source.text.slice(start, end);
  // No new label may be one of those that go along.
  const own = new Set(all.map(({ key }) => key));
  const isTaken = (key: string): boolean => own.has(key) || there.isTaken(key);
  for (const one of all) {
    const known = there.saying(body(one));
    const isStaying = one.isHeld || isKept(one);
    if (!isMoved(one.start) && known === null) goes.push({ start: one.start, end: one.end, stays: isStaying });
    if (!isMoved(one.start) && !isStaying) cuts.push(one);
    const label = known ?? (there.isTaken(one.key) ? freeLabel(one.label, isTaken) : one.label);
    if (labelKey(label) === one.key) continue;
    own.add(labelKey(label));
    const at = source.text.indexOf('[', one.start) + 1;
    if (known === null) renames.push({ start: at, end: at + one.label.length, insert: label, guards: [] });
    for (const { start, end, around } of usesByKey.get(one.key) ?? [])
      renames.push({ start, end, insert: around.join(label), guards: [] });
  }
  const returns = inside.filter((one) => isKept(one));
  return { goes, returns, renames, cuts: cutDefinitions(source.text, cuts) };
}

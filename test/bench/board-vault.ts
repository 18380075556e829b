/** A handbook with open todos, 10,000 as a rule, as many in each of the board's four columns, and their metadata, which the page need not parse. */
import type { CachedMetadata } from 'obsidian';
import type { GeneratedVault } from './generate-vault';
import { ROLES, sentence, sentences, topic } from './handbook-text';
import { NoteWriter, type WrittenNote } from './note-writer';
import { Random } from './random';

export interface BoardVault extends GeneratedVault {
  /** The columns' names, from left to right. */
  readonly columns: readonly string[];
}

export const CARDS_A_COLUMN = 2_500;
/** Begins the text of each note's first bullet, and of no other: what an update puts something else in place of. */
export const MARK = 'Draft';
/** Earlier than all others: these bullets stand at their columns' tops. */
const FIRST_DUE = '2026-01-01';

/** How many cards a column has, in how many notes, and how many owners there are besides "No owner". */
interface Shape {
  readonly cards: number;
  readonly notes: number;
  /** Null: some sections have one of six. */
  readonly owners: number | null;
}

const SEED = 20260401;
const AS_A_RULE: Shape = { cards: CARDS_A_COLUMN, notes: CARDS_A_COLUMN / 20, owners: null };
/** Rows by owners are so many as rows by notes: four columns' notes, and one owner less, as "No owner" is a row too. */
export const ROWS = 300;
export const IN_ROWS: Shape = { cards: CARDS_A_COLUMN, notes: ROWS / 4, owners: ROWS - 1 };
const OPERATIONS = 'Engineering/Operations';
const OVERVIEW = `${OPERATIONS}/Operations Overview.md`;
const PHASES = ['Day 0', 'Day 1', 'Day 2'];
/** Below the overview's folder and no phase's: operations as a whole. */
const SHARED = 'Shared';
const CROSS_PHASE = 'Cross-phase';

const pageOf = (phase: string): string => `${OPERATIONS}/${phase} Operations.md`;

export function generateBoardVault({ cards, notes: notesAColumn, owners }: Shape = AS_A_RULE): BoardVault {
  const random = new Random(SEED);
  const files = new Map<string, string>();
  const metadata = new Map<string, CachedMetadata>();
  const put = (path: string, note: WrittenNote): void => {
    files.set(path, note.text);
    metadata.set(path, note.metadata);
  };
  const names =
    owners === null ? ROLES : Array.from({ length: owners }, (_, at) => `${ROLES[at % ROLES.length] ?? ''} ${at + 1}`);
  const roles = names.map((name) => `Roles/${name}.md`);
  let given = 0;
  const nextOwner = (): string | null => names[given++ % (names.length + 1)] ?? null;
  const notes = [...PHASES, SHARED].flatMap((folder) =>
    Array.from(
      { length: notesAColumn },
      (_, at) => `${OPERATIONS}/${folder}/Chapter ${Math.floor(at / 25) + 1}/Practice ${folder} ${at + 1}.md`,
    ),
  );
  const pages = [OVERVIEW, ...PHASES.map(pageOf)];
  for (const path of roles) put(path, writeText(random, 'Role'));
  put(OVERVIEW, writeOverview(random, notes));
  for (const phase of PHASES) put(pageOf(phase), writeText(random, 'Overview'));
  const before = (notesBefore: number): number => Math.floor((notesBefore * cards) / notesAColumn);
  notes.forEach((path, at) => {
    const place = at % notesAColumn;
    put(path, writePractice(random, notes, before(place + 1) - before(place), owners === null ? null : nextOwner));
  });
  return {
    files,
    metadata,
    withTodos: notes,
    withoutTodos: roles,
    pages,
    folder: OPERATIONS,
    columns: [...PHASES, CROSS_PHASE],
  };
}

function writeText(random: Random, heading: string): WrittenNote {
  const writer = new NoteWriter();
  writer.heading(1, heading);
  writer.paragraph(sentences(random, 5));
  return writer.finish();
}

/** Embeds one note in ten, whose todos are then shown in two places. */
function writeOverview(random: Random, notes: readonly string[]): WrittenNote {
  const writer = new NoteWriter();
  writer.heading(1, 'Operations Overview');
  writer.paragraph(sentences(random, 3));
  for (const phase of PHASES) {
    writer.heading(2, `[[${pageOf(phase).replace(/\.md$/, '')}|${phase}]]`);
    writer.paragraph(sentences(random, 2));
  }
  writer.heading(2, 'Practices');
  for (const path of notes.filter((_, at) => at % 10 === 0)) writer.paragraph(`![[${path.replace(/\.md$/, '')}]]`);
  return writer.finish();
}

/** Half of its todos are sections, half stand in lists. */
function writePractice(
  random: Random,
  notes: readonly string[],
  todos: number,
  nextOwner: (() => string | null) | null,
): WrittenNote {
  const writer = new NoteWriter();
  writer.heading(1, topic(random));
  writer.paragraph(sentences(random, 2));
  const owner = (): string => {
    const name = nextOwner?.() ?? null;
    return name === null ? '' : ` [[Roles/${name}]]`;
  };
  for (let at = 0; at < todos / 2; at++) {
    writer.heading(2, topic(random));
    if (nextOwner) writer.paragraph(`#todo${owner()}`);
    else if (at % 3 === 0)
      writer.paragraph(random.chance(0.5) ? `#todo [[Roles/${random.pick(ROLES)}]]` : '#todo/blocked');
    else writer.paragraph('#todo');
    writer.paragraph(`${sentences(random, 2)} See [[${random.pick(notes).replace(/\.md$/, '')}|there]].`);
    if (2 * at + 1 === todos) break;
    // A heading ends the section, so that the list below it is not the section's.
    writer.heading(2, topic(random));
    const due =
      at === 0
        ? FIRST_DUE
        : random.chance(0.5)
          ? `2026-${two(1 + random.below(12))}-${two(2 + random.below(27))}`
          : null;
    const text = `${at === 0 ? `${MARK}: ` : ''}${sentence(random)} #todo${owner()}${due === null ? '' : ` 📅 ${due}`}`;
    writer.list([
      { depth: 0, text: sentence(random) },
      { depth: 0, text, ...(random.chance(0.5) && { task: ' ' }) },
    ]);
  }
  return writer.finish();
}

const two = (number: number): string => String(number).padStart(2, '0');

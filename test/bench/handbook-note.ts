/** One ordinary note of the generated handbook: sections of paragraphs, lists, tables and code, with links, and todos of every kind. */
import { ROLES, sentence, sentences, topic } from './handbook-text';
import { NoteWriter, type Item, type WrittenNote } from './note-writer';
import type { Random } from './random';

export interface HandbookNote {
  readonly path: string;
  /** The notes that it may link to. */
  readonly links: readonly string[];
  readonly todos: boolean;
}

const MIN_SIZE = 1_000;
const MAX_SIZE = 20_000;
/** 1 / (5.3 + 1) of the range above the least size: 4 KB in the mean. */
const SKEW = 5.3;

const TAGS = ['#todo', '#todo', '#todo', '#todo/day-1', '#todo/blocked', '#todo/day-2/blocked'];

export function writeHandbookNote(random: Random, note: HandbookNote): WrittenNote {
  const writer = new NoteWriter();
  const size = MIN_SIZE + (MAX_SIZE - MIN_SIZE) * random.next() ** SKEW;
  const properties = {
    ...(random.chance(0.4) && { aliases: [topic(random)] }),
    ...(random.chance(0.05) && { permalink: `/${note.path.toLowerCase().replace(/[^a-z0-9/]+/g, '-')}/` }),
    ...(random.chance(0.2) && { owner: `[[Roles/${random.pick(ROLES)}]]` }),
    ...(note.todos && random.chance(0.15) && { tags: ['handbook', 'todo'], due: '2026-12-01' }),
  };
  if (Object.keys(properties).length > 0) writer.frontmatter(properties);
  writer.heading(1, topic(random));
  writer.paragraph(sentences(random, 2));
  if (random.chance(0.12)) writer.paragraph(`![[${linkTo(random, note)}#Overview]]`);
  if (random.chance(0.12)) writer.paragraph('![[diagram.svg]]');
  // Always one, then one section in three: three todos in the mean.
  let marked = false;
  do {
    const marks: boolean = note.todos && (!marked || random.chance(0.35));
    marked ||= marks;
    writeSection(writer, random, note, marks);
  } while (writer.length < size - 500);
  return writer.finish();
}

const linkTo = (random: Random, { links }: HandbookNote): string => {
  const path = random.pick(links).replace(/\.md$/, '');
  return random.chance(0.5) ? path : path.slice(path.lastIndexOf('/') + 1);
};

const linked = (random: Random, note: HandbookNote): string =>
  random.chance(0.4) ? `${sentence(random)} See [[${linkTo(random, note)}|there]].` : sentence(random);

function writeSection(writer: NoteWriter, random: Random, note: HandbookNote, marks: boolean): void {
  const tag = random.pick(TAGS);
  const kind = marks ? random.below(7) : -1;
  writer.heading(2 + random.below(2), topic(random));
  if (kind === 0) writer.paragraph(`${tag} [[Roles/${random.pick(ROLES)}]]`);
  if (kind === 1) writer.paragraph(tag, sentences(random, 2));
  else if (random.chance(0.8))
    writer.paragraph(`${linked(random, note)} ${sentences(random, 2)}`, sentences(random, 2));
  if (kind === 2) writer.paragraph(`${sentence(random)} ${tag}`);
  if (kind === 3) writer.quote(topic(random), `${sentence(random)} ${tag}`);
  if (kind === 4)
    writer.table([
      ['What', 'Who'],
      [topic(random), sentence(random)],
      [topic(random), `${sentence(random)} ${tag}`],
    ]);
  else if (random.chance(0.1))
    writer.table([
      ['What', 'Who'],
      [topic(random), sentence(random)],
    ]);
  if (kind === 5) writer.list(items(random, note), tag);
  else if (kind === 6)
    writer.list([
      ...items(random, note),
      { depth: 0, task: ' ', text: `${sentence(random)} ${tag} [[Roles/${random.pick(ROLES)}]]` },
    ]);
  else if (random.chance(0.6)) writer.list(items(random, note));
  if (random.chance(0.1)) writer.code('systemctl status service', 'journalctl --unit service --since today');
}

/** The first and the last are not nested. */
function items(random: Random, note: HandbookNote): Item[] {
  const count = 3 + random.below(4);
  return Array.from({ length: count }, (_, at) => ({
    depth: at > 0 && at < count - 1 && random.chance(0.3) ? 1 : 0,
    text: linked(random, note),
    ...(random.chance(0.1) && { task: random.chance(0.5) ? 'x' : ' ' }),
  }));
}

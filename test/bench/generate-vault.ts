/**
 * A handbook vault of any size, the same for the same size: the overview, three phase pages with 30 links each, roles, a page with
 * published copies, a folder of 500 runbooks, and chapters for the rest. Every twentieth note has todos.
 *
 * Notes have 1 to 20 KB, but mostly little: 4 KB in the mean, as 40,000 notes with their metadata must fit into memory.
 */
import type { CachedMetadata } from 'obsidian';
import { parseMetadata } from '../host/markdown/parse-metadata';
import { writeHandbookNote } from './handbook-note';
import { ROLES, sentence, sentences, topic } from './handbook-text';
import { NoteWriter, type Item, type WrittenNote } from './note-writer';
import { Random } from './random';

export interface GeneratedVault {
  readonly files: Map<string, string>;
  readonly metadata: Map<string, CachedMetadata>;
  /** Paths by what is measured on them. */
  readonly withTodos: readonly string[];
  readonly withoutTodos: readonly string[];
  /** The overview and the phase pages. */
  readonly pages: readonly string[];
  /** A folder with 500 notes. */
  readonly folder: string;
}

const SEED = 20260301;
const OPERATIONS = 'Engineering/Operations';
const RUNBOOKS = 'Engineering/Runbooks';
const RUNBOOK_COUNT = 500;
const PHASES = ['Day 0', 'Day 1', 'Day 2'];
const LINKS_A_PAGE = 30;
const NOTES_A_CHAPTER = 100;
const OVERVIEW = `${OPERATIONS}/Operations Overview.md`;
const COPIES = `${OPERATIONS}/Operations at a Glance.md`;

const pageOf = (phase: string): string => `${OPERATIONS}/${phase} Operations.md`;
const bare = (path: string): string => path.replace(/\.md$/, '');

/** @param size how many notes; at least 700, for the pages and the folder of 500. */
export function generateVault(size: number): GeneratedVault {
  const random = new Random(SEED + size);
  const files = new Map<string, string>();
  const metadata = new Map<string, CachedMetadata>();
  const put = (path: string, note: WrittenNote): void => {
    files.set(path, note.text);
    metadata.set(path, note.metadata);
  };

  const roles = ROLES.map((name) => `Roles/${name}.md`);
  const pages = [OVERVIEW, ...PHASES.map(pageOf)];
  const practices = Array.from(
    { length: LINKS_A_PAGE * PHASES.length },
    (_, at) => `${OPERATIONS}/Practices/Practice ${pad(at)}.md`,
  );
  const runbooks = Array.from({ length: RUNBOOK_COUNT }, (_, at) => `${RUNBOOKS}/Runbook ${pad(at)}.md`);
  const special = roles.length + pages.length + practices.length + runbooks.length + 1;
  const chapters = Array.from({ length: size - special }, (_, at) => chapterPath(at));
  const notes = [...practices, ...runbooks, ...chapters];

  for (const path of roles) put(path, writeRole(random));
  put(OVERVIEW, writeOverview(random, practices));
  PHASES.forEach((phase, at) =>
    put(pageOf(phase), writePhasePage(random, practices.slice(at * LINKS_A_PAGE, (at + 1) * LINKS_A_PAGE))),
  );
  put(COPIES, writeCopies(random));
  const hasTodos = (at: number): boolean => at % 20 === 7;
  notes.forEach((path, at) => put(path, writeHandbookNote(random, { path, links: notes, todos: hasTodos(at) })));
  return {
    files,
    metadata,
    withTodos: notes.filter((_, at) => hasTodos(at)),
    withoutTodos: notes.filter((_, at) => !hasTodos(at)),
    pages,
    folder: RUNBOOKS,
  };
}

const pad = (number: number): string => String(number).padStart(5, '0');

function chapterPath(at: number): string {
  const chapter = Math.floor(at / NOTES_A_CHAPTER);
  return `Handbook/Part ${Math.floor(chapter / 20)}/Chapter ${chapter}/Note ${pad(at)}.md`;
}

function writeRole(random: Random): WrittenNote {
  const writer = new NoteWriter();
  writer.heading(1, 'Role');
  writer.paragraph(sentences(random, 10));
  writer.heading(2, 'Answers for');
  writer.list(Array.from({ length: 4 }, () => ({ depth: 0, text: topic(random) })));
  return writer.finish();
}

function writeOverview(random: Random, practices: readonly string[]): WrittenNote {
  const writer = new NoteWriter();
  writer.frontmatter({ permalink: '/engineering/operations/operations-overview/' });
  writer.heading(1, 'Operations Overview');
  writer.paragraph(sentences(random, 3));
  for (const phase of PHASES) {
    writer.heading(2, `[[${bare(pageOf(phase))}|${phase}]]`);
    writer.paragraph(`![[${bare(pageOf(phase))}#Overview]]`);
  }
  writer.heading(2, 'Working Together');
  writer.list(
    practices
      .slice(0, LINKS_A_PAGE - PHASES.length)
      .map((path) => ({ depth: 0, text: `[[${bare(path)}]]: ${sentence(random)}` })),
  );
  writer.heading(3, 'Metrics');
  writer.paragraph('#todo');
  writer.paragraph(sentences(random, 3));
  return writer.finish();
}

function writePhasePage(random: Random, practices: readonly string[]): WrittenNote {
  const writer = new NoteWriter();
  writer.frontmatter({ 'dg-publish': 'yes' });
  writer.heading(1, 'Overview');
  writer.paragraph(sentences(random, 4));
  writer.heading(2, 'Responsibilities');
  const items = practices.map((path, at): Item => {
    const owner = at % 3 === 0 ? ` [[Roles/${random.pick(ROLES)}]]` : '';
    return { depth: 0, text: `[[${bare(path)}]] ${sentence(random)}${owner}${at % 6 === 0 ? ' #todo' : ''}` };
  });
  writer.list(items);
  writer.heading(2, 'Tools');
  writer.paragraph(sentence(random), '#todo');
  return writer.finish();
}

/** What the Digital Garden publisher makes of an embed. Some of the pages are not in the vault, so their copies count. */
function writeCopies(random: Random): WrittenNote {
  const addresses = [
    ...PHASES.map((phase) => phase.toLowerCase().replace(' ', '-')),
    'capacity-plan',
    'tool-choices',
    'patch-calendar',
  ];
  const copies = addresses.map((name) => [
    '<div class="transclusion internal-embed is-loaded">' +
      `<a class="markdown-embed-link" href="/engineering/operations/${name}-operations/#overview" aria-label="Open link"></a>` +
      '<div class="markdown-embed">',
    '',
    '### Overview',
    '',
    `- ${sentence(random)}`,
    `- ${sentence(random)} #todo`,
    '',
    '</div></div>',
    '',
  ]);
  const text = ['# Operations at a Glance', '', ...copies.flat()].join('\n');
  return { text, metadata: parseMetadata(text) };
}

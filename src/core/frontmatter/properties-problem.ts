import { BlockReader } from './read-block';
import type { NoteMetadata } from '../note/note-metadata';
import { lineAt, linesBetween } from '../note/text-line';

/** What keeps a note's properties from being read. */
interface PropertiesProblem {
  /** UTF-16 offset of the line that it stands on. */
  readonly offset: number;
  /** What stands there, and what was expected: a sentence. */
  readonly reason: string;
}

/** Whether a note has a block of properties of which Obsidian has made nothing: it cannot be parsed, or holds nothing. */
export function mayHavePropertiesProblem({ frontmatter, sections }: NoteMetadata): boolean {
  return frontmatter === undefined && sections?.[0]?.type === 'yaml';
}

/** What a line of YAML says that no parser takes. Told apart are the slips of hands; YAML knows more. The parser has failed already. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/^\s*\t/, 'begins with a tab. Expected blanks.'],
  [
    /^[ \t]*(?:- +)*[^\s"'#[{|>&*!%@`-][^"'#]*?:[ \t]+[^\s"'#[{|>&*!][^"']*:(?:[ \t]|$)/,
    'has a second colon. Expected its value in quotes.',
  ],
  [/:[ \t]+"(?:[^"\\]|\\.)*$|:[ \t]+'(?:[^']|'')*$/, 'has a quote that is not closed.'],
  [
    /:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*[^\s#,}\]]/,
    'goes on behind a closed quote. Expected all of its value in quotes.',
  ],
  [/:[ \t]+\[[^\]]*$|:[ \t]+\{[^}]*$/, 'has a bracket that is not closed.'],
  [
    /^(?:[^:-]*-|[^:]*:)[ \t]+(?:\[{2}[^[\]]*\]{2}|\[(?!\[)[^[\]]*\]|\{+[^{}]*\}+)[ \t]*[^\s#\]}:]/,
    'goes on behind a closed bracket. Expected all of its value in quotes.',
  ],
  [/:[ \t]+[|>][-+\d]*[ \t]+[^\s#]/, 'goes on behind a sign of YAML’s own. Expected its value in quotes.'],
  [
    /:[ \t]+(?:[@`%,\]}]|[-?&*](?:[ \t]|$)|\*\S*\*)/,
    'has a value that begins with a sign of YAML’s own. Expected it in quotes.',
  ],
  [
    /:[ \t]+"(?:[^"\\]|\\["\\])*\\(?![0abtnvfre "/\\N_LP]|[xuU][\da-fA-F]{2})/,
    'has a `\\` that YAML does not know. Expected single quotes.',
  ],
  [/:\xA0/, 'has another blank than YAML’s behind its colon. Expected a space.'],
];

/** What is wrong with the note's properties, or null when they are read, or there are none. */
export function propertiesProblem(text: string, metadata: NoteMetadata): PropertiesProblem | null {
  const block = mayHavePropertiesProblem(metadata) ? metadata.sections?.[0]?.position : undefined;
  if (!block) return null;
  const own = [...linesBetween(text, block.start.offset, block.end.offset)].slice(1, -1);
  const lines = own.map(({ start, end }) => ({ offset: start, line: text.slice(start, end) }));
  const written = lines.filter(({ line }) => !/^\s*(?:#.*)?$/.test(line));
  const [first] = written;
  if (!first) return null;
  const keys = new Set<string>();
  let above = '';
  for (const { offset, line } of written) {
    const told = `\`${line.trim()}\``;
    const slip = SLIPS.find(([pattern]) => pattern.test(line));
    if (slip) return { offset, reason: `${told} ${slip[1]}` };
    if (/^[ \t]+[^\s"'#-][^:]*:(?:[ \t]|$)/.test(line) && /^[^\s#][^:]*:[ \t]+[^\s#|>&[{]/.test(above))
      return { offset, reason: `${told} is indented below a property that has its value.` };
    above = line;
    const key = /^("[^"]*"|'[^']*'|[^\s#'"[{][^:]*):(?:\s|$)/.exec(line)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
    if (key !== undefined && keys.has(key)) return { offset, reason: `${told} is the second property of that name.` };
    if (key !== undefined) keys.add(key);
    if (key === undefined && keys.size === 0 && !/^["'{[-]/.test(line))
      return { offset, reason: `${told} is no property. Expected \`name: value\`.` };
  }
  const reader = new BlockReader(text, own);
  reader.readAll();
  const { start, end } = lineAt(text, reader.firstUnread() ?? first.offset);
  return { offset: start, reason: `\`${text.slice(start, end).trim()}\` is no YAML.` };
}

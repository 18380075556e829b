import { joinQueries } from '../board/query/join-queries';
import { isAnswerable } from '../board/query/query';
import { readQuery } from '../board/query/read-query';
import { readFrontmatter } from '../frontmatter/read-frontmatter';
import { valueOf } from '../frontmatter/read-values';
import { writeScalar } from '../frontmatter/write-scalar';
import type { YamlNode } from '../frontmatter/yaml-node';
import { nearestText } from '../note/nearest-text';
import { DEFAULT_VIEW, GROUPS, SORTS, viewLike, viewNamed, type SavedView, type View } from '../settings/view';

/** The language of a fence that holds a board. */
export const BLOCK_LANGUAGE = 'phase-board';

/** As columns, as lines, or only how far each phase is. */
export const SHOWS = ['board', 'list', 'progress'] as const;
export type Show = (typeof SHOWS)[number];

export interface BoardBlock {
  readonly view: View;
  /** The saved view's name, as it is now; null when the block says all itself. */
  readonly name: string | null;
  readonly show: Show;
  /** At most so many cards in a column; null for all. */
  readonly limit: number | null;
}

/** Why a block cannot be drawn: sentences that say what stands there and what may. */
export interface BlockProblem {
  readonly problems: readonly string[];
}

/** What the keys of a block say, as far as it has them. */
interface Written {
  view?: SavedView;
  query?: string;
  group?: View['group'];
  sort?: View['sort'];
  elsewhere?: boolean;
  show?: Show;
  limit?: number;
}

/** Puts a value into what is written, or says what is wrong with it. */
type Reader = (text: string, into: Written, views: readonly SavedView[]) => string | null;

function among<K extends 'group' | 'sort' | 'show'>(key: K, words: readonly NonNullable<Written[K]>[]): Reader {
  return (text, into) => {
    const word = words.find((one) => one === text.toLowerCase());
    if (word) into[key] = word;
    return word ? null : `“${text}” is no value of ${key}. Allowed: ${words.join(', ')}.`;
  };
}

/** The keys, in the order in which they are written. */
const READERS: Readonly<Record<string, Reader>> = {
  view: (text, into, views) => {
    const saved = viewNamed(views, text);
    if (saved) into.view = saved;
    const names = views.map(({ name }) => name).join(', ');
    return saved
      ? null
      : `There is no saved view “${text}”. ${names === '' ? 'None is saved yet.' : `Saved: ${names}.`}`;
  },
  query: (text, into) => {
    const query = readQuery(text);
    into.query = text;
    return isAnswerable(query) ? null : query.messages.map((message) => message.text).join(' ');
  },
  group: among('group', GROUPS),
  sort: among('sort', SORTS),
  elsewhere: (text, into) => {
    into.elsewhere = text.toLowerCase() === 'true';
    return /^(?:true|false)$/i.test(text) ? null : `“${text}” is no value of elsewhere. Allowed: true, false.`;
  },
  show: among('show', SHOWS),
  limit: (text, into) => {
    into.limit = Number(text);
    return /^[1-9]\d{0,5}$/.test(text) ? null : `“${text}” is no limit. Allowed: a whole number from 1 on.`;
  },
};

const BLOCK_KEYS: readonly string[] = Object.keys(READERS);

/** A value as one line of text; null for what is none. */
function textOf(node: YamlNode): string | null {
  const value = node.kind === 'scalar' ? node.value : valueOf(node);
  return typeof value === 'string' ? value.trim() : value === null ? '' : null;
}

/** Reads what stands between the fences: YAML. An empty value says nothing, an empty block is the whole board. Never throws. */
export function readBlock(source: string, views: readonly SavedView[]): BoardBlock | BlockProblem {
  const text = `---\n${source}\n---`;
  const yaml = readFrontmatter(text, 0, text.length);
  const allowed = `Allowed: ${BLOCK_KEYS.join(', ')}.`;
  if (!yaml) return { problems: [`This is no list of keys and values, such as “query: owner:none”. ${allowed}`] };
  const problems: string[] = [];
  const written: Written = {};
  const seen = new Set<string>();
  for (const { key, value } of yaml.entries) {
    const read = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    const given = textOf(value);
    if (!read) {
      const near = nearestText(key, BLOCK_KEYS);
      problems.push(`“${key}” is no key of a phase board.${near === null ? '' : ` Did you mean ${near}?`} ${allowed}`);
    } else if (seen.has(key)) problems.push(`“${key}” stands there twice.`);
    else if (given === null)
      problems.push(`The value of ${key} is no single line of text: put it into single quotes, as in ${key}: '…'.`);
    else if (given !== '') {
      const problem = read(given, written, views);
      if (problem !== null) problems.push(problem);
    }
    seen.add(key);
  }
  if (problems.length > 0) return { problems };
  const { view: saved, query = '', show = 'board', limit = null, ...changes } = written;
  const base = { ...DEFAULT_VIEW, ...saved?.view };
  return {
    view: { ...base, ...changes, query: joinQueries(base.query, query) },
    name: saved?.name ?? null,
    show,
    limit,
  };
}

/** As it stands, where that reads back as it stands; else in quotes. */
function writeValue(value: string): string {
  const text = `---\nkey: ${value}\n---`;
  const node = readFrontmatter(text, 0, text.length)?.entries[0]?.value;
  return node?.kind === 'scalar' && node.style === 'plain' && node.value === value
    ? value
    : writeScalar(value, 'single');
}

/** The keys of a block as they are written; '' for what is not. */
export type BlockWords = Readonly<Record<'view' | 'query' | 'group' | 'show' | 'limit', string>>;

/** A fence with these keys. */
export function writeFence(keys: Readonly<Record<string, string>>): string {
  const lines = Object.entries(keys)
    .filter(([, value]) => value.trim() !== '')
    .map(([key, value]) => `${key}: ${writeValue(value.trim())}\n`);
  return `\`\`\`${BLOCK_LANGUAGE}\n${lines.join('')}\`\`\`\n`;
}

/** A fence that shows the view: by its name where it is a saved one, else by what it asks for. Read again it asks for the same cards in the same order. */
export function writeBlock(view: View, views: readonly SavedView[]): string {
  const saved = viewLike(views, view);
  if (saved) return writeFence({ view: saved.name });
  const unless = <T>(value: T, usual: T): string => (value === usual ? '' : String(value));
  return writeFence({
    query: view.query,
    group: unless(view.group, DEFAULT_VIEW.group),
    sort: unless(view.sort, DEFAULT_VIEW.sort),
    elsewhere: unless(view.elsewhere, DEFAULT_VIEW.elsewhere),
  });
}

import type { FoundTodo } from '../todo/found-todo';
import { MultiMap } from '../link/multi-map';
import { oncePer } from '../note/once-per';
import type { NoteFacts } from './note-facts';
import { copyAddress, PublishedPages, type PagesView } from './published-pages';
import type { Todo } from './todo';

/** A place at which a todo's tag can be read: UTF-16 offset in a note. */
export interface TextPosition {
  readonly path: string;
  readonly offset: number;
}

/** What a todo in copies of one page, or in the page itself, is known by: two with the same key are the same todo of that page. */
const todoKey = ({ kind, title, ordinal }: FoundTodo): string => `${kind} ${ordinal} ${title}`;

type FactsOf = (path: string) => NoteFacts | undefined;

/**
 * The notes that hold published copies with todos, and which of those todos count. A copy's todos depend on the
 * page that it was made of and on the other copies of it: methods that take a change answer with the notes to be judged again.
 */
export class CopyHosts {
  /** By address: the notes that hold a copy with todos of the page there. */
  private readonly hosts = new MultiMap<string>();
  private readonly published: PublishedPages;
  /** By address: what `firstAt` has worked out, for the overview as it was then. */
  private readonly first = new Map<string, ReadonlyMap<string, TextPosition>>();
  private overview: string | null = null;

  constructor(
    vault: PagesView,
    private readonly factsOf: FactsOf,
    rules: readonly string[],
  ) {
    this.published = new PublishedPages(vault, rules);
  }

  /** Whether no note holds a copy: then no change can matter for one. */
  get isIdle(): boolean {
    return this.published.isIdle;
  }

  /** Takes a note's new facts in, or takes the note out. */
  replace(path: string, before: NoteFacts | null, after: NoteFacts | null): ReadonlySet<string> {
    const touched = new Set<string>();
    const touch = (address: string): void => {
      for (const host of this.hosts.get(address)) touched.add(host);
    };
    for (const address of before ? todosAt(before).keys() : []) {
      this.first.delete(address);
      touch(address);
      this.hosts.delete(address, path);
    }
    for (const address of after ? todosAt(after).keys() : []) {
      this.first.delete(address);
      this.hosts.add(address, path);
      touch(address);
    }
    for (const address of this.published.replace(path, before?.addresses ?? [], after?.addresses ?? [])) touch(address);
    return touched;
  }

  /** A note's text or metadata changed: copies of it count or not by the sections it has. */
  noteChanged(path: string): Iterable<string> {
    return this.hostsOfAll(this.published.addressesOf(path));
  }

  /** A file came or went. */
  fileChanged(path: string): Iterable<string> {
    return this.hostsOfAll(this.published.fileChanged(path));
  }

  /** Looks up the pages of all copies, until done (true) or until the time is up (false: to be called again). */
  lookUp(isTimeUp: () => boolean): boolean {
    return this.published.lookUp(this.hosts.keys(), isTimeUp);
  }

  /** The places in published copies that repeat the todo. */
  repeating(todo: Todo): TextPosition[] {
    this.lookUp(() => false);
    const home = this.factsOf(todo.path);
    const own = home && todo.fromCopy ? copyAddress(home, todo.copy) : null;
    const addresses = todo.fromCopy ? (own === null ? [] : [own]) : this.published.addressesOf(todo.path);
    return [...addresses].flatMap((address) =>
      [...this.todosOf(address)].flatMap(([{ path }, other]) =>
        todoKey(other) === todoKey(todo) ? [{ path, offset: other.offset }] : [],
      ),
    );
  }

  /** Whether the page at a copy's address is not in the vault, or empty. */
  isMissing(address: string): boolean {
    return this.published.isMissing(address);
  }

  /** Whether a copy's todo counts: its page or section is missing, and no other copy of it counts before this one. */
  counts(facts: NoteFacts, todo: FoundTodo, overview: string | null): boolean {
    const address = copyAddress(facts, todo.copy);
    const copy = todo.copy === null ? undefined : facts.copies[todo.copy];
    if (address === null || copy === undefined) return true;
    if (this.published.sourceOf(address, copy.fragment) !== null) return false;
    const first = this.firstAt(address, overview).get(todoKey(todo));
    return first === undefined || (first.path === facts.path && first.offset === todo.offset);
  }

  /** The todos of the page at an address, each where it is copied first: in the overview, then nested least, then by path and place. */
  private firstAt(address: string, overview: string | null): ReadonlyMap<string, TextPosition> {
    if (overview !== this.overview) this.first.clear();
    this.overview = overview;
    const known = this.first.get(address);
    if (known) return known;
    const first = new Map<string, TextPosition & { readonly rank: Rank }>();
    for (const [{ path, copies }, todo] of this.todosOf(address)) {
      const rank: Rank = [path === overview ? 0 : 1, copies[todo.copy ?? -1]?.depth ?? 0, path, todo.offset];
      const before = first.get(todoKey(todo));
      if (!before || comesBefore(rank, before.rank)) first.set(todoKey(todo), { path, offset: todo.offset, rank });
    }
    this.first.set(address, first);
    return first;
  }

  /** The todos in copies of the page at an address, with the notes that hold them. */
  private *todosOf(address: string): Generator<readonly [NoteFacts, FoundTodo]> {
    for (const path of this.hosts.get(address)) {
      const host = this.factsOf(path);
      for (const todo of (host && todosAt(host).get(address)) ?? []) if (host) yield [host, todo];
    }
  }

  private hostsOfAll(addresses: Iterable<string>): Set<string> {
    const hosts = new Set<string>();
    for (const address of addresses) for (const host of this.hosts.get(address)) hosts.add(host);
    return hosts;
  }
}

const NO_TODOS: ReadonlyMap<string, readonly FoundTodo[]> = new Map();

/** A note's todos in copies, by the addresses of these. */
const todosAt = (facts: NoteFacts): typeof NO_TODOS => (facts.copies.length === 0 ? NO_TODOS : sortByAddress(facts));

const sortByAddress = oncePer((facts: NoteFacts): typeof NO_TODOS => {
  const byAddress = new Map<string, FoundTodo[]>();
  for (const todo of facts.todos) {
    const address = copyAddress(facts, todo.copy);
    const known = address === null ? undefined : byAddress.get(address);
    if (known) known.push(todo);
    else if (address !== null) byAddress.set(address, [todo]);
  }
  return byAddress;
});

type Rank = readonly [number, number, string, number];

function comesBefore(a: Rank, b: Rank): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  const [left, right] = [a[at], b[at]];
  return left !== undefined && right !== undefined && left < right;
}

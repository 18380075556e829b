import type { FoundTodo } from '../todo/found-todo';
import { MultiMap } from './multi-map';
import type { NoteFacts } from './note-facts';
import { copyAddress, PublishedPages, type PagesView } from './published-pages';
import { isSameTodo } from './same-todo';

type FactsOf = (path: string) => NoteFacts | undefined;

/**
 * The notes that hold published copies with todos, and which of those todos count (DESIGN 3, "Published copies"). A copy's todos depend on the
 * page that it was made of and on the other copies of it: methods that take a change answer with the notes to be judged again.
 */
export class CopyHosts {
  /** By address: the notes that hold a copy with todos of the page there. */
  private readonly hosts = new MultiMap<string>();
  private readonly published: PublishedPages;

  constructor(
    vault: PagesView,
    private readonly factsOf: FactsOf,
  ) {
    this.published = new PublishedPages(vault);
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
    for (const address of before ? addressesCopied(before) : []) {
      touch(address);
      this.hosts.delete(address, path);
    }
    for (const address of after ? addressesCopied(after) : []) {
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

  /** The addresses of the copies that were made of a note. */
  copiesOf(path: string): readonly string[] {
    this.lookUp(() => false);
    return this.published.addressesOf(path);
  }

  /** The notes that hold a copy of the page at an address, with todos in it. */
  hostsOf(address: string): Iterable<string> {
    return this.hosts.get(address);
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
    // The overview's copy first, then the one nested least, then the first by path and place.
    const rank = (host: NoteFacts, one: FoundTodo): Rank => [host.path === overview ? 0 : 1, nesting(host, one.copy), host.path, one.offset];
    const own = rank(facts, todo);
    for (const path of this.hosts.get(address)) {
      const host = this.factsOf(path);
      for (const rival of host?.todos ?? [])
        if (host && copyAddress(host, rival.copy) === address && isSameTodo(rival, todo) && comesBefore(rank(host, rival), own)) return false;
    }
    return true;
  }

  private hostsOfAll(addresses: readonly string[]): Set<string> {
    return new Set(addresses.flatMap((address) => [...this.hosts.get(address)]));
  }
}

type Rank = readonly [number, number, string, number];

function comesBefore(a: Rank, b: Rank): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  const [left, right] = [a[at], b[at]];
  return left !== undefined && right !== undefined && left < right;
}

function nesting({ copies }: NoteFacts, copy: number | null): number {
  let depth = 0;
  for (let at = copy; at !== null; at = copies[at]?.parent ?? null) depth++;
  return depth;
}

function addressesCopied(facts: NoteFacts): Set<string> {
  return new Set(facts.todos.flatMap(({ copy }) => copyAddress(facts, copy) ?? []));
}

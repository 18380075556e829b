import { linkKey, splitLink } from '../note/link-text';
import { buildLifecycle, type Lifecycle } from '../phase/lifecycle';
import type { ResolveLink } from '../phase/lifecycle-input';
import type { PageFacts } from '../phase/page-facts';
import { judgeNote } from '../phase/phase-rules';
import { findRolesFolder, roleOfLink } from '../phase/roles-folder';
import type { Settings } from '../settings/settings';
import type { FoundTodo } from '../todo/todo';
import { phaseOfCopy } from './copied-phase';
import { MultiMap } from './multi-map';
import { dependencyKeys, type NoteFacts } from './note-facts';
import { ownerOf } from './owner';
import { copyAddress, pageNameAt, PublishedPages, type PagesView } from './published-pages';
import { isSameTodo } from './same-todo';
import { findEmbeddedRanges, notesShowing, type EmbeddedRange, type ShownInView } from './shown-in';
import { judgedTodo, type Todo } from './todo';

/** What the index asks of the vault; it never reads a text. */
export interface VaultView extends PagesView {
  readonly resolve: ResolveLink;
  exists(path: string): boolean;
  folders(): Iterable<string>;
}

/** A promise of the host's that costs nothing to break off: asked between notes, it says whether the caller's time is up. */
export type IsTimeUp = () => boolean;

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/**
 * The todos of the vault. Facts are put in note by note; what depends on other notes is judged by `settle`, and only again when
 * something that it depends on has changed:
 * - a note's todos: its facts, the lifecycle's pages, and the notes that its own links may lead to;
 * - a copy's todos: the note that the copy was made of, and the other notes with a copy of it.
 * Where else a todo is shown is found when it is asked for.
 */
export class OperationsIndex {
  private readonly facts = new Map<string, NoteFacts>();
  private readonly pages = new Map<string, PageFacts>();
  /** By link key: the notes whose judgement depends on what such links lead to. */
  private readonly dependants = new MultiMap<string>();
  /** By link key: the notes that embed a note of that name. */
  private readonly embedders = new MultiMap<string>();
  /** By address: the notes that hold a copy with todos of the page there. */
  private readonly copyHosts = new MultiMap<string>();
  private readonly published: PublishedPages;
  private readonly judged = new Map<string, readonly Todo[]>();
  private readonly dirty = new Set<string>();
  private readonly rereads = new Set<string>();
  private lifecycleIsStale = true;
  private changes = 0;
  private current: Lifecycle;
  private rolesFolder: string | null;
  private shown = new WeakMap<Todo, readonly string[]>();
  private readonly embedded = new Map<string, readonly EmbeddedRange[]>();
  private readonly shownInView: ShownInView = {
    facts: (path) => this.facts.get(path),
    embeddersOf: (path) => this.embedders.get(linkKey(path)),
    copiesOf: (path) => this.copiesOf(path),
    hostsOf: (address) => this.copyHosts.get(address),
    embeddedRanges: (path) => this.embeddedRanges(path),
    resolve: (linkpath, source) => this.vault.resolve(linkpath, source),
    metadata: (path) => this.vault.metadata(path),
  };

  constructor(
    private readonly vault: VaultView,
    readonly settings: Settings,
  ) {
    this.published = new PublishedPages(vault);
    this.rolesFolder = findRolesFolder(settings, vault.folders());
    this.current = this.findLifecycle();
  }

  /** Grows with every change of what the index answers: who has seen this number has seen it all. */
  get version(): number {
    return this.changes;
  }

  /** The lifecycle as of the last `settle`. */
  get lifecycle(): Lifecycle {
    return this.current;
  }

  /** Whether a link in `source` leads to a role note; what reading a note's facts asks (DESIGN 2, tag lines). */
  isRoleLink(link: string, source: string): boolean {
    return this.roleOf(link, source) !== null;
  }

  /** Takes the facts of a note in, or with null takes the note out. Either way the note's text or metadata may have changed. */
  put(path: string, after: NoteFacts | null): void {
    this.embedded.delete(path);
    const before = this.facts.get(path) ?? null;
    // Most notes of a vault are of no interest, before and after.
    if (!before && !after && this.published.isIdle) return;
    if (after) this.facts.set(path, after);
    else {
      this.facts.delete(path);
      this.rereads.delete(path);
    }
    if (before || after) this.reconnect(path, before, after);
    // Copies of this note count or not by the sections it has.
    for (const address of this.published.addressesOf(path)) this.touchCopies(address);
  }

  /** Gives the note's facts a new path: its text is the same. A note that is not known is none of the index's business. */
  move(from: string, to: string): void {
    const facts = this.facts.get(from);
    if (!facts) return;
    this.put(from, null);
    this.put(to, { ...facts, path: to });
  }

  /** Tells that a file came, went, or changed its path (both paths): links that it takes part in may lead elsewhere now. */
  fileChanged(path: string): void {
    const key = linkKey(path);
    for (const note of this.dependants.get(key)) this.touch(note);
    for (const note of this.dependants.get(key)) if (this.facts.get(note)?.roleQuestions.includes(key)) this.rereads.add(note);
    if (this.pages.has(path) || [...this.dependants.get(key)].some((note) => this.pages.has(note))) this.lifecycleIsStale = true;
    if (this.settings.overviewPage === path || this.settings.phases.some(({ page }) => page === path)) this.lifecycleIsStale = true;
    for (const address of this.published.fileChanged(path)) this.touchCopies(address);
    if (this.embedders.has(key)) this.forgetShown();
  }

  /** Tells that a folder came, went, or changed its name: the roles may have moved with it. */
  foldersChanged(): void {
    const folder = findRolesFolder(this.settings, this.vault.folders());
    if (folder === this.rolesFolder) return;
    this.rolesFolder = folder;
    this.lifecycleIsStale = true;
    for (const [path, { roleQuestions }] of this.facts) if (roleQuestions.length > 0) this.rereads.add(path);
  }

  /** How many notes are of interest: with todos, embeds, an address on the site, or as a page of the lifecycle. */
  get size(): number {
    return this.facts.size;
  }

  /** The notes of interest in a folder or below it. */
  notesUnder(folder: string): string[] {
    return [...this.facts.keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  /** The notes whose text must be read again, because what counts as a role link has changed; asking empties the list. */
  takeRereads(): string[] {
    const notes = [...this.rereads];
    this.rereads.clear();
    return notes;
  }

  /** Judges what is not judged yet, until done (true) or until the time is up (false: to be called again). */
  settle(isTimeUp: IsTimeUp = () => false): boolean {
    if (!this.published.lookUp(this.copyHosts.keys(), isTimeUp)) return false;
    if (this.lifecycleIsStale) this.renewLifecycle();
    for (const path of this.dirty) {
      this.dirty.delete(path);
      this.changes++;
      const facts = this.facts.get(path);
      if (facts && facts.todos.length > 0) this.judged.set(path, this.judge(facts));
      else this.judged.delete(path);
      if (isTimeUp() && this.dirty.size > 0) return false;
    }
    return true;
  }

  /** All judged todos, closed ones too, in no particular order. */
  *todos(): Generator<Todo> {
    for (const todos of this.judged.values()) yield* todos;
  }

  /** The todos of one note. */
  todosOf(path: string): readonly Todo[] {
    return this.judged.get(path) ?? [];
  }

  /** The notes other than its own that show the todo, by transclusion or by a published copy; by path. */
  shownIn(todo: Todo): readonly string[] {
    const known = this.shown.get(todo);
    if (known) return known;
    const notes = notesShowing(todo, this.shownInView);
    this.shown.set(todo, notes);
    return notes;
  }

  /** The facts of a page of the lifecycle, for counting its responsibilities. */
  pageFacts(path: string): PageFacts | undefined {
    return this.pages.get(path);
  }

  /** The role note that a link in `source` leads to, or null. */
  roleOf(link: string, source: string): string | null {
    const { path } = splitLink(link);
    return path === '' ? null : roleOfLink(this.rolesFolder, link, this.vault.resolve(path, source));
  }

  private findLifecycle(): Lifecycle {
    const { vault, settings, pages } = this;
    return buildLifecycle({
      settings,
      pages,
      resolve: vault.resolve,
      exists: (path) => vault.exists(path),
      rolesFolder: this.rolesFolder,
    });
  }

  private renewLifecycle(): void {
    this.lifecycleIsStale = false;
    this.changes++;
    const before = this.current;
    const after = (this.current = this.findLifecycle());
    const samePages =
      sameList([...before.pages].flat(), [...after.pages].flat()) &&
      before.overview === after.overview &&
      before.rolesFolder === after.rolesFolder;
    if (!samePages) for (const path of this.facts.keys()) this.touch(path);
    for (const note of new Set([...before.linked.keys(), ...after.linked.keys()]))
      if (!sameList(before.linked.get(note) ?? [], after.linked.get(note) ?? [])) this.touch(note);
  }

  /** Brings every map in line with a note's new facts. */
  private reconnect(path: string, before: NoteFacts | null, after: NoteFacts | null): void {
    for (const key of before ? dependencyKeys(before) : []) this.dependants.delete(key, path);
    for (const key of after ? dependencyKeys(after) : []) this.dependants.add(key, path);
    for (const { link } of before?.embeds ?? []) this.embedders.delete(linkKey(splitLink(link).path), path);
    for (const { link } of after?.embeds ?? []) this.embedders.add(linkKey(splitLink(link).path), path);
    for (const address of before ? addressesCopied(before) : []) this.replaceCopyHost(address, path, false);
    for (const address of after ? addressesCopied(after) : []) this.replaceCopyHost(address, path, true);
    for (const address of this.published.replace(path, before?.addresses ?? [], after?.addresses ?? [])) this.touchCopies(address);
    if (after?.page) this.pages.set(path, after.page);
    else this.pages.delete(path);
    if (before?.page || after?.page) this.lifecycleIsStale = true;
    if ([before, after].some((facts) => facts !== null && (facts.embeds.length > 0 || facts.copies.length > 0))) this.forgetShown();
    this.touch(path);
  }

  private replaceCopyHost(address: string, path: string, present: boolean): void {
    if (present) this.copyHosts.add(address, path);
    this.touchCopies(address);
    if (!present) this.copyHosts.delete(address, path);
  }

  private touchCopies(address: string): void {
    for (const host of this.copyHosts.get(address)) this.touch(host);
    this.forgetShown();
  }

  private touch(path: string): void {
    if ((this.facts.get(path)?.todos.length ?? 0) > 0 || this.judged.has(path)) this.dirty.add(path);
  }

  private forgetShown(): void {
    this.embedded.clear();
    this.shown = new WeakMap();
    this.changes++;
  }

  private embeddedRanges(path: string): readonly EmbeddedRange[] {
    const ranges = this.embedded.get(path) ?? findEmbeddedRanges(path, this.shownInView);
    this.embedded.set(path, ranges);
    return ranges;
  }

  private copiesOf(path: string): readonly string[] {
    for (const address of this.copyHosts.keys()) this.published.noteAt(address);
    return this.published.addressesOf(path);
  }

  private judge(facts: NoteFacts): readonly Todo[] {
    const { path, copies, headingMarks } = facts;
    const judgeTodo = judgeNote(facts, { lifecycle: this.current, resolve: this.vault.resolve });
    const roleOf = (link: string): string | null => this.roleOf(link, path);
    const judged: Todo[] = [];
    for (const todo of facts.todos) {
      const copy = todo.copy === null ? null : (copies[todo.copy] ?? null);
      if (copy && !this.standsForItsPage(facts, todo)) continue;
      const judgement = judgeTodo({
        offset: copy?.start ?? todo.offset,
        tagPhase: todo.tagPhase,
        copiedFrom: copy ? phaseOfCopy(facts, copy, this.current) : null,
      });
      const owner = ownerOf(todo, facts, roleOf, this.rolesFolder, this.vault.resolve);
      // A copy of a whole note carries that note's name, not its host's.
      const address = todo.kind === 'note' ? copyAddress(facts, todo.copy) : null;
      const links = headingMarks.flatMap(({ link }) => (link === null ? [] : splitLink(link).path));
      const title = address === null ? todo.title : pageNameAt(address, links);
      judged.push(judgedTodo(todo, { path, title, owner, frozen: copy !== null, judgement }));
    }
    return judged;
  }

  /** Whether a copy's todo counts: its page or section is missing, and no other copy of it counts before this one (DESIGN 3). */
  private standsForItsPage(facts: NoteFacts, todo: FoundTodo): boolean {
    const address = copyAddress(facts, todo.copy);
    const copy = todo.copy === null ? undefined : facts.copies[todo.copy];
    if (address === null || copy === undefined) return true;
    if (this.published.sourceOf(address, copy.fragment) !== null) return false;
    const rank = (host: string, one: FoundTodo): readonly (number | string)[] => [
      host === this.current.overview ? 0 : 1,
      nesting(this.facts.get(host), one.copy),
      host,
      one.offset,
    ];
    const own = rank(facts.path, todo);
    for (const host of this.copyHosts.get(address)) {
      const other = this.facts.get(host);
      for (const rival of other?.todos ?? []) {
        if (!other || copyAddress(other, rival.copy) !== address || !isSameTodo(rival, todo)) continue;
        if (comesBefore(rank(host, rival), own)) return false;
      }
    }
    return true;
  }
}

function comesBefore(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  const [left, right] = [a[at], b[at]];
  return left !== undefined && right !== undefined && left < right;
}

function nesting(facts: NoteFacts | undefined, copy: number | null): number {
  let depth = 0;
  for (let at = copy; at !== null; at = facts?.copies[at]?.parent ?? null) depth++;
  return depth;
}

function addressesCopied(facts: NoteFacts): Set<string> {
  return new Set(facts.todos.flatMap(({ copy }) => copyAddress(facts, copy) ?? []));
}

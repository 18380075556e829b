import type { LinkGraph } from '../link/link-graph';
import type { LinkVault } from '../link/link-vault';
import { MultiMap } from '../link/multi-map';
import { linkKey, splitLink } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import type { PublishedCopy } from '../note/published-copies';
import { buildLifecycle, noLifecycle, type Lifecycle } from '../phase/lifecycle';
import type { PageFacts, Responsibility } from '../phase/page-facts';
import { judgeNote } from '../phase/phase-rules';
import { findRolesFolder, roleOfLink } from '../phase/roles-folder';
import type { PhaseSetting, Settings } from '../settings/settings';
import { phaseOfCopy } from './copied-phase';
import { CopyHosts } from './copy-hosts';
import { countCopies, type CopyCounts } from './count-copies';
import { dependencyKeys, type NoteFacts } from './note-facts';
import { noteItself } from './note-itself';
import { ownerOf, ownerOfProperty } from './owner';
import { copyAddress, pageNameAt } from './published-pages';
import { ShownNotes } from './shown-notes';
import { Todo } from './todo';

/** What the index asks of the vault; it never reads a text. */
export interface VaultView extends Pick<LinkVault, 'resolve' | 'exists' | 'notes' | 'metadata'> {
  folders(): Iterable<string>;
}

/** Who shows what the index says. */
export interface IndexBoard {
  /** The vault or the settings have changed. */
  invalidate(): void;
}

/** So many todos are judged between two looks at the clock. */
const TODOS_A_STEP = 100;

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Whether two readings of a page are alike in all that the lifecycle asks of it. */
const isSamePage = (a: PageFacts | null, b: PageFacts | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.hasOverview === b.hasOverview &&
    a.hasResponsibilities === b.hasResponsibilities &&
    sameList(a.links, b.links) &&
    sameList(a.responsibilities.map(subjectOf), b.responsibilities.map(subjectOf)));

const subjectOf = ({ subject }: Responsibility): string | null => subject;

const NONE: readonly never[] = [];

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
  private readonly copyHosts: CopyHosts;
  private readonly shownNotes: ShownNotes;
  private readonly judged = new Map<string, readonly Todo[]>();
  private readonly dirty = new Set<string>();
  private readonly rereads = new Set<string>();
  /** The note whose todos are being judged; begun anew when something that they depend on changes meanwhile. */
  private judging: { readonly facts: NoteFacts; readonly steps: Generator<void, readonly Todo[]> } | null = null;
  private lifecycleIsStale = true;
  private changes = 0;
  /** Grows with every file that comes, goes or changes its path: what links lead to may be another file now. */
  files = 0;
  private current: Lifecycle;
  private rolesFolder: string | null;

  constructor(
    private readonly vault: VaultView,
    readonly settings: Settings,
    /** Who embeds what in the vault. */
    private readonly embeds: LinkGraph,
    isIgnored: (path: string) => boolean = () => false,
  ) {
    this.copyHosts = new CopyHosts(vault, (path) => this.facts.get(path), settings.garden.rewriteRules);
    this.shownNotes = new ShownNotes(vault, embeds, this.copyHosts, isIgnored);
    this.rolesFolder = findRolesFolder(settings, vault.folders());
    // It is looked for when there is something to judge: loading the plugin waits for no vault.
    this.current = noLifecycle(settings.phases, this.rolesFolder);
  }

  /** Grows with every change of what the index answers: who has seen this number has seen it all. */
  get version(): number {
    return this.changes + this.embeds.version;
  }

  /** The lifecycle as of the last `settle`. */
  get lifecycle(): Lifecycle {
    return this.current;
  }

  /** Whether a link in `source` leads to a role note; what reading a note's facts asks: they may stand on tag lines. */
  readonly isRoleLink = (link: string, source: string): boolean => this.roleOf(link, source) !== null;

  /** Takes the facts of a note in, or with null takes the note out. Either way the note's text or metadata may have changed. */
  put(path: string, after: NoteFacts | null): void {
    const before = this.facts.get(path) ?? null;
    this.shownNotes.noteChanged(path);
    // A responsibility's owner is asked of the note that it links to.
    if (this.current.linked.has(path)) this.changes++;
    // Most notes of a vault are of no interest, before and after.
    if (!before && !after && this.copyHosts.isIdle) return;
    if (after) this.facts.set(path, after);
    else {
      this.facts.delete(path);
      this.rereads.delete(path);
    }
    if (before || after) this.reconnect(path, before, after);
    this.touchCopies(this.copyHosts.noteChanged(path));
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
    this.files++;
    const key = linkKey(path);
    for (const note of this.dependants.get(key)) {
      this.touch(note);
      if (this.facts.get(note)?.roleQuestions.includes(key)) this.rereads.add(note);
      if (this.pages.has(note)) this.lifecycleIsStale = true;
    }
    const { overviewPage, phases } = this.settings;
    if (this.pages.has(path) || overviewPage === path || phases.some(({ page }) => page === path))
      this.lifecycleIsStale = true;
    this.touchCopies(this.copyHosts.fileChanged(path));
  }

  /** Tells that a folder came, went, or changed its name: the roles may have moved with it. */
  foldersChanged(): void {
    const folder = findRolesFolder(this.settings, this.vault.folders());
    if (folder === this.rolesFolder) return;
    this.rolesFolder = folder;
    this.lifecycleIsStale = true;
    for (const [path, { roleQuestions }] of this.facts) if (roleQuestions.length > 0) this.rereads.add(path);
  }

  /** How many notes are of interest: with todos, an address on the site, or as a page of the lifecycle. */
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
  settle(isTimeUp: () => boolean = () => false): boolean {
    if (!this.embeds.settle(isTimeUp)) return false;
    if (!this.copyHosts.lookUp(isTimeUp)) return false;
    if (this.lifecycleIsStale) {
      this.renewLifecycle();
      if (isTimeUp()) return false;
    }
    for (const path of this.dirty) {
      const facts = this.facts.get(path);
      if (facts && facts.todos.length > 0) {
        const judging = this.judging?.facts === facts ? this.judging : { facts, steps: this.judge(facts) };
        let step = judging.steps.next();
        while (step.done !== true && !isTimeUp()) step = judging.steps.next();
        this.judging = step.done === true ? null : judging;
        if (step.done !== true) return false;
        this.judged.set(path, step.value);
      } else this.judged.delete(path);
      this.dirty.delete(path);
      this.changes++;
      if (isTimeUp() && this.dirty.size > 0) return false;
    }
    return true;
  }

  /** All judged todos, closed ones too, in no particular order. */
  *todos(): Generator<Todo> {
    for (const todos of this.judged.values()) yield* todos;
  }

  /** The same by note: another list where a note has been judged anew. */
  judgedNotes(): Iterable<readonly [path: string, todos: readonly Todo[]]> {
    return this.judged;
  }

  /** The todos of one note. */
  todosOf(path: string): readonly Todo[] {
    return this.judged.get(path) ?? NONE;
  }

  /**
   * A note as the board would have it if the note were a todo: the one that marks it, else the note as it is, with no tags. Metadata other than the vault's
   * are those of a note that is planned.
   */
  judgeNoteItself(path: string, metadata: NoteMetadata | null = this.vault.metadata(path)): Todo {
    const own = this.todosOf(path).find(({ kind, copy }) => kind === 'note' && copy === null);
    return own ?? noteItself(path, metadata, this, this.vault.resolve);
  }

  /**
   * What would be if these notes had these facts: the todos that would be judged anew, as they are and as they would be. The index is afterwards
   * as it was. Costs work for the notes given and those that depend on them, and a look at each note with todos.
   */
  whatIf(facts: ReadonlyMap<string, NoteFacts | null>): {
    readonly before: readonly Todo[];
    readonly after: readonly Todo[];
  } {
    this.settle();
    const { changes } = this;
    const judged = new Map(this.judged);
    const known = [...facts.keys()].map((path) => [path, this.facts.get(path) ?? null] as const);
    const changed = (): string[] =>
      [...new Set([...judged.keys(), ...this.judged.keys()])].filter(
        (path) => judged.get(path) !== this.judged.get(path),
      );
    for (const [path, after] of facts) this.put(path, after);
    this.settle();
    const touched = changed();
    const answer = {
      before: touched.flatMap((path) => judged.get(path) ?? []),
      after: touched.flatMap((path) => this.judged.get(path) ?? []),
    };
    for (const [path, before] of known) this.put(path, before);
    if (this.lifecycleIsStale) this.renewLifecycle();
    // All is as it was, and so is what was judged of it.
    for (const path of changed()) {
      const before = judged.get(path);
      if (before) this.judged.set(path, before);
      else this.judged.delete(path);
    }
    this.dirty.clear();
    this.changes = changes;
    return answer;
  }

  /** The notes other than its own that show the todo, by transclusion or by a published copy; by path. */
  shownIn(todo: Todo): readonly string[] {
    return this.shownNotes.of(todo);
  }

  /** How many published copies there are, as far as the index has read notes for their todos. */
  copyCounts(): CopyCounts {
    return countCopies(
      this.facts.values(),
      (path) => this.todosOf(path),
      (address) => this.copyHosts.isMissing(address),
    );
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

  private renewLifecycle(): void {
    this.lifecycleIsStale = false;
    this.changes++;
    const { vault, settings, pages, rolesFolder, current: before } = this;
    const exists = (path: string): boolean => vault.exists(path);
    const after = buildLifecycle({ settings, pages, resolve: vault.resolve, exists, rolesFolder });
    this.current = after;
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
    this.touchCopies(this.copyHosts.replace(path, before, after));
    if (after?.page) this.pages.set(path, after.page);
    else this.pages.delete(path);
    const pages = [before?.page ?? null, after?.page ?? null] as const;
    // Who counts responsibilities asks for more of a page than the lifecycle does.
    if (pages.some((page) => page !== null)) this.changes++;
    if (!isSamePage(...pages)) this.lifecycleIsStale = true;
    if ([before, after].some((facts) => facts !== null && facts.copies.length > 0)) this.forgetShown();
    this.touch(path);
  }

  private touchCopies(hosts: Iterable<string>): void {
    let some = false;
    for (const host of hosts) {
      this.touch(host);
      some = true;
    }
    if (some) this.forgetShown();
  }

  private touch(path: string): void {
    if (this.judging?.facts.path === path) this.judging = null;
    if ((this.facts.get(path)?.todos.length ?? 0) > 0 || this.judged.has(path)) this.dirty.add(path);
  }

  private forgetShown(): void {
    this.shownNotes.forget();
    this.changes++;
  }

  /** Judges a note's todos in steps: a note may have any number of them. */
  private *judge(facts: NoteFacts): Generator<void, readonly Todo[]> {
    const { path, copies, headingMarks } = facts;
    const { resolve } = this.vault;
    const judgeTodo = judgeNote(facts, { lifecycle: this.current, resolve });
    const judged: Todo[] = [];
    let ofNote: string | null = null;
    const copied = new Map<string | null, PhaseSetting | null>();
    const phaseCopied = (copy: PublishedCopy): PhaseSetting | null => {
      if (!copied.has(copy.page))
        copied.set(copy.page, phaseOfCopy(facts, copy, this.current, this.settings.garden.rewriteRules));
      return copied.get(copy.page) ?? null;
    };
    for (const [at, todo] of facts.todos.entries()) {
      if (at % TODOS_A_STEP === TODOS_A_STEP - 1) yield;
      const copy = todo.copy === null ? null : (copies[todo.copy] ?? null);
      if (copy && !this.copyHosts.counts(facts, todo, this.current.overview)) continue;
      const judgement = judgeTodo({
        offset: copy?.start ?? todo.offset,
        tagPhase: todo.tagPhase,
        copiedFrom: copy ? phaseCopied(copy) : null,
      });
      const owner = ownerOf(todo, facts, this, resolve);
      const isOwned = todo.kind !== 'section' || owner !== null || copy !== null;
      const noteOwner = isOwned ? null : (ofNote ??= ownerOfProperty(facts.ownerValues, path, this, resolve));
      // A copy of a whole note carries that note's name, not its host's.
      const address = todo.kind === 'note' ? copyAddress(facts, todo.copy) : null;
      const title =
        address === null
          ? todo.title
          : pageNameAt(
              address,
              headingMarks.flatMap(({ link }) => (link === null ? [] : splitLink(link).path)),
            );
      judged.push(new Todo(todo, judgement, { path, title, owner, noteOwner, fromCopy: copy !== null }));
    }
    // Without the room that a list has which has grown: most notes have few.
    return judged.slice();
  }
}

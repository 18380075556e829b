import { refuseNote } from '../edit/refuse-note';
import type { OperationsIndex } from '../index/operations-index';
import { isPublishedAt, normalizeAddress } from '../note/garden-slug';
import { isPublished } from '../note/is-published';
import type { NoteMetadata } from '../note/note-metadata';
import { isClosed } from '../todo/todo';
import type { CopyState } from './assess-copy';
import type { CheckPort } from './check-port';
import type { CopyDesk } from './copy-desk';
import type { Court } from './court';
import { EmbedGraph } from './embed-graph';
import { findPlace } from './find-place';
import type { Finding } from './finding';
import { isCommented } from './is-commented';
import { mayHoldCopies } from './note-case';
import type { NoteCases } from './note-cases';
import type { NoteNames } from './note-names';
import { mayGlue } from './rules/garden-block-id';
import { RULES } from './rules/rules';

export interface Bench {
  readonly port: CheckPort;
  readonly index: OperationsIndex;
  readonly cases: NoteCases;
  readonly names: NoteNames;
  readonly copies: CopyDesk;
}

const NONE: readonly never[] = [];

/** Judges notes by all rules, as the facts of the vault are now: for one sitting, since what is worked out is kept. */
export class NoteJudge {
  private readonly graph: EmbedGraph;
  /** What the overview shows, and the addresses of its frozen copies. */
  private shown: ReadonlySet<string> = new Set();
  private copied: readonly string[] = NONE;

  constructor(private readonly bench: Bench) {
    const { cases } = bench;
    this.graph = new EmbedGraph({ embedsOf: (path) => cases.get(path)?.embeds ?? NONE, metadata: (path) => cases.get(path)?.metadata ?? null });
  }

  /** Looks at the overview first: what is said of phase pages depends on it. Answers with the notes that it shows. */
  async readOverview(): Promise<ReadonlySet<string>> {
    const { port, index, cases } = this.bench;
    const { overview } = index.lifecycle;
    const one = overview === null ? null : cases.get(overview);
    if (!one) return this.shown;
    const source = mayHoldCopies(one.metadata) ? await port.read(one.path) : null;
    this.copied = (source?.copies ?? NONE).flatMap(({ page }) => (page === null ? [] : normalizeAddress(page)));
    this.shown = cases.shownBy(one.path);
    return this.shown;
  }

  /** What is wrong in the note; nothing in one that is ignored. */
  async judge(path: string): Promise<readonly Finding[]> {
    const { port, cases, copies } = this.bench;
    const one = port.isIgnored(path) ? null : cases.get(path);
    if (!one) {
      copies.forget(path);
      return NONE;
    }
    const plain = this.court(NONE);
    const needsText = mayHoldCopies(one.metadata) || (one.isPublished && plain.todosOf(path).some((todo) => !isClosed(todo))) || mayGlue(one, plain);
    const source = needsText ? await port.read(path) : null;
    const states = source && source.copies.length > 0 ? await copies.assess(source) : NONE;
    if (states.length === 0) copies.forget(path);
    const note = { ...one, source };
    const court = states.length === 0 ? plain : this.court(states);
    const found = RULES.flatMap((rule) => [...rule.judge(note, court)].map((place): Finding => ({ rule: rule.id, severity: rule.severity, path, ...place })));
    if (found.length === 0) return NONE;
    const text = source ?? (await port.read(path));
    if (!text) return found;
    // Obsidian's metadata do not tell what stands in a comment inside a paragraph.
    const seen = found.filter(({ at }) => !isCommented(text, at.offset));
    return refuseNote(text) === null ? seen : seen.map((finding) => ({ ...finding, fix: null }));
  }

  /** The notes in circles of transclusions with the note, so far as they have been met. */
  inCircleWith(path: string): Iterable<string> {
    return this.graph.notesInCircleWith(path);
  }

  private court(states: readonly CopyState[]): Court {
    const { port, index, cases, names } = this.bench;
    const metadata = (path: string): NoteMetadata | null => cases.get(path)?.metadata ?? null;
    return {
      settings: index.settings,
      lifecycle: index.lifecycle,
      names,
      resolve: port.vault.resolve,
      metadata,
      isPublished: (path) => cases.get(path)?.isPublished ?? isPublished(port.vault.metadata(path)),
      placeOf({ target, toNote, subpath }) {
        const known = target !== null && toNote ? metadata(target) : null;
        return target === null || !known ? null : findPlace(target, known, subpath);
      },
      chainOf: (note, embed) => this.graph.chainOf(note.path, embed),
      embeddersOf: (path) => cases.embeddersOf(path),
      todosOf: (path) => index.todosOf(path),
      isShownInOverview: (page) => this.shown.has(page) || this.isCopied(page, metadata(page)),
      copiesOf: () => states,
    };
  }

  private isCopied(page: string, metadata: NoteMetadata | null): boolean {
    const given = [metadata?.frontmatter?.permalink, metadata?.frontmatter?.['dg-permalink']].flatMap((one) => (typeof one === 'string' ? normalizeAddress(one) : []));
    return this.copied.some((address) => given.includes(address) || isPublishedAt(page, address));
  }
}

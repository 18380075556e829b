import { refuseNote } from '../edit/refuse-note';
import type { OperationsIndex } from '../index/operations-index';
import { isPublishedAt, normalizeAddress } from '../note/garden-slug';
import { isPublished } from '../note/is-published';
import type { Loc, NoteMetadata } from '../note/note-metadata';
import { isClosed } from '../todo/todo';
import type { CheckPort } from './check-port';
import type { CopyDesk, DecidedCopies } from './copy-desk';
import type { Court, Rule } from './court';
import { EmbedGraph } from './embed-graph';
import { findPlace } from './find-place';
import type { Finding, Fix, Found, Severity } from './finding';
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

/** What a rule says of a place, with the rule and the note. What it says may be worked out when it is read. */
class JudgedFinding implements Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Loc;
  readonly link: string;

  constructor(
    private readonly by: Rule,
    readonly path: string,
    private readonly found: Found,
    readonly fix: Fix | null,
  ) {
    this.rule = by.id;
    this.severity = by.severity;
    this.at = found.at;
    this.link = found.link;
  }

  get message(): string {
    return this.found.message;
  }

  withoutFix(): JudgedFinding {
    return new JudgedFinding(this.by, this.path, this.found, null);
  }
}

/** Judges notes by all rules, as the facts of the vault are now: for one sitting, since what is worked out is kept. */
export class NoteJudge {
  private readonly graph: EmbedGraph;
  /** What the overview shows, and the addresses of its frozen copies. */
  private shown: ReadonlySet<string> = new Set();
  private copied: readonly string[] = NONE;
  private decided: ReadonlyMap<string, DecidedCopies> = new Map();

  constructor(private readonly bench: Bench) {
    const { cases } = bench;
    this.graph = new EmbedGraph({ embedsOf: (path) => cases.get(path)?.embeds ?? NONE, metadata: (path) => cases.get(path)?.metadata ?? null });
  }

  /**
   * Looks at what is needed before the first of these notes is judged: their frozen copies, and the overview, on which phase pages depend. Answers
   * with the notes that the overview shows.
   */
  async prepare(paths: Iterable<string>): Promise<ReadonlySet<string>> {
    const { port, index, cases, copies } = this.bench;
    const { overview } = index.lifecycle;
    const hosts = [...paths].filter((path) => this.mayHoldCopies(path) && !port.isIgnored(path));
    this.decided = await copies.survey(hosts);
    if (overview === null) return this.shown;
    const source = this.decided.get(overview)?.note.source ?? (this.mayHoldCopies(overview) ? await port.read(overview) : null);
    this.copied = (source?.copies ?? NONE).flatMap(({ page }) => (page === null ? [] : normalizeAddress(page)));
    this.shown = cases.shownBy(overview);
    return this.shown;
  }

  private mayHoldCopies(path: string): boolean {
    const one = this.bench.cases.get(path);
    return one !== null && mayHoldCopies(one.metadata);
  }

  /** What is wrong in the note; nothing in one that is ignored. */
  async judge(path: string): Promise<readonly Finding[]> {
    const { port, cases, copies } = this.bench;
    const one = port.isIgnored(path) ? null : cases.get(path);
    const decided = this.decided.get(path) ?? null;
    if (!decided) copies.forget(path);
    if (!one) return NONE;
    const court = this.court(decided);
    const needsText = mayHoldCopies(one.metadata) || (one.isPublished && court.todosOf(path).some((todo) => !isClosed(todo))) || mayGlue(one, court);
    const source = decided?.note.source ?? (needsText ? await port.read(path) : null);
    const note = { ...one, source };
    const found = RULES.flatMap((rule) => [...rule.judge(note, court)].map((place) => new JudgedFinding(rule, path, place, place.fix)));
    if (found.length === 0) return NONE;
    const text = source ?? (await port.read(path));
    if (!text) return found;
    // Obsidian's metadata do not tell what stands in a comment inside a paragraph.
    const seen = found.filter(({ at }) => !isCommented(text, at.offset));
    return refuseNote(text) === null ? seen : seen.map((finding) => finding.withoutFix());
  }

  /** The notes in circles of transclusions with the note, so far as they have been met. */
  inCircleWith(path: string): Iterable<string> {
    return this.graph.notesInCircleWith(path);
  }

  private court(copies: DecidedCopies | null): Court {
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
      copies,
    };
  }

  private isCopied(page: string, metadata: NoteMetadata | null): boolean {
    const given = [metadata?.frontmatter?.permalink, metadata?.frontmatter?.['dg-permalink']].flatMap((one) => (typeof one === 'string' ? normalizeAddress(one) : []));
    return this.copied.some((address) => given.includes(address) || isPublishedAt(page, address));
  }
}

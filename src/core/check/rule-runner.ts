import type { BoardBuilder } from '../board/build-board';
import { todosInSource } from '../edit/locate-todo';
import { refuseNote } from '../edit/refuse-note';
import type { OperationsIndex } from '../index/operations-index';
import { lastStartingBy, startOf } from '../note/by-position';
import { siteAddresses, isPublishedAt, normalizeAddress } from '../note/garden-slug';
import { isCommented } from '../note/comment-place';
import { isPublished } from '../note/is-published';
import type { Loc, NoteMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { mayHavePropertiesProblem } from '../frontmatter/properties-problem';
import type { CheckPort } from './check-port';
import type { CopyTracker, DecidedCopies } from './facts/copy-tracker';
import type { RuleContext, Rule } from './facts/rule-context';
import { EmbedGraph } from './facts/embed-graph';
import { findTarget } from './facts/find-target';
import type { Finding, Fix, Found, Severity } from './facts/finding';
import type { CheckedNote } from './facts/checked-note';
import type { CheckedNotes } from './checked-notes';
import type { NoteNames } from './facts/note-names';
import { mayGlue } from './rules/garden-block-id';
import { RULES, ruleNamed } from './rules/rules';

export interface RunnerSetup {
  readonly port: CheckPort;
  readonly index: OperationsIndex;
  readonly checked: CheckedNotes;
  /** Made when somebody asks: most transclusions are written with their full path. */
  readonly names: () => NoteNames;
  readonly copies: CopyTracker;
  readonly builder: BoardBuilder;
  /** Published notes with snapshots of the board, which any change in the vault may make stale; the runner keeps them. */
  readonly snapshotHosts: Set<string>;
}

const NONE: readonly never[] = [];

/** What a rule says of a place, with the rule and the note. What it says may be worked out when it is read. */
class RuleFinding implements Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Loc;
  readonly link: string;

  constructor(
    by: Rule,
    readonly path: string,
    private readonly found: Found,
    private readonly isOurs: boolean,
  ) {
    this.rule = by.id;
    this.severity = by.severity;
    this.at = found.at;
    this.link = found.link;
  }

  get fix(): Fix | null {
    return this.isOurs ? this.found.fix : null;
  }

  get message(): string {
    return this.found.message;
  }
}

/** Judges notes by all rules, as the facts of the vault are now: for one sitting, since what is worked out is kept. */
export class RuleRunner {
  private readonly graph: EmbedGraph;
  /** What the overview shows, and the addresses of its published copies. */
  private shown: ReadonlySet<string> = new Set();
  private copied: readonly string[] = NONE;
  private decided: ReadonlyMap<string, DecidedCopies> = new Map();
  private readonly context: RuleContext;

  constructor(private readonly setup: RunnerSetup) {
    const { checked } = setup;
    this.graph = new EmbedGraph({
      embedsOf: (path) => checked.get(path)?.embeds ?? NONE,
      metadata: (path) => checked.get(path)?.metadata ?? null,
    });
    this.context = this.contextFor(null);
  }

  /**
   * Looks at what is needed before the first of these notes is judged: their published copies, and the overview, on which phase pages depend. Answers
   * with the notes that the overview shows.
   */
  async prepare(paths: Iterable<string>): Promise<ReadonlySet<string>> {
    const { port, index, checked, copies } = this.setup;
    const { overview } = index.lifecycle;
    const hosts = [...paths].filter((path) => this.mayHoldCopies(path) && !port.isIgnored(path));
    this.decided = await copies.survey(hosts);
    if (overview === null) return this.shown;
    const source =
      this.decided.get(overview)?.note.source ?? (this.mayHoldCopies(overview) ? await port.read(overview) : null);
    this.copied = (source?.copies ?? NONE).flatMap(({ page }) => (page === null ? [] : normalizeAddress(page)));
    this.shown = checked.shownBy(overview);
    return this.shown;
  }

  private mayHoldCopies(path: string): boolean {
    return this.setup.checked.get(path)?.mayHoldCopies === true;
  }

  /** What is wrong in the note; nothing in one that is ignored. Answers at once when no text has to be read, as for most notes of a vault. */
  judge(path: string): readonly Finding[] | Promise<readonly Finding[]> {
    const { port, checked, copies } = this.setup;
    const decided = this.decided.get(path) ?? null;
    if (!decided) copies.forget(path);
    const one = checked.get(path);
    if (!one) return NONE;
    if (decided) return this.judgeText(one, decided.note.source, this.contextFor(decided));
    const needsText =
      one.mayHoldCopies || mayHavePropertiesProblem(one.metadata) || one.isPublished || mayGlue(one, this.context);
    if (needsText)
      return port.isIgnored(path) ? NONE : port.read(path).then((source) => this.judgeText(one, source, this.context));
    return this.judgeText(one, null, this.context);
  }

  private judgeText(
    one: CheckedNote,
    source: NoteSource | null,
    context: RuleContext,
  ): readonly Finding[] | Promise<readonly Finding[]> {
    const note = source ? { ...one, source } : one;
    if (one.isPublished && source && source.snapshots.regions.length > 0) this.setup.snapshotHosts.add(one.path);
    else this.setup.snapshotHosts.delete(one.path);
    let found: RuleFinding[] | null = null;
    for (const rule of RULES) {
      if (!concerns(rule, note, context)) continue;
      for (const place of rule.judge(note, context))
        (found ??= []).push(new RuleFinding(rule, one.path, place, refuseNote(note) === null));
    }
    if (found === null || this.setup.port.isIgnored(one.path)) return NONE;
    const unsure = found.filter(
      ({ at, rule }) => ruleNamed(rule)?.inComments !== true && !standsAlone(note, at.offset),
    );
    return unsure.length === 0 ? found : this.withoutCommented(note, found, unsure);
  }

  /** Obsidian's metadata do not tell what stands in a comment inside a paragraph: where something stands beside it the text is asked. */
  private async withoutCommented(
    note: CheckedNote,
    found: readonly Finding[],
    unsure: readonly Finding[],
  ): Promise<readonly Finding[]> {
    const text = note.source ?? (await this.setup.port.read(note.path));
    return text ? found.filter((finding) => !unsure.includes(finding) || !isCommented(text, finding.at.offset)) : found;
  }

  /** The notes in circles of transclusions with the note, so far as they have been met. */
  inCircleWith(path: string): Iterable<string> {
    return this.graph.notesInCircleWith(path);
  }

  private contextFor(copies: DecidedCopies | null): RuleContext {
    const { port, index, checked, names, builder } = this.setup;
    const metadata = (path: string): NoteMetadata | null => checked.get(path)?.metadata ?? null;
    return {
      board: { index, vault: port.vault, today: port.today(), builder },
      settings: index.settings,
      lifecycle: index.lifecycle,
      get names() {
        return names();
      },
      resolve: port.vault.resolve,
      metadata,
      isPublished: (path) => checked.get(path)?.isPublished ?? isPublished(port.vault.metadata(path)),
      placeOf({ target, toNote, subpath }) {
        const known = target !== null && toNote ? metadata(target) : null;
        return target === null || !known ? null : findTarget(target, known, subpath);
      },
      chainOf: (note, embed) => this.graph.chainOf(note.path, embed),
      embeddersOf: (path) => checked.embeddersOf(path),
      todosOf: (path) => index.todosOf(path),
      marksIn: (source) => todosInSource({ index }, source),
      isShownInOverview: (page) => this.shown.has(page) || this.isCopied(page, metadata(page)),
      copies,
    };
  }

  private isCopied(page: string, metadata: NoteMetadata | null): boolean {
    const given = metadata ? siteAddresses(metadata) : [];
    return this.copied.some(
      (address) =>
        given.includes(address) || isPublishedAt(page, address, this.setup.index.settings.garden.rewriteRules),
    );
  }
}

/** Whether the note holds what the rule looks at. */
function concerns({ looksAt }: Rule, note: CheckedNote, { copies, lifecycle }: RuleContext): boolean {
  switch (looksAt) {
    case 'embeds':
      return note.embeds.length > 0;
    case 'links':
      return note.links.length > 0;
    case 'headings':
      return note.metadata.headings !== undefined;
    case 'copies':
      return copies !== null;
    case 'pages':
      return lifecycle.phaseByPage.has(note.path) || lifecycle.overview === note.path;
    case 'properties':
      return note.metadata.sections?.[0]?.type === 'yaml' || note.metadata.frontmatter !== undefined;
    case 'text':
      return note.source !== null;
  }
}

/** Whether a heading begins at the offset, or an embed that is all of its block. */
function standsAlone({ metadata: { sections = NONE }, embeds }: CheckedNote, offset: number): boolean {
  const section = sections[lastStartingBy(sections, offset, startOf)];
  if (section?.position.start.offset !== offset) return false;
  return (
    section.type === 'heading' ||
    embeds.some(
      ({ link: { position } }) =>
        position.start.offset === offset && position.end.offset === section.position.end.offset,
    )
  );
}

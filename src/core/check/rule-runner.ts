import type { BoardBuilder } from '../board/build-board';
import { refuseNote } from '../edit/refuse-note';
import type { OperationsIndex } from '../index/operations-index';
import { lastStartingBy, startOf } from '../note/by-position';
import { EmbedGraph } from '../link/embed-graph';
import { placeOf } from '../link/find-target';
import { isTakenBySite, type OutgoingLink } from '../link/outgoing-link';
import { siteAddresses, isPublishedAt, normalizeAddress } from '../note/garden-slug';
import { isCommented } from '../note/comment-place';
import { isPublished } from '../note/is-published';
import type { Loc, NoteMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { mayHavePropertiesProblem } from '../frontmatter/properties-problem';
import type { CheckPort } from './check-port';
import type { DecidedCopies } from './facts/copy-tracker';
import { leadsToNote, type Rule, type RuleContext, type TextNote } from './facts/rule-context';
import type { Finding, Fix, Found, Problem, Severity } from './facts/finding';
import type { CheckedNote } from './facts/checked-note';
import type { CheckedNotes } from './checked-notes';
import { embedsOfSiteAlone } from './rules/garden-code';
import { ruleNamed, rulesOn } from './rules/rules';

const NONE: readonly never[] = [];

/** A problem in its place, with the rule and the note. What it says may be worked out when it is read. */
class RuleFinding implements Finding {
  constructor(
    readonly rule: string,
    readonly severity: Severity,
    readonly path: string,
    readonly at: Loc,
    readonly link: string,
    private readonly problem: Problem,
    private readonly isOurs: boolean,
  ) {}

  get fix(): Fix | null {
    return this.isOurs ? (this.problem.fix ?? null) : null;
  }

  get message(): string {
    return this.problem.message;
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
  private readonly index: OperationsIndex;

  /**
   * @param dependOnAll Published notes to which any change in the vault may matter: those with snapshots of the board, and those with transclusions that
   * only the site carries out, which no graph of links knows. The runner keeps them.
   */
  constructor(
    private readonly port: CheckPort,
    private readonly checked: CheckedNotes,
    private readonly builder: BoardBuilder,
    private readonly dependOnAll: Set<string>,
  ) {
    this.index = port.index();
    this.context = this.openContext();
    this.graph = new EmbedGraph((path) => checked.get(path)?.embeds ?? NONE, this.context.metadata);
  }

  /**
   * Looks at what is needed before the first of these notes is judged: their published copies, and the overview, on which phase pages depend. Answers
   * with the notes that the overview shows.
   */
  async prepare(paths: Iterable<string>): Promise<ReadonlySet<string>> {
    const { port, index, checked } = this;
    const { overview } = index.lifecycle;
    const hosts = [...paths].filter((path) => this.mayHoldCopies(path) && !port.isIgnored(path));
    this.decided = await checked.copies.survey(hosts);
    if (overview === null) return this.shown;
    const source =
      this.decided.get(overview)?.note.source ?? (this.mayHoldCopies(overview) ? await port.read(overview) : null);
    this.copied = (source?.copies ?? NONE).flatMap(({ page }) => (page === null ? [] : normalizeAddress(page)));
    this.shown = checked.shownBy(overview);
    return this.shown;
  }

  private mayHoldCopies(path: string): boolean {
    return this.checked.get(path)?.mayHoldCopies === true;
  }

  /** What is wrong in the note; nothing in one that is ignored. Answers at once when no text has to be read, as for most notes of a vault. */
  judge(path: string): readonly Finding[] | Promise<readonly Finding[]> {
    const { port, checked } = this;
    const decided = this.decided.get(path) ?? null;
    if (!decided) checked.copies.forget(path);
    const one = checked.get(path);
    if (!one) return NONE;
    if (decided) return this.judgeText(one, decided.note.source, decided);
    const needsText =
      one.isPublished || one.mayHoldCopies || mayHavePropertiesProblem(one.metadata) || checked.mayBeShownOnSite(path);
    if (needsText)
      return port.isIgnored(path) ? NONE : port.read(path).then((source) => this.judgeText(one, source, null));
    return this.judgeText(one, null, null);
  }

  private judgeText(
    one: CheckedNote,
    source: NoteSource | null,
    copies: DecidedCopies | null,
  ): readonly Finding[] | Promise<readonly Finding[]> {
    const note = source ? { ...one, source } : one;
    if (one.isPublished && hasText(note) && dependsOnAll(note)) this.dependOnAll.add(one.path);
    else this.dependOnAll.delete(one.path);
    const placed = placedProblems(note, copies, this.context);
    if (placed.length === 0 || this.port.isIgnored(one.path)) return NONE;
    const isOurs = refuseNote(note) === null;
    const found = placed.map(
      ({ by, at, link, problem }) => new RuleFinding(by.id, by.severity, note.path, at, link, problem, isOurs),
    );
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
    const text = note.source ?? (await this.port.read(note.path));
    return text ? found.filter((finding) => !unsure.includes(finding) || !isCommented(text, finding.at.offset)) : found;
  }

  /** The notes in circles of transclusions with the note, so far as they have been met. */
  inCircleWith(path: string): Iterable<string> {
    return this.graph.notesInCircleWith(path);
  }

  private openContext(): RuleContext {
    const { port, index, checked, builder } = this;
    const metadata = (path: string): NoteMetadata | null => checked.get(path)?.metadata ?? null;
    return {
      board: { index, vault: port.vault, today: port.today(), builder },
      index,
      lifecycle: index.lifecycle,
      get names() {
        return checked.names;
      },
      resolve: port.vault.resolve,
      metadata,
      isPublished: (path) => checked.get(path)?.isPublished ?? isPublished(port.vault.metadata(path)),
      placeOf: (link) => placeOf(link, metadata),
      chainOf: (note, embed) => this.graph.chainOf(note.path, embed),
      embeddersOf: (path) => checked.embeddersOf(path),
      isShownInOverview: (page) => this.shown.has(page) || this.isCopied(page, metadata(page)),
    };
  }

  private isCopied(page: string, metadata: NoteMetadata | null): boolean {
    const given = metadata ? siteAddresses(metadata) : [];
    return this.copied.some(
      (address) => given.includes(address) || isPublishedAt(page, address, this.index.settings.garden.rewriteRules),
    );
  }
}

/** What a rule finds, with its place. */
interface PlacedProblem extends Pick<Finding, 'at' | 'link'> {
  readonly by: Rule;
  readonly problem: Problem;
}

/** What the rules find in the note. Of most notes few rules are asked: those that look at what it holds. */
function placedProblems(note: CheckedNote, copies: DecidedCopies | null, context: RuleContext): PlacedProblem[] {
  const { path, metadata, isPublished, embeds, links } = note;
  const { lifecycle } = context;
  const all: PlacedProblem[] = [];
  if (embeds.length > 0) {
    const toNotes = embeds.filter(leadsToNote);
    atLinks(all, rulesOn('embeds'), toNotes, ({ judge }, embed) => judge(embed, context, note));
    atLinks(all, rulesOn('deadEmbeds'), embeds.filter(isDead), ({ judge }, embed) => judge(embed, context));
    if (isPublished)
      atLinks(all, rulesOn('embedsOnSite'), toNotes.filter(isTakenBySite), ({ judge }, embed) =>
        judge(embed, context, note),
      );
  }
  if (links.length > 0) atLinks(all, rulesOn('links'), links, ({ judge }, link) => judge(link, context));
  if (copies) inPlaces(all, rulesOn('copies'), ({ judge }) => judge(copies));
  if (hasText(note)) {
    inPlaces(all, rulesOn('text'), ({ judge }) => judge(note, context));
    if (isPublished) inPlaces(all, rulesOn('publishedText'), ({ judge }) => judge(note, context));
  }
  if (metadata.headings) inPlaces(all, rulesOn('headings'), ({ judge }) => judge(note, context));
  if (metadata.frontmatter || metadata.sections?.[0]?.type === 'yaml')
    inPlaces(all, rulesOn('properties'), ({ judge }) => judge(note, context));
  if (isPublished) inPlaces(all, rulesOn('published'), ({ judge }) => judge(note, context));
  if (lifecycle.phaseByPage.has(path) || lifecycle.overview === path)
    inPlaces(all, rulesOn('pages'), ({ judge }) => judge(note, context));
  return all;
}

function atLinks<R extends Rule, L extends OutgoingLink>(
  all: PlacedProblem[],
  rules: readonly R[],
  links: readonly L[],
  judge: (rule: R, link: L) => Problem | null,
): void {
  for (const by of rules)
    for (const one of links) {
      const problem = judge(by, one);
      if (problem) all.push({ by, at: one.link.position.start, link: one.link.link, problem });
    }
}

function inPlaces<R extends Rule>(
  all: PlacedProblem[],
  rules: readonly R[],
  judge: (rule: R) => Iterable<Found>,
): void {
  for (const by of rules)
    for (const problem of judge(by)) all.push({ by, at: problem.at, link: problem.link ?? '', problem });
}

const isDead = ({ target, toNote }: OutgoingLink): boolean => target === null && toNote;
const hasText = (note: CheckedNote): note is TextNote => note.source !== null;
const dependsOnAll = (note: TextNote): boolean =>
  note.source.snapshots.regions.length > 0 || embedsOfSiteAlone(note).length > 0;

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

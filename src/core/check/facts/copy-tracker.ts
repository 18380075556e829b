import { normalizeAddress } from '../../note/garden-slug';
import { splitLink } from '../../note/link-text';
import { decideCopies, type Choices, type CopyDecision } from '../../published-copies/decide-copies';
import {
  surveyCopies,
  type SurveyedCopies,
  type SurveyedNote,
  type SurveyVault,
} from '../../published-copies/survey-copies';

/** What is known of one note's published copies. */
export interface DecidedCopies {
  readonly note: SurveyedNote;
  /** What would become of them when this note's were turned back, stale ones kept. */
  readonly decisions: readonly CopyDecision[];
  readonly survey: SurveyedCopies;
}

/** Nothing is created, and what differs stays. */
export const CAREFUL: Choices = { stale: () => 'keep', made: new Map() };

/** Surveys the published copies of notes, and knows which of these notes a change can matter to. */
export class CopyTracker {
  /** By host: the notes that its copies were made of, and those that these embed. */
  private readonly sources = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly vault: SurveyVault,
    private readonly rules: readonly string[],
  ) {}

  /** The hosts of copies that a change of the note can matter to. */
  *hostsOf(path: string): Generator<string> {
    for (const [host, sources] of this.sources) if (sources.has(path)) yield host;
  }

  /** All hosts of copies: a page may be at another address now. */
  hosts(): Iterable<string> {
    return this.sources.keys();
  }

  isHost(path: string): boolean {
    return this.sources.has(path);
  }

  forget(host: string): void {
    this.sources.delete(host);
  }

  /** Looks at the copies of some notes; a note without any has no entry. */
  async survey(paths: readonly string[]): Promise<ReadonlyMap<string, DecidedCopies>> {
    if (paths.length === 0) return new Map();
    const survey = await surveyCopies(this.vault, paths, this.rules);
    const decided = new Map<string, DecidedCopies>();
    for (const path of paths) {
      this.sources.delete(path);
      const note = survey.notes.get(path);
      if (!note) continue;
      this.sources.set(path, this.sourcesOf(note, survey));
      // Each note for itself: what is said of it must not depend on which others are looked at with it.
      const alone = { ...survey, notes: new Map([[path, note]]) };
      decided.set(path, { note, survey: alone, decisions: decideCopies(alone, CAREFUL) });
    }
    return decided;
  }

  private sourcesOf({ source }: SurveyedNote, { pages, lookalikes }: SurveyedCopies): Set<string> {
    const pagesOf = source.copies.flatMap(({ page }) =>
      page === null ? [] : (pages.get(normalizeAddress(page)) ?? []),
    );
    const shown = pagesOf.flatMap((path) =>
      (this.vault.metadata(path)?.embeds ?? []).flatMap(
        ({ link }) => this.vault.resolve(splitLink(link).path, path) ?? [],
      ),
    );
    const alike = source.copies.flatMap(({ page }) => lookalikes.get(normalizeAddress(page ?? '')) ?? []);
    return new Set([...pagesOf, ...shown, ...alike]);
  }
}

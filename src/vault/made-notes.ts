import { parseNote } from '../core/markdown/parse-note';
import type { App, TFile } from 'obsidian';
import { applyEdits } from '../core/edit/apply-edits';
import type { EditPlan, NoteMove } from '../core/edit/edit-plan';
import { EditShifts } from '../core/text/edit-shifts';
import type { NoteEdit, Span } from '../core/text/text-edit';
import { changeLink } from '../core/link/change-link';
import { linksOf, rewriteLink, type NoteLink } from '../core/link/note-links';
import { saveEditors } from './open-editors';

const linksIn = (path: string, text: string): readonly NoteLink[] => linksOf(parseNote(path, text));

/** An inverse as it leads back from a text in which only links are written otherwise; from any other, as it was. */
function leadingBack(change: NoteEdit, now: string): NoteEdit {
  const { path, before, edits } = change;
  const [was, is] = [linksIn(path, before), linksIn(path, now)];
  const rewritten = was.flatMap(({ start, end }, at) => {
    const insert = now.slice(is[at]?.start, is[at]?.end);
    return insert === before.slice(start, end) ? [] : [{ start, end, insert, guards: [] }];
  });
  const isApart = rewritten.every(({ start }, at) => start >= (rewritten[at - 1]?.end ?? 0));
  if (was.length !== is.length || !isApart || applyEdits(before, rewritten) !== now) return change;
  const shifts = new EditShifts(rewritten);
  const shift = ({ start, end }: Span): Span => ({ start: start + shifts.at(start), end: end + shifts.at(end) });
  return {
    path,
    before: now,
    edits: edits.map((edit) => ({
      ...edit,
      ...shift(edit),
      guards: edit.guards.filter((guard) => !shifts.writesIn(guard)).map(shift),
    })),
  };
}

/** The notes that a plan made, and the links that it wrote to them: a template can rename or move its own note, and its links and its undo go with it. */
export class MadeNotes {
  readonly files: readonly TFile[];
  private readonly paths: ReadonlyMap<TFile, string>;
  /** By note, for each of its links in their order, the new note to which the plan wrote it. */
  private readonly written = new Map<string, readonly (TFile | null)[]>();

  constructor(
    private readonly app: App,
    private readonly inverse: EditPlan,
  ) {
    this.files = inverse.removes.flatMap(({ path }) => app.vault.getFileByPath(path) ?? []);
    this.paths = new Map(this.files.map((file) => [file, file.path]));
    for (const change of this.files.length === 0 ? [] : inverse.changes)
      this.written.set(
        change.path,
        linksIn(change.path, change.before).map((link) => {
          const isWritten = change.edits.some(({ start, end }) => start <= link.start && link.end <= end);
          const file = isWritten ? app.metadataCache.getFirstLinkpathDest(link.path, change.path) : null;
          return file && this.paths.has(file) ? file : null;
        }),
      );
  }

  /** Those that stand elsewhere now. */
  get moved(): NoteMove[] {
    return this.files.flatMap((file) =>
      this.paths.get(file) === file.path ? [] : [{ from: this.paths.get(file) ?? '', to: file.path }],
    );
  }

  /** Lets the links follow the notes that were moved, and answers with the way back from where things are now. */
  async wayBack(): Promise<EditPlan> {
    const { inverse } = this;
    const removes = await Promise.all(
      this.files
        .filter((file) => this.app.vault.getFileByPath(file.path))
        .map(async (file) => ({ path: file.path, text: await this.read(file) })),
    );
    if (this.moved.length === 0) return { ...inverse, removes };
    const changes: NoteEdit[] = [];
    for (const change of inverse.changes) changes.push(await this.follow(change));
    return { ...inverse, removes, changes };
  }

  private async read(file: TFile): Promise<string> {
    await saveEditors(this.app, file.path);
    return this.app.vault.read(file);
  }

  private async follow(change: NoteEdit): Promise<NoteEdit> {
    const { path } = change;
    const file = this.app.vault.getFileByPath(path);
    if (!file) return change;
    const { metadataCache, vault } = this.app;
    const text = await this.read(file);
    const links = linksIn(path, text);
    const written = this.written.get(path) ?? [];
    // The app lets links follow too: all of them, or those of the first of two moves.
    const edits = (links.length === written.length ? links : []).flatMap((link, at) => {
      const made = written[at];
      if (!made || !link.written || metadataCache.getFirstLinkpathDest(link.path, path) === made) return [];
      const now = changeLink(link.written, {
        path: metadataCache.fileToLinktext(made, path, !link.path.endsWith('.md')),
      });
      return now === null ? [] : [rewriteLink({ text }, link, now)];
    });
    if (edits.length > 0) await vault.process(file, (now) => (now === text ? applyEdits(now, edits) : now));
    return leadingBack(change, await this.read(file));
  }
}

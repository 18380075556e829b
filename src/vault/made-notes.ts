import type { App, TFile } from 'obsidian';
import { applyEdits } from '../core/edit/apply-edits';
import type { EditPlan, NoteMove } from '../core/edit/edit-plan';
import type { NoteEdit, TextEdit } from '../core/text/text-edit';
import { unlikePart } from '../core/text/unlike-part';
import { changeLink } from '../core/link/change-link';
import { linksOf, rewriteLink, type NoteLink } from '../core/link/note-links';
import { readMarkdown } from '../core/markdown/read-markdown';
import { openNoteSource } from '../core/note/note-source';
import { saveEditors } from './open-editors';

/** A link that a plan wrote, to a note that it made. */
interface WrittenHere {
  readonly link: NoteLink;
  readonly file: TFile;
}

/** An inverse whose written places hold another text now, when that is the only difference: the edits as they lead back from there. */
function regrown(change: NoteEdit, now: string): NoteEdit {
  const { before, edits } = change;
  const { start: prefix, end: suffix } = unlikePart(before, now);
  const grown = edits.findIndex(({ start, end }) => start <= prefix && suffix <= end);
  if (grown < 0 || before === now) return change;
  const by = now.length - before.length;
  const moved = (edit: TextEdit, at: number): TextEdit => {
    const guards = edit.guards.flatMap(({ start, end }) =>
      end <= prefix ? [{ start, end }] : start >= suffix ? [{ start: start + by, end: end + by }] : [],
    );
    return { ...edit, start: edit.start + (at > grown ? by : 0), end: edit.end + (at >= grown ? by : 0), guards };
  };
  return { ...change, before: now, edits: edits.map(moved) };
}

/** The notes that a plan made, and the links that it wrote to them: a template can rename or move its own note, and its links and its undo go with it. */
export class MadeNotes {
  readonly files: readonly TFile[];
  private readonly paths: ReadonlyMap<TFile, string>;
  private readonly written = new Map<string, readonly WrittenHere[]>();

  constructor(
    private readonly app: App,
    private readonly inverse: EditPlan,
  ) {
    this.files = inverse.removes.flatMap(({ path }) => app.vault.getFileByPath(path) ?? []);
    this.paths = new Map(this.files.map((file) => [file, file.path]));
    for (const { path, before, edits } of this.files.length === 0 ? [] : inverse.changes) {
      const links = linksOf(openNoteSource(path, before, readMarkdown(before).metadata)).filter((link) =>
        edits.some(({ start, end }) => start <= link.start && link.end <= end),
      );
      this.written.set(
        path,
        links.flatMap((link) => {
          const file = app.metadataCache.getFirstLinkpathDest(link.path, path);
          return file && this.paths.has(file) ? [{ link, file }] : [];
        }),
      );
    }
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
    const { path, before } = change;
    const file = this.app.vault.getFileByPath(path);
    if (!file) return change;
    const source = { text: before } as Parameters<typeof rewriteLink>[0];
    const edits = (this.written.get(path) ?? []).flatMap(({ link, file: made }) => {
      if (!link.written || this.paths.get(made) === made.path) return [];
      const now = changeLink(link.written, {
        path: this.app.metadataCache.fileToLinktext(made, path, !link.path.endsWith('.md')),
      });
      return now === null ? [] : [rewriteLink(source, link, now)];
    });
    await saveEditors(this.app, path);
    // Where the app has let them follow already, nothing is left to do.
    if (edits.length > 0)
      await this.app.vault.process(file, (text) => (text === before ? applyEdits(text, edits) : text));
    return regrown(change, await this.read(file));
  }
}

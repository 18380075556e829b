import { MultiMap } from '../index/multi-map';
import { linkKey } from '../note/link-text';
import type { NoteCase } from './facts/note-case';

/** So many transclusions in one another matter to what is said of the outermost. */
const DEPTH_THAT_MATTERS = 6;

/** The facts of all notes, and which notes depend on which names. */
export class NoteCases {
  private readonly cases = new Map<string, NoteCase>();
  /** By link key: the notes whose judgement depends on what such links lead to. */
  private readonly byKey = new MultiMap<string>();

  get size(): number {
    return this.cases.size;
  }

  get(path: string): NoteCase | null {
    return this.cases.get(path) ?? null;
  }

  paths(): Iterable<string> {
    return this.cases.keys();
  }

  /** Takes a note's new facts in, or with null takes the note out. */
  put(path: string, after: NoteCase | null): void {
    const before = this.cases.get(path);
    if (before) {
      for (const { key } of before.embeds) this.byKey.delete(key, path);
      for (const { key } of before.links) this.byKey.delete(key, path);
    }
    if (after) {
      for (const { key } of after.embeds) this.byKey.add(key, path);
      for (const { key } of after.links) this.byKey.add(key, path);
      this.cases.set(path, after);
    } else {
      this.cases.delete(path);
    }
  }

  /** The notes with a link that a file of this path can matter to. */
  dependantsOf(path: string): Iterable<string> {
    return this.byKey.get(linkKey(path));
  }

  /** The notes that embed the note, itself left out, by path. */
  embeddersOf(path: string): NoteCase[] {
    const hosts: NoteCase[] = [];
    for (const host of this.byKey.get(linkKey(path))) {
      const one = host === path ? undefined : this.cases.get(host);
      if (one?.embeds.some(({ target }) => target === path)) hosts.push(one);
    }
    return hosts.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The notes that show one of these, through others too, as far as the depth of transclusions matters. */
  showing(paths: readonly string[]): Set<string> {
    const seen = new Set(paths);
    let level = paths;
    for (let depth = 0; depth < DEPTH_THAT_MATTERS && level.length > 0; depth++) {
      level = level
        .flatMap((path) => this.embeddersOf(path).map((host) => host.path))
        .filter((path) => !seen.has(path));
      for (const path of level) seen.add(path);
    }
    return seen;
  }

  /** The files that a note shows, through others too. */
  shownBy(path: string): Set<string> {
    const shown = new Set<string>();
    const pending = [path];
    for (const note of pending)
      for (const { target } of this.get(note)?.embeds ?? []) {
        if (target === null || shown.has(target)) continue;
        shown.add(target);
        pending.push(target);
      }
    return shown;
  }
}

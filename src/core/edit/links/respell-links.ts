import { splitLink } from '../../note/link-text';
import type { LinkMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { resolveSubpath } from '../../note/resolve-subpath';
import type { Span } from '../edit-plan';
import type { PlanningVault } from '../planning-vault';
import { spellPath, withPath } from './with-path';

/** Another text in the place of a span, in offsets of the source. */
export interface Replacement extends Span {
  readonly insert: string;
}

export interface Respelling {
  readonly source: NoteSource;
  /** Knows that note. */
  readonly vault: PlanningVault;
  /** The path of the note that it moves to. */
  readonly to: string;
  /** What moves: a link to a heading or block in here leads to that note. */
  readonly moved: Span;
  /** Whether the heading that it begins with moves too; a note's title may take its place. */
  readonly withHeading: boolean;
}

/**
 * The links and embeds of a text that moves to another note, as they must be written there to lead where they led: relative paths, links inside
 * their own note, and names that mean another note from another folder. Those that lead nowhere stay as they are.
 */
export function respellLinks({ source, vault, to, moved, withHeading }: Respelling): Replacement[] {
  const { links = [], embeds = [] } = source.metadata;
  const respell = (written: LinkMetadata): Replacement[] => {
    const { link, position } = written;
    const { path, subpath } = splitLink(link);
    const was = path === '' ? source.path : vault.resolve(path, source.path);
    if (was === null) return [];
    const place = was === source.path ? resolveSubpath(source.metadata, subpath) : null;
    const movesAlong = subpath !== '' && place !== null && (withHeading ? place.start >= moved.start : place.start > moved.start) && place.start < moved.end;
    const wanted = movesAlong ? to : was;
    const is = path === '' ? to : vault.resolve(path, to);
    if (is === wanted) return [];
    const spelled = spellPath(vault, wanted, to);
    // What shows its own path goes on showing it.
    const insert = spelled === null ? null : withPath(written.original, spelled, written.displayText ?? '');
    return insert === null ? [] : [{ start: position.start.offset, end: position.end.offset, insert }];
  };
  return [...links, ...embeds].filter(({ position }) => position.start.offset >= moved.start && position.end.offset <= moved.end).flatMap(respell);
}

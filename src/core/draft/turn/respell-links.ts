import type { PlanningVault } from '../../edit/planning-vault';
import { splitLink } from '../../note/link-text';
import { readLink } from '../../note/link/read-link';
import type { LinkMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { resolveSubpath } from '../../note/resolve-subpath';
import type { Span } from '../../edit/edit-plan';
import type { Replacement } from './cut-text';

/** The link's text with another path; subpath, alias and form stay. Null when the text is not written as links are. */
function withPath(original: string, path: string): string | null {
  const wikilink = /^(!?\[\[)[^#|\]\\]*([\s\S]*)$/.exec(original);
  if (wikilink) return `${wikilink[1] ?? ''}${path.replace(/\.md$/i, '')}${wikilink[2] ?? ''}`;
  const markdown = /^(!?\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\()<?([^#)\s>]*)(#[^)\s>]*)?>?(\s[^)]*)?\)$/.exec(original);
  if (!markdown) return null;
  const encoded = path.replace(/%/g, '%25').replace(/[\s\\]/g, encodeURIComponent).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${markdown[1] ?? ''}${encoded}${markdown[3] ?? ''}${markdown[4] ?? ''})`;
}

export interface Respelling {
  readonly source: NoteSource;
  /** Knows the new note. */
  readonly vault: PlanningVault;
  /** The new note's path. */
  readonly to: string;
  /** What moves with it: a link to a heading in here leads to the new note. */
  readonly moved: Span;
}

/**
 * The links and embeds of a text that moves to another note, as they must be written there to lead where they led: relative paths, links inside
 * their own note, and names that mean another note from another folder. Those that lead nowhere stay as they are.
 */
export function respellLinks({ source, vault, to, moved }: Respelling): Replacement[] {
  const { links = [], embeds = [] } = source.metadata;
  const respell = ({ link, original, position }: LinkMetadata): Replacement[] => {
    const { path, subpath } = splitLink(link);
    const was = path === '' ? source.path : vault.resolve(path, source.path);
    if (was === null) return [];
    const place = was === source.path ? resolveSubpath(source.metadata, subpath) : null;
    const movesAlong = subpath !== '' && place !== null && place.start > moved.start && place.start < moved.end;
    const wanted = movesAlong ? to : was;
    const is = path === '' ? to : vault.resolve(path, to);
    if (is === wanted) return [];
    const usual = splitLink(readLink(vault.generateLink(wanted, to, '', '') ?? '') ?? '').path;
    const spelled = [usual, wanted].find((one) => one !== '' && vault.resolve(one.replace(/\.md$/i, ''), to) === wanted);
    const insert = spelled === undefined ? null : withPath(original, /\.md$/i.test(spelled) ? spelled : `${spelled}.md`);
    return insert === null ? [] : [{ start: position.start.offset, end: position.end.offset, insert }];
  };
  return [...links, ...embeds].filter(({ position }) => position.start.offset >= moved.start && position.end.offset <= moved.end).flatMap(respell);
}

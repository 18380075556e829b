import { splitLink } from '../../note/link-text';
import { readLink } from '../../note/link/read-link';
import type { LinkMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { resolveSubpath } from '../../note/resolve-subpath';
import type { Span } from '../edit-plan';
import type { PlanningVault } from '../planning-vault';

/** Another text in the place of a span, in offsets of the source. */
export interface Replacement extends Span {
  readonly insert: string;
}

/** The link's text with another path; subpath, form and what is shown stay. Null when the text is not written as links are. */
function withPath({ original, displayText = '' }: LinkMetadata, path: string): string | null {
  const wikilink = /^(!?\[\[)[^#|\]\\]*([\s\S]*?)\]\]$/.exec(original);
  if (wikilink) {
    const [, open = '', rest = ''] = wikilink;
    // What shows its own path goes on showing it.
    const alias = open === '[[' && !rest.includes('|') && displayText !== '' ? `|${displayText}` : '';
    return `${open}${path.replace(/\.md$/i, '')}${rest}${alias}]]`;
  }
  const markdown = /^(!?\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\()<?([^#)\s>]*)(#[^)\s>]*)?>?(\s[^)]*)?\)$/.exec(original);
  if (!markdown) return null;
  const encoded = path.replace(/%/g, '%25').replace(/[\s\\]/g, encodeURIComponent).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${markdown[1] ?? ''}${encoded}${markdown[3] ?? ''}${markdown[4] ?? ''})`;
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
    const usual = splitLink(readLink(vault.generateLink(wanted, to, '', '') ?? '') ?? '').path;
    const spelled = [usual, wanted].find((one) => one !== '' && vault.resolve(one.replace(/\.md$/i, ''), to) === wanted);
    const insert = spelled === undefined ? null : withPath(written, /\.md$/i.test(spelled) ? spelled : `${spelled}.md`);
    return insert === null ? [] : [{ start: position.start.offset, end: position.end.offset, insert }];
  };
  return [...links, ...embeds].filter(({ position }) => position.start.offset >= moved.start && position.end.offset <= moved.end).flatMap(respell);
}

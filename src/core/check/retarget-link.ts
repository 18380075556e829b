import type { LinkMetadata } from '../note/note-metadata';
import type { Fix } from './finding';

/** The parts of a link that change; null: as they are. `path` is the vault path of a note. */
export interface Retarget {
  readonly path: string | null;
  /** `''`, or from `#` on. */
  readonly subpath: string | null;
}

/** What no link's path can hold (LINKS 2.4), and what in a subpath would end a link. */
const IMPOSSIBLE_PATH = /[#^|[\]\\]|%%/;
const IMPOSSIBLE_SUBPATH = /[|[\]\\\r\n]|%%/;

/** The inside of a wikilink: blanks, the target, then an escape, blanks and the display text. */
const WIKILINK = /^(!?\[\[\s*)((?:[^|\]]|\](?!\]))+?)(\s*\\?\s*(?:\|.*)?\]\])$/s;

/** A Markdown link: its text, its destination with or without `<>`, its title. */
const MARKDOWN = /^(!?\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\(\s*)(<[^<>\n]*>|(?:[^\s()\\]|\([^\s()]*\))+)(\s*(?:\s(?:"[^"]*"|'[^']*'))?\s*\))$/s;

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** What would end a destination without `<>`, or be decoded when it is read. */
// eslint-disable-next-line no-control-regex -- control characters are what is meant
const encoded = (text: string): string => text.replace(/[\u0000-\u0020\u007F\\%()<>"]/g, percent);

function joined(target: string, { path, subpath }: Retarget, spell: (text: string) => string, keepsEnding: boolean): string {
  const hash = target.indexOf('#');
  const oldPath = hash < 0 ? target : target.slice(0, hash);
  const oldSubpath = hash < 0 ? '' : target.slice(hash);
  const newPath = path === null ? oldPath : spell(keepsEnding || /\.md$/i.test(oldPath) ? path : path.replace(/\.md$/i, ''));
  return newPath + (subpath === null ? oldSubpath : spell(subpath));
}

/** A link's text, as it stands in the note, with another target; what it shows and how it is written stay. Null when it cannot be rewritten. */
export function retargetLink(original: string, retarget: Retarget): string | null {
  if (IMPOSSIBLE_PATH.test(retarget.path ?? '') || IMPOSSIBLE_SUBPATH.test(retarget.subpath ?? '')) return null;
  const [, opening, target, closing] = WIKILINK.exec(original) ?? [];
  if (opening !== undefined && target !== undefined && closing !== undefined)
    return opening + joined(target, retarget, (text) => text, false) + closing;
  const [, before, destination, after] = MARKDOWN.exec(original) ?? [];
  if (before === undefined || destination === undefined || after === undefined) return null;
  if (!destination.startsWith('<')) return before + joined(destination, retarget, encoded, true) + after;
  return /[<>]/.test(`${retarget.path}${retarget.subpath}`) ? null : `${before}<${joined(destination.slice(1, -1), retarget, (text) => text, true)}>${after}`;
}

/** The fix that gives a link another target; null when its text cannot be rewritten. */
export function retargetFix({ original, position }: LinkMetadata, retarget: Retarget): Fix | null {
  return retargetLink(original, retarget) === null ? null : { kind: 'retarget', offset: position.start.offset, original, ...retarget };
}

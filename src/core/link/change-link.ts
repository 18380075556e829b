import type { Span } from '../text/text-edit';
import { readLink, targetOf, type WrittenLink } from '../markdown/written-link';
import { percent } from './write-link';

/**
 * What a path cannot hold, for a link to be read back; single brackets depend on where they stand, which reading back tells. No parser: the path stands
 * in no link yet.
 */
export const BREAKS_LINKS = /[#^|]|%%/;

/** What would be read as an entity. A backslash does not help: some readers decode what is left once it is gone. */
const spellEntities = (text: string): string => text.replace(/&(?=#?\w+;)/g, '&amp;');
/** What would end a destination early, be decoded when it is read, or be taken for another mark. `decodeURI` gives it back. */
// eslint-disable-next-line no-control-regex -- control characters are what is meant
const ENCODED = /[\u0000-\u0020\u00A0\u007F\\%()<>"`]/g;
const spellEncoded = (text: string): string =>
  spellEntities(text.replace(ENCODED, (mark) => (mark === '\u00A0' ? mark : percent(mark))));
// eslint-disable-next-line no-control-regex -- control characters are what is meant
const BRACKETED = /[\u0000-\u001F\u007F\\%<>`]/g;
const spellBracketed = (text: string): string => spellEntities(text.replace(BRACKETED, percent));

const SPELL: Readonly<Record<WrittenLink['spelling'], (text: string) => string>> = {
  plain: (text) => text,
  encoded: spellEncoded,
  bracketed: spellBracketed,
};

/** What of a link is to be another, as it is to be read: a path with the ending that it is to have; what is left out stays. */
export interface LinkChange {
  readonly path?: string;
  readonly subpath?: string;
  /** For a wikilink that shows its own target; behind a backslash when it stands in a table. */
  readonly alias?: { readonly text: string; readonly inTable: boolean };
}

/**
 * The link's text with other parts, written in its own form; every other byte stays. Null when it would not be read back as that: then there is no
 * such link in this form.
 */
export function changeLink(link: WrittenLink, { path, subpath, alias }: LinkChange): string | null {
  // To some readers a bracket ends the destination of a definition.
  const spell = (part: string): string => {
    const spelled = SPELL[link.spelling](part);
    return link.form === 'definition' ? spelled.replace(/[\][]/g, percent) : spelled;
  };
  const { text } = link;
  const is = targetOf(link);
  const breaksSubpath = subpath !== undefined && subpath !== is.subpath && subpath.includes('%%');
  if ((path !== undefined && BREAKS_LINKS.test(path)) || breaksSubpath) return null;
  const part = (span: Span, was: string, now: string | undefined): string =>
    now === undefined || now === was ? text.slice(span.start, span.end) : spell(now);
  const shown = alias && link.form === 'wikilink' && !link.alias ? alias.text : '';
  const changed = [
    text.slice(0, link.path.start),
    part(link.path, is.path, path),
    text.slice(link.path.end, link.subpath.start),
    part(link.subpath, is.subpath, subpath),
    shown && `${alias?.inTable ? '\\' : ''}|${shown}`,
    text.slice(link.subpath.end),
  ].join('');
  const again = readLink(changed);
  const now = again && targetOf(again);
  const wanted = { path: path ?? is.path, subpath: subpath ?? is.subpath };
  const isRight =
    again?.form === link.form &&
    now?.path === wanted.path.normalize('NFC') &&
    now.subpath === wanted.subpath.normalize('NFC');
  return isRight ? changed : null;
}

import { gardenSlug, isPublishedAt, normalizeAddress } from '../note/garden-slug';
import { headingKey } from '../note/heading-key';
import { linkKey } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import type { PublishedCopy } from '../note/published-copies';
import type { ResolveLink } from '../phase/lifecycle-input';
import { IS_FILE, type ComparedLink } from './comparable-text';
import type { PagesAt } from './find-pages';

/** The note that holds a copy and the one that it was made of, and what it takes to follow the links of both. */
export interface TwoNotes {
  readonly host: NoteSource;
  readonly target: NoteSource;
  readonly resolve: ResolveLink;
  /** The pages at the addresses of both notes' copies. */
  readonly pages: PagesAt;
}

/** The publisher keeps one segment of a subpath, and none of a file's; blocks and headings compare by what the address makes of them. */
const placeKey = ({ path, subpath }: ComparedLink): string =>
  IS_FILE.test(path) ? '' : headingKey(subpath.split('#')[1] ?? '');

/** Whether a link of the copy is what the publisher makes of the link that stands at its place in the section. */
export function isSameLink(copied: ComparedLink, source: ComparedLink | undefined, place: TwoNotes): boolean {
  if (source?.embed !== copied.embed) return false;
  if (copied.isDrawing !== source.isDrawing) return /\.svg$/i.test(copied.path + source.path);
  if (copied.isDrawing) return copied.alias === source.alias;
  if (copied.copy && source.copy) {
    const [one, other] = [copied.copy.block, source.copy.block];
    return one.page === other.page && one.fragment === other.fragment;
  }
  if (copied.copy) return isCopyOf(copied.copy.block, source, place.target.path, place);
  if (source.copy) return isCopyOf(source.copy.block, copied, place.host.path, place);
  return (
    placeKey(copied) === placeKey(source) &&
    (!copied.embed || saysSame(copied, source)) &&
    isSamePath(copied.path, source.path, place)
  );
}

/** Whether an image is described alike: the publisher puts the file's name before what a wikilink says. */
function saysSame(copied: ComparedLink, source: ComparedLink): boolean {
  if (copied.alias === null || source.alias === null) return true;
  const [ours, theirs] = [copied.alias, source.alias].map((alias) => alias.replace(/[\\|\s]+/g, ' ').trim());
  return ours === theirs || ours?.endsWith(` ${theirs ?? ''}`) === true;
}

function isSamePath(copied: string, source: string, { host, target, resolve }: TwoNotes): boolean {
  if (copied === source) return true;
  const there = copied === '' ? host.path : resolve(copied, host.path);
  // A section's `[[#Heading]]` becomes a link into the page that shows the copy; in a page that was published itself it leads into that.
  const here = [source === '' ? target.path : resolve(source, host.path), resolve(source, target.path)].filter(
    (path) => path !== null,
  );
  if (there === host.path && here.includes(target.path)) return true;
  if (there !== null && here.length > 0) return here.includes(there);
  return linkKey(copied) === linkKey(source);
}

/** Whether the publisher would make this copy of the embed in the note at `from`. One of an unpublished note does not tell. */
function isCopyOf(
  copy: PublishedCopy,
  { path, subpath, alias }: ComparedLink,
  from: string,
  { resolve, pages }: TwoNotes,
): boolean {
  if (
    copy.title !== null &&
    (alias === null || (!alias.includes('{{title}}') && titleKey(copy.title) !== titleKey(alias)))
  )
    return false;
  if (copy.page === null) return true;
  const slug = gardenSlug((subpath.split('#')[1] ?? '').replace(/^\^/, ''));
  if (slug !== copy.fragment.toLowerCase()) return false;
  const address = normalizeAddress(copy.page);
  const leadsTo = resolve(path, from);
  if (leadsTo !== null) return pages.get(address)?.includes(leadsTo) ?? isPublishedAt(leadsTo, address);
  return address.endsWith(`/${gardenSlug(path.slice(path.lastIndexOf('/') + 1))}/`);
}

const titleKey = (title: string): string => title.replace(/^#\s+/, '').trim();

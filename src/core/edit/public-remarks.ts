import { lineAfter, linesBetween } from '../note/text-line';
import { blockIdOf } from '../markdown/marks/span-marks';
import { ITEM_MARKER } from '../markdown/marks/line-marks';
import { readMarkdown } from '../markdown/read-markdown';
import { isPublished } from '../note/is-published';
import { isNotePath, noteName, splitLink } from '../note/link-text';
import { openNoteSource } from '../note/note-source';
import { plainText } from '../markdown/plain-text';
import type { LinkVault } from '../link/link-vault';
import { htmlAddresses } from '../link/html-addresses';
import { embedsOnSite } from '../link/garden-rules';
import { definedLinks } from '../link/outgoing-link';
import { resolveLinkpath } from '../link/resolve-linkpath';
import { plannedNotes } from './describe-plan';
import type { EditPlan, Planned } from './edit-plan';
import { isRefusal } from '../text/refusal';
import { leadingCommands } from '../note/leading-commands';
import { LINE_ENDS } from '../note/line-end';

/** What is asked of the vault as it is before the plan. */
export type PublishedVault = Pick<LinkVault, 'metadata' | 'resolve'>;

/** The properties that a text begins with, where Templater has run what stands before them, and nothing below them. */
const front = (text: string | null): string =>
  /^---[^]*?\n---[^\n]*/.exec((text ?? '').slice(leadingCommands(text ?? '').length))?.[0] ?? '';

/**
 * The words of a text's lines, with what stands in brackets and without, and without what makes them bullets, headings or todos, and what a move writes anew: the
 * targets of links, the labels of footnotes.
 */
function saidIn(text: string): Set<string> {
  const lines = text.split(LINE_ENDS).flatMap((line) => {
    const words = plainText(line.replace(ITEM_MARKER, ''));
    return [words, words.replace(/\([^()]*\)/g, '')].map((one) =>
      one
        .replace(/#[^\s#]+|[^\p{L}\p{N}\s]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  });
  return new Set(lines.filter((line) => line !== ''));
}

const holds = (line: string, words: string): boolean => ` ${line} `.includes(` ${words} `);

/** What of a published text others can see, or the publisher breaks. */
interface Shown {
  readonly said: ReadonlySet<string>;
  /** Links and embeds as written, and addresses in HTML. */
  readonly links: ReadonlySet<string>;
  readonly embeds: ReadonlySet<string>;
  /** Lines of bullets with an embed. */
  readonly bullets: ReadonlySet<string>;
  /** Block ids, each with its line, that have a line right below. */
  readonly ids: ReadonlyMap<string, string>;
}

function shownIn(text: string, isFile: (linkpath: string) => boolean): Shown {
  const markdown = readMarkdown(text);
  const { metadata, spans } = markdown;
  const { links = [], embeds = [] } = metadata;
  const code = spans.filter(({ kind }) => kind === 'code');
  const beginnings = embeds.map(({ position: { start } }) =>
    text.slice(text.lastIndexOf('\n', start.offset) + 1, start.offset),
  );
  return {
    said: saidIn(text),
    links: new Set([
      ...[...links, ...(metadata.frontmatterLinks ?? []), ...definedLinks(metadata)].map(({ link }) => link),
      ...htmlAddresses(text, markdown).map(({ linkpath }) => linkpath),
    ]),
    embeds: new Set(Array.from(embedsOnSite(openNoteSource('', text, metadata)), ({ path }) => path)),
    bullets: new Set(
      embeds.flatMap(({ original, link }, at) =>
        // The publisher takes wikilinks only, and breaks none of an image.
        ITEM_MARKER.test(beginnings[at] ?? '') && original.startsWith('![[') && !isFile(splitLink(link).path)
          ? [`${beginnings[at] ?? ''}${original}`]
          : [],
      ),
    ),
    ids: new Map(
      [...linesBetween(text, 0, text.length)].flatMap(({ start, end }) => {
        const line = text.slice(start, end);
        const id = blockIdOf(line);
        const below = lineAfter(text, { start, end });
        const isCode = code.some((span) => span.start < end && end <= span.end);
        return id === undefined || isCode || line.startsWith('^') || below.start >= below.end
          ? []
          : [[line, `^${id}`] as const];
      }),
    ),
  };
}

const listed = (paths: Iterable<string>): string => [...new Set(paths)].map(noteName).join(', ');

/** `A, B, which are not` */
const notThose = (paths: readonly string[]): string =>
  `${listed(paths)}, which ${new Set(paths).size > 1 ? 'are' : 'is'} not`;

/**
 * What a plan makes public that was not, each as a sentence: a note that becomes published, words of an unpublished note on a published one, and links from there to
 * such a note; and what the publisher breaks there: an embed in a bullet, a block id that glues the next line to its own. Told from the notes as they are and as they
 * will be, whatever the action.
 */
export function publicRemarks(plan: EditPlan, vault: PublishedVault): string[] {
  const notes = plannedNotes(plan)
    .filter(({ path }) => isNotePath(path))
    .map((note) => {
      const { path, before, after } = note;
      const read = (text: string | null): boolean => isPublished(readMarkdown(front(text)).metadata);
      const known = before === null ? null : vault.metadata(path);
      const was = known ? isPublished(known) : read(before);
      return { ...note, was, is: known && front(before) === front(after) ? was : read(after) };
    });
  const shown = new Map(notes.map(({ path, is }) => [path, is]));
  if (![...shown.values()].includes(true)) return [];
  const isPublic = (path: string): boolean => shown.get(path) ?? isPublished(vault.metadata(path));
  const made = notes.filter(({ was, is }) => is && !was).map(({ path }) => path);
  const remarks = made.length === 0 ? [] : [`${listed(made)} will be on the published site.`];
  const hidden = notes.flatMap(({ path, is, before, after }) => {
    const [said, left] = [saidIn(before ?? ''), saidIn(after ?? '')];
    return is ? [] : [{ path, said, gone: [...said].filter((line) => !left.has(line)) }];
  });
  for (const { path, was, is, before, after } of notes) {
    if (!is) continue;
    const isFile = (linkpath: string): boolean => vault.resolve(linkpath, path)?.endsWith('.md') === false;
    const old = shownIn(was ? (before ?? '') : '', isFile);
    const now = shownIn(after ?? '', isFile);
    const fresh = [...now.said].filter((line) => !old.said.has(line));
    // A line can get another owner on its way, or lose a date.
    const from = hidden.filter(({ said, gone }) =>
      fresh.some((line) => said.has(line) || gone.some((one) => holds(line, one) || holds(one, line))),
    );
    if (from.length > 0)
      remarks.push(
        `Words of ${notThose(from.map((one) => one.path))} published, will be on the site in ${noteName(path)}.`,
      );
    const unpublished = (links: Iterable<string>): string[] =>
      [...links].flatMap((link) => {
        const { path: linkpath } = splitLink(link);
        const target =
          linkpath === '' ? null : (vault.resolve(linkpath, path) ?? resolveLinkpath(linkpath, path, shown.keys()));
        return target?.endsWith('.md') && !isPublic(target) ? [target] : [];
      });
    // What the site told before is no news.
    const [knew, showed] = [unpublished([...old.links, ...old.embeds]), unpublished(old.embeds)];
    const linked = unpublished(now.links).filter((target) => !knew.includes(target));
    const embedded = unpublished(now.embeds).filter((target) => !showed.includes(target));
    if (linked.length > 0) remarks.push(`${noteName(path)}, which is published, will link to ${notThose(linked)}.`);
    if (embedded.length > 0)
      remarks.push(`${noteName(path)}, which is published, will show the text of ${notThose(embedded)}.`);
    // A new note is filled from a template, which says itself where its embeds break.
    if (before !== null && [...now.bullets].some((line) => !old.bullets.has(line)))
      remarks.push(`The publisher breaks an embed in a bullet, as in ${noteName(path)}: put it on a line of its own.`);
    const id = [...now.ids].find(([line]) => !old.ids.has(line))?.[1];
    if (id !== undefined)
      remarks.push(
        `The publisher glues the line below ${noteName(path)}’s block id ${id} to its own, where that is transcluded.`,
      );
  }
  return remarks;
}

/** The plan with what it makes public among its remarks, first; each is told once. */
export const withPublicRemarks = <Plan extends Planned>(planned: Plan, vault: PublishedVault): Plan =>
  isRefusal(planned)
    ? planned
    : { ...planned, remarks: [...new Set([...publicRemarks(planned, vault), ...planned.remarks])] };

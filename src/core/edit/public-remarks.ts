import { readMarkdown } from '../markdown/read-markdown';
import { isPublished } from '../note/is-published';
import { noteName, splitLink } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import { applyEdits } from './apply-edits';
import type { EditPlan } from './edit-plan';

/** What is asked of the vault as it is before the plan. */
export interface PublishedVault {
  metadata(path: string): NoteMetadata | null;
  resolve(linkpath: string, source: string): string | null;
}

/** What a plan writes into a note that is published then. */
interface Gain {
  readonly path: string;
  /** It was not published before. */
  readonly isNew: boolean;
  /** It is filled from a template, which says itself where its embeds break. */
  readonly isMade: boolean;
  readonly inserted: string;
}

/** The properties that a text begins with, and nothing below them. */
const front = (text: string): NoteMetadata => readMarkdown(/^---[^]*?\n---[^\n]*/.exec(text)?.[0] ?? '').metadata;

function gainsOf({ creates, changes }: EditPlan, vault: PublishedVault): Gain[] {
  const made = creates.flatMap(({ path, text }) =>
    isPublished(front(text)) ? [{ path, isNew: true, isMade: true, inserted: text }] : [],
  );
  return made.concat(
    changes.flatMap(({ path, before, edits }) => {
      const was = isPublished(vault.metadata(path));
      const is = edits.some(({ start }) => start <= (vault.metadata(path)?.frontmatterPosition?.end.offset ?? 0))
        ? isPublished(front(applyEdits(before, edits)))
        : was;
      return is ? [{ path, isNew: !was, isMade: false, inserted: edits.map(({ insert }) => insert).join('\n') }] : [];
    }),
  );
}

/** The lines of a text that say something, without what makes them bullets, headings or todos. */
function saidIn(text: string): Set<string> {
  const lines = text.split(/\r\n|\r|\n/).map((line) =>
    line
      .replace(/#[^\s#]+|^[\s>]*(?:[-*+]|\d+[.)]|#{1,6})\s+(?:\[.\]\s+)?|[^\p{L}\p{N}\s]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return new Set(lines.filter((line) => line.length > 3));
}

const listed = (paths: Iterable<string>): string => [...new Set(paths)].map(noteName).join(', ');

/**
 * What a plan makes public that was not, each as a sentence: a note that becomes published, words of an unpublished note on a published one, and links from there to
 * such a note; and what the publisher breaks there: an embed in a bullet, a block id that glues the next line to its own.
 */
export function publicRemarks(plan: EditPlan, vault: PublishedVault): string[] {
  const gains = gainsOf(plan, vault);
  if (gains.length === 0) return [];
  const isPublic = (path: string): boolean =>
    gains.some((gain) => gain.path === path) || isPublished(vault.metadata(path));
  const made = gains.filter(({ isNew }) => isNew).map(({ path }) => path);
  const remarks = made.length === 0 ? [] : [`${listed(made)} will be on the published site.`];
  const hidden = plan.changes
    .filter(({ path }) => !isPublic(path))
    .map(({ path, before }) => ({ path, said: saidIn(before) }));
  for (const { path, isMade, inserted } of gains) {
    const words = saidIn(inserted);
    const from = hidden.filter(({ said }) => [...words].some((line) => said.has(line))).map((one) => one.path);
    if (from.length > 0)
      remarks.push(`Words of ${listed(from)}, which is not published, will be on the site in ${noteName(path)}.`);
    const {
      metadata: { links = [], embeds = [] },
      spans,
    } = readMarkdown(inserted);
    const unpublished = ({ link }: { readonly link: string }): string[] => {
      const target = splitLink(link).path === '' ? null : vault.resolve(splitLink(link).path, path);
      return target?.endsWith('.md') && !isPublic(target) ? [target] : [];
    };
    const [linked, shown] = [links.flatMap(unpublished), embeds.flatMap(unpublished)];
    if (linked.length > 0)
      remarks.push(`${noteName(path)}, which is published, will link to ${listed(linked)}, which is not.`);
    if (shown.length > 0)
      remarks.push(`${noteName(path)}, which is published, will show the text of ${listed(shown)}, which is not.`);
    const isInBullet = ({ position: { start } }: (typeof embeds)[number]): boolean =>
      /^[\s>]*(?:[-*+]|\d+[.)])\s/.test(inserted.slice(inserted.lastIndexOf('\n', start.offset) + 1, start.offset));
    if (!isMade && embeds.some(isInBullet))
      remarks.push(`The publisher breaks an embed in a bullet, as in ${noteName(path)}: put it on a line of its own.`);
    const code = spans.filter(({ kind }) => kind === 'code');
    const ids = [...inserted.matchAll(/[^\S\r\n]\^[A-Za-z0-9-]+[^\S\r\n]*(?=\r?\n[^\r\n])/g)].filter(
      ({ index }) => !code.some(({ start, end }) => start <= index && index < end),
    );
    if (ids.length > 0)
      remarks.push(
        `The publisher glues the line below ${listed([path])}’s block id ${ids[0]?.[0].trim() ?? ''} to its own, where that is transcluded.`,
      );
  }
  return remarks;
}

/** The plan with what it makes public among its remarks, first. */
export const withPublicRemarks = <Plan extends EditPlan>(plan: Plan, vault: PublishedVault): Plan => ({
  ...plan,
  remarks: [...publicRemarks(plan, vault), ...plan.remarks],
});

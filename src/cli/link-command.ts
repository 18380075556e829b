import type { NoteEdit } from '../core/text/text-edit';
import type { PlanningVault } from '../core/edit/planning';
import type { LinkPlace } from '../core/link/find-subpaths';
import { planLink } from '../core/link/plan-link';
import { nearestText } from '../core/note/nearest-text';
import type { HeadingMetadata } from '../core/note/note-metadata';
import type { CliCommand } from './cli-command';
import { accepted, oneOf, type CliValues } from './parse-flags';
import { locAt } from '../core/note/loc-at';

const didYouMean = (nearest: string | null): string => (nearest === null ? '.' : `; did you mean \`${nearest}\`?`);

/** A file's path as given, or with `.md`. Throws when it is not in the vault, naming the nearest. */
function findPath(values: CliValues, flag: 'source' | 'target', vault: PlanningVault): string {
  // The vault's paths are in NFC; a terminal may hand on what the disk has.
  const given = values[flag]?.normalize('NFC');
  if (given === undefined) throw new Error(`Give ${flag}=, the path of a note.`);
  const path = [given, `${given}.md`].find((one) => vault.exists(one));
  if (path === undefined)
    throw new Error(`There is no note \`${given}\`${didYouMean(nearestText(given, vault.notes()))}`);
  return path;
}

/** The heading that `heading=`, its text as it is written, and `heading-line=`, its 1-based line, name. Throws when it is not exactly one. */
function findHeading(values: CliValues, path: string, headings: readonly HeadingMetadata[]): HeadingMetadata {
  const line = values['heading-line'];
  if (line !== undefined && !/^[1-9]\d*$/.test(line))
    throw new Error(`"${line}" is no line. Give heading-line= a number from 1 on.`);
  const isOnLine = ({ position }: HeadingMetadata): boolean =>
    line === undefined || position.start.line === Number(line) - 1;
  const text = values.heading?.trim().replace(/\s+/g, ' ');
  const [found, ...others] = headings.filter(
    (one) => isOnLine(one) && (text === undefined || one.heading.replace(/\s+/g, ' ') === text),
  );
  if (found && others.length === 0) return found;
  if (found) {
    const lines = [found, ...others].map(({ position }) => position.start.line + 1).join(', ');
    throw new Error(
      `${path} has ${others.length + 1} headings \`${found.heading}\`, on lines ${lines}. Say which with heading-line=.`,
    );
  }
  if (text === undefined) throw new Error(`Line ${line} of ${path} is no heading.`);
  const nearest = nearestText(
    text,
    headings.map(({ heading }) => heading),
  );
  throw new Error(
    `${path} has no heading \`${text}\`${line === undefined ? '' : ` on line ${line}`}${didYouMean(nearest)}`,
  );
}

async function findPlace(values: CliValues, path: string, vault: PlanningVault): Promise<LinkPlace> {
  const namesHeading = values.heading !== undefined || values['heading-line'] !== undefined;
  if (values.block !== undefined) {
    if (namesHeading) throw new Error('A link leads to a heading or to a block. Give heading= or block=, not both.');
    return { kind: 'block-id', id: values.block.replace(/^\^/, '') };
  }
  if (!namesHeading) return { kind: 'note' };
  const note = await vault.read(path);
  return { kind: 'heading', line: findHeading(values, path, note?.metadata.headings ?? []).position.start.line };
}

/** A link that leads nowhere before something is written is not printed. */
function whatIsMissing(text: string, { path, before, edits }: NoteEdit): string {
  const [edit] = edits;
  const line = locAt(before, edit?.start ?? 0).line + 1;
  return `Only a block id could lead there, and there is none yet. Write \`${edit?.insert.trim() ?? ''}\` at the end of line ${line} of ${path}; then the link is ${text}`;
}

/** `operations-lifecycle:link` */
export const linkCommand: CliCommand = {
  action: 'link',
  description:
    'Print the link or transclusion that leads from one note to a place in another, and to no other place; writes nothing',
  flags: {
    source: { value: '<path>', description: 'The note in which the link is to stand' },
    target: { value: '<path>', description: 'The note or file to which it leads' },
    heading: { value: '<text>', description: 'A heading of the target, as it is written there' },
    'heading-line': { value: '<n>', description: 'The line of the heading, from 1, where its text is not enough' },
    block: { value: '<id>', description: 'The id of a block of the target' },
    alias: { value: '<text>', description: 'What to show instead of the link' },
    embed: { value: 'true|false', description: 'A transclusion (default), or a link' },
    table: { value: 'true|false', description: 'For a table cell: | becomes \\|' },
  },
  async run(values, { context }) {
    const { vault } = await context.planning();
    const source = findPath(values, 'source', vault);
    const target = findPath(values, 'target', vault);
    const link = accepted(
      await planLink(
        {
          source,
          target,
          place: await findPlace(values, target, vault),
          alias: values.alias ?? '',
          embed: oneOf(values, 'embed', ['true', 'false']) === 'true',
          table: oneOf(values, 'table', ['false', 'true']) === 'true',
        },
        vault,
      ),
    );
    if (link.plan) throw new Error(whatIsMissing(link.text, link.plan));
    return link.text;
  },
};

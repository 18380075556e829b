import type { ComposedPage } from './compose-page';
import type { CopySurvey } from './survey-copies';
import type { NoteSource } from '../note/note-source';
import type { PublishedCopy } from '../note/published-copies';
import { counted } from '../wording/counted';
import { isPublishedAt } from '../note/garden-slug';
import { nearestText } from '../note/nearest-text';
import { linkKey, noteName } from '../note/link-text';
import { placeLabel } from '../note/loc-at';
import { unresolvedLinks } from './page-path';
import { isReplaced, type CopyDecision, type LeaveReason } from './decide-copies';

export const BELOW_BROKEN = 'a block above it is not closed with </div></div>, so it is not sure where this copy ends';

function missingSection(target: NoteSource | null, path: string, fragment: string): string {
  const name = noteName(path);
  if (!target) return `${name} could not be read`;
  const nearest = nearestText(
    fragment.replaceAll('-', ' '),
    target.outline.own.map(({ heading }) => heading.heading),
  );
  return `${name} has no heading or block with the address "${fragment}"${nearest === null ? '' : `; did it become "${nearest}"?`}`;
}

/** Why a copy stays, as the end of a sentence. */
export function whyLeft(
  problem: LeaveReason,
  { page, fragment, hasFragment }: Pick<PublishedCopy, 'page' | 'fragment' | 'hasFragment'>,
  survey: Pick<CopySurvey, 'source'>,
): string {
  const href = `${page ?? ''}${hasFragment ? `#${fragment}` : ''}`;
  switch (problem.kind) {
    case 'unpublished':
      return 'its page is not published, and the publisher left no address of it';
    case 'foreign':
      return problem.why === 'host'
        ? `its address ${href} is on a site of its own`
        : `its address ${href} leads out of the vault`;
    case 'missing-note':
      return `no note is published at ${href}; "Rebuild missing pages" makes one of the copy`;
    case 'missing-rule':
      return `no note is published at ${href}; ${problem.path} would be by a path rewrite rule such as ${problem.rule}: add the Garden’s rules to the settings`;
    case 'ambiguous-note':
      return `${problem.paths.length} notes may be published at ${href}: ${problem.paths.join(', ')}`;
    case 'missing-section':
      return problem.isEmpty
        ? `${problem.path} is empty; "Rebuild missing pages" fills it from the copy`
        : missingSection(survey.source(problem.path), problem.path, fragment);
    case 'unlinkable':
      return `no link can name ${problem.path}, or its heading; rename it`;
    case 'shadowed':
      return `in ${noteName(problem.path)} a heading of the same name stands before it, in another frozen copy; turn that one first`;
    case 'below-broken':
      return BELOW_BROKEN;
    case 'refused':
      return problem.reason.replace(/\.$/, '');
  }
}

/** What to say of a decision that leaves a copy in its place; null for the others. */
export function describeLeft(decision: CopyDecision, survey: CopySurvey): string | null {
  const source = survey.notes.get(decision.path)?.source;
  const copy = source?.copies[decision.index];
  if (!source || !copy || decision.kind === 'replace') return null;
  const label = placeLabel(source, copy.start);
  if (decision.kind === 'leave')
    return `${label}: left, because ${whyLeft(decision.problem, copy, survey)}.`.replace('?.', '?');
  if (decision.choice === 'take') return null;
  return `${label}: kept, because it differs from ${decision.embed}. ${describeDifference(decision.difference)}`;
}

/** "The copy says "a", the page "b"." */
export function describeDifference({ copied, source }: { readonly copied: string; readonly source: string }): string {
  const shown = (line: string, nothing: string): string => (line.trim() === '' ? nothing : `"${line.trim()}"`);
  return `The copy says ${shown(copied, 'nothing')} where the page says ${shown(source, 'nothing')}.`;
}

/** The plan in the words of a notice: what was turned, or what there is after a rebuilding. */
export function describeDone(
  pages: readonly ComposedPage[],
  all: readonly CopyDecision[],
  countTodos: (paths: Iterable<string>) => number,
): string {
  const replaced = all.filter(isReplaced);
  const hosts = new Set(replaced.map(({ path }) => path));
  if (pages.length === 0)
    return `Turned ${counted(replaced.length, 'frozen copy', 'frozen copies')} in ${counted(hosts.size, 'note')} into ${replaced.length === 1 ? 'a transclusion' : 'transclusions'}`;
  return `${counted(pages.length + hosts.size, 'note')}, ${counted(replaced.length, 'transclusion')}, ${counted(countTodos(hosts), 'todo')}`;
}

/** What else to know: links that still lead nowhere, pages that change their address, lines that the publisher had glued. */
export function remarksOf(survey: CopySurvey, pages: readonly ComposedPage[], all: readonly CopyDecision[]): string[] {
  const made = new Set(pages.map(({ path }) => linkKey(path)));
  const nowhere =
    pages.length === 0
      ? []
      : unresolvedLinks(survey.notes.keys(), survey.vault).filter(
          (link) => !made.has(linkKey(link)) && !/\.(?!md$)[a-z0-9]{2,5}$/i.test(link),
        );
  const glued = all.filter((one) => one.kind === 'replace' && one.glued.length > 0).length;
  return [
    ...(nowhere.length === 0
      ? []
      : [
          `${nowhere.length === 1 ? '1 link leads to a note that was' : `${nowhere.length} links lead to notes that were`} not in the page.`,
        ]),
    ...pages
      .filter(({ empty, path, address }) => !empty && !isPublishedAt(path, address, survey.rules))
      .map(({ path, address }) => `${path} will have another address on the site than ${address}.`),
    ...(glued === 0
      ? []
      : [
          `In ${counted(glued, 'copy', 'copies')} the publisher had glued lines together where a block id stood; the page shows them apart.`,
        ]),
  ];
}

/** What to say of blocks that only look like copies. */
export function describeBroken({ notes }: CopySurvey): string[] {
  return [...notes.values()].flatMap(({ source, broken }) =>
    broken.map(
      (offset) =>
        `${placeLabel(source, offset)}: left, because the block that begins here like a frozen copy is not closed with </div></div>.`,
    ),
  );
}

import { isPublishedAt } from '../note/garden-slug';
import { linkKey } from '../note/link-text';
import type { ComposedPage } from './compose-page';
import { isReplaced, type CopyDecision } from './decide-copies';
import { placeLabel } from '../note/loc-at';
import { unresolvedLinks } from './page-path';
import type { CopySurvey } from './survey-copies';
import { counted } from '../wording/counted';

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
      .filter(({ page, path }) => !page.empty && !isPublishedAt(path, page.address, survey.rules))
      .map(({ page, path }) => `${path} will have another address on the site than ${page.address}.`),
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

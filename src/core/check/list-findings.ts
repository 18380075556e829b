import { byCodeUnit } from '../text/natural-order';
import { isNotePath } from '../note/link-text';
import type { Finding } from './facts/finding';
import { RULES, ruleNamed } from './rules/rules';

/** Which findings are wanted. */
interface FindingFilter {
  /** The notes that count (`operationsPages`), or null for the whole vault. */
  readonly notes: ReadonlySet<string> | null;
  /** Only published notes, and only what matters to the site. */
  readonly isPublished: ((path: string) => boolean) | null;
  /** A note's path, or a folder's; null for all. */
  readonly path: string | null;
  /** Rule ids; empty for all. */
  readonly rules: readonly string[];
}

const rank = new Map(RULES.map(({ id }, at) => [id, at]));

/** The findings that the filter lets through, of canvases all, which are told of what they publish only: by path, then by place, then in the order of the rules. */
export function listFindings(
  findings: Iterable<Finding>,
  { notes, isPublished, path, rules }: FindingFilter,
): Finding[] {
  const folder = path?.replace(/\/+$/, '') ?? null;
  return [...findings]
    .filter(
      (one) =>
        folder === null ||
        folder === '' ||
        one.path === folder ||
        one.path === `${folder}.md` ||
        one.path.startsWith(`${folder}/`),
    )
    .filter((one) => folder !== null || notes === null || notes.has(one.path) || !isNotePath(one.path))
    .filter(
      (one) =>
        isPublished === null ||
        (ruleNamed(one.rule)?.onSite === true && (isPublished(one.path) || !isNotePath(one.path))),
    )
    .filter(({ rule }) => rules.length === 0 || rules.includes(rule))
    .sort(
      (a, b) =>
        byCodeUnit(a.path, b.path) || a.at.offset - b.at.offset || (rank.get(a.rule) ?? 0) - (rank.get(b.rule) ?? 0),
    );
}

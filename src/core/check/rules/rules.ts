import { groupBy } from '../../note/group-by';
import type { Severity } from '../facts/finding';
import type { AnyRule, Judges, Rule } from '../facts/rule-context';
import { ambiguousNote } from './ambiguous-note';
import { deadLink } from './dead-link';
import { duplicateHeading } from './duplicate-heading';
import { embedCycle } from './embed-cycle';
import { flattenedCopy } from './flattened-copy';
import { gardenBoard } from './garden-board';
import { gardenBlockId } from './garden-block-id';
import { gardenBlock } from './garden-block';
import { gardenCode } from './garden-code';
import { gardenDollar } from './garden-dollar';
import { gardenLink } from './garden-link';
import { gardenPermalink } from './garden-permalink';
import { gardenPlace } from './garden-place';
import { gardenSection } from './garden-section';
import { leakedNote } from './leaked-note';
import { missingBlock } from './missing-block';
import { missingHeading } from './missing-heading';
import { tellMissingNote } from './missing-note';
import { orphanPhase } from './orphan-phase';
import { phaseLevel } from './phase-level';
import { phaseSchema } from './phase-schema';
import { publicTodo } from './public-todo';
import { shadowedNote } from './shadowed-note';
import { staleCopy } from './stale-copy';
import { staleSnapshot } from './stale-snapshot';
import { tooDeep } from './too-deep';
import { unlinkableHeading } from './unlinkable-heading';
import { unreadableProperties } from './unreadable-properties';

/** A row of the table: who looks at that judges so, which TypeScript cannot see of one row among all. */
const rule = <Sight extends keyof Judges>(
  looksAt: Sight,
  id: string,
  severity: Severity,
  title: string,
  judge: Judges[Sight],
  rest: Partial<AnyRule> = {},
): Rule => ({ looksAt, id, severity, title, judge, onSite: true, ...rest }) as Rule;

/** Of no matter to the published site. */
const APP_ONLY = { onSite: false };

/** All rules of the handbook check: errors, warnings, information. */
export const RULES: readonly Rule[] = [
  rule('deadEmbeds', 'missing-note', 'error', 'Transclusion of a note that is missing', tellMissingNote),
  rule('embeds', 'missing-heading', 'error', 'Transclusion of a heading that is missing', missingHeading),
  rule('embeds', 'missing-block', 'error', 'Transclusion of a block that is missing', missingBlock),
  rule('properties', 'unreadable-properties', 'error', 'Properties that cannot be read', unreadableProperties),
  rule('embeds', 'embed-cycle', 'error', 'Transclusion that shows itself', embedCycle),
  rule('embedsOnSite', 'leaked-note', 'error', 'Unpublished text that the site will show', leakedNote),
  rule('embedsOnSite', 'garden-place', 'error', 'Transclusion in a place that the site breaks', gardenPlace),
  rule('text', 'garden-block-id', 'error', 'Block id that glues two lines on the site', gardenBlockId),
  rule('embedsOnSite', 'garden-block', 'error', 'Block of which the site shows more, or less', gardenBlock),
  rule('publishedText', 'garden-code', 'error', 'No transclusion, but the site carries it out', gardenCode),
  rule('published', 'garden-permalink', 'error', 'Property that keeps the note from the site', gardenPermalink),
  rule(
    'embeds',
    'ambiguous-note',
    'warning',
    'Transclusion that several notes could be meant by',
    ambiguousNote,
    APP_ONLY,
  ),
  rule(
    'embeds',
    'shadowed-note',
    'warning',
    'Transclusion of a namesake at the top of the vault',
    shadowedNote,
    APP_ONLY,
  ),
  rule('embeds', 'duplicate-heading', 'warning', 'Heading that stands in the note twice', duplicateHeading),
  rule('embeds', 'too-deep', 'warning', 'Transclusions too deep in one another', tooDeep),
  rule('embedsOnSite', 'garden-section', 'warning', 'Section that the site takes for another', gardenSection),
  rule('published', 'garden-link', 'warning', 'Link to a file that the site breaks', gardenLink),
  rule('published', 'garden-dollar', 'warning', 'Dollar signs that the site changes', gardenDollar),
  rule('publishedText', 'garden-board', 'warning', 'Board that the site shows as code', gardenBoard),
  rule('copies', 'flattened-copy', 'warning', 'Frozen copy where a transclusion stood', flattenedCopy),
  rule('copies', 'stale-copy', 'warning', 'Frozen copy that differs from its source', staleCopy),
  rule('publishedText', 'stale-snapshot', 'warning', 'Snapshot of the board that is out of date', staleSnapshot, {
    inComments: true,
  }),
  rule('pages', 'orphan-phase', 'warning', 'Phase page that the overview does not show', orphanPhase, APP_ONLY),
  rule('pages', 'phase-schema', 'warning', 'Phase page without, or with two of, its headings', phaseSchema, APP_ONLY),
  rule('pages', 'phase-level', 'warning', 'Phases at different heading levels', phaseLevel, APP_ONLY),
  rule('links', 'dead-link', 'warning', 'Link that leads nowhere', deadLink),
  rule('publishedText', 'public-todo', 'info', 'Todo that the site shows', publicTodo),
  rule('headings', 'unlinkable-heading', 'info', 'Heading that no link can lead to', unlinkableHeading, APP_ONLY),
];

type RuleOn<Sight> = Extract<Rule, { readonly looksAt: Sight }>;

const bySight = groupBy(RULES, ({ looksAt }) => looksAt);

/** The rules that look at that. */
export const rulesOn = <Sight extends keyof Judges>(sight: Sight): readonly RuleOn<Sight>[] =>
  (bySight.get(sight) ?? []) as RuleOn<Sight>[];

/** The rule of that id, or null. */
export const ruleNamed = (id: string): Rule | null => RULES.find((rule) => rule.id === id) ?? null;

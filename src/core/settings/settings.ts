import type { SavedView } from './view';

/** One stage of the operations lifecycle, as the user set it up. */
export interface PhaseSetting {
  /** Fixed for the phase's life: `day-1`. Written into nested tags (`#todo/day-1`). */
  readonly id: string;
  /** `Day 1` */
  readonly name: string;
  /** `Deployment`; the interface calls it the purpose. */
  readonly title: string;
  /** The phase page's vault path; null: found by its name. */
  readonly page: string | null;
  /** Former names. */
  readonly aliases: readonly string[];
  /** A colour name of the theme's palette (`blue`); null: none. */
  readonly colour: string | null;
}

/** The keys of the properties that are read and written. */
export interface PropertyKeys {
  readonly phase: string;
  readonly owner: string;
  readonly due: string;
}

/**
 * How the Digital Garden is set up to make addresses. Its own settings file holds a secret and is never read: where a page has a permalink of its own, a
 * new note beside it gets one, and these say which.
 */
export interface GardenPaths {
  /** `from:to`, as in the Garden's path rewrite rules; the first whose `from` begins the path is used. */
  readonly rewriteRules: readonly string[];
  /** Whether the parts of a path become slugs. */
  readonly slugify: boolean;
}

/** Where the board opens when none is open. */
export type BoardPlace = 'main' | 'right';

/** A finding of the handbook check that is not to be shown, and why. */
export interface IgnoredFinding {
  readonly rule: string;
  readonly path: string;
  /** The link as written, or what the finding says where there is none. */
  readonly subject: string;
  readonly reason: string;
}

/** What can keep a phase from being ready. */
export const READY_CRITERIA = ['error', 'overdue', 'open', 'owner'] as const;
export type ReadyCriterion = (typeof READY_CRITERIA)[number];

export interface Settings {
  /** In the order of the lifecycle: the board's columns. */
  readonly phases: readonly PhaseSetting[];
  /** The overview page's vault path; null: found by what it links to. */
  readonly overviewPage: string | null;
  readonly overviewHeading: string;
  readonly responsibilitiesHeading: string;
  readonly properties: PropertyKeys;
  /** Todo tags with their `#`; each counts with its nested tags. */
  readonly tags: readonly string[];
  /** A folder's path; null: the first of Roles, Role, Team, People. */
  readonly rolesFolder: string | null;
  /** The folder of this plugin's own templates; null: none. */
  readonly templatesFolder: string | null;
  /** Folders that are not indexed. */
  readonly ignoredFolders: readonly string[];
  readonly boardPlace: BoardPlace;
  readonly ignoredFindings: readonly IgnoredFinding[];
  readonly garden: GardenPaths;
  /** Whether a bullet's move to another page is shown before it is made. */
  readonly previewBulletMoves: boolean;
  /** Whether what the handbook check finds is underlined in the editor. */
  readonly underlineFindings: boolean;
  /** Whether a todo's state, phase, date and owner are suggested while its tag is typed. */
  readonly suggestInEditor: boolean;
  /** Whether a record is kept of how far each phase is on each day. */
  readonly keepProgress: boolean;
  /** Which of these keep a phase from being ready. */
  readonly readyCriteria: readonly ReadyCriterion[];
  /** In the order that the user gives them. */
  readonly savedViews: readonly SavedView[];
}

const phase = (number: number, title: string, colour: string): PhaseSetting => ({
  id: `day-${number}`,
  name: `Day ${number}`,
  title,
  page: null,
  aliases: [],
  colour,
});

/** The tag that is written: the first of the todo tags. */
export const todoTag = ({ tags }: Pick<Settings, 'tags'>): string => tags[0] ?? '#todo';

export const DEFAULT_SETTINGS: Settings = {
  phases: [phase(0, 'Planning', 'blue'), phase(1, 'Deployment', 'orange'), phase(2, 'Maintenance', 'green')],
  overviewPage: null,
  overviewHeading: 'Overview',
  responsibilitiesHeading: 'Responsibilities',
  properties: { phase: 'phase', owner: 'owner', due: 'due' },
  tags: ['#todo'],
  rolesFolder: null,
  templatesFolder: null,
  ignoredFolders: [],
  boardPlace: 'main',
  ignoredFindings: [],
  garden: { rewriteRules: [], slugify: true },
  previewBulletMoves: true,
  underlineFindings: true,
  suggestInEditor: true,
  keepProgress: true,
  readyCriteria: READY_CRITERIA,
  savedViews: [],
};

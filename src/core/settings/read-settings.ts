import { normalPath } from '../text/vault-path';
import { DEFAULT_SETTINGS, READY_CRITERIA, type IgnoredFinding, type PhaseSetting, type Settings } from './settings';
import { idOfName } from './new-phase';
import { FieldReader } from './field-reader';
import { DEFAULT_VIEW, DENSITIES, GROUPS, SORTS, viewNamed, type SavedView, type View } from './view';
import { isFields } from '../text/fields';

/** Settings as they were found, and what in them could not be used. */
export interface SettingsReading {
  readonly settings: Settings;
  /** Sentences for people: which setting, what was found, what is used instead. */
  readonly problems: readonly string[];
}

const readPhase = (name: string, phase: FieldReader): PhaseSetting => ({
  id: phase.text('id', idOfName(name)),
  name,
  title: phase.words('title'),
  page: phase.path('page'),
  aliases: phase.texts('aliases', []),
  colour: phase.path('colour'),
});

function readIgnored(value: unknown): IgnoredFinding[] {
  if (!isFields(value)) return [];
  const { rule, path, subject, reason } = value;
  if (typeof rule !== 'string' || typeof path !== 'string' || typeof subject !== 'string') return [];
  return [{ rule, path, subject, reason: typeof reason === 'string' ? reason : '' }];
}

/** A view as it was stored, or what of it can be used. */
export const readStoredView = (view: FieldReader): View => ({
  query: view.words('query'),
  group: view.oneOf('group', GROUPS, DEFAULT_VIEW.group),
  sort: view.oneOf('sort', SORTS, DEFAULT_VIEW.sort),
  density: view.oneOf('density', DENSITIES, DEFAULT_VIEW.density),
  finished: view.truth('finished', DEFAULT_VIEW.finished),
  elsewhere: view.truth('elsewhere', DEFAULT_VIEW.elsewhere),
});

const readSavedView = (name: string, saved: FieldReader): SavedView => ({
  name: name.trim(),
  formerNames: saved.texts('formerNames', []),
  view: readStoredView(saved.within('view')),
});

/** The first of two views with one name is kept. */
function withoutDoubleViews(views: readonly SavedView[], problems: string[]): readonly SavedView[] {
  return views.filter((view) => {
    const isFirst = viewNamed(views, view.name) === view;
    if (!isFirst) problems.push(`savedViews has “${view.name}” twice; the first is kept.`);
    return isFirst;
  });
}

/** Tags as they are compared: with `#`, without a slash at the end, no doubles. */
function cleanTags(tags: readonly string[]): readonly string[] {
  const clean = tags.map((tag) => `#${tag.trim().replace(/^#*|\/+$/g, '')}`).filter((tag) => tag.length > 1);
  return [...new Set(clean)];
}

function withoutDoubles(phases: readonly PhaseSetting[], problems: string[]): readonly PhaseSetting[] {
  return phases.filter((phase, index) => {
    const isFirst = phases.findIndex(({ id }) => id === phase.id) === index;
    if (!isFirst) problems.push(`phases[${index}] repeats the id ${phase.id}; the phase is left out.`);
    return isFirst;
  });
}

/**
 * Reads settings from what was stored: null or missing parts mean the defaults, parts of the wrong kind are reported and the rest is
 * kept. Never throws.
 */
export function readSettings(data: unknown): SettingsReading {
  if (data === null || data === undefined) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (!isFields(data))
    return { settings: DEFAULT_SETTINGS, problems: ['The settings are no object; the defaults are used.'] };
  const reader = new FieldReader(data);
  const { problems } = reader;
  const properties = reader.within('properties');
  const garden = reader.within('garden');
  const defaults = DEFAULT_SETTINGS;
  const criteria = reader.texts('readyCriteria', defaults.readyCriteria);
  const tags = cleanTags(reader.texts('tags', defaults.tags));
  const settings: Settings = {
    overviewPage: reader.path('overviewPage'),
    overviewHeading: reader.text('overviewHeading', defaults.overviewHeading),
    responsibilitiesHeading: reader.text('responsibilitiesHeading', defaults.responsibilitiesHeading),
    properties: {
      phase: properties.text('phase', defaults.properties.phase),
      owner: properties.text('owner', defaults.properties.owner),
      due: properties.text('due', defaults.properties.due),
    },
    tags: tags.length === 0 ? defaults.tags : tags,
    rolesFolder: reader.path('rolesFolder'),
    templatesFolder: reader.path('templatesFolder'),
    ignoredFolders: reader
      .texts('ignoredFolders', [])
      .map(normalPath)
      .filter((folder) => folder !== ''),
    garden: { rewriteRules: garden.texts('rewriteRules', []), slugify: garden.truth('slugify', true) },
    ignoredFindings: (reader.list('ignoredFindings') ?? []).flatMap(readIgnored),
    boardPlace: reader.text('boardPlace', 'main') === 'right' ? 'right' : 'main',
    previewBulletMoves: reader.truth('previewBulletMoves', defaults.previewBulletMoves),
    suggestInEditor: reader.truth('suggestInEditor', defaults.suggestInEditor),
    underlineFindings: reader.truth('underlineFindings', defaults.underlineFindings),
    keepProgress: reader.truth('keepProgress', defaults.keepProgress),
    readyCriteria: READY_CRITERIA.filter((criterion) => criteria.includes(criterion)),
    phases: withoutDoubles(reader.named('phases', 'phase', readPhase) ?? defaults.phases, problems),
    savedViews: withoutDoubleViews(reader.named('savedViews', 'view', readSavedView) ?? [], problems),
  };
  if (tags.length === 0) problems.push('tags is empty; #todo is used.');
  return { settings, problems };
}

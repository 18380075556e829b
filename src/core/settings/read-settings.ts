import { normalPath } from '../text/vault-path';
import { DEFAULT_SETTINGS, READY_CRITERIA, type IgnoredFinding, type PhaseSetting, type Settings } from './settings';
import { idOfName } from './new-phase';
import { DEFAULT_VIEW, DENSITIES, GROUPS, SORTS, viewNamed, type SavedView } from './view';
import { type Fields, isFields } from '../text/fields';

/** Settings as they were found, and what in them could not be used. */
export interface SettingsReading {
  readonly settings: Settings;
  /** Sentences for people: which setting, what was found, what is used instead. */
  readonly problems: readonly string[];
}

/** Reads values of one object, keeps the default where a value is missing, and says where one is of the wrong kind. */
class FieldReader {
  readonly problems: string[] = [];

  constructor(
    private readonly fields: Fields,
    private readonly where: string,
  ) {}

  private read<T>(key: string, fallback: T, expected: string, accept: (value: unknown) => value is T): T {
    const value = this.fields[key];
    if (value === undefined || accept(value)) return value ?? fallback;
    this.problems.push(`${this.where}${key} is ${JSON.stringify(value)}, expected ${expected}; the default is used.`);
    return fallback;
  }

  text(key: string, fallback: string): string {
    return this.read(
      key,
      fallback,
      'a text',
      (value): value is string => typeof value === 'string' && value.trim() !== '',
    );
  }

  path(key: string, fallback: string | null): string | null {
    const given = this.read(
      key,
      fallback,
      'a path or null',
      (value): value is string | null => value === null || typeof value === 'string',
    );
    return given === null || given.trim() === '' ? null : normalPath(given);
  }

  texts(key: string, fallback: readonly string[]): readonly string[] {
    return this.read(
      key,
      fallback,
      'a list of texts',
      (value): value is string[] =>
        Array.isArray(value) && (value as unknown[]).every((one) => typeof one === 'string'),
    );
  }

  truth(key: string, fallback: boolean): boolean {
    return this.read(key, fallback, 'true or false', (value): value is boolean => typeof value === 'boolean');
  }

  oneOf<const Word extends string>(key: string, words: readonly Word[], fallback: Word): Word {
    return this.read(key, fallback, `one of ${words.join(', ')}`, (value): value is Word =>
      words.some((word) => word === value),
    );
  }

  list(key: string): readonly unknown[] | null {
    return this.read(key, null, 'a list', (value): value is unknown[] => Array.isArray(value));
  }

  fieldsOf(key: string): Fields {
    return this.read<Fields>(key, {}, 'an object', isFields);
  }
}

function readPhase(value: unknown, index: number, problems: string[]): PhaseSetting[] {
  const where = `phases[${index}].`;
  const reader = new FieldReader(isFields(value) ? value : {}, where);
  const name = reader.text('name', '');
  if (!isFields(value) || name === '') {
    problems.push(`phases[${index}] has no name; the phase is left out.`);
    return [];
  }
  const phase: PhaseSetting = {
    id: reader.text('id', idOfName(name)),
    name,
    title: typeof value.title === 'string' ? value.title : '',
    page: reader.path('page', null),
    aliases: reader.texts('aliases', []),
    colour: reader.path('colour', null),
  };
  problems.push(...reader.problems);
  return [phase];
}

function readIgnored(value: unknown): IgnoredFinding[] {
  if (!isFields(value)) return [];
  const { rule, path, subject, reason } = value;
  if (typeof rule !== 'string' || typeof path !== 'string' || typeof subject !== 'string') return [];
  return [{ rule, path, subject, reason: typeof reason === 'string' ? reason : '' }];
}

function readSavedView(value: unknown, index: number, problems: string[]): SavedView[] {
  const where = `savedViews[${index}]`;
  const reader = new FieldReader(isFields(value) ? value : {}, `${where}.`);
  const name = reader.text('name', '').trim();
  if (name === '') {
    problems.push(`${where} has no name; the view is left out.`);
    return [];
  }
  const fields = reader.fieldsOf('view');
  const view = new FieldReader(fields, `${where}.view.`);
  const read: SavedView = {
    name,
    formerNames: reader.texts('formerNames', []),
    view: {
      query: typeof fields.query === 'string' ? fields.query : DEFAULT_VIEW.query,
      group: view.oneOf('group', GROUPS, DEFAULT_VIEW.group),
      sort: view.oneOf('sort', SORTS, DEFAULT_VIEW.sort),
      density: view.oneOf('density', DENSITIES, DEFAULT_VIEW.density),
      finished: view.truth('finished', DEFAULT_VIEW.finished),
      elsewhere: view.truth('elsewhere', DEFAULT_VIEW.elsewhere),
    },
  };
  problems.push(...reader.problems, ...view.problems);
  return [read];
}

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
  const reader = new FieldReader(data, '');
  const properties = new FieldReader(reader.fieldsOf('properties'), 'properties.');
  const garden = new FieldReader(reader.fieldsOf('garden'), 'garden.');
  const phaseProblems: string[] = [];
  const viewProblems: string[] = [];
  const criteria = reader.texts('readyCriteria', DEFAULT_SETTINGS.readyCriteria);
  const phases = reader.list('phases')?.flatMap((value, index) => readPhase(value, index, phaseProblems));
  const defaults = DEFAULT_SETTINGS;
  const settings: Settings = {
    phases: phases ? withoutDoubles(phases, phaseProblems) : defaults.phases,
    overviewPage: reader.path('overviewPage', null),
    overviewHeading: reader.text('overviewHeading', defaults.overviewHeading),
    responsibilitiesHeading: reader.text('responsibilitiesHeading', defaults.responsibilitiesHeading),
    properties: {
      phase: properties.text('phase', defaults.properties.phase),
      owner: properties.text('owner', defaults.properties.owner),
      due: properties.text('due', defaults.properties.due),
    },
    tags: cleanTags(reader.texts('tags', defaults.tags)),
    rolesFolder: reader.path('rolesFolder', null),
    templatesFolder: reader.path('templatesFolder', null),
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
    savedViews: withoutDoubleViews(
      (reader.list('savedViews') ?? []).flatMap((value, index) => readSavedView(value, index, viewProblems)),
      viewProblems,
    ),
    readyCriteria: READY_CRITERIA.filter((criterion) => criteria.includes(criterion)),
  };
  const noTags = settings.tags.length === 0 ? ['tags is empty; #todo is used.'] : [];
  return {
    settings: noTags.length > 0 ? { ...settings, tags: defaults.tags } : settings,
    problems: [
      ...reader.problems,
      ...properties.problems,
      ...garden.problems,
      ...phaseProblems,
      ...viewProblems,
      ...noTags,
    ],
  };
}

/** The classes that a layout of a base meets: what the typings declare of them. */
import type { BasesPropertyId, BasesSortConfig, Value } from 'obsidian';
import { unmodelled } from '../api/unmodelled';
import type { App } from '../app/app';
import { Component, type TFile } from '../mocks';
import { propertyId, type BaseFile, type BaseFileView } from './base-file';
import { heldBy, valueOf } from './value-of';

export class BasesEntry {
  readonly #app: App;

  constructor(
    app: App,
    readonly file: TFile,
  ) {
    this.#app = app;
  }

  getValue(id: BasesPropertyId): Value {
    return valueOf(heldBy(this.file, this.#app.metadataCache.getFileCache(this.file), id));
  }
}

export class BasesEntryGroup {
  constructor(
    readonly entries: BasesEntry[],
    readonly key: Value,
  ) {}

  /** False for the rows without a value, and for the one group of a base that groups by nothing. */
  hasKey(): boolean {
    return this.key.toString() !== '';
  }
}

export class BasesQueryResult {
  readonly #groups: BasesEntryGroup[];
  readonly #order: BasesPropertyId[];

  constructor(groups: BasesEntryGroup[], order: BasesPropertyId[]) {
    this.#groups = groups;
    this.#order = order;
  }

  get data(): BasesEntry[] {
    return this.#groups.flatMap(({ entries }) => entries);
  }

  get groupedData(): BasesEntryGroup[] {
    return this.#groups;
  }

  get properties(): BasesPropertyId[] {
    return this.#order;
  }

  getSummaryValue(): never {
    throw unmodelled('BasesQueryResult.getSummaryValue');
  }
}

export class BasesViewConfig {
  readonly #file: BaseFile;
  readonly #view: BaseFileView;
  readonly #changed: () => void;

  constructor(file: BaseFile, view: BaseFileView, changed: () => void) {
    this.#file = file;
    this.#view = view;
    this.#changed = changed;
  }

  get name(): string {
    return this.#view.name;
  }

  get(key: string): unknown {
    return this.#view[key];
  }

  getAsPropertyId(key: string): BasesPropertyId | null {
    const value = this.#view[key];
    return typeof value === 'string' ? (propertyId(value) as BasesPropertyId) : null;
  }

  getEvaluatedFormula(): never {
    throw unmodelled('BasesViewConfig.getEvaluatedFormula');
  }

  /** Null takes the key out. */
  set(key: string, value: unknown): void {
    if (value === null) delete this.#view[key];
    else this.#view[key] = value;
    this.#changed();
  }

  getOrder(): BasesPropertyId[] {
    return (this.#view.order ?? []).map((name) => propertyId(name) as BasesPropertyId);
  }

  getSort(): BasesSortConfig[] {
    return (this.#view.sort ?? []).map(({ property, direction }) => ({
      property: propertyId(property) as BasesPropertyId,
      direction,
    }));
  }

  getDisplayName(id: BasesPropertyId): string {
    const { properties = {} } = this.#file;
    const named = Object.entries(properties).find(([name]) => propertyId(name) === id);
    return named?.[1].displayName ?? id.slice(id.indexOf('.') + 1);
  }
}

/** Opaque to a layout; here it knows the app, which the view takes from it. */
export class QueryController extends Component {
  constructor(readonly app: App) {
    super();
  }
}

export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: App;
  declare config: BasesViewConfig;
  declare allProperties: BasesPropertyId[];
  declare data: BasesQueryResult;

  constructor(controller: QueryController) {
    super();
    this.app = controller.app;
  }

  abstract onDataUpdated(): void;

  createFileForView(): never {
    throw unmodelled('BasesView.createFileForView');
  }
}

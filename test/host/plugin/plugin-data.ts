/** A plugin's `data.json`, and whether somebody else has written it since. */
import type { DataAdapter, PluginManifest } from 'obsidian';

interface Owner {
  readonly app: { readonly vault: { readonly adapter: DataAdapter; readonly configDir: string } };
  readonly manifest: PluginManifest;
}

/** More than a person types before anybody looks. */
const MOST_REMEMBERED = 50;

const known = new WeakMap<Owner, PluginData>();

export class PluginData {
  readonly #adapter: DataAdapter;
  readonly #folder: string;
  /** What the file held when the plugin last read or wrote it; undefined before, null when it was absent. */
  #text: string | null | undefined;
  /** What the plugin wrote of late: a look that comes behind several fast saves may find any of it. */
  readonly #own: string[] = [];

  private constructor({ app, manifest }: Owner) {
    this.#adapter = app.vault.adapter;
    this.#folder = `${app.vault.configDir}/plugins/${manifest.id}`;
  }

  static of(plugin: Owner): PluginData {
    const data = known.get(plugin) ?? new PluginData(plugin);
    known.set(plugin, data);
    return data;
  }

  /** @returns null when there is no file. @throws SyntaxError when it is no JSON. */
  async load(): Promise<unknown> {
    this.#text = await this.#read();
    return this.#text === null ? null : (JSON.parse(this.#text) as unknown);
  }

  async save(data: unknown): Promise<void> {
    const text = JSON.stringify(data, null, 2);
    // Noted before the write is over: a look at the folder meanwhile must not take it for somebody else's.
    this.#text = text;
    this.#own.push(text);
    if (this.#own.length > MOST_REMEMBERED) this.#own.shift();
    await this.#adapter.mkdir(this.#folder);
    await this.#adapter.write(this.#path, text);
  }

  /** True once after each change from outside; a file that was removed is no change of settings. */
  async wasChangedOutside(): Promise<boolean> {
    const before = this.#text;
    const text = await this.#read();
    if (text === null || text === this.#text || before !== this.#text || this.#own.includes(text)) return false;
    this.#text = text;
    this.#own.length = 0;
    return before !== undefined;
  }

  get #path(): string {
    return `${this.#folder}/data.json`;
  }

  async #read(): Promise<string | null> {
    return (await this.#adapter.exists(this.#path)) ? this.#adapter.read(this.#path) : null;
  }
}

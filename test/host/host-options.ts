import type { CachedMetadata } from 'obsidian';
import type { AppSettings } from './vault/app-config';

export interface HostOptions {
  /** A folder on disk … */
  readonly dir?: string;
  /** … or files in memory, text by path. */
  readonly files?: Readonly<Record<string, string>> | ReadonlyMap<string, string>;
  /** Metadata that is not to be parsed, by path; for measurements. */
  readonly metadata?: ReadonlyMap<string, CachedMetadata>;
  /** What parses notes in the place of the host's own parser, which takes long for notes of many thousand bullets; for measurements. */
  readonly parse?: (text: string) => CachedMetadata;
  /** Overrides what `.obsidian/app.json` says. */
  readonly settings?: Partial<AppSettings>;
  /** Whether the core plugin Bases is on, as it is unless somebody switches it off. */
  readonly bases?: boolean;
  /** Files in memory as on a disk that ignores case: `a.md` and `A.md` are one file. */
  readonly ignoresCase?: boolean;
  /** Whether a plugin may require Node's modules, as on a desktop; else they are refused by name, as a phone does. */
  readonly node?: boolean;
  /** Stops the clock that the plugin reads, until the host is closed. */
  readonly now?: Date | string;
  /** Notes are parsed only after the layout is ready, each with its `changed`, as when the app has no store yet. */
  readonly slowCache?: boolean;
  /** Notice changes of the folder from outside without being asked; on unless switched off. */
  readonly watch?: boolean;
  /** Put the panes back as `.obsidian/workspace.json` says, and write them there. */
  readonly keepLayout?: boolean;
}

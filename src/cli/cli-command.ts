import type { CliFlags } from 'obsidian';
import type { CliHost } from './cli-host';
import type { CliValues } from './parse-flags';

/** A command of Obsidian's command line: what it is called, what it takes, and what it answers. */
export interface CliCommand {
  /** The part behind the plugin's id; `''` for the bare id. */
  readonly action: string;
  readonly description: string;
  readonly flags: CliFlags;
  /** Answers with text; throws an `Error` whose message is for people. Called when the index is complete. */
  run(values: CliValues, host: CliHost): string | Promise<string>;
}

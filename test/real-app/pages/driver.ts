/**
 * What the page objects ask of whoever shows the plugin: Obsidian itself, or the workbench, which stands in for it. The same specs run over
 * both, so that they are known to be right before somebody has the app.
 */
import type { App } from 'obsidian';

/** What a function that runs beside the plugin is given. It must use nothing else from outside. */
export interface Given {
  /** The app, undeclared members included. */
  readonly app: App & {
    readonly commands: {
      executeCommandById(id: string): boolean;
      readonly commands: Readonly<Record<string, { readonly icon?: string }>>;
    };
    readonly setting: { open(): void; close(): void; openTabById(id: string): unknown };
  };
  readonly obsidian: { getIcon(id: string): SVGSVGElement | null };
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface Driver {
  /** Whether this is Obsidian: then what is recorded is worth keeping. */
  readonly isReal: boolean;
  readonly isPhone: boolean;
  run<Result, Argument extends Json>(
    work: (given: Given, argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** Presses keys one after the other, as `Enter`, `/`, `Control+z`. */
  press(...keys: string[]): Promise<void>;
  click(selector: string): Promise<void>;
  /** Fills a field that is empty or not. */
  fill(selector: string, text: string): Promise<void>;
  drag(from: string, to: string): Promise<void>;
  /** What the plugin's handler answers on the command line; what it throws is its message. Null where no command line is at hand. */
  cli(
    id: string,
    flags: Readonly<Record<string, string>>,
  ): Promise<{ readonly text: string; readonly failed: boolean } | null>;
  /** Keeps what the app did, to be compared and committed. */
  record(name: string, value: Json): Promise<void>;
}

/** Asks again until the answer is as expected; else fails with the last one. */
export async function eventually<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean, what: string): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > until) throw new Error(`${what}: after ten seconds it is ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @throws with both, as JSON. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: it is ${is}, expected ${should}.`);
}

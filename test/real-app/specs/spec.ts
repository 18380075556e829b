/** A spec is a sentence about the plugin, and what shows whether it is true. */
import type { Driver } from '../pages/driver';

export interface Spec {
  readonly name: string;
  /** Only where there is a phone. */
  readonly onPhone?: true;
  /** Only where there is a desktop: a mouse, a command line. */
  readonly onDesktop?: true;
  readonly run: (driver: Driver, expected: Expected) => Promise<void>;
}

/** What the host expects of the app. */
export interface Expected {
  /** The metadata of each note of the demo vault, by path, as the host's parser makes them. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

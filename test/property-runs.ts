import process from 'node:process';

/**
 * How often a property is tried: as often as given where `CI` is set, else a tenth of it. `npm test` shall be soon done, and each run of it tries other
 * cases; a build server tries them all.
 */
export function runs(all: number): number {
  return process.env.CI ? all : Math.ceil(all / 10);
}

/** How often something must at least have come up in so many tries; where they are few, chance has more of a say. */
export function timesSeen(all: number): number {
  return process.env.CI ? all : Math.floor(all / 20);
}

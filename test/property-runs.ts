import process from 'node:process';

/** 1 where all tries are made; vitest.config.ts sets it. */
const SHARE = Number(process.env.PROPERTY_SHARE ?? 1);

/**
 * How often a property is tried: as often as given where `CI` is set, else a tenth of it. `npm test` shall be soon done; a build server tries them all.
 * Which cases they are: property-seed.ts.
 */
export function runs(all: number): number {
  return Math.ceil(all * SHARE);
}

/** How often something must at least have come up in so many tries; where they are few, chance has more of a say. */
export function timesSeen(all: number): number {
  return SHARE === 1 ? all : Math.floor((all * SHARE) / 2);
}

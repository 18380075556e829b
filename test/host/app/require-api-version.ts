import { mocks } from '../mocks';

/** Whether the host models this version of the API, or a later one: it models that of the installed typings. */
export function requireApiVersion(version: string): boolean {
  const own = numbersIn(mocks.apiVersion);
  const wanted = numbersIn(version);
  for (let at = 0; at < Math.max(own.length, wanted.length); at++) {
    const difference = (own[at] ?? 0) - (wanted[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

const numbersIn = (version: string): number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);

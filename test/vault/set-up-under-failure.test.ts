// The first pages of a vault on a disk that fails or stops: all of them or none; and after a stop no link leads nowhere.
import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Drafting } from '../../src/core/draft/drafting';
import { planSetUp } from '../../src/core/draft/plan-set-up';
import { isRefusal } from '../../src/core/text/refusal';
import { vaultToPlan } from './vault-to-plan';
import { UndoableWriter } from '../../src/vault/undoable-writer';
import { TextVault } from '../core/text-vault';
import { openReadyHost } from '../host/testing/open-test-host';

interface Outcome {
  readonly told: string;
  readonly writes: number;
  /** Every file and folder that is there, but for the one that was. */
  readonly left: readonly string[];
  readonly unresolved: readonly string[];
}

/** Makes the pages; from the nth write on that one fails, or with `forGood` all after it too. */
async function setUp(nth: number, forGood: boolean): Promise<Outcome> {
  const host = await openReadyHost({ files: { 'Welcome.md': 'x\n' } });
  const app = host.app as unknown as App;
  const writer = new UndoableWriter(app, { problem: () => null, change: () => Promise.resolve() });
  const drafting: Drafting = {
    index: new TextVault().index(),
    vault: await vaultToPlan(app),
    now: (format) => format,
    templateFolders: [],
    runsTemplater: false,
  };
  const plan = await planSetUp(drafting, { folder: 'Team/Ops', examples: true });
  if (isRefusal(plan)) throw new Error(plan.refusal);
  let writes = 0;
  for (const [owner, names] of [
    ['vault', ['create', 'createFolder']],
    ['fileManager', ['trashFile']],
  ] as const)
    for (const name of names) {
      const object = app[owner] as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      const real = object[name]?.bind(object);
      object[name] = (...args): Promise<unknown> => {
        const count = ++writes;
        return count === nth || (forGood && count > nth)
          ? Promise.reject(new Error('The disk is gone.'))
          : (real?.(...args) ?? Promise.resolve());
      };
    }
  const told = await writer.apply(plan).then(
    () => 'done',
    (error: unknown) => (error as Error).message,
  );
  await host.settled();
  const unresolved = Object.values(app.metadataCache.unresolvedLinks).flatMap((links) => Object.keys(links));
  return {
    told,
    writes,
    left: app.vault
      .getAllLoadedFiles()
      .map(({ path }) => path)
      .filter((path) => !['/', '', 'Welcome.md'].includes(path)),
    unresolved,
  };
}

describe('the first pages', () => {
  it('are all made, or none of them and no folder, when any single write fails', async () => {
    for (let nth = 1; ; nth++) {
      const { told, writes, left } = await setUp(nth, false);
      if (writes < nth) {
        expect([told, nth, left.length]).toEqual(['done', 7, 6]);
        break;
      }
      expect([told, left]).toEqual(['The disk is gone. Nothing was changed.', []]);
    }
  });
  it('link to nothing that is not there when the disk stops between any two writes', async () => {
    for (let nth = 1; nth <= 6; nth++) expect((await setUp(nth, true)).unresolved).toEqual([]);
  });
});

import type { App } from 'obsidian';
import type { PlanningVault } from '../../src/core/edit/planning';
import { LinkGraph } from '../../src/core/link/link-graph';
import { definedLinks } from '../../src/core/link/outgoing-link';
import { planningVault } from '../../src/vault/planning-vault';
import { viewVault } from '../../src/vault/vault-view';

/** The vault as planning asks for it, without a feed. */
export const vaultToPlan = (app: App): Promise<PlanningVault> =>
  planningVault(app, new LinkGraph(viewVault(app), definedLinks));

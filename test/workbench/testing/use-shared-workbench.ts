/** Imported by what opens workbenches in tests: they take the browser and the page that were made before all tests. */
import { inject } from 'vitest';
import { connectBrowser } from '../browser';
import { takeBundle } from '../server/bundle-page';

const shared = inject('workbench');
if (shared !== null) {
  connectBrowser(shared.browser);
  takeBundle(shared.page);
}

export const hasSharedWorkbench = shared !== null;

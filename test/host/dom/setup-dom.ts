/** The DOM, and what Obsidian adds to it (`createEl` and the like), in plain Node. */
// First: the mocks read the document while they are being imported.
import './install-window';
import { setup as addObsidianMembers } from 'obsidian-test-mocks/setup';
import { mocks } from '../mocks';
import { patchDom } from './patch-dom';

addObsidianMembers();
patchDom();
// Not declared, but there in the app.
Object.assign(globalThis, { moment: mocks.moment });
// The mocks put an app of their own there; a plugin has its own from its constructor.
Reflect.deleteProperty(globalThis, 'app');

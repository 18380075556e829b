/** Two Obsidians over the demo vault: the oldest that the manifest allows, and the newest as a phone. */
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  browserName: 'obsidian',
  'goog:chromeOptions': { args: process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : [] },
};

const plugins = [here('../../')];
const vault = here('../fixtures/demo-vault');

export const config: WebdriverIO.Config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./all.e2e.ts'],
  maxInstances: 1,
  capabilities: [
    // The oldest that manifest.json names as minAppVersion.
    { ...shared, browserVersion: 'earliest', 'wdio:obsidianOptions': { installerVersion: 'earliest', plugins, vault } },
    {
      ...shared,
      browserVersion: 'latest',
      'goog:chromeOptions': {
        ...shared['goog:chromeOptions'],
        mobileEmulation: { deviceMetrics: { width: 390, height: 844 } },
      },
      'wdio:obsidianOptions': { installerVersion: 'latest', emulateMobile: true, plugins, vault },
    },
  ],
  services: ['obsidian'],
  reporters: ['obsidian'],
  cacheDir: here('.obsidian-cache'),
  mochaOpts: { ui: 'bdd', timeout: 120_000 },
  logLevel: 'warn',
};

/** Resolves the configuration as WebdriverIO would, without the app: it names two Obsidians, and specs that are there. */
import { ConfigParser } from '@wdio/config/node';

const parser = new ConfigParser(new URL('wdio.conf.ts', import.meta.url).pathname);
await parser.initialize();
const { specs } = parser.getConfig();
const capabilities = parser.getCapabilities() as readonly { readonly browserVersion?: string }[];
const found = parser.getSpecs();
if (found.length !== 1) throw new Error(`${String(specs)} names ${found.length} files.`);
const versions = capabilities.map(({ browserVersion }) => browserVersion);
if (versions.join() !== 'earliest,latest') throw new Error(`The configuration names ${versions.join()}.`);
process.stdout.write(`${found.length} file of specs, in Obsidian ${versions.join(' and ')}.\n`);

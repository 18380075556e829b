/** A built plugin of a few lines. */
import { join } from 'node:path';
import type { PluginSource } from '../host';
import { temporaryFolder, writeInto } from './temporary-vault';

/** @param onload the body of `onload`, in which `this` is the plugin and `obsidian` the module. */
export function writePlugin(onload: string, members = ''): PluginSource {
  return writeScript(`
    const obsidian = require('obsidian');
    module.exports = class extends obsidian.Plugin {
      async onload() { ${onload} }
      ${members}
    };`);
}

export function writeScript(code: string): PluginSource {
  const folder = temporaryFolder();
  writeInto(folder, 'main.js', code);
  return {
    mainJs: join(folder, 'main.js'),
    manifest: { id: 'sample', name: 'Sample', author: '', version: '1.0.0', minAppVersion: '1.13.0', description: '' },
  };
}

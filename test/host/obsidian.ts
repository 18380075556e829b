/**
 * The module that stands for `obsidian`, in the tests' imports and in the built plugin's `require`: obsidian-test-mocks
 * with what it gets wrong replaced (a name exported here wins over the same name of the star). What is declared and
 * neither replaced nor trusted throws an error that names it; see api/guard-api.ts.
 */
import './dom/setup-dom';
import { FolderAdapter } from './adapter/folder-adapter';
import { guardHostClasses, guardMocks } from './api/guard-api';
import { App } from './app/app';
import { Workspace } from './app/workspace';
import { patchComponent } from './component';
import { patchEvents } from './events';
import { FileManager } from './file-manager/file-manager';
import { MetadataCache } from './metadata/metadata-cache';
import { Notice } from './notice';
import { Plugin } from './plugin/plugin';
import { Vault } from './vault/vault';

const hostClasses = {
  App,
  FileManager,
  FileSystemAdapter: FolderAdapter,
  MetadataCache,
  Notice,
  Plugin,
  Vault,
  Workspace,
};
patchEvents();
patchComponent();
guardMocks(hostClasses);
guardHostClasses(hostClasses);

export * from 'obsidian-test-mocks/obsidian';
export {
  displayTooltip,
  finishRenderMath,
  getFrontMatterInfo,
  getIcon,
  getIconIds,
  htmlToMarkdown,
  loadMathJax,
  loadMermaid,
  loadPdfJs,
  loadPrism,
  parseFrontMatterAliases,
  parseFrontMatterStringArray,
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  renderMath,
  renderResults,
  request,
  requestUrl,
  requireApiVersion,
  setIcon,
  setTooltip,
  sortSearchResults,
} from './api/unmodelled-functions';
export { debounce } from './debounce';
export { getAllTags } from './markdown/get-all-tags';
export { parseFrontMatterTags } from './markdown/parse-front-matter-tags';
export { resolveSubpath } from './markdown/resolve-subpath';
export { stripHeading, stripHeadingForLink } from './markdown/strip-heading';
export { normalizePath } from './vault/vault-path';
export { App, FileManager, FolderAdapter as FileSystemAdapter, MetadataCache, Notice, Plugin, Vault, Workspace };

import type { App, TFile } from 'obsidian';
import type { PlanningVault } from '../core/edit/planning';
import type { LinkFormat } from '../core/link/link-vault';
import type { LinkGraph } from '../core/link/link-graph';
import { describesAllOfText, describesText, openNoteSource, type NoteSource } from '../core/note/note-source';
import { saveEditors } from './open-editors';
import { readCanvases } from './read-canvases';
import { readConfig } from './read-config';
import { viewVault } from './vault-view';
import { WriteError } from './write-error';

/** How long planning waits for Obsidian to parse a note that has just changed. */
const PATIENCE_MS = 4000;

/** And how long for metadata that cover the whole text: a note can end in what Obsidian makes no block of. */
const FULL_PATIENCE_MS = 1000;

/** Between two looks; the `changed` event would do, but may have come already. */
const LOOK_MS = 20;

/** Reads a note whose text and metadata describe each other, what an open editor holds included. */
async function readInStep(app: App, file: TFile): Promise<NoteSource> {
  await saveEditors(app, file.path);
  const started = performance.now();
  for (;;) {
    const text = await app.vault.read(file);
    const metadata = app.metadataCache.getFileCache(file);
    const waited = performance.now() - started;
    const fits = waited < FULL_PATIENCE_MS ? describesAllOfText : describesText;
    if (metadata && fits(text, metadata)) return openNoteSource(file.path, text, metadata);
    if (waited > PATIENCE_MS)
      throw new WriteError(`Obsidian has not finished reading ${file.path}. Wait a moment and try again.`);
    await new Promise((resolve) => window.setTimeout(resolve, LOOK_MS));
  }
}

/** The link format of the app's own settings file; the app's defaults where it says nothing. */
async function readLinkFormat({ vault }: App): Promise<LinkFormat> {
  const { newLinkFormat, useMarkdownLinks } = await readConfig(vault, 'app.json');
  return {
    path: newLinkFormat === 'relative' || newLinkFormat === 'absolute' ? newLinkFormat : 'shortest',
    markdown: useMarkdownLinks === true,
  };
}

/**
 * The vault as planning asks for it, with the user's link format as of now.
 * @param definitions the graph of reference definitions: whether Obsidian counts these among the resolved links is not documented.
 */
export async function planningVault(app: App, definitions: LinkGraph): Promise<PlanningVault> {
  const { vault, metadataCache, fileManager } = app;
  return {
    ...viewVault(app),
    linkFormat: await readLinkFormat(app),
    read(path) {
      const file = vault.getFileByPath(path);
      return file?.extension === 'md' ? readInStep(app, file) : Promise.resolve(null);
    },
    isTaken: (path) => vault.getAbstractFileByPath(path) !== null,
    generateLink(target, source, subpath, alias) {
      const file = vault.getFileByPath(target);
      return file && fileManager.generateMarkdownLink(file, source, subpath || undefined, alias || undefined);
    },
    canvases: () => readCanvases(vault),
    linkingTo(path) {
      const { resolvedLinks: links } = metadataCache;
      const linking = Object.keys(links).filter((source) => Object.hasOwn(links[source] ?? {}, path));
      definitions.settle();
      return [...new Set([...linking, ...definitions.to(path).map(({ source }) => source)])].sort();
    },
  };
}

/**
 * Moves a file or folder and then sets right, in all notes, the links that no longer mean what they meant: those to
 * what was moved, and those in moved notes. A link that still leads to its file is left as it was written.
 */
import type { CachedMetadata, Reference } from 'obsidian';
import { encodeDestination } from '../links/generate-markdown-link';
import type { MetadataCache } from '../metadata/metadata-cache';
import { TFile, TFolder, type TAbstractFile } from '../mocks';
import { Vault } from '../vault/vault';

export interface RewriteParts {
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly moved: TAbstractFile;
  readonly move: () => Promise<void>;
}

interface PendingLink {
  readonly source: TFile;
  readonly target: TFile;
  readonly reference: Reference;
}

export async function rewriteLinks({ vault, metadataCache, moved, move }: RewriteParts): Promise<void> {
  const movedFiles = new Set<TAbstractFile>();
  if (moved instanceof TFolder) Vault.recurseChildren(moved, (file) => movedFiles.add(file));
  else movedFiles.add(moved);

  const pending = new Map<TFile, PendingLink[]>();
  for (const source of vault.getMarkdownFiles()) {
    for (const reference of referencesOf(metadataCache.getFileCache(source))) {
      const target = targetOf(reference, source);
      if (!target || (!movedFiles.has(source) && !movedFiles.has(target))) continue;
      const links = pending.get(source) ?? [];
      links.push({ source, target, reference });
      pending.set(source, links);
    }
  }

  await move();

  for (const [source, links] of pending) {
    const stale = links.filter((link) => targetOf(link.reference, source) !== link.target);
    if (stale.length > 0) await vault.process(source, (text) => replaceLinks(text, stale));
  }

  function targetOf({ link }: Reference, source: TFile): TFile | null {
    const linkpath = link.split('#')[0] ?? '';
    return linkpath === '' ? null : metadataCache.getFirstLinkpathDest(linkpath, source.path);
  }

  function replaceLinks(text: string, links: readonly PendingLink[]): string {
    let result = text;
    // From the end, so that the offsets before stay true.
    for (const link of [...links].sort((a, b) => offsetOf(b.reference) - offsetOf(a.reference))) {
      const at = offsetOf(link.reference);
      const { original } = link.reference;
      // A link in frontmatter has no position; a body link whose text has changed since is left alone.
      const start = at >= 0 ? at : result.indexOf(original);
      if (start < 0 || !result.startsWith(original, start)) continue;
      result = result.slice(0, start) + rewritten(link) + result.slice(start + original.length);
    }
    return result;
  }

  function rewritten({ source, target, reference }: PendingLink): string {
    const { link, original } = reference;
    const subpath = link.includes('#') ? link.slice(link.indexOf('#')) : '';
    if (/^!?\[\[/.test(original)) {
      const display = /\\?\|[\s\S]*(?=\]\]$)/.exec(original)?.[0] ?? '';
      const prefix = original.startsWith('!') ? '!' : '';
      return `${prefix}[[${metadataCache.fileToLinktext(target, source.path, true)}${subpath}${display}]]`;
    }
    const destination = encodeDestination(metadataCache.fileToLinktext(target, source.path) + subpath);
    return original.replace(/\]\([\s\S]*\)$/, () => `](${destination})`);
  }
}

function referencesOf(cache: CachedMetadata | null): Reference[] {
  return [...(cache?.links ?? []), ...(cache?.embeds ?? []), ...(cache?.frontmatterLinks ?? [])];
}

function offsetOf(reference: Reference): number {
  return 'position' in reference
    ? (reference as { position: { start: { offset: number } } }).position.start.offset
    : -1;
}

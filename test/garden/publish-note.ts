/**
 * A model of the Digital Garden publisher: what it makes of a note of a vault, with all that it breaks on the way; the order of the steps matters. Dataview, Excalidraw and bases stay as they are.
 *
 * `publishNote(vault, path)` is the page that the site gets and that somebody who has only the site has: frontmatter, published copies, expanded links.
 * What one step does is exported beside it: `transclude`, `expandLinks`, `replaceBlockIds`, `withoutComments`.
 */
import type { NoteMetadata } from '../../src/core/note/note-metadata';
import { expandLinks } from './expand-links';
import { compileFrontmatter, FRONTMATTER } from './compile-frontmatter';
import { embedAssets } from './embed-assets';
import { transclude } from './transclude';

/** What the publisher sees of a vault; `TextVault` is one. */
export interface GardenVault {
  readonly texts: ReadonlyMap<string, string>;
  resolve(linkpath: string, source: string): string | null;
  metadata(path: string): NoteMetadata | null;
}

/** The note's text as it is published. Throws when there is no such note. */
export function publishNote(vault: GardenVault, path: string): string {
  const own = vault.texts.get(path);
  if (own === undefined) throw new Error(`No ${path} among ${[...vault.texts.keys()].join(', ')}.`);
  const compiled = own.replace(FRONTMATTER, () => compileFrontmatter(path, vault.metadata(path)));
  const expanded = expandLinks(transclude(replaceBlockIds(compiled), path, vault), path, vault);
  return embedAssets(withoutComments(expanded), path, vault);
}

/** A block id of the page's own text becomes an attribute on a line of its own; in copied text it is taken away instead (`transclude`). Code is put back in a way in which `$$` is one. */
export function replaceBlockIds(text: string): string {
  const code: string[] = [];
  const outside = text
    .replace(/```[\s\S]*?```/g, (block) => `{{CODE_BLOCK_${code.push(block) - 1}}}`)
    .replace(/[\r\n]\^([\w\d-]+)[\r\n]/g, '{ #$1}\n\n')
    .replace(/ \^([\w\d-]+)/g, '\n{ #$1}\n');
  return code.reduce((all, block, at) => all.replace(`{{CODE_BLOCK_${at}}}`, block), outside);
}

/** Comments go, but not from code. */
export function withoutComments(text: string): string {
  const code = [...(text.match(/```.*?[\r\n][\s\S]+?```/g) ?? []), ...(text.match(/`(.*?)`/g) ?? [])];
  let left = text;
  for (const comment of text.match(/%%.+?%%/gms) ?? [])
    if (!code.some((one) => one.includes(comment))) left = left.replace(comment, '');
  return left;
}

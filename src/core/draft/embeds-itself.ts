import { noteName, splitLink } from '../note/link-text';
import { resolveSubpath, type TextRange } from '../note/resolve-subpath';
import type { VaultView } from '../index/operations-index';
import type { Template } from '../template/built-in-templates';

/** A shown piece of a note, as people call it: `Day 2 Operations › Overview`. */
const named = (path: string, subpath: string): string =>
  [noteName(path), ...subpath.split('#').filter((part) => part !== '')].join(' › ');

/**
 * The way on which an embed of the note comes back to show itself, as names, or null. Judged by section: two notes that show each
 * other's sections are no circle while neither section holds the embed of the other.
 */
export function embedsItself(vault: Pick<VaultView, 'metadata' | 'resolve'>, path: string): readonly string[] | null {
  const embedsIn = (note: string, { start, end }: TextRange) =>
    (vault.metadata(note)?.embeds ?? []).filter(
      ({ position }) => position.start.offset >= start && position.start.offset < end,
    );
  const follow = (note: string, link: string, home: number, seen: Set<string>): string[] | null => {
    const { path: linkpath, subpath } = splitLink(link);
    const target = linkpath === '' ? note : vault.resolve(linkpath, note);
    const metadata = target === null ? null : vault.metadata(target);
    const range = metadata && resolveSubpath(metadata, subpath);
    if (target === null || !range || seen.has(`${target} ${range.start}`)) return null;
    seen.add(`${target} ${range.start}`);
    const name = named(target, subpath);
    if (target === path && range.start <= home && home < range.end) return [name];
    for (const embed of embedsIn(target, range)) {
      const way = follow(target, embed.link, home, seen);
      if (way) return [name, ...way];
    }
    return null;
  };
  for (const embed of embedsIn(path, { start: 0, end: Infinity })) {
    const way = follow(path, embed.link, embed.position.start.offset, new Set());
    if (way) return way;
  }
  return null;
}

/** Why a template will not do for the note at `path`, as the vault will be: its transclusions show the note, or the template, in itself; null when they do not. */
export function circleProblem(
  vault: Pick<VaultView, 'metadata' | 'resolve'>,
  path: string,
  template: Template,
): string | null {
  const circle = embedsItself(vault, path);
  if (circle)
    return `The template “${template.name}” would make the note show itself: ${circle.join(' shows ')}. Leave that transclusion out of it.`;
  const embeds = vault.metadata(path)?.embeds ?? [];
  const showsTemplate =
    template.path !== null && embeds.some(({ link }) => vault.resolve(splitLink(link).path, path) === template.path);
  return showsTemplate
    ? `The template “${template.name}” shows itself, placeholders and all. Leave that transclusion out of it.`
    : null;
}

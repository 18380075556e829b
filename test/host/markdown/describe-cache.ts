import type { CachedMetadata, Pos } from 'obsidian';

/**
 * Notation of this folder's tests: a position is `line:col-line:col`, 0-based, end exclusive; a section is
 * its type, `^id` if it has one, and its position; a list item is its position, `[x]` if it is a task,
 * `^id`, and `<` its parent.
 */
export function at({ start, end }: Pos): string {
  return `${start.line}:${start.col}-${end.line}:${end.col}`;
}

export function tagsOf(cache: CachedMetadata): string[] {
  return (cache.tags ?? []).map(({ tag, position }) => `${tag} ${at(position)}`);
}

export function headingsOf(cache: CachedMetadata): string[] {
  return (cache.headings ?? []).map(({ heading, level, position }) => `${level} "${heading}" ${at(position)}`);
}

export function sectionsOf(cache: CachedMetadata): string[] {
  return (cache.sections ?? []).map(({ type, id, position }) => `${type}${id ? ` ^${id}` : ''} ${at(position)}`);
}

export function itemsOf(cache: CachedMetadata): string[] {
  return (cache.listItems ?? []).map(({ position, task, id, parent }) =>
    [at(position), task === undefined ? '' : `[${task}]`, id ? `^${id}` : '', `<${parent}`].filter(Boolean).join(' '),
  );
}

export function linksOf(links: CachedMetadata['links']): string[] {
  return (links ?? []).map(({ link, displayText }) => `${link} -> ${displayText}`);
}

import type { Span } from '../../text/text-edit';
import type { LocatedTodo } from '../locate-todo';

/**
 * What must still stand there when a plan for a todo is applied: a section's heading, a bullet's first line, and the lines of its
 * tags; typing elsewhere in what it marks blocks nothing.
 */
export function guardsOf({ source, mark: { place, bodyTags } }: LocatedTodo): Span[] {
  const lines = bodyTags.map(({ position }) => source.lineAt(position.start.offset));
  if (place.kind === 'section') lines.push({ start: place.start, end: place.section.heading.position.end.offset });
  if (place.kind === 'item') lines.push(source.lineAt(place.start));
  const seen = new Set<number>();
  return lines
    .filter(({ start, end }) => start < end && !seen.has(start) && seen.add(start))
    .sort((a, b) => a.start - b.start);
}

import type { TextEdit } from '../../text/text-edit';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { PhaseSetting } from '../../settings/settings';
import type { Fix } from './finding';

/** A heading of the overview page, with the phase whose heading it is. */
export interface Levelled {
  readonly heading: HeadingMetadata;
  readonly phase: PhaseSetting | null;
}

/** For each heading: the phase that it is in, and the nearest heading above it that is none of a phase, by index. */
function places(headings: readonly Levelled[], levels: readonly number[]): string[] {
  let current = -1;
  return headings.map(({ phase }, at) => {
    const level = levels[at] ?? 0;
    if (phase) current = at;
    else if (current >= 0 && level <= (levels[current] ?? 0)) current = -1;
    let above = at - 1;
    let limit = level;
    // Phases do not nest, and nothing nests in them but what they rule.
    for (; above >= 0; above--) {
      const other = levels[above] ?? 0;
      if (other >= limit) continue;
      limit = other;
      if (!headings[above]?.phase) break;
    }
    return `${current} ${above}`;
  });
}

/**
 * Brings all phase headings to one level: the usual one, else that of a phase that differs; whichever leaves every other section in the phase, and
 * under the heading, where it is now. Null when neither does, or a heading is underlined instead of marked by `#`.
 */
export function levelFix(headings: readonly Levelled[], usual: number): Fix | null {
  const now = headings.map(({ heading }) => heading.level);
  const others = headings.flatMap(({ heading, phase }) => (phase && heading.level !== usual ? [heading.level] : []));
  const level = [usual, ...others].find((wanted) => {
    const then = headings.map(({ heading, phase }) => (phase ? wanted : heading.level));
    return places(headings, now).join() === places(headings, then).join();
  });
  if (level === undefined) return null;
  const changing = headings.flatMap(({ heading, phase }) => (phase && heading.level !== level ? [heading] : []));
  return {
    kind: 'edit',
    edit({ text }) {
      const edits = changing.map(({ level: before, position: { start, end } }): TextEdit | null => {
        const marks = start.offset + before;
        if (text.slice(start.offset, marks) !== '#'.repeat(before) || text[marks] === '#') return null;
        return {
          start: start.offset,
          end: marks,
          insert: '#'.repeat(level),
          guards: [{ start: start.offset, end: end.offset }],
        };
      });
      return edits.every((edit) => edit !== null) ? edits : null;
    },
  };
}

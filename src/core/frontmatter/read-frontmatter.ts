import { lineAt, linesBetween, nextLineStart } from '../note/text-line';
import { BlockReader, isBlankOrComment } from './read-block';
import { readFlow } from './read-flow';
import type { YamlEntry, YamlMap } from './yaml-node';

/** A note's frontmatter as it is written. */
export interface Frontmatter {
  readonly entries: readonly YamlEntry[];
  /** The one map in brackets that it consists of (the publisher's JSON form), or null. */
  readonly map: YamlMap | null;
  /** Where a new line goes: before the closing `---`. */
  readonly end: number;
}

/** Reads the YAML block that lies in `[start, end)`, its fences included: properties in lines, or one map in brackets. Null when it is neither. */
export function readFrontmatter(text: string, start: number, end: number): Frontmatter | null {
  const from = nextLineStart(text, lineAt(text, start));
  const close = lineAt(text, end).start;
  const lines = [...linesBetween(text, from, close)];
  const first = lines.find((line) => !isBlankOrComment(text.slice(line.start, line.end)));
  if (first && text.slice(first.start, first.end).trimStart().startsWith('{')) {
    const map = readFlow(text, first.start);
    const isAll =
      map?.kind === 'flow-map' &&
      [...linesBetween(text, map.end, close)].every((line) => isBlankOrComment(text.slice(line.start, line.end)));
    return isAll ? { entries: map.entries, map, end: close } : null;
  }
  const entries = new BlockReader(text, lines).readAll();
  return entries && { entries, map: null, end: close };
}

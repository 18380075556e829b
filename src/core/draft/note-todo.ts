import { readMarkdown } from '../markdown/read-markdown';
import { COMMENTS } from '../markdown/marks/span-marks';
import { roleLinksFrom } from '../edit/planning';
import type { OperationsIndex } from '../index/operations-index';
import type { NoteSource } from '../note/note-source';
import { lineAt, nextLineStart } from '../note/text-line';
import { frontmatterTags } from '../todo/frontmatter-tags';
import { standsOnTagLine } from '../todo/tag-line';
import { isTodoTag } from '../todo/todo-tags';

/** How a note's own todo is written: its tags, and whether the published site shows them. */
export interface NoteTodo {
  /** Null: as the template has it. Empty: none. */
  readonly tags: readonly string[] | null;
  readonly isHidden: boolean;
}

export const AS_TEMPLATE: NoteTodo = { tags: null, isHidden: false };

/** Whether the page hides its own todo from the published site: `%% #todo %%`. */
export function hidesTodo(index: OperationsIndex, page: NoteSource): boolean {
  const isRoleLink = roleLinksFrom(index, page.path);
  const lines = page.tagsIn(0, page.text.length).flatMap(({ tag, position }) => {
    const line = lineAt(page.text, position.start.offset);
    return isTodoTag(index.settings.tags, tag) && standsOnTagLine(page, isRoleLink, line)
      ? [page.text.slice(line.start, line.end)]
      : [];
  });
  return lines.length > 0 && lines.every((line) => line.search(COMMENTS) >= 0);
}

/** A change of one place of a text: `removed` units at `at` give way to `added`. */
interface TextChange {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

/**
 * How a new note's text (LF) must change for its todo to be written as wanted: on the line above the first heading where the template has its tag,
 * else on a line of its own there. Null when it is so already.
 */
export function writeNoteTodo(text: string, { tags, isHidden }: NoteTodo, todoTag: string): TextChange | null {
  const { metadata, blocks } = readMarkdown(text);
  const [front] = blocks;
  const start = front?.type === 'yaml' ? nextLineStart(text, lineAt(text, front.end)) : 0;
  const above = text.slice(start, metadata.headings?.[0]?.position.start.offset);
  const lines = above.split('\n');
  const line = lines.findIndex((one) => one.trim() === todoTag);
  const wanted = tags === null ? (line < 0 ? '' : todoTag) : tags.join(' ');
  const written = isHidden && wanted !== '' ? `%% ${wanted} %%` : wanted;
  if (line >= 0) {
    const at = start + lines.slice(0, line).reduce((length, one) => length + one.length + 1, 0);
    const length = lines[line]?.length ?? 0;
    if (text.slice(at, at + length) === written) return null;
    return {
      at,
      removed: written === '' ? length + (/^\n{1,2}/.exec(text.slice(at + length))?.[0].length ?? 0) : length,
      added: written,
    };
  }
  const inProperties = frontmatterTags(metadata.frontmatter);
  if (written === '' || (!isHidden && tags?.every((tag) => inProperties.includes(tag)))) return null;
  const gap = start > 0 && !above.startsWith('\n') ? '\n' : '';
  return { at: start + (above.startsWith('\n') ? 1 : 0), removed: 0, added: `${gap}${written}\n\n` };
}

import { openNoteSource, type NoteSource } from '../../../src/core/note/note-source';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import { findMarkedTodos } from '../../../src/core/todo/find-todos';
import type { FoundTodo } from '../../../src/core/todo/found-todo';
import { parseMetadata } from '../../host/markdown/parse-metadata';

/** The todos of one note; a link counts as a role's when it begins with `Roles/`. */
export function todosIn(markdown: string, settings: Partial<Settings> = {}): FoundTodo[] {
  return todosOf(openNoteSource('Folder/Note.md', markdown, parseMetadata(markdown)), settings);
}

/** The same of a note that has been read. */
export function todosOf(source: NoteSource, settings: Partial<Settings> = {}): FoundTodo[] {
  return findMarkedTodos({
    source,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    isRoleLink: (link) => link.startsWith('Roles/'),
  }).map(({ todo }) => todo);
}

/** Each todo as `line kind title`, 1-based lines, in the order of the note. */
export function todoTable(markdown: string, settings: Partial<Settings> = {}): string[] {
  return todosIn(markdown, settings).map(({ line, kind, title }) => `${line + 1} ${kind} ${title}`);
}

/** Lines as a note. */
export const note = (...lines: string[]): string => lines.join('\n');

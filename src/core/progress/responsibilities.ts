import type { OperationsIndex, VaultView } from '../index/operations-index';
import { ownerInProperties, soleRole } from '../index/owner';
import { withoutDueAndOwner } from '../index/short-title';
import type { Todo } from '../index/todo';
import { noteName } from '../note/link-text';
import { spanOf } from '../note/by-position';
import { sectionOf, type TextRange } from '../note/resolve-subpath';
import type { NoteMetadata } from '../note/note-metadata';
import { noteOfSubject } from '../phase/lifecycle';
import { isClosed } from '../todo/found-todo';

/** A responsibility on a phase's page, and how far it is. */
export interface ResponsibilityState {
  /** The phase's page. */
  readonly path: string;
  /** 0-based line and UTF-16 offset of its bullet or heading. */
  readonly line: number;
  readonly start: number;
  /** Its words without date and owner. */
  readonly title: string;
  /** The role note's path, or null. */
  readonly owner: string | null;
  /** The note that it grew into, or null. */
  readonly note: string | null;
  /** The open todos that mark it: it is finished when there are none. */
  readonly open: readonly Todo[];
}

/** What an open todo on a page marks besides what it stands in: UTF-16 offsets, end exclusive. Null: nothing. */
function markedAround({ kind, copy, startLine }: Todo, metadata: NoteMetadata | null): TextRange | null {
  if (copy !== null) return null;
  const { headings = [], sections = [] } = metadata ?? {};
  switch (kind) {
    case 'note':
      return { start: 0, end: Infinity };
    case 'section':
      return sectionOf(
        headings,
        headings.findIndex(({ position }) => position.start.line === startLine),
      );
    case 'block': {
      const block = sections.find(({ position }) => position.start.line === startLine);
      return block ? spanOf(block.position) : null;
    }
    case 'item':
      // It marks itself and what is nested in it; a responsibility stands in no other.
      return null;
  }
}

/**
 * The responsibilities of a phase's page, in its order. One is finished when nothing open marks it: not the list, section or page that it stands in,
 * not itself or anything nested in it, not the note that it grew into, of which any open todo counts.
 */
export function listResponsibilities(index: OperationsIndex, vault: VaultView, page: string): ResponsibilityState[] {
  const metadata = vault.metadata(page);
  const open = (path: string): readonly Todo[] => index.todosOf(path).filter((todo) => !isClosed(todo));
  const marks = open(page).map((todo) => ({ todo, around: markedAround(todo, metadata) }));
  const responsibilities = (index.pageFacts(page)?.responsibilities ?? []).filter(({ counted }) => counted);
  return responsibilities.map((responsibility) => {
    const { subject, links, line, start, end } = responsibility;
    const note = subject === null ? null : noteOfSubject(subject, page, index.lifecycle, vault.resolve);
    const owner =
      soleRole(links, page, index) ??
      (note === null ? null : ownerInProperties(vault.metadata(note), note, index, vault.resolve));
    const own = marks.filter(
      ({ todo: { offset }, around }) =>
        (offset >= start && offset < end) || (around !== null && start >= around.start && start < around.end),
    );
    return {
      path: page,
      line,
      start,
      get title() {
        return withoutDueAndOwner(responsibility.title, owner === null ? null : noteName(owner));
      },
      owner,
      note,
      open: [...own.map(({ todo }) => todo), ...(note === null ? [] : open(note))],
    };
  });
}

/** Which responsibility is meant: as the page said it. `line` is 0-based. */
export type MeantResponsibility = Pick<ResponsibilityState, 'path' | 'line' | 'title'>;

/** The responsibility that is meant: where it was, else the only one of its title. Null where neither is there. */
export function findResponsibility(
  index: OperationsIndex,
  vault: VaultView,
  { path, line, title }: MeantResponsibility,
): ResponsibilityState | null {
  const alike = listResponsibilities(index, vault, path).filter((one) => one.title === title);
  return alike.find((one) => one.line === line) ?? (alike.length === 1 ? (alike[0] ?? null) : null);
}

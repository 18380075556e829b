import { splitLink } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import { propertyOf } from '../note/property-of';
import { propertyValues } from '../phase/property-values';
import { isClosed } from '../todo/found-todo';
import type { OperationsIndex, VaultView } from './operations-index';
import { ownerOfProperty, soleRole } from './owner';
import type { Todo } from './todo';

/** What a column's header says of its phase. */
export interface PhaseSummary {
  readonly name: string;
  readonly title: string;
  /** The phase page's path, or null. */
  readonly page: string | null;
  /** Open todos in the phase. */
  readonly open: number;
  /** Those of them that mark an empty section. */
  readonly stubs: number;
  readonly responsibilities: number;
  /** Responsibilities with an owner: one role on the bullet, or the owner of the note it links to. */
  readonly owned: number;
}

/** The owner that a responsibility note's property names, or null. */
function ownerOfNote(index: OperationsIndex, vault: VaultView, path: string, metadata: NoteMetadata | null): string | null {
  const values = propertyValues(propertyOf(metadata?.frontmatter, index.settings.properties.owner));
  const roleOf = (link: string): string | null => index.roleOf(link, path);
  return ownerOfProperty(values, path, index.lifecycle.rolesFolder, roleOf, vault.resolve);
}

/** Counts each phase's todos and responsibilities, in the phases' order. */
export function summarizePhases(index: OperationsIndex, vault: VaultView): PhaseSummary[] {
  const { phases, pages } = index.lifecycle;
  const openIn = new Map<string, Todo[]>(phases.map(({ id }) => [id, []]));
  for (const todo of index.todos()) if (todo.phase && !isClosed(todo)) openIn.get(todo.phase.id)?.push(todo);
  return phases.map(({ id, name, title }) => {
    const page = pages.get(id) ?? null;
    const open = openIn.get(id) ?? [];
    const responsibilities = (page === null ? [] : (index.pageFacts(page)?.responsibilities ?? [])).filter(({ counted }) => counted);
    const owned = responsibilities.filter(({ links, subject }) => {
      if (page === null) return false;
      if (soleRole(links, (link) => index.roleOf(link, page)) !== null) return true;
      const note = subject === null ? null : vault.resolve(splitLink(subject).path, page);
      return note !== null && ownerOfNote(index, vault, note, vault.metadata(note)) !== null;
    });
    return {
      name,
      title,
      page,
      open: open.length,
      stubs: open.filter(({ stub }) => stub).length,
      responsibilities: responsibilities.length,
      owned: owned.length,
    };
  });
}

import { folderOf, noteName } from '../note/link-text';
import type { Todo } from '../index/todo';
import type { Settings } from '../settings/settings';

/** What the pages' headings are called. */
export type CardSettings = Pick<Settings, 'overviewHeading' | 'responsibilitiesHeading'>;

/** What the head of the todo's column says already, in lower case: the phase, its purpose, and on the phase's page the page's name. */
function saidByHead({ path, why, phase }: Todo, { overviewHeading }: CardSettings): ReadonlySet<string> {
  const words = [overviewHeading];
  if (phase)
    words.push(
      phase.name,
      `${phase.name} Operations`,
      ...(phase.title === '' ? [] : [phase.title, `${phase.title} Phase`]),
    );
  if (why === 'phase-page') words.push(noteName(path));
  return new Set(words.map((word) => word.toLowerCase()));
}

/** Where a todo stands, from the outside in: for a whole note its folders, else the note and the headings above. */
export function cardPlace(todo: Todo, settings: CardSettings): readonly string[] {
  const isSaid = saidByHead(todo, settings);
  const isNews = (name: string): boolean => !isSaid.has(name.toLowerCase());
  if (todo.kind === 'note') {
    const folder = folderOf(todo.path);
    if (folder === '') return ['top of the vault'];
    // A phase's own folder is said; those around it tell where that is.
    const folders = folder.split('/');
    return isNews(folders.at(-1) ?? '') || folders.length === 1 ? folders : folders.slice(0, -1);
  }
  const note = noteName(todo.path);
  const above = todo.kind === 'section' ? todo.headings.slice(0, -1) : todo.headings;
  // Many notes repeat their name as their first heading.
  const place = [note, ...above.filter((heading, at) => at > 0 || heading !== note)].filter(isNews);
  // Without the room that a list has which has grown.
  return place.slice();
}

import type { Card } from './card';

/** A word of the filter: anywhere, or in one field (`owner:sre`, `state:blocked`). A quoted phrase is one word. */
const WORD = /(?:(owner|state):)?(?:"([^"]*)"|(\S+))/gi;

/** Made when somebody filters, and kept as long as the todo. */
const searchTexts = new WeakMap<Card['todo'], string>();

/** Lower-case text in which a filter's words are looked for. */
function searchTextOf({ todo, title, breadcrumb, ownerName }: Card): string {
  const known = searchTexts.get(todo);
  if (known !== undefined) return known;
  const parts = [title, todo.title, todo.path, ...breadcrumb, todo.excerpt, ownerName ?? '', todo.state ?? '', ...todo.tags];
  const text = parts.join('\n').toLowerCase();
  searchTexts.set(todo, text);
  return text;
}

/** Readies cards for a filter: their text is put together once, and not at the first keystroke for all of them. */
export function readyForFilter(cards: readonly Card[]): void {
  for (const card of cards) searchTextOf(card);
}

/** Builds the test for a filter's text; all of its words must be found, in any order and case. An empty text lets all cards through. */
export function buildFilter(text: string): (card: Card) => boolean {
  const words = [...text.matchAll(WORD)].map(([, field, quoted, plain]) => ({
    field: field?.toLowerCase(),
    word: (quoted ?? plain ?? '').toLowerCase(),
  }));
  return (card) =>
    words.every(({ field, word }) => {
      switch (field) {
        case 'owner':
          return (card.ownerName ?? '').toLowerCase().includes(word);
        case 'state':
          return (card.todo.state ?? '').toLowerCase().includes(word);
        default:
          return searchTextOf(card).includes(word);
      }
    });
}

import type { Card } from './card';

/** A word of the filter: anywhere, or in one field (`owner:sre`, `state:blocked`). A quoted phrase is one word. */
const WORD = /(?:(owner|state):)?(?:"([^"]*)"|(\S+))/gi;

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
          return card.searchText.includes(word);
      }
    });
}

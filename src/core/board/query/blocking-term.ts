import { cardTest, termTest, type Asked, type Searched } from './card-test';
import type { Term } from './query';
import { readQuery } from './read-query';

/** Why a query lets nothing through, and what would help. */
export interface BlockingTerm {
  /** The term as it stands in the query. */
  readonly term: string;
  /** Whether no card passes it even alone; else none passes it together with the rest. */
  readonly isAlone: boolean;
  /** The query without it, and the cards that lets through. */
  readonly rest: string;
  readonly count: number;
}

/**
 * The term of a query that lets nothing through: one that no card passes, else the one without which most cards are left; null when leaving one out does not help.
 * `cardsFor` a query are all that the board could show for it, closed ones too; the query lets none of them through.
 */
export function findBlockingTerm(
  text: string,
  cardsFor: (query: string) => readonly Searched[],
  asked: Asked,
): BlockingTerm | null {
  const { terms } = readQuery(text);
  const cards = cardsFor(text);
  const tests = terms.map((term) => termTest(term, asked));
  // Leaving out a term helps only where there is a card that fails nothing else.
  const helping = new Set<Term | undefined>();
  for (const card of cards) {
    const failed = tests.findIndex((test) => !test(card));
    if (!tests.some((test, at) => at > failed && !test(card))) helping.add(terms[failed]);
  }
  const found = terms
    .filter((term) => helping.has(term))
    .map((term): BlockingTerm => {
      const others = cardTest({ terms: terms.filter((one) => one !== term) }, asked);
      const rest = [text.slice(0, term.start).trim(), text.slice(term.end).trim()]
        .filter((part) => part !== '')
        .join(' ');
      return {
        term: text.slice(term.start, term.end),
        isAlone: !cards.some(termTest(term, asked)),
        rest,
        count: cardsFor(rest).filter(others).length,
      };
    });
  // Where no card passes a term even alone, no other one helps.
  const [best] = found.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best ?? null;
}

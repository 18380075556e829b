import { askedOf, type Board, type BoardRequest } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import type { Chip } from '../../core/board/query/chips';
import { findBlockingTerm, type BlockingTerm } from '../../core/board/query/blocking-term';
import { isAnswerable, type QueryMessage } from '../../core/board/query/query';
import { readQuery } from '../../core/board/query/read-query';
import { suggest, type Suggestion } from '../../core/board/query/suggest';
import type { View } from '../../core/settings/view';
import type { BoardHost } from './board-host';
import type { BoardState } from './board-state';

/** What is asked for in the field and beside it. A query that cannot be answered leaves on the board what the one before it let through. */
export class AskedView {
  /** What is wrong with the query that stands in the field. */
  slips: readonly QueryMessage[] = [];
  chips: readonly Chip[] = [];
  /** The term that lets nothing through, where nothing is shown. */
  blockingTerm: BlockingTerm | null = null;
  private query = '';

  constructor(
    private readonly host: BoardHost,
    private readonly state: () => BoardState,
    private readonly today: () => string,
  ) {}

  /** Takes what stands in the field. */
  take(filter: string): void {
    const asked = readQuery(filter);
    this.slips = isAnswerable(asked) ? [] : asked.messages;
    if (this.slips.length === 0) this.query = filter;
  }

  get view(): View {
    const { showElsewhere, group, density, sort, finished } = this.state();
    return { query: this.query, group, density, sort, finished, elsewhere: showElsewhere };
  }

  request(query?: string): BoardRequest {
    const { index, vault } = this.host;
    const view = query === undefined ? this.view : { ...this.view, query };
    return { index, vault, view, today: this.today(), changedAt: (path) => this.host.changedAt(path) };
  }

  /** Takes note of what was answered. */
  answered({ shown }: Board): void {
    const { builder } = this.host;
    const asked = this.request();
    const cardsFor = (query: string): readonly Card[] => builder.pool(this.request(query));
    this.chips = builder.chips(asked);
    this.blockingTerm = shown === 0 ? findBlockingTerm(asked.view.query, cardsFor, askedOf(asked)) : null;
  }

  /** What could stand at the cursor in a text of the field. */
  suggest(text: string, cursor: number): readonly Suggestion[] {
    const request = this.request(text);
    return suggest(text, cursor, this.host.builder.pool(request), askedOf(request));
  }
}

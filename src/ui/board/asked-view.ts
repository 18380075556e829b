import { askedOf, type Board, type BoardRequest } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import type { Chip } from '../../core/board/query/chips';
import { findBlockingTerm, type BlockingTerm } from '../../core/board/query/blocking-term';
import { isAnswerable, type QueryMessage } from '../../core/board/query/query';
import { readQuery } from '../../core/board/query/read-query';
import { suggest, type Suggestion } from '../../core/board/query/suggest';
import { viewOf, type View } from '../../core/settings/view';
import type { ShownBoard } from './shown-board';

/** What is asked for in the field and beside it. A query that cannot be answered leaves on the board what the one before it let through. */
export class AskedView {
  /** What is wrong with the query that stands in the field. */
  slips: readonly QueryMessage[] = [];
  chips: readonly Chip[] = [];
  /** The term that lets nothing through, where nothing is shown. */
  blockingTerm: BlockingTerm | null = null;
  private query = '';

  constructor(private readonly at: ShownBoard) {}

  /** Takes what stands in the field. */
  take(text: string): void {
    const asked = readQuery(text);
    this.slips = isAnswerable(asked) ? [] : asked.messages;
    if (this.slips.length === 0) this.query = text;
  }

  get view(): View {
    return { ...viewOf(this.at.state), query: this.query };
  }

  request(query = this.query): BoardRequest {
    const { host, state, today } = this.at;
    const { index, vault } = host;
    return { index, vault, view: { ...viewOf(state), query }, today, changedAt: (path) => host.changedAt(path) };
  }

  /** Takes note of what was answered. */
  answered({ shown }: Board): void {
    const { builder } = this.at.host;
    const asked = this.request();
    const cardsFor = (query: string): readonly Card[] => builder.pool(this.request(query));
    this.chips = builder.chips(asked);
    this.blockingTerm = shown === 0 ? findBlockingTerm(asked.view.query, cardsFor, askedOf(asked)) : null;
  }

  /** What could stand at the cursor in a text of the field. */
  suggest(text: string, cursor: number): readonly Suggestion[] {
    const request = this.request(text);
    return suggest(text, cursor, this.at.host.builder.pool(request), askedOf(request));
  }
}

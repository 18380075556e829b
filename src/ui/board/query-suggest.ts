import { AbstractInputSuggest, type App } from 'obsidian';
import { isKeyed, isTypedInFull, type Suggestion } from '../../core/board/query/suggest';

/** What can be typed into the filter, below it, where a key stands or begins: Enter and the arrows then choose, and else lead to the cards. */
export class QuerySuggest extends AbstractInputSuggest<Suggestion> {
  constructor(
    app: App,
    private readonly input: HTMLInputElement,
    private readonly suggest: (text: string, cursor: number) => readonly Suggestion[],
  ) {
    super(app, input);
  }

  protected getSuggestions(text: string): Suggestion[] {
    const cursor = this.input.selectionStart ?? text.length;
    const typed = text.slice(0, cursor);
    // Plain words are looked for as they stand: nobody counts cards for what is not shown.
    if (typed === '' || /\s$/.test(typed) || !isKeyed(text, cursor)) return [];
    const found = this.suggest(text, cursor);
    return isTypedInFull(text, found) ? [] : [...found];
  }

  renderSuggestion({ text, count }: Suggestion, el: HTMLElement): void {
    el.addClass('ops-suggestion');
    el.createSpan({ text, attr: { dir: 'auto' } });
    if (count !== null) el.createSpan({ cls: 'ops-count', text: String(count) });
  }

  override selectSuggestion({ text, count, start, end }: Suggestion): void {
    const { value } = this.input;
    // A value that ends the query makes room for the next term.
    const written = text + (count !== null && value.slice(end).trim() === '' ? ' ' : '');
    this.input.value = value.slice(0, start) + written + value.slice(end);
    this.input.setSelectionRange(start + written.length, start + written.length);
    this.input.dispatchEvent(new Event('input', { bubbles: true }));
    if (count !== null) this.close();
  }
}

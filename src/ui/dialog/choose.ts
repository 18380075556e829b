import { prepareFuzzySearch, renderResults, SuggestModal, type App, type SearchResult } from 'obsidian';

/** One of several things to choose. */
export interface Choice<T> {
  readonly text: string;
  /** What else to know of it, in small print; '' for nothing. */
  readonly note: string;
  readonly value: T;
}

interface ChooseRequest<T> {
  /** The question, in the field. */
  readonly question: string;
  readonly choices: readonly Choice<T>[];
  /** A choice made of what is typed, when nothing has that name; null when it cannot be one. */
  readonly free?: (typed: string) => Choice<T> | null;
}

interface Found<T> {
  readonly choice: Choice<T>;
  readonly match: SearchResult | null;
}

class ChooseModal<T> extends SuggestModal<Found<T>> {
  constructor(
    app: App,
    private readonly request: ChooseRequest<T>,
    private readonly answer: (chosen: { readonly value: T } | null) => void,
  ) {
    super(app);
    this.setPlaceholder(request.question);
    if (!request.choices[0]) this.emptyStateText = 'Type a name.';
    this.setInstructions([
      { command: '↑↓', purpose: 'to move' },
      { command: '↵', purpose: 'to choose' },
      { command: 'esc', purpose: 'to leave things as they are' },
    ]);
  }

  getSuggestions(query: string): Found<T>[] {
    const { choices, free } = this.request;
    const typed = query.trim();
    if (typed === '') return choices.map((choice) => ({ choice, match: null }));
    const search = prepareFuzzySearch(typed);
    const found = choices
      .flatMap((choice) => {
        const match = search(choice.text);
        return match ? [{ choice, match }] : [];
      })
      .sort((a, b) => b.match.score - a.match.score);
    const isNamed = choices.some(({ text }) => text.toLowerCase() === typed.toLowerCase());
    const own = isNamed ? null : (free?.(typed) ?? null);
    return own ? [...found, { choice: own, match: null }] : found;
  }

  renderSuggestion({ choice, match }: Found<T>, el: HTMLElement): void {
    const title = el.createDiv({ attr: { dir: 'auto' } });
    if (match) renderResults(title, choice.text, match);
    else title.setText(choice.text);
    if (choice.note !== '') el.createEl('small', { cls: 'ops-choice-note', text: choice.note });
  }

  onChooseSuggestion({ choice: { value } }: Found<T>): void {
    this.answer({ value });
  }

  override onClose(): void {
    // The dialog closes before it hands over what was chosen.
    window.setTimeout(() => this.answer(null));
  }
}

/** Lets the user choose one; null when they do not. A value may be null itself, so it comes in an object. */
export function choose<T>(app: App, request: ChooseRequest<T>): Promise<{ readonly value: T } | null> {
  return new Promise((resolve) => new ChooseModal(app, request, resolve).open());
}

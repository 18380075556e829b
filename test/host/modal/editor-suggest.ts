/** Suggestions in an editor, while one types. */
import type {
  Editor,
  EditorPosition,
  EditorSuggestContext,
  EditorSuggestTriggerInfo,
  Instruction,
  TFile,
} from 'obsidian';
import type { App } from '../app/app';
import { registrationsOf } from '../app/registrations';
import { reportError } from '../host-record';
import type { MarkdownView } from '../view/markdown-view';
import { PopoverSuggest } from './popover-suggest';
import { SuggestionList } from './suggestion-list';

/** Where a place of the text stands in the window, in pixels. */
export type PlaceOf = (position: EditorPosition) => { readonly left: number; readonly bottom: number };

export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: EditorSuggestContext | null = null;
  limit = 100;
  readonly #list: SuggestionList<T>;

  constructor(app: App) {
    super(app);
    this.#list = new SuggestionList({
      containerEl: this.suggestEl.createDiv('suggestion'),
      inputEl: createDiv(),
      scope: this.scope,
      render: (value, el) => this.renderSuggestion(value, el),
      choose: (value, event) => this.selectSuggestion(value, event),
    });
  }

  abstract onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null;
  abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;

  setInstructions(_instructions: Instruction[]): void {
    return;
  }

  override close(): void {
    this.context = null;
    super.close();
  }

  /** Not declared: the first that is triggered shows its suggestions, the others go. The app asks its own too, in an order that nothing tells. */
  static async offer({ app, editor, file }: MarkdownView, placeOf: PlaceOf): Promise<void> {
    const all = suggestsOf(app);
    let context: EditorSuggestContext | null = null;
    let first: EditorSuggest<unknown> | null = null;
    for (const one of all) {
      const info: EditorSuggestTriggerInfo | null =
        first || !file ? null : one.onTrigger(editor.getCursor(), editor, file);
      if (info && file) [first, context] = [one, { ...info, editor, file: file }];
      else one.close();
    }
    if (!first || !context) return;
    try {
      first.context = context;
      const found = await first.getSuggestions(context);
      // Others may have been asked meanwhile, or it was closed.
      if (first.context !== context) return;
      if (found.length === 0) {
        first.close();
        return;
      }
      first.open();
      first.#list.show(found.slice(0, first.limit));
      const { left, bottom } = placeOf(context.start);
      Object.assign(first.suggestEl.style, { left: `${left}px`, top: `${bottom + 2}px` });
    } catch (error) {
      reportError(error);
    }
  }

  /** Not declared: the cursor has gone elsewhere. */
  static closeAll(app: App): void {
    for (const one of suggestsOf(app)) one.close();
  }
}

const suggestsOf = (app: App): EditorSuggest<unknown>[] =>
  [...(registrationsOf(app).others.get('registerEditorSuggest')?.keys() ?? [])] as EditorSuggest<unknown>[];

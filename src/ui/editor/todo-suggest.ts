import { syntaxTree } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import {
  EditorSuggest,
  type App,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
} from 'obsidian';
import { findTyped, type TypedDetail } from '../../core/suggest/find-typed';
import { listSuggestions, type TodoSuggestion } from '../../core/suggest/list-suggestions';
import { planSuggestion } from '../../core/suggest/plan-suggestion';
import { isRefusal } from '../../core/text/refusal';
import type { NoteEdit } from '../../core/text/text-edit';
import type { ActionContext } from '../actions/action-context';
import { chooseDue } from '../dialog/choose-due';
import { showPublic, tellError, tellReason } from '../plan/run-plan';

/** How the app's parser, and CodeMirror's own, name what holds no tags. The app documents no names: what is missed here is refused when it is written. */
const NO_TAGS = /code|math|front-?matter/i;

/** Whether the editor reads the place as code or the like; false where that is not known. */
function isInCode(editor: Editor, line: number, ch: number): boolean {
  const focused = activeDocument.activeElement;
  const view = focused?.instanceOf(HTMLElement) ? EditorView.findFromDOM(focused) : null;
  if (!view) return false;
  const at = syntaxTree(view.state).resolveInner(editor.posToOffset({ line, ch }), 1);
  for (let node: typeof at | null = at; node; node = node.parent) if (NO_TAGS.test(node.name)) return true;
  return false;
}

/** Where a cursor at the offset comes to stand, behind what is written there. */
const cursorBehind = ({ edits }: NoteEdit, offset: number): number =>
  edits
    .filter(({ start }) => start <= offset)
    .reduce((at, { start, end, insert }) => at + insert.length - (end - start), offset);

/** What can be said of a todo while its tag is typed, written as the board would write it. Where nothing of ours fits, the app's own suggestions have their way. */
export class TodoSuggest extends EditorSuggest<TodoSuggestion> {
  private typed: TypedDetail | null = null;
  private found: TodoSuggestion[] = [];

  constructor(
    app: App,
    private readonly actions: ActionContext,
    private readonly type: (editor: Editor, change: NoteEdit, cursor: number) => void,
  ) {
    super(app);
  }

  /** Asked with every key: of one line, until something is typed behind a tag. */
  onTrigger({ line, ch }: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const { settings } = this.actions.index;
    const typed = settings.suggestInEditor ? findTyped(settings.tags, editor.getLine(line), ch) : null;
    if (!typed || isInCode(editor, line, typed.start)) return null;
    this.typed = typed;
    this.found = listSuggestions(this.actions, typed, new Date());
    return this.found.length === 0 ? null : { start: { line, ch: typed.start }, end: { line, ch }, query: typed.text };
  }

  getSuggestions(): TodoSuggestion[] {
    return this.found;
  }

  renderSuggestion({ name, note }: TodoSuggestion, el: HTMLElement): void {
    el.addClass('ops-suggestion');
    el.createSpan({ text: name, attr: { dir: 'auto' } });
    el.createSpan({ cls: 'ops-count', text: note });
  }

  selectSuggestion(suggestion: TodoSuggestion): void {
    const { context, typed } = this;
    this.close();
    if (context && typed) void this.write(context, typed, suggestion).catch(tellError);
  }

  private async write(
    { editor, file, end }: EditorSuggestContext,
    typed: TypedDetail,
    { says }: TodoSuggestion,
  ): Promise<void> {
    const text = editor.getValue();
    const line = editor.posToOffset({ line: end.line, ch: 0 });
    const chosen = says === 'date' ? await this.askForDate() : says;
    if (!chosen) return;
    const planned = await planSuggestion(
      await this.actions.planning(),
      {
        path: file.path,
        text,
        tag: line + typed.start,
        typed: { start: line + typed.end, end: line + end.ch },
      },
      chosen,
    );
    if (isRefusal(planned)) tellReason(planned.refusal);
    else if (await showPublic(this.actions, planned))
      for (const change of planned.changes) this.type(editor, change, cursorBehind(change, line + end.ch));
    editor.focus();
  }

  private async askForDate(): Promise<{ readonly due: string } | null> {
    const chosen = await chooseDue(this.app, { subject: 'this todo', due: null, canClear: false });
    return chosen?.due === undefined || chosen.due === null ? null : { due: chosen.due };
  }
}

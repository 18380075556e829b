/** Obsidian's editor interface over CodeMirror 6. Lines count from 0, columns in UTF-16 units. */
import * as commands from '@codemirror/commands';
import { foldAll, toggleFold, unfoldAll } from '@codemirror/language';
import { EditorSelection, type ChangeSpec, type SelectionRange, type Text } from '@codemirror/state';
import { EditorView, type Command } from '@codemirror/view';
import type {
  Editor,
  EditorChange,
  EditorCommandName,
  EditorPosition,
  EditorRange,
  EditorRangeOrCaret,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian';
import { mocks } from '../../../host/mocks';

/** The commands' package may be typed against a copy of its own of the state; the bundle has one only. */
const COMMANDS = {
  goUp: commands.cursorLineUp,
  goDown: commands.cursorLineDown,
  goLeft: commands.cursorCharLeft,
  goRight: commands.cursorCharRight,
  goStart: commands.cursorDocStart,
  goEnd: commands.cursorDocEnd,
  goWordLeft: commands.cursorGroupLeft,
  goWordRight: commands.cursorGroupRight,
  indentMore: commands.indentMore,
  indentLess: commands.indentLess,
  newlineAndIndent: commands.insertNewlineAndIndent,
  swapLineUp: commands.moveLineUp,
  swapLineDown: commands.moveLineDown,
  deleteLine: commands.deleteLine,
  toggleFold,
  foldAll,
  unfoldAll,
} as unknown as Readonly<Record<EditorCommandName, Command>>;
const { undo, redo } = commands as unknown as Readonly<Record<'undo' | 'redo', Command>>;

/** An editor of the mocks is what plugins find with `instanceof`. */
const BaseEditor = mocks.Editor as unknown as abstract new () => Editor;

export class CodeMirrorEditor extends BaseEditor {
  readonly cm: EditorView;

  constructor(cm: EditorView) {
    super();
    this.cm = cm;
  }

  /** Not declared: the editor of the table's cell that has the focus, else the note's. */
  get activeCM(): EditorView {
    const focused = this.cm.dom.ownerDocument.activeElement;
    const inner = focused && this.cm.dom.contains(focused) ? EditorView.findFromDOM(focused as HTMLElement) : null;
    return inner ?? this.cm;
  }

  get inTableCell(): boolean {
    return this.activeCM !== this.cm;
  }

  get #doc(): Text {
    return this.cm.state.doc;
  }

  override getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.#doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.#doc.length, insert: content } });
  }

  getLine(line: number): string {
    return line < 0 || line >= this.#doc.lines ? '' : this.#doc.line(line + 1).text;
  }

  override setLine(n: number, text: string): void {
    const { from, to } = this.#doc.line(n + 1);
    this.cm.dispatch({ changes: { from, to, insert: text } });
  }

  lineCount(): number {
    return this.#doc.lines;
  }

  lastLine(): number {
    return this.#doc.lines - 1;
  }

  getSelection(): string {
    const { from, to } = this.cm.state.selection.main;
    return this.#doc.sliceString(from, to);
  }

  override somethingSelected(): boolean {
    return this.cm.state.selection.ranges.some(({ empty }) => !empty);
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.#doc.sliceString(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string): void {
    this.cm.dispatch(this.cm.state.replaceSelection(replacement));
  }

  replaceRange(replacement: string, from: EditorPosition, to: EditorPosition = from): void {
    this.cm.dispatch({ changes: { from: this.posToOffset(from), to: this.posToOffset(to), insert: replacement } });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    // Seen in plugins: in a table's cell it is the cell's own cursor, in the cell's own text.
    const { state } = this.activeCM;
    const { number, from } = state.doc.lineAt(state.selection.main[side]);
    return { line: number - 1, ch: state.selection.main[side] - from };
  }

  listSelections(): { anchor: EditorPosition; head: EditorPosition }[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({
      anchor: this.offsetToPos(anchor),
      head: this.offsetToPos(head),
    }));
  }

  override setCursor(position: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof position === 'number' ? { line: position, ch } : position);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const selection = EditorSelection.create(
      ranges.map((range) => this.#range(range)),
      main,
    );
    this.cm.dispatch({ selection, scrollIntoView: true });
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    this.cm.scrollDOM.scrollTo({ ...(x == null ? {} : { left: x }), ...(y == null ? {} : { top: y }) });
  }

  scrollIntoView({ from, to }: EditorRange, center = false): void {
    const range = EditorSelection.range(this.posToOffset(from), this.posToOffset(to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(range, { y: center ? 'center' : 'nearest' }) });
  }

  undo(): void {
    undo(this.cm);
  }

  redo(): void {
    redo(this.cm);
  }

  exec(command: EditorCommandName): void {
    COMMANDS[command](this.cm);
  }

  transaction({ changes, selection, selections, replaceSelection }: EditorTransaction): void {
    if (replaceSelection !== undefined) this.replaceSelection(replaceSelection);
    if (changes) this.cm.dispatch({ changes: changes.map((change) => this.#change(change)) });
    const wanted = selections ?? (selection ? [selection] : []);
    if (wanted.length > 0)
      this.setSelections(wanted.map(({ from, to }: EditorRangeOrCaret) => ({ anchor: from, head: to ?? from })));
  }

  wordAt(position: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(position));
    return word ? { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) } : null;
  }

  posToOffset({ line, ch }: EditorPosition): number {
    const { from, to } = this.#doc.line(Math.max(1, Math.min(line + 1, this.#doc.lines)));
    return Math.min(from + ch, to);
  }

  offsetToPos(offset: number): EditorPosition {
    const { number, from } = this.#doc.lineAt(Math.max(0, Math.min(offset, this.#doc.length)));
    return { line: number - 1, ch: offset - from };
  }

  override processLines<T>(
    read: (line: number, lineText: string) => T | null,
    write: (line: number, lineText: string, value: T | null) => ReturnType<Parameters<Editor['processLines']>[1]>,
    ignoreEmpty = true,
  ): void {
    const lines = new Set(this.cm.state.selection.ranges.flatMap(({ from, to }) => this.#linesBetween(from, to)));
    const wanted = [...lines].filter((line) => !ignoreEmpty || this.getLine(line).trim() !== '');
    const values = wanted.map((line) => read(line, this.getLine(line)));
    const changes = wanted.map((line, i) => write(line, this.getLine(line), values[i] ?? null));
    this.transaction({ changes: changes.filter((change) => change !== undefined) });
  }

  #linesBetween(from: number, to: number): number[] {
    const [first, last] = [this.offsetToPos(from).line, this.offsetToPos(to).line];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  #change({ from, to, text }: EditorChange): ChangeSpec {
    return { from: this.posToOffset(from), to: this.posToOffset(to ?? from), insert: text };
  }

  #range({ anchor, head }: EditorSelectionOrCaret): SelectionRange {
    return EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor));
  }
}

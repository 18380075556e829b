/** How a note's view gets its editor: a page brings one that can be seen, elsewhere a buffer does. */
import type { Editor } from 'obsidian';
import { mocks } from '../mocks';
import type { PlaceOf } from '../modal/editor-suggest';
import type { MarkdownView } from '../view/markdown-view';

export interface BoundEditor {
  readonly editor: Editor;
  /** Takes over the file's text, which is no edit; the undo history goes when another file is opened. */
  load(text: string, clear: boolean): void;
  /** Marks a line for a moment. */
  flash(line: number): void;
  /** Where a place of the text stands in the window. */
  placeOf: PlaceOf;
  destroy(): void;
}

export type BindEditor = (parent: HTMLElement, view: MarkdownView) => BoundEditor;

/** The mocks' buffer; every method that changes its text is an edit. */
const EDITING = [
  'exec',
  'processLines',
  'redo',
  'replaceRange',
  'replaceSelection',
  'setLine',
  'setValue',
  'transaction',
  'undo',
];

export const bindBuffer: BindEditor = (_parent, view) => {
  const Buffer = mocks.Editor as unknown as new () => Editor;
  const editor = new Buffer();
  const load = editor.setValue.bind(editor);
  for (const name of EDITING) {
    const method = (Reflect.get(editor, name) as (...args: unknown[]) => unknown).bind(editor);
    const edit = (...args: unknown[]): unknown => {
      const before = editor.getValue();
      const result = method(...args);
      if (editor.getValue() !== before) view.edited();
      return result;
    };
    Object.defineProperty(editor, name, { configurable: true, writable: true, value: edit });
  }
  return {
    editor,
    load: (text) => load(text),
    flash: () => undefined,
    placeOf: () => ({ left: 0, bottom: 0 }),
    destroy: () => undefined,
  };
};

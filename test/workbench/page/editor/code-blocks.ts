/**
 * Blocks of plugins as Live Preview shows them: one piece for the note's editor, drawn by the plugin's handler as long as the cursor is not in its text. The editor
 * draws only what is near its window: a block that is scrolled out of it is unloaded, and made anew.
 */
import { EditorSelection, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { App } from '../../../host/app/app';
import { registrationsOf } from '../../../host/app/registrations';
import { setIcon } from '../../../host/icons/icons';
import { Component, mocks } from '../../../host/mocks';
import { MarkdownRenderer } from '../../../host/render/markdown-renderer';

const OPENING = /^(`{3,}|~{3,})([\w-]+)$/;

class CodeBlock extends WidgetType {
  constructor(
    private readonly app: App,
    private readonly path: string,
    private readonly text: string,
  ) {
    super();
  }

  override eq(other: CodeBlock): boolean {
    return other.text === this.text && other.path === this.path;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = createDiv('cm-preview-code-block cm-embed-block markdown-rendered');
    const component = new Component();
    component.load();
    components.set(box, component);
    void MarkdownRenderer.render(this.app as never, this.text, box, this.path, component as never).then(() => {
      const button = box.createDiv({ cls: 'edit-block-button', attr: { 'aria-label': 'Edit this block' } });
      setIcon(button, 'code-xml');
      button.addEventListener('click', () =>
        view.dispatch({ selection: EditorSelection.cursor(view.posAtDOM(box) + 3) }),
      );
    });
    return box;
  }

  override destroy(box: HTMLElement): void {
    components.get(box)?.unload();
  }

  /** Clicks and keys are the block's own. */
  override ignoreEvent(): boolean {
    return true;
  }
}

const components = new WeakMap<HTMLElement, Component>();

function blocksIn(state: EditorState): DecorationSet {
  const { doc, selection } = state;
  const view = state.field(mocks.editorInfoField as unknown as StateField<{ app: App; file: { path: string } | null }>);
  const handlers = registrationsOf(view.app).others.get('registerMarkdownCodeBlockProcessor');
  const found = [];
  for (let first = 1; first <= doc.lines; first++) {
    const { from, text } = doc.line(first);
    const [, fence = '', language = ''] = OPENING.exec(text) ?? [];
    if (fence === '') continue;
    let last = first + 1;
    while (last < doc.lines && doc.line(last).text !== fence) last++;
    if (last > doc.lines) break;
    const { to } = doc.line(last);
    first = last;
    if (!handlers?.has(language) || selection.ranges.some((range) => range.from <= to && range.to >= from)) continue;
    const widget = new CodeBlock(view.app, view.file?.path ?? '', doc.sliceString(from, to));
    found.push(Decoration.replace({ widget, block: true }).range(from, to));
  }
  return Decoration.set(found);
}

export const codeBlocks: Extension = StateField.define<DecorationSet>({
  create: blocksIn,
  update: (blocks, { docChanged, selection, state }) => (docChanged || selection ? blocksIn(state) : blocks),
  provide: (field) => EditorView.decorations.from(field),
});

/** Tables as Live Preview shows them: one piece for the note's editor, and each cell that is clicked has an editor of its own over its text. */
import { EditorState, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

const ROW = /^\s*\|.*\|\s*$/;

class Table extends WidgetType {
  constructor(readonly text: string) {
    super();
  }

  override eq(other: Table): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const box = createDiv('cm-embed-block cm-table-widget');
    const table = box.createEl('table');
    for (const [at, line] of this.text.split('\n').entries()) {
      if (at === 1) continue;
      const row = table.createEl('tr');
      for (const text of line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|'))
        addCell(row, text.trim());
    }
    return box;
  }

  /** Clicks are the cell's own. */
  override ignoreEvent(): boolean {
    return true;
  }
}

function addCell(row: HTMLElement, text: string): void {
  const wrapper = row.createEl('td').createDiv({ cls: 'table-cell-wrapper', text });
  wrapper.addEventListener('click', () => {
    if (wrapper.querySelector('.cm-editor')) return;
    wrapper.empty();
    new EditorView({ parent: wrapper, state: EditorState.create({ doc: text }) }).focus();
  });
}

function tablesIn(doc: Text): DecorationSet {
  const found = [];
  for (let first = 1; first < doc.lines; first++) {
    if (!ROW.test(doc.line(first).text) || !/^[\s|:-]+$/.test(doc.line(first + 1).text)) continue;
    let last = first + 1;
    while (last < doc.lines && ROW.test(doc.line(last + 1).text)) last++;
    const [from, to] = [doc.line(first).from, doc.line(last).to];
    found.push(Decoration.replace({ widget: new Table(doc.sliceString(from, to)), block: true }).range(from, to));
    first = last;
  }
  return Decoration.set(found);
}

export const tableCells: Extension = StateField.define<DecorationSet>({
  create: ({ doc }) => tablesIn(doc),
  update: (tables, { docChanged, newDoc }) => (docChanged ? tablesIn(newDoc) : tables),
  provide: (field) => EditorView.decorations.from(field),
});

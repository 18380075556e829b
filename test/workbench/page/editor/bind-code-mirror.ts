/** Gives a note's view an editor that can be seen: CodeMirror 6 with Markdown. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap } from '@codemirror/view';
import type { App } from '../../../host/app/app';
import { registrationsOf } from '../../../host/app/registrations';
import type { BindEditor } from '../../../host/editor/bind-editor';
import { mocks } from '../../../host/mocks';
import { EditorSuggest } from '../../../host/modal/editor-suggest';
import { CodeMirrorEditor } from './code-mirror-editor';
import { flashLine, flashing } from './flash-line';
import { frontmatter } from './frontmatter';
import { markdownStyle } from './markdown-style';

/** A change that comes from the file. */
const fromFile = Annotation.define<boolean>();

export const bindCodeMirror: BindEditor = (parent, view) => {
  const plugins = new Compartment();
  const options = (): Extension[] => [
    history(),
    drawSelection(),
    highlightActiveLine(),
    markdown({ base: markdownLanguage, extensions: frontmatter }),
    markdownStyle,
    flashing,
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': 'Note', spellcheck: 'false', tabindex: '0' }),
    mocks.editorInfoField.init(() => view as never),
    mocks.editorLivePreviewField.init(() => false),
    plugins.of(extensionsOf(view.app)),
    EditorView.updateListener.of(({ docChanged, selectionSet, transactions }) => {
      if (docChanged && !transactions.some((each) => each.annotation(fromFile))) view.edited();
      else if (selectionSet) EditorSuggest.closeAll(view.app);
    }),
  ];
  const cm = new EditorView({ parent, state: EditorState.create({ extensions: options() }) });
  view.registerEvent(
    view.app.workspace.on('options-change', () =>
      cm.dispatch({ effects: plugins.reconfigure(extensionsOf(view.app)) }),
    ),
  );
  const editor = new CodeMirrorEditor(cm);
  view.register(parent.onWindowMigrated(({ document: doc }) => cm.setRoot(doc)));
  return {
    editor,
    load(text, clear) {
      // Of another file there is nothing to undo.
      if (clear) cm.setState(EditorState.create({ doc: text, extensions: options() }));
      else cm.dispatch({ changes: smallestChange(cm.state.doc.toString(), text), annotations: fromFile.of(true) });
    },
    flash: (line) => flashLine(cm, line),
    placeOf: (position) => cm.coordsAtPos(editor.posToOffset(position)) ?? { left: 0, bottom: 0 },
    destroy: () => cm.destroy(),
  };
};

function extensionsOf(app: App): Extension[] {
  return [...(registrationsOf(app).others.get('registerEditorExtension')?.keys() ?? [])] as Extension[];
}

/** Keeps the cursor where it is when the text changes elsewhere. */
function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

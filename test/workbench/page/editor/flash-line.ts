/** Marks a line for a moment, where a link or a card led to. */
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

const SHOWN_MS = 1500;
const setFlash = StateEffect.define<number | null>();

export const flashing = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes }) {
    for (const effect of effects) {
      if (!effect.is(setFlash)) continue;
      if (effect.value === null) return Decoration.none;
      return Decoration.set(Decoration.line({ class: 'is-flashing' }).range(effect.value));
    }
    return marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** @param line counted from 0. */
export function flashLine(cm: EditorView, line: number): void {
  const { from } = cm.state.doc.line(Math.min(line + 1, cm.state.doc.lines));
  cm.dispatch({ effects: setFlash.of(from) });
  setTimeout(() => cm.dom.isConnected && cm.dispatch({ effects: setFlash.of(null) }), SHOWN_MS);
}

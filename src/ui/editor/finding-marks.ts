import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Finding } from '../../core/check/facts/finding';

/** A finding with the part of the editor's text that is underlined for it; UTF-16 units, end exclusive. */
export interface MarkedFinding {
  readonly finding: Finding;
  readonly from: number;
  readonly to: number;
}

const replaced = StateEffect.define<readonly MarkedFinding[]>();

const markOf = ({ finding, from, to }: MarkedFinding): ReturnType<Decoration['range']> =>
  Decoration.mark({ class: `ops-mark is-${finding.severity}`, finding }).range(from, to);

/**
 * What is underlined. It moves with the text around it, and goes as soon as something in it changes: what is being written is judged when it has been
 * saved. A keystroke costs no more than the marks that it touches.
 */
const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { changes, docChanged, effects }) {
    let now = before;
    if (docChanged && now.size > 0) {
      changes.iterChangedRanges((start, end) => {
        now = now.update({
          filter: (from, to) => end <= from || to <= start,
          filterFrom: start,
          filterTo: end,
        });
      });
      now = now.map(changes);
    }
    for (const effect of effects) if (effect.is(replaced)) now = Decoration.set(effect.value.map(markOf), true);
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const findingMarks: Extension = marks;

/** What is underlined in `[start, end]`, in the text's order. */
export function findingsBetween(state: EditorState, start = 0, end = state.doc.length): MarkedFinding[] {
  const found: MarkedFinding[] = [];
  state.field(marks, false)?.between(start, end, (from, to, { spec }) => {
    found.push({ finding: (spec as { finding: Finding }).finding, from, to });
  });
  return found;
}

/** Underlines these, and nothing else. */
export function markFindings(view: EditorView, found: readonly MarkedFinding[]): void {
  if (found.length > 0 || findingsBetween(view.state).length > 0) view.dispatch({ effects: replaced.of(found) });
}

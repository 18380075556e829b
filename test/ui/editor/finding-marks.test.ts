// What is underlined moves with its text, whatever is written, and goes when something in it is.
import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../../../src/core/check/facts/finding';
import { findingMarks, findingsBetween, markFindings } from '../../../src/ui/editor/finding-marks';
import { runs } from '../../property-runs';

const finding = { severity: 'error' } as Finding;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** An editor without a page: its state, and what is dispatched to it. */
class Editing {
  state = EditorState.create({ doc: 'a'.repeat(40), extensions: findingMarks });

  dispatch(spec: TransactionSpec): void {
    this.state = this.state.update(spec).state;
  }

  mark(spans: readonly (readonly [number, number])[]): void {
    markFindings(
      this as unknown as EditorView,
      spans.map(([from, to]) => ({ finding, from, to })),
    );
  }

  get marked(): string[] {
    return findingsBetween(this.state)
      .map(({ from, to }) => `${from}-${to}`)
      .sort();
  }
}

/** The slow, plain answer: each span on its own, each edit of the old text. */
function moved([from, to]: readonly [number, number], edits: readonly Edit[]): string | null {
  let shift = 0;
  for (const edit of edits) {
    if (edit.from < to && edit.to > from) return null;
    if (edit.to <= from) shift += edit.insert.length - (edit.to - edit.from);
  }
  return `${from + shift}-${to + shift}`;
}

const span = fc
  .tuple(fc.nat({ max: 35 }), fc.integer({ min: 1, max: 5 }))
  .map(([from, length]): [number, number] => [from, from + length]);

/** Edits of one transaction: in order, none touching another. */
const edits = fc
  .tuple(
    fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 2, maxLength: 8 }),
    fc.array(fc.constantFrom('', 'x', '\n', 'longer')),
  )
  .map(([places, inserts]) => {
    const at = places.sort((a, b) => a - b);
    return inserts.slice(0, at.length >> 1).map((insert, nth) => {
      const [from = 0, to = 0] = at.slice(nth * 2);
      return { from, to: insert === 'longer' ? from : to, insert };
    });
  });

it('follows random edits as each mark alone would', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), fc.array(edits, { maxLength: 5 }), (spans, steps) => {
      const editing = new Editing();
      editing.mark(spans);
      let model = spans.map(([from, to]) => `${from}-${to}`);
      for (const step of steps) {
        const { length } = editing.state.doc;
        const fitting = step.filter(({ to }) => to <= length);
        editing.dispatch({ changes: fitting });
        model = model.flatMap((one) => moved(one.split('-').map(Number) as [number, number], fitting) ?? []);
        expect(editing.marked).toEqual([...model].sort());
      }
    }),
    { numRuns: runs(500) },
  );
});

it('is there as long as nothing in it changes', () => {
  const editing = new Editing();
  editing.mark([[10, 20]]);
  editing.dispatch({
    changes: [
      { from: 10, insert: 'before' },
      { from: 20, insert: 'behind' },
    ],
  });
  expect(editing.marked).toEqual(['16-26']);
  editing.dispatch({ changes: { from: 12, to: 16, insert: '' } });
  expect(editing.marked).toEqual(['12-22']);
  editing.dispatch({ changes: { from: 15, insert: 'x' } });
  expect(editing.marked).toEqual([]);
});

it('is what was found last, and nothing else', () => {
  const editing = new Editing();
  editing.mark([[10, 20]]);
  editing.mark([
    [1, 2],
    [12, 14],
  ]);
  expect(editing.marked).toEqual(['1-2', '12-14']);
  editing.mark([]);
  expect(editing.marked).toEqual([]);
});

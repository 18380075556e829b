/** What a key costs in a note of 5,000 lines that is open in an editor: marks that move with their text, and the look for something to suggest. */
import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Finding } from '../../src/core/check/facts/finding';
import { findTyped } from '../../src/core/suggest/find-typed';
import { findingMarks, markFindings } from '../../src/ui/editor/finding-marks';
import { quantile } from './figures';
import { verdict } from './report';

const LINES = 5_000;
const KEYS = 3_000;
/** One line in ten is underlined: far more than a note of a real handbook holds. */
const EVERY = 10;
const LINE = 'A line of a runbook with a link to [[Somewhere|a place]], about as long as lines are. #todo';

/** An editor without a page: its state, and what is dispatched to it. */
class Typing {
  state: EditorState;

  constructor(extensions: Extension) {
    this.state = EditorState.create({ doc: Array.from({ length: LINES }, () => LINE).join('\n'), extensions });
  }

  dispatch(spec: TransactionSpec): void {
    this.state = this.state.update(spec).state;
  }

  /** Milliseconds of a letter at each of some places: a word here, a word there, as somebody writes who goes through a note. */
  press(): number[] {
    return Array.from({ length: KEYS }, (_key, nth) => {
      const at = ((nth >> 3) * 1_237) % this.state.doc.length;
      const start = performance.now();
      this.dispatch({ changes: { from: at, insert: 'x' } });
      const { text, from } = this.state.doc.lineAt(at);
      findTyped(['#todo'], text, at + 1 - from);
      return performance.now() - start;
    });
  }
}

/** A table of what keys cost without marks and with 500, and the verdict on the target. */
export function measureKeystroke(): string {
  const finding = { severity: 'error' } as Finding;
  const marked = new Typing(findingMarks);
  const spans = Array.from({ length: LINES / EVERY }, (_mark, nth) => {
    const { from } = marked.state.doc.line(nth * EVERY + 1);
    return { finding, from: from + 35, to: from + 56 };
  });
  new Typing([]).press();
  const plain = new Typing([]).press();
  markFindings(marked as unknown as EditorView, spans);
  const keys = marked.press();
  const row = (label: string, samples: readonly number[]): string =>
    `${label.padEnd(34)}${[0.5, 0.95, 1].map((share) => quantile(samples, share).toFixed(3).padStart(10)).join('')}`;
  return `${[
    `a key in ${LINES} lines, ms`.padEnd(34) + ['median', '95 %', 'longest'].map((word) => word.padStart(10)).join(''),
    row('  without marks', plain),
    row(`  with ${spans.length} marks`, keys),
    '',
    verdict(`a key at most 2 ms at ${LINES} lines`, quantile(keys, 0.95), 2, ' ms'),
  ].join('\n')}\n`;
}

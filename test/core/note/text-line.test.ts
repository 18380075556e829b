// Lines of a text, whatever ends them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAt, lineBefore, linesBetween, nextLineStart } from '../../../src/core/note/text-line';

const anyText = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\r\n'), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('in any text', () => {
  it('each offset lies in the line that begins last before it, also between CR and LF', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = [...linesBetween(text, 0, text.length)];
        if (lines.length === 0 || /[\r\n]$/.test(text)) lines.push({ start: text.length, end: text.length });
        for (let at = 0; at <= text.length; at++)
          expect(lineAt(text, at)).toEqual(lines.findLast(({ start }) => start <= at));
        lines.forEach((line, at) => {
          expect(nextLineStart(text, line)).toBe(lines[at + 1]?.start ?? text.length);
          expect(lineBefore(text, line)).toEqual(lines[Math.max(0, at - 1)]);
        });
      }),
    );
  });
});

import { structuredPatch } from 'diff';

/** Lines shown around a change. */
const CONTEXT = 2;

/** Draws a change of a text as lines, `+` and `-` in front, for the eye and by name for a screen reader. */
export function drawChange(into: HTMLElement, before: string, after: string): void {
  const lines = into.createDiv({ cls: 'ops-preview-lines' });
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT });
  hunks.forEach((hunk, at) => {
    if (at > 0) lines.createDiv({ cls: 'ops-preview-gap', text: '⋯' });
    for (const line of hunk.lines) {
      if (line.startsWith('\\')) continue;
      const kind = line.startsWith('+') ? 'is-added' : line.startsWith('-') ? 'is-removed' : 'is-kept';
      const row = lines.createDiv({ cls: `ops-preview-line ${kind}` });
      row.createSpan({
        cls: 'ops-preview-sign',
        text: line.slice(0, 1),
        attr: { 'aria-label': kind === 'is-kept' ? '' : kind.slice(3) },
      });
      row.createSpan({ text: line.slice(1).replace(/\r$/, ''), attr: { dir: 'auto' } });
    }
  });
}

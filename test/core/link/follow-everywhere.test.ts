// All that leads to places of a note, each once, and the edits of it by what they are written in.
import { describe, expect, it } from 'vitest';
import { bySource, leadingTo } from '../../../src/core/link/follow-everywhere';
import type { TextEdit } from '../../../src/core/text/text-edit';
import { PlanningTextVault } from '../edit/planning-text-vault';

const TEXTS = {
  'T.md': '# A\n[[#A]] [[T#A]] [[T]]\n',
  'S.md': '[[T#A|a]] [[T]] [[S#A]] [[#A]]\n',
  'B.canvas': '{"nodes":[{"file":"T.md","subpath":"#A"},{"file":"S.md","subpath":"#A"},{"text":"[[T#A|c]] [[#A]]"}]}',
};

describe('what leads to places of a note', () => {
  it('is told once: its own links, other notes’, and the cards of canvases, whoever else says that he leads there', async () => {
    const vault = new PlanningTextVault(TEXTS);
    // The note itself, one that has gone meanwhile, and one that does.
    vault.linkingTo = () => ['T.md', 'Gone.md', 'S.md'];
    const target = await vault.read('T.md');
    if (!target) throw new Error('There is no T.');
    const found = (await leadingTo(vault, target)).map((leading) => {
      if ('card' in leading) return `${leading.written.path} card ${leading.card.subpath}`;
      const { written, note, link, asWritten } = leading;
      const { start, end } = asWritten({ start: link.start, end: link.end, insert: '', guards: [] });
      return `${written.path} ${note.text.slice(link.start, link.end)} ${written.text.slice(start, end)}`;
    });
    expect(found).toEqual([
      'T.md [[#A]] [[#A]]',
      'T.md [[T#A]] [[T#A]]',
      'S.md [[T#A|a]] [[T#A|a]]',
      'B.canvas card #A',
      'B.canvas [[T#A|c]] [[T#A|c]]',
    ]);
  });
});

describe('edits by what they are written in', () => {
  it('come in the order of its text, and of what was named first', async () => {
    const vault = new PlanningTextVault(TEXTS);
    const [one, other] = [await vault.read('S.md'), await vault.read('T.md')];
    if (!one || !other) throw new Error('There are no notes.');
    const at = (start: number): TextEdit => ({ start, end: start, insert: 'x', guards: [] });
    const sorted = bySource([
      [one, at(9)],
      [other, at(2)],
      [one, at(3)],
      [one, at(5)],
    ]);
    expect(sorted.map(({ path, edits }) => [path, ...edits.map(({ start }) => start)])).toEqual([
      ['S.md', 3, 5, 9],
      ['T.md', 2],
    ]);
  });
});

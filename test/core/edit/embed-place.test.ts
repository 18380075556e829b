// Where a transclusion may stand, and how it is put there. `|` is the cursor.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { isRefusal } from '../../../src/core/text/refusal';
import { embedPlaceProblem, planEmbedAt } from '../../../src/core/edit/embed-place';
import { openNoteSource, type NoteSource } from '../../../src/core/note/note-source';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { runs, timesSeen } from '../../property-runs';

const published = '---\ndg-publish: true\n---\n';

function open(marked: string): { source: NoteSource; offset: number } {
  const text = marked.replace('|', '');
  return { source: openNoteSource('S.md', text, parseMetadata(text)), offset: marked.indexOf('|') };
}

/** The text with `E` put at the cursor, or `✗ ` and why not. */
function withEmbed(marked: string): string {
  const { source, offset } = open(marked);
  const planned = planEmbedAt(source, offset, '![[E]]');
  return isRefusal(planned) ? `✗ ${planned.refusal}` : applyEdits(source.text, planned.edits).replace('![[E]]', 'E');
}

describe('a transclusion', () => {
  it.each([
    ['text| here\n', 'text\n\nE\n\nhere\n'],
    ['|text\n', '\nE\n\ntext\n'.slice(1)],
    ['see [[No|te]] there\n', 'see [[Note]]\n\nE\n\nthere\n'],
    ['# He|ading #todo\ntext\n', '# Heading #todo\n\nE\n\ntext\n'],
    ['Two\nli|nes\n===\n', 'Two\nlines\n===\n\nE\n'],
    ['- a |\n', '- a\n\nE\n'],
    ['- a|\n  - b\n- c #todo\n\ntext\n', '- a\n  - b\n- c #todo\n\nE\n\ntext\n'],
    ['1. a\r\n2. |b\r\n', '1. a\r\n2. b\r\n\r\nE\r\n'],
    ['> [!note] a\n> |b\n\ntext\n', '> [!note] a\n> b\n\nE\n\ntext\n'],
    ['> a|', '> a\n\nE'],
    ['```\nx|\n```\n', '✗ A transclusion in code is not shown. Put the cursor below it.'],
    ['%%\nx|\n%%\n', '✗ A transclusion in a comment is not shown. Put the cursor below it.'],
    ['---\na|: b\n---\n', '✗ Properties hold no transclusion. Put the cursor below them.'],
    ['---\na: b\n---|\n', '✗ Properties hold no transclusion. Put the cursor below them.'],
  ])('stands on a line of its own, wherever the cursor is, or says why not: %j', (marked, expected) =>
    expect(withEmbed(marked)).toBe(expected),
  );
});

describe('in a published note a transclusion', () => {
  it.each([
    ['|', '\nE'],
    ['Two\nli|nes\n===\n', 'Two\nlines\n===\n\nE\n'],
    ['# A\n|', '# A\n\nE'],
    ['# A\n\n|\n\n# B\n', '# A\n\nE\n\n# B\n'],
    ['# A\n|\n# B\n', '# A\n\nE\n\n# B\n'],
    ['# A| b\n# B\n', '# A b\n\nE\n\n# B\n'],
    ['one |two\n', 'one\n\nE\n\ntwo\n'],
    ['one\r\n|two\r\n', 'one\r\n\r\nE\r\n\r\ntwo\r\n'],
    ['- a\n|\ntext\n', '- a\n\nE\n\ntext\n'],
    ['- a\n\n  |\n', '- a\n\nE\n'],
  ])('stands on a line of its own: %j', (marked, expected) =>
    expect(withEmbed(`${published}${marked}`)).toBe(`${published}${expected}`),
  );
  it.each([
    ['- a|\n', 'a bullet'],
    ['- a\n  - b|\n', 'a bullet'],
    ['| a |\n|---|\n', 'a table'],
    ['> a|\n', 'a quote'],
    ['> [!note] a|\n', 'a callout'],
  ])('is refused where it would break: %j', (marked, where) =>
    expect(withEmbed(`${published}${marked}`)).toBe(
      `✗ A transclusion in ${where} breaks when this note is published. Put the cursor on an empty line below it.`,
    ),
  );
  it('is always a paragraph of its own, or refused', () => {
    const lines = fc.array(
      fc.constantFrom(
        '# A',
        'text',
        '- a',
        '  - b',
        '> q',
        '| a |',
        '|---|',
        '',
        '',
        '```',
        '1. x',
        '  more',
        'a [[B]] c',
        '%% x %%',
        '---',
      ),
      { maxLength: 12 },
    );
    let written = 0;
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom('\n', '\r\n'), (parts, at, eol) => {
        const text = published.replaceAll('\n', eol) + parts.join(eol);
        const source = openNoteSource('S.md', text, parseMetadata(text));
        const offset = at % (text.length + 1);
        const planned = planEmbedAt(source, offset, '![[E]]');
        if (isRefusal(planned)) return;
        written++;
        const after = applyEdits(text, planned.edits);
        const { sections = [], embeds = [] } = parseMetadata(after);
        const embed = embeds.find(({ link }) => link === 'E');
        const section = sections.find(({ position }) => position.start.offset === embed?.position.start.offset);
        expect([after, section?.type, section?.position.end.offset]).toEqual([
          after,
          'paragraph',
          embed?.position.end.offset,
        ]);
        // Nothing of the text is lost.
        expect(after.replace('![[E]]', '').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      }),
      { numRuns: runs(2000) },
    );
    expect(written).toBeGreaterThan(timesSeen(300));
  });
  it('may stand anywhere in a note that is not published, but in what is not read', () => {
    const { source, offset } = open('- a|\n');
    expect(embedPlaceProblem(source, offset)).toBeNull();
  });
});

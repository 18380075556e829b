// Whatever stands in a note, finding its todos never throws, and every todo is in order and in the note.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openNoteSource } from '../../../src/core/note/note-source';
import { plainText } from '../../../src/core/markdown/plain-text';
import { readNoteFacts } from '../../../src/core/index/note-facts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { isTodoTag } from '../../../src/core/todo/todo-tags';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { runs } from '../../property-runs';
import { anyCharacter } from '../markdown/arbitrary-notes';
import { todosIn, todosOf } from './todo-table';

const PIECES = [
  '#todo',
  '#todo/day-1',
  '# ',
  '## ',
  '- ',
  '  - ',
  '\t- ',
  '1. ',
  '- [ ] ',
  '- [x] ',
  '> ',
  '> [!note] ',
  '| a | b |',
  '|---|---|',
  '```',
  '~~~',
  '%%',
  '$$',
  '$',
  '`',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '[[Note]]',
  '[[Roles/SRE|x]]',
  '![[Note#A]]',
  '[a](b.md)',
  '^id',
  '---',
  '===',
  '📅 2026-12-01',
  '[due:: 2026-12-01]',
  '**',
  '_',
  '\\',
  'word',
  'עברית',
  'e\u0301',
  '\u200B',
  '👩‍🚀',
  '\uD800',
  '\uFEFF',
  '\u0000',
  'tags: todo',
  '{"tags":["todo"]}',
  '<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/x/day-1-operations/#a"></a><div class="markdown-embed">',
  '</div></div>',
];
const BREAKS = ['\n', '\n', '\n\n', '\r\n', '\r', ' ', '', '\t'];
const markdown = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...BREAKS)), { maxLength: 60 })
  .map((parts) => parts.map(([piece, end]) => piece + end).join(''));

describe('arbitrary Markdown', () => {
  it('gives todos that stand in the note, in order, each tag in exactly one of them', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string({ unit: anyCharacter, maxLength: 200 })), (text) => {
        const metadata = parseMetadata(text);
        const todos = todosIn(text);
        const found = todos.flatMap(({ tags }) => tags).length;
        const inline = (metadata.tags ?? []).filter(({ tag }) => isTodoTag(['#todo'], tag)).length;
        const front = found - inline;
        expect(front === 0 || metadata.frontmatter !== undefined).toBe(true);
        for (const [at, todo] of todos.entries()) {
          expect(todo.title.trim()).not.toBe('');
          expect(todo.title).not.toMatch(/[\r\n]/);
          expect(todo.offset).toBeGreaterThanOrEqual(todos[at - 1]?.offset ?? 0);
          expect(todo.offset).toBeLessThanOrEqual(text.length);
          expect(todo.headings.length === 0 || todo.kind !== 'note').toBe(true);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('is read into facts without an exception, as a page of the lifecycle too', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.constantFrom('Day 1 Operations.md', 'Ops Overview.md', 'x/#a^b[c]".md', 'a...md'),
        (text, path) => {
          readNoteFacts({
            path,
            metadata: parseMetadata(text),
            text,
            settings: DEFAULT_SETTINGS,
            isRoleLink: () => false,
          });
        },
      ),
      { numRuns: runs(1500) },
    );
  });

  it('gives the same todos whatever ends its lines', () => {
    const table = (text: string): unknown =>
      todosIn(text).map(({ kind, line, title, headings, excerpt, due, stub }) => ({
        kind,
        line,
        title,
        headings,
        excerpt,
        due,
        stub,
      }));
    const lines = fc.array(
      fc.array(fc.constantFrom(...PIECES.filter((piece) => !['\uFEFF', '\u0000', '\uD800'].includes(piece))), {
        maxLength: 3,
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const rows = parts.map((pieces) => pieces.join(' '));
        expect(table(rows.join('\r\n'))).toEqual(table(rows.join('\n')));
      }),
      { numRuns: runs(1500), examples: [[[['#todo'], ['`'], ['#todo', '`'], ['===']]]] },
    );
  });
});

describe('plain text', () => {
  it('never throws, never holds a line end, and is plain already when taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(plainText(text)).not.toMatch(/[\r\n]/);
      }),
    );
  });
  it('costs little for long and hostile lines', () => {
    for (const text of [
      '*'.repeat(20_000),
      '[['.repeat(20_000),
      '`a'.repeat(20_000),
      '<a '.repeat(20_000),
      '![['.repeat(9_000),
      '_a '.repeat(5_000),
    ])
      expect(plainText(text)).toBeTypeOf('string');
  });
});

describe('a big note', () => {
  it('with ten thousand headings has its todos in reasonable time', () => {
    const text = Array.from(
      { length: 10_000 },
      (_one, at) => `${'#'.repeat((at % 6) + 1)} H${at}\n${at % 10 === 0 ? '#todo' : 'x'}\n`,
    ).join('');
    const source = openNoteSource('N.md', text, parseMetadata(text));
    expect(source.outline.own).toHaveLength(10_000);
    expect(todosOf(source)).toHaveLength(1_000);
  });
});

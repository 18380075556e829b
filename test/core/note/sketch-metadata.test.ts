// What is told of a note that is yet to be written, beside what the parser says of the same text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteMetadata } from '../../../src/core/note/note-metadata';
import { sketchMetadata } from '../../../src/core/note/sketch-metadata';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { runs } from '../../property-runs';

/** What links need of metadata. */
function gist({ headings = [], links = [], embeds = [], blocks = {} }: NoteMetadata): unknown {
  const place = ({ position: { start, end } }: { position: NonNullable<NoteMetadata['frontmatterPosition']> }): number[] => [start.line, start.offset, end.offset];
  return {
    headings: headings.map((one) => [one.heading, one.level, ...place(one)]),
    links: links.map((one) => [one.link, ...place(one)]),
    embeds: embeds.map((one) => [one.link, ...place(one)]),
    blocks: Object.values(blocks).map(({ id, position }) => [id, position.end.offset]),
  };
}

const LINES = [
  '# Overview', '## CI/CD #todo', '### C# ##', '  ## indented', '#no', '#', '- bullet', '  # in the bullet', '1. one', '> # quoted', '| a |', 'text', 'text [[A b#C|d]]', '![[A]]', '',
  '', '', '[x](A%20b.md#C) [y](https://a.b)', '%% # x %%', '`[[no]]` word', '#todo', '\\# none', '**bold**', '- [ ] task [[B]]',
];
const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 30 });
const BLOCKS = ['```js\n# no\n[[no]]\n```', '~~~~\n```\n# no\n~~~~', '%%\n# no\n%%', '$$\n# no\n$$', '<div>\n# no\n</div>', '<!--\n# no\n\n# no\n-->', 'Title\n===', 'Two\nlines\n---', '- a\n\n  # no', 'para ^id1', '---'];

describe('the sketch of a note\'s metadata', () => {
  it('has the headings, links and embeds that the parser finds in ordinary notes', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (parts, eol) => {
        const text = parts.join(eol);
        expect(gist(sketchMetadata(text))).toEqual(gist(parseMetadata(text)));
      }),
      { numRuns: runs(1500) },
    );
  });
  it('has none of what stands in code, comments, formulas and HTML', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...BLOCKS), fc.constantFrom('# Head', 'text', '- x')), { maxLength: 10 }), (blocks) => {
        const text = `${blocks.join('\n\n')}\n`;
        const headings = (metadata: NoteMetadata): unknown => metadata.headings?.map(({ heading, level, position }) => [heading, level, position.start.line]) ?? [];
        expect(headings(sketchMetadata(text))).toEqual(headings(parseMetadata(text)));
      }),
      { numRuns: runs(1500) },
    );
  });
  it.each([
    ['---\ndg-publish: true\nphase: "[[Day 1]]"\nowner: \'a\'\'b\'\nlist: [a]\n---\n# A\n', { 'dg-publish': true, phase: '[[Day 1]]', owner: "a'b" }],
    ['---\n{"dg-publish":true,"permalink":"/a,b/"}\n---\n# A\n', { 'dg-publish': true, permalink: '/a,b/' }],
    ['---\r\ndg-publish: false\r\n---\r\n# A\r\n', { 'dg-publish': false }],
  ])('has the properties of %j', (text, properties) => {
    const { frontmatter, headings } = sketchMetadata(text);
    expect(frontmatter).toEqual(expect.objectContaining(properties));
    expect(headings?.map(({ heading }) => heading)).toEqual(['A']);
    expect(sketchMetadata(text).frontmatterPosition?.end.offset).toBe(parseMetadata(text).frontmatterPosition?.end.offset);
  });
  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => { expect(sketchMetadata(text)).toBeTypeOf('object'); }));
  });
});

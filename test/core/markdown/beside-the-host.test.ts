// The reader and the host's parser share no code and no library; what they make of a note is the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { runs } from '../../property-runs';
import { anyCharacter, arbitraryNote } from './arbitrary-notes';

describe("the reader and the host's parser", () => {
  it('make the same of any note', () => {
    fc.assert(
      fc.property(arbitraryNote(9), (text) => {
        expect(readMarkdown(text).metadata).toEqual(parseMetadata(text));
      }),
      { numRuns: runs(1500) },
    );
  });
  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        expect(readMarkdown(text).metadata).toBeTypeOf('object');
      }),
      { numRuns: runs(500) },
    );
  });
});

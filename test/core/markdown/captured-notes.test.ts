// The reader beside what the real app cached: notes recorded from it, all of them, all parts.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import type { NoteMetadata } from '../../../src/core/note/note-metadata';

const folder = new URL('../../fixtures/captured/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

interface Captured {
  readonly fileContents: string;
  readonly cachedMetadata: NoteMetadata;
}

describe('a recorded note', () => {
  it('is there', () => expect(names.length).toBeGreaterThan(40));
  it.each(names)('is read as the app read it: %s', (name) => {
    const { fileContents, cachedMetadata } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Captured;
    expect(readMarkdown(fileContents).metadata).toEqual(cachedMetadata);
  });
});

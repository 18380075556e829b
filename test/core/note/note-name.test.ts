// Which titles can name a note, what is proposed instead, and how a title is made of a sentence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notePermalink } from '../../../src/core/template/note-permalink';
import { cleanNoteName, noteNameProblem } from '../../../src/core/note/note-name';
import { proposeTitle } from '../../../src/core/template/propose-title';

describe('a title', () => {
  it('of plain words, in any script, is a name', () => {
    for (const title of [
      'On-call rotation',
      'Über uns & co',
      '当番',
      'a.b',
      'C++',
      "Don't",
      '🚒 Fire drill',
      'Conference',
      'COM',
      ' padded ',
    ])
      expect(noteNameProblem(title), title).toBeNull();
  });
  it('cannot hold what breaks files or links', () => {
    for (const bad of ['/', '\\', ':', '*', '?', '"', '<', '>', '|', '#', '^', '[', ']', '%%'])
      expect(noteNameProblem(`A ${bad} B`), bad).toBe(
        `A title cannot hold ${bad}, because the file is named after it and links would break. “${cleanNoteName(`A ${bad} B`)}” would do.`,
      );
  });
  it('cannot be empty, hidden, end in a stop, belong to Windows, or be longer than a file name', () => {
    expect(noteNameProblem('  ')).toBe('Give the note a title.');
    expect(noteNameProblem('.hidden')).toContain('“hidden” would do');
    expect(noteNameProblem('Done...')).toContain('“Done” would do');
    for (const device of ['CON', 'nul', 'Com1', 'LPT9.txt'])
      expect(noteNameProblem(device), device).toContain('Windows keeps for itself');
    expect(noteNameProblem('x'.repeat(300))).toContain('300 bytes, and 252 fit');
    expect(noteNameProblem('当'.repeat(90))).toContain('270 bytes');
    expect(noteNameProblem('a\nb')).toContain('one line');
  });
  it('is told in the words of what it names', () => {
    expect(noteNameProblem('a:b', 'folder’s name')).toBe(
      'A folder’s name cannot hold :, because the file is named after it and links would break. “a - b” would do.',
    );
    expect(noteNameProblem('x'.repeat(300), 'name')).toBe(
      'The name is too long for a file: 300 bytes, and 252 fit. Shorten it.',
    );
    expect(noteNameProblem(' ', 'name')).toBe('Give it a name.');
  });
  it('is proposed so that it can be taken', () => {
    for (const text of ['CON', 'con.txt', 'Lpt1.', `${'x'.repeat(251)}.yz`, `com1.${'y'.repeat(300)}`])
      expect(noteNameProblem(cleanNoteName(text)), text).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 320 }), (text) => {
        const name = cleanNoteName(text);
        if (name !== '') expect(noteNameProblem(name)).toBeNull();
      }),
    );
  });
});

describe('a title of a sentence', () => {
  it('is its words before the first comma, "and" or "including"', () => {
    expect(proposeTitle('Handle pre-deployment backups and post-deployment restores to ensure data integrity.')).toBe(
      'Handle pre-deployment backups',
    );
    expect(proposeTitle('Define system architecture, ensuring it meets needs')).toBe('Define system architecture');
    expect(proposeTitle('Plan the infrastructure including cloud.')).toBe('Plan the infrastructure');
    expect(proposeTitle('**[[Runbooks/Status Page|Tell users]]** before')).toBe('Tell users before');
    expect(proposeTitle('Understand sandboxes.')).toBe('Understand sandboxes');
  });
  it('has whole words, at most 50 characters', () => {
    expect(proposeTitle('Ensure that the deployment pipeline works correctly everywhere')).toBe(
      'Ensure that the deployment pipeline works',
    );
    expect(proposeTitle('x'.repeat(60))).toBe('x'.repeat(50));
  });
  it('can always be taken, or is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const title = proposeTitle(text);
        expect(Array.from(title).length).toBeLessThanOrEqual(55);
        if (title !== '') expect(noteNameProblem(title)).toBeNull();
      }),
    );
  });
});

describe('a permalink', () => {
  const path = 'Engineering/Operations/Day 2 Operations/CI-CD for iOS.md';
  it('is the address that the Digital Garden would give', () => {
    expect(notePermalink(path, { rewriteRules: [], slugify: true })).toBe(
      '/engineering/operations/day-2-operations/ci-cd-for-i-os/',
    );
    expect(notePermalink(path, { rewriteRules: [], slugify: false })).toBe(
      '/Engineering/Operations/Day 2 Operations/CI-CD for iOS/',
    );
  });
  it('follows the first rule whose beginning fits', () => {
    expect(
      notePermalink(path, {
        rewriteRules: ['Roles:People', 'Engineering/Operations:', 'Engineering:Eng'],
        slugify: true,
      }),
    ).toBe('/day-2-operations/ci-cd-for-i-os/');
    expect(notePermalink(path, { rewriteRules: ['Engineering:eng'], slugify: true })).toBe(
      '/eng/operations/day-2-operations/ci-cd-for-i-os/',
    );
  });
});

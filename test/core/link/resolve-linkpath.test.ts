// Which note a path means among others (README of the room, "Which file a path means"), before the app knows of them.
import { describe, expect, it } from 'vitest';
import { resolveLinkpath } from '../../../src/core/link/resolve-linkpath';

const NOTES = [
  'Ops/A.md',
  'B/C/A.md',
  'B/A.md',
  'XA.md',
  'Z.md',
  'My Note.md',
  'Café.md',
  'x/v1.2.md',
  'W.md',
  'Q./W.md',
  'B/Ops/A.md',
];

describe('a path means', () => {
  it.each<[what: string, linkpath: string, source: string, note: string | null]>([
    ['the shortest of those of its name', 'A', 'S.md', 'B/A.md'],
    ['the one in its own folder before', 'A', 'Ops/S.md', 'Ops/A.md'],
    ['one below that before shorter ones elsewhere', 'A', 'B/C/S.md', 'B/C/A.md'],
    ['the only one of its name, wherever', 'Z', 'Ops/S.md', 'Z.md'],
    ['one by all of its path, before one that is nearer', 'Ops/A', 'B/S.md', 'Ops/A.md'],
    ['from its folder one of the root', './Z', 'S.md', 'Z.md'],
    ['from its folder one in that', './A', 'Ops/S.md', 'Ops/A.md'],
    ['one by the end of its path', 'C/A', 'S.md', 'B/C/A.md'],
    ['none in another folder', 'Y/Z', 'S.md', null],
    ['none of another name', 'Y', 'S.md', null],
    ['from its folder one beside it', './A', 'B/S.md', 'B/A.md'],
    ['from its folder one above it', '../Ops/A', 'B/S.md', 'Ops/A.md'],
    ['from its folder no other one', './Z', 'B/S.md', null],
    ['from its folder what doubled slashes mean', './/C/././A', 'B/S.md', 'B/C/A.md'],
    ['none outside of the vault', '../../Z', 'B/S.md', null],
    ['one that a folder with a stop at its end holds', 'Q./W', 'B/S.md', 'Q./W.md'],
    ['from the root that one alone', '/Ops/A', 'B/S.md', 'Ops/A.md'],
    ['from the root none that lies deeper', '/A', 'B/S.md', null],
    ['from the root the same with two slashes', '//Z', 'B/S.md', 'Z.md'],
    ['the same with its ending, in whatever case', 'z.MD', 'S.md', 'Z.md'],
    ['the same with blanks around it', ' Z ', 'S.md', 'Z.md'],
    ['the same with blanks around all of its path', ' Ops/A ', 'S.md', 'Ops/A.md'],
    ['the same with a blank that does not break', 'My\u00A0Note', 'S.md', 'My Note.md'],
    ['the same in decomposed letters', 'Cafe\u0301', 'S.md', 'Café.md'],
    ['one with a stop in its name', 'v1.2', 'S.md', 'x/v1.2.md'],
  ])('%s: %s', (_what, linkpath, source, note) => {
    expect(resolveLinkpath(linkpath, source, NOTES)).toBe(note);
  });
});

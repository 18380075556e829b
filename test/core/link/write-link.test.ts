// A new link as the app writes it, and with all escaped that could end it early.
import { expect, it } from 'vitest';
import {
  writeCarefully,
  writeMarkdownLink,
  writeWholePath,
  writeWikilink,
  type LinkToWrite,
} from '../../../src/core/link/write-link';

const link = (path: string, alias = '', subpath = ''): LinkToWrite => ({ path, subpath, alias });

it.each([
  [link('Ops/A.md'), '[[Ops/A]]', '[[Ops/A.md]]'],
  [link('Ops/A.md', '', '#H'), '[[Ops/A#H]]', '[[Ops/A.md#H]]'],
  [link('Ops/A.md', 'see', '#H'), '[[Ops/A#H|see]]', '[[Ops/A.md#H|see]]'],
  [link('Ops/A.md', 'ops/a'), '[[ops/a]]', '[[Ops/A.md|ops/a]]'],
  [link('', '', '#H'), '[[#H]]', '[[#H]]'],
])('a wikilink has no ending of a note, or has it, and no alias that says the same: %s', (given, wikilink, whole) => {
  expect([writeWikilink(given), writeWholePath(given)]).toEqual([wikilink, whole]);
});

it.each([
  [link('A b.md'), '[T](A%20b.md)', '[T](A%20b.md)'],
  [link('A\t.md', 'see', '#H\\'), '[see](A%09.md#H%5C)', '[see](A%09.md#H%5C)'],
  [link('A(b_.md', 'a [b] `c'), '[a [b] `c](A(b_.md)', '[a \\[b\\] \\`c](A%28b%5F.md)'],
  [link('100%.md'), '[T](100%.md)', '[T](100%25.md)'],
])('a Markdown link is written as the app does, or carefully: %s', (given, plain, careful) => {
  expect([writeMarkdownLink(given, 'Ops/T.md'), writeCarefully(given, 'Ops/T.md')]).toEqual([plain, careful]);
});

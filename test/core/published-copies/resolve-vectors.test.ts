// Links as the app resolves them (recorded and derived cases): what the check says of each, and that it is silent where nothing is wrong.
import { describe, expect, it } from 'vitest';
import { CheckedVault } from '../check/check-vault';

interface Case {
  readonly name: string;
  readonly vault: Readonly<Record<string, string>>;
  readonly source: string;
  readonly link: string;
  /** The rule, or null when all is well. */
  readonly finds: string | null;
}

const DAY_0 = '# Overview\n## Planning Phase\nPlan.\n## Responsibilities\n- Identify tools\n';
const OPS = {
  'Engineering/Operations/Day 0 Operations.md': DAY_0,
  'Engineering/Engineering Overview.md': '# Operations\n',
};
const SOURCE = 'Engineering/Operations/Source.md';

const CASES: readonly Case[] = [
  {
    name: 'the full path',
    vault: OPS,
    source: SOURCE,
    link: '![[Engineering/Operations/Day 0 Operations#Overview]]',
    finds: null,
  },
  { name: 'with .md', vault: OPS, source: 'Z.md', link: '![[Day 0 Operations.md#Overview]]', finds: null },
  {
    name: 'blanks around target and alias',
    vault: OPS,
    source: 'Z.md',
    link: '![[ Day 0 Operations | Day 0 ]]',
    finds: null,
  },
  {
    name: 'an escaped bar outside a table',
    vault: OPS,
    source: 'Z.md',
    link: '![[Engineering/Operations/Day 0 Operations\\| Day 0]]',
    finds: null,
  },
  {
    name: 'a namesake in another folder',
    vault: OPS,
    source: 'Z.md',
    link: '![[Wrong/Day 0 Operations]]',
    finds: 'missing-note',
  },
  {
    name: 'a heading with a slip',
    vault: OPS,
    source: SOURCE,
    link: '![[Day 0 Operations#Overveiw]]',
    finds: 'missing-heading',
  },
  {
    name: 'a heading below a heading',
    vault: OPS,
    source: SOURCE,
    link: '![[Day 0 Operations#Overview#Responsibilities]]',
    finds: null,
  },
  {
    name: 'another case and more blanks',
    vault: OPS,
    source: SOURCE,
    link: '![[day 0 operations#planning   PHASE]]',
    finds: null,
  },
  {
    name: 'a leading slash with a wrong path',
    vault: OPS,
    source: SOURCE,
    link: '![[/Day 0 Operations]]',
    finds: 'missing-note',
  },
  { name: './ in its own folder', vault: OPS, source: SOURCE, link: '![[./Day 0 Operations]]', finds: null },
  { name: '../ to a folder above', vault: OPS, source: SOURCE, link: '![[../Engineering Overview]]', finds: null },
  {
    name: 'a path that is only the end of one',
    vault: OPS,
    source: 'Z.md',
    link: '![[erations/Day 0 Operations]]',
    finds: null,
  },
  {
    name: 'an alias of the properties',
    vault: { 'Ops/Long.md': '---\naliases: [Day 0]\n---\n' },
    source: 'Z.md',
    link: '![[Day 0]]',
    finds: 'missing-note',
  },
  {
    name: 'two notes of one name',
    vault: { 'A/T.md': '', 'B/T.md': '' },
    source: 'B/S.md',
    link: '![[T]]',
    finds: 'ambiguous-note',
  },
  {
    name: 'one below the own folder and one beside',
    vault: { 'A/x/y/N.md': '', 'B/N.md': '' },
    source: 'A/S.md',
    link: '![[N]]',
    finds: 'ambiguous-note',
  },
  {
    name: 'two headings of one name',
    vault: { 'N.md': '# Day 0\n## Overview\n# Day 1\n## Overview\n' },
    source: 'Z.md',
    link: '![[N#Overview]]',
    finds: 'duplicate-heading',
  },
  {
    name: 'the second by its parent',
    vault: { 'N.md': '# Day 0\n## Overview\n# Day 1\n## Overview\n' },
    source: 'Z.md',
    link: '![[N#Day 1#Overview]]',
    finds: null,
  },
  {
    name: 'headings in the wrong order',
    vault: { 'N.md': '# A\n## B\n' },
    source: 'Z.md',
    link: '![[N#B#A]]',
    finds: 'missing-heading',
  },
  {
    name: 'C, C# and C++',
    vault: { 'N.md': '# C++\n# C#\n' },
    source: 'Z.md',
    link: '![[N#C]]',
    finds: 'duplicate-heading',
  },
  {
    name: 'a heading that is a link',
    vault: { 'N.md': '# [[Ops/Day 0\\| Day 0]]\nx\n' },
    source: 'Z.md',
    link: '![[N#Ops/Day 0 Day 0]]',
    finds: null,
  },
  {
    name: 'a heading in a callout',
    vault: { 'N.md': '> [!note]\n> # Overview\n' },
    source: 'Z.md',
    link: '![[N#Overview]]',
    finds: 'missing-heading',
  },
  {
    name: 'a heading inside HTML, behind a blank line',
    vault: { 'N.md': '<div>\n\n# Overview\n\n</div>\n' },
    source: 'Z.md',
    link: '![[N#Overview]]',
    finds: null,
  },
  {
    name: 'an underlined heading',
    vault: { 'N.md': 'Overview\n===\nx\n' },
    source: 'Z.md',
    link: '![[N#Overview]]',
    finds: null,
  },
  {
    name: 'a block id that the publisher rewrote',
    vault: { 'N.md': 'text\n{ #65b400}\n' },
    source: 'Z.md',
    link: '![[N#^65b400]]',
    finds: 'missing-block',
  },
  {
    name: 'a Markdown embed with %20',
    vault: OPS,
    source: SOURCE,
    link: '![x](Day%200%20Operations.md#Overview)',
    finds: null,
  },
  {
    name: 'a Markdown embed in angle brackets',
    vault: OPS,
    source: SOURCE,
    link: '![x](<Engineering/Operations/Day 0 Operations.md#Overview>)',
    finds: null,
  },
  {
    name: 'an address',
    vault: OPS,
    source: SOURCE,
    link: '![x](https://example.org/Day%200%20Operations.md)',
    finds: null,
  },
];

describe('an embed', () => {
  for (const { name, vault, source, link, finds } of CASES)
    it(`by ${name} is ${finds ?? 'right'}`, async () => {
      const found = await new CheckedVault({ ...vault, [source]: `${link}\n` }).findings();
      expect(found.filter(({ path }) => path === source).map(({ rule }) => rule)).toEqual(
        finds === null ? [] : [finds],
      );
    });
});

// Whatever is in the vault: of what can be mended nothing is left when all of it is mended, and no line is written in which nothing was found.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/text/refusal';
import type { Finding } from '../../../src/core/check/facts/finding';
import { planFixes } from '../../../src/core/check/plan-fixes';
import { runs } from '../../property-runs';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { CheckedVault } from './check-vault';
import { applied } from '../published-copies/restore-in';

const PATHS = [
  'A.md',
  'x/A.md',
  'x/B.md',
  'y/B.md',
  'C.md',
  'y/Solo.md',
  'x/Day 0 Operations.md',
  'x/Day 1 Operations.md',
  'x/Day 2 Operations.md',
  'x/Ops Overview.md',
  'p.png',
];
const NAMES = [
  'A',
  'B',
  'C',
  'x/A',
  'y/B',
  'z/Solo',
  'q/C',
  'Day 0 Operations',
  'x/Day 1 Operations',
  'z/Day 2 Operations',
  'Ops Overview',
  'p.png',
  'Gone',
  '',
];
const PLACES = [
  '',
  '#Deployment',
  '#Deploymnet',
  '#Overveiw',
  '#Overview',
  '#Deployment#Tow more',
  '#Deployment#Two more',
  '#^id',
  '#Nowhere',
];

const copy = (href: string, text: string): string =>
  `\n<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}"><svg></svg></a><div class="markdown-embed">\n\n\n\n${text}\n\n</div></div>\n`;

const link = fc
  .tuple(
    fc.constantFrom('![[', '[[', '- ![[', '> ![[', '%% ![[', 'a ![[', '  - ![['),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...PLACES),
    fc.constantFrom(']]', '|x]]', ']] ^id', ']] #todo'),
  )
  .map((parts) => parts.join(''));
const line = fc.oneof(
  { weight: 8, arbitrary: link },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '# Deployment',
      '## Two more',
      '# Overview',
      '## Responsibilities',
      '# [[Day 0 Operations]]',
      '## [[x/Day 1 Operations]]',
      '### [[Day 2 Operations]] ###',
      '# Deployment #todo',
      'Setext\n---',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'text ^id',
      '- item ^id',
      '- item',
      '#todo',
      '%% #todo %%',
      '',
      '- [ ] x #todo/blocked #todo',
      '| a #todo | b |\n|--|--|',
      '> q #todo',
      '%%',
      'text #todo %% x %%',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      copy('/c/#deployment', '# Deployment\ntext'),
      copy('/x/day-0-operations/', 'text'),
      copy('/gone/', '![[z/Solo]] #todo'),
      copy('/y/solo/', '![[z/Solo]]'),
      copy('/c/', 'text'),
    ),
  },
);
const front = fc.constantFrom(
  '',
  '---\ndg-publish: true\n---\n',
  '---\ndg-publish: true\ntags: [todo]\n---\n',
  '---\ndg-publish: true\nkanban-plugin: board\n---\n',
);
const text = fc
  .tuple(front, fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([above, lines, eol]) => (above + lines.join('\n')).replaceAll('\n', eol));

const told = ({ rule, path, link: target, message }: Finding): string => `${rule} ${path} ${target} ${message}`;
const countOf = (findings: readonly Finding[], one: Finding): number =>
  findings.filter((other) => told(other) === told(one)).length;
const lineOf = (before: string, offset: number): number => before.slice(0, offset).split('\n').length - 1;

it('what can be mended is mended', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...PATHS), text, { maxKeys: 9 }), async (texts) => {
      const vault = new CheckedVault(texts);
      const found = await vault.findings();
      const fixable = found.filter(({ fix }) => fix !== null);
      if (fixable.length === 0) return;
      const planned = await planFixes(fixable, { vault: new PlanningTextVault(texts), index: vault.index });
      if (isRefusal(planned)) throw new Error(planned.refusal);
      const left = await new CheckedVault(applied(texts, planned)).findings();
      // A link that finds its note again can show what could not be seen before: that the note lacks its heading.
      const shown = (one: Finding): number =>
        fixable.filter(({ path, fix }) => path === one.path && fix?.kind === 'retarget' && fix.path !== null).length;
      expect(
        fixable
          .filter(
            (one) => countOf(left, one) - (one.rule === 'missing-heading' ? shown(one) : 0) >= countOf(found, one),
          )
          .map(told),
      ).toEqual([]);
      // A retargeted link or a hidden tag stands in the line that was named; a copy, and a phase's heading, can be elsewhere.
      for (const { path, before, edits } of planned.changes) {
        const own = fixable.filter((one) => one.path === path);
        if (own.some(({ fix, rule }) => fix?.kind === 'restore' || fix?.kind === 'edit' || rule === 'public-todo'))
          continue;
        const lines = new Set(own.map(({ at }) => at.line));
        for (const { start, end } of edits)
          for (let at = lineOf(before, start); at <= lineOf(before, end); at++) expect(lines).toContain(at);
      }
    }),
    { numRuns: runs(200) },
  );
});

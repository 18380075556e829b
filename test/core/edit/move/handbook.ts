import fc from 'fast-check';
import { notesAfter } from '../act';
import { PlanningTextVault } from '../planning-text-vault';

/** Notes of a small handbook, by path, whose parts are chosen for trouble: nested lists, tabs, tag lines close by, twins, line ends. */
export const handbook: fc.Arbitrary<Record<string, string>> = (() => {
  const bullets = fc.constantFrom(
    '- Plan it #todo',
    '- Plan it',
    '- [ ] Check it #todo',
    '- [x] Checked #todo',
    '- Twin #todo',
    '- Twin #todo',
    '- Ask [[Runbook]] and [[../Elsewhere|them]] #todo/blocked',
    '- [[Runbook|The runbook]] #todo',
    '- With `#todo` code #todo ^id1',
    '- Parent #todo\n  - child #todo\n  - other',
    '- Parent\n\t- tabbed #todo\n\t\t- deep #todo\n- After',
    '- Two lines\n  of text #todo',
    '- Other phase #todo/day-0',
    '- Fence #todo\n  ```\n  #todo\n  ```',
    '1. One #todo\n2. Two',
    '* Star #todo',
    '  - Indented #todo',
    '\n> - quoted #todo\n',
    '',
  );
  const tagLine = fc.constantFrom(
    '',
    '#todo\n',
    '  #todo\n',
    '\n#todo\n',
    '#todo/blocked 📅 2026-12-01\n',
    '%% #todo %%\n',
  );
  const more = fc.constantFrom(
    '',
    '\n### Backups\n#todo\nText\n',
    '\n## Twin\n#todo/day-1\n\n## Twin\n#todo\n',
    '\n---\n',
    '\nParagraph #todo\n',
    '\n| a | b |\n|---|---|\n| x #todo | y |\n',
    '\n> [!note] Call #todo\n> text\n',
  );
  const page = (purpose: string): fc.Arbitrary<string> =>
    fc
      .tuple(fc.constantFrom('', '---\ndg-publish: true\n---\n'), fc.array(bullets, { maxLength: 5 }), tagLine, more)
      .map(
        ([front, list, tag, rest]) =>
          `${front}# Overview\n## ${purpose} Phase\nAbout it.\n## Responsibilities\n${list.map((one) => `${one}\n`).join('')}${tag}${rest}`,
      );
  const note = fc
    .tuple(
      fc.constantFrom(
        '',
        '---\nphase: "[[Day 1 Operations]]"\n---\n',
        '---\nphase: Deployment\ntags: [todo]\n---\n',
        '---\ntags:\n  - todo/day-2\n---\n',
        '{"a":1}\n',
      ),
      fc.array(
        fc.constantFrom(
          '#todo\n\n',
          '# A\n#todo\nText\n',
          '## B #todo\n',
          '- x #todo\n',
          '# [[Day 2 Operations]]\n',
          '## Metrics\n#todo/day-1/blocked\n',
          'See [[#A]].\n',
        ),
        { maxLength: 5 },
      ),
    )
    .map(([front, parts]) => front + parts.join(''));
  const ends = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.replace(/\n/g, '\r\n'),
    (text) => text.replace(/\s+$/, ''),
  );
  const ended = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(text, ends).map(([one, end]) => end(one));
  return fc.record({
    'Ops/Day 0 Operations.md': ended(page('Planning')),
    'Ops/Day 1 Operations.md': ended(page('Deployment')),
    'Ops/Day 2 Operations.md': ended(page('Maintenance')),
    'Ops/Operations Overview.md': ended(
      note.map(
        (text) =>
          `${text}\n# [[Day 0 Operations]]\n![[Day 0 Operations#Overview]]\n# [[Day 1 Operations]]\n## [[Day 2 Operations]]\n#todo\n## Metrics\n#todo\nSee [[Day 1 Operations#Backups]].\n`,
      ),
    ),
    'Ops/Runbook.md': ended(note),
    'Ops/Day 1/Inside.md': ended(note),
    'Elsewhere.md': ended(note),
  });
})();

/** The vault with the plan carried out. */
export function carriedOut(vault: PlanningTextVault, planned: Parameters<typeof notesAfter>[1]): PlanningTextVault {
  return new PlanningTextVault(Object.fromEntries(notesAfter(vault, planned)));
}

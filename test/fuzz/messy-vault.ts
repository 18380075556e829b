import fc from 'fast-check';

/** `@` becomes a word of its own in every line, by which its loss is seen. */
const BULLETS = [
  '- @ #todo',
  '- @ #todo',
  '- [ ] @ #todo',
  '* @ #todo/blocked',
  '1. @ #todo',
  '- **@ #todo** @',
  '- **#todo @**',
  '- ==@ #todo==',
  '- *@ #todo* @',
  '- ~~@ #todo~~',
  '- `@` #todo @',
  '- @ %% @ %% #todo',
  '- @ #todo, #todo',
  '- @ #todo.',
  '- @ ([[Roles/SRE|SRE]]) #todo',
  '- @ 📅 2026-12-01 #todo',
  '- @ [due:: 2026-12-01] #todo ^id@',
  '- @ [ticket:: @] #todo #urgent@',
  '- @ [[Runbook#A|the @]] #todo',
  '- @ #todo\n  - @ #todo\n  - @',
  '- @ #todo\n\t- @\n\n\t  @',
  '- #todo [ticket:: @]',
  '- [[Runbook]] @ #todo',
  '- @[^1] #todo',
  '- ![@](pic.png) @ #todo',
  '- @ <!-- @ --> #todo',
  '-  \n    [[Roles/SRE]] #todo',
  '> - @ #todo',
  '- @ #todo\n  ```\n  @ #todo\n  ```',
  '- @ **@ #todo\n  @** @',
  '- @ %% @\n  @ #todo %%',
  '-\t@ #todo\n\t- @\n\t  > @ #todo',
  '- @ #todo\n\n  @[^2]\n\n  - @',
  '- @ <img src="pic.png"> #todo',
  '- [/] @ #todo 🔁 every week 📅 2026-12-01',
  '1) @ #todo\n2) @ #todo',
  '- > [!note] @ #todo\n  > @',
  '- $@$ #todo $@$',
  '- ![[Runbook#A]] #todo',
  '- @ #todo & #todo @',
  '- @ → #todo',
  '- @ — #todo/blocked — @ | #todo',
  '- [#todo](Runbook.md) @',
  '- @\n\n  @ #todo 📅 2026-12-01',
  '- @\n  ```\n  @\n  ```\n  #todo',
  '- `@` %% #todo %% `@`',
  '- @%%#todo%%@',
  '- @([[Roles/SRE]])@ #todo',
  '- „@, #todo“ @',
  '- @ #todo\n  > @[^1]\n  >\n  > [^1]: @',
  '- [^2]: @\n\n      @',
  '- @<br>#todo',
  '- #todo<br>@ <b>#todo</b> @',
  '- <u>@ #todo</u> <!-- @ -->#todo @',
  '- @^[#todo] @ ^[@ #todo]',
  '- #todo\n  @\n\n  @',
];
const LINES = [
  '',
  '',
  '@',
  '@ #todo',
  '@ **@ #todo** @',
  '#todo',
  '#todo',
  '  #todo',
  '%% #todo %%',
  '%% @ #todo %%',
  '#todo #urgent@ [ticket:: @]',
  '#todo 📅 2026-12-01 ([[Roles/SRE|SRE]])',
  '#todo/blocked',
  '> @ #todo',
  '> [!note] @ #todo\n> @',
  '| @ | @ |\n|---|---|\n| @ #todo | @ |',
  '```\n@ #todo\n```',
  '[^1]: @',
  '[ref]: Runbook.md#A "@"',
  '![[Runbook#A]]',
  '[@](Runbook.md#A)',
  'See [[#Same @]] @',
  '<div>\n@\n</div>',
  '$$\n@\n$$',
  '@ ^id@',
  '---',
  '[^2]: @\n\n    @ [@](Runbook.md#A)\n\n    - @ #todo',
  '%%\n@\n#todo\n%%',
  '%% @\n@ %% #todo @',
  '> > @\n> > - @ #todo\n> @',
  '> [!tip]- @\n> - @ #todo\n>   - @\n>\n> @',
  '| @ | @ |\n|---|---|\n| @ #todo | [[Runbook\\|@]] |\n| @ | #todo |',
  '$$\n@ #todo\n$$ @',
  '<details>\n\n@ #todo\n\n</details>',
  '@ *@ #todo\n@* @',
  '@ ^[@ #todo]',
  '    @ #todo',
  '@\n===',
  '* * *',
  '![[#Same]]',
  '> @[^1]\n>\n> [^1]: @\n>     @',
  '> [!note] @\n> > [^2]: @ #todo\n> > @',
  '> [ref]: Runbook.md#A',
  '@ [ref] [@][ref]',
  '`![[Runbook#A]]` @',
  '<a href="Runbook.md">@</a> @ #todo',
  '[#todo][ref]',
  '| @ |\n|---|\n| @<br>#todo |\n| @, #todo |',
];
const HEADINGS = [
  '# @',
  '## @',
  '## @ #todo',
  '## @ %% @ %%',
  '## @ of [[Runbook#A|the @]]',
  '### **@**',
  '## @ [x:: @]',
  '# [[Day 1 Operations]]',
  '## Same',
  '@\n---',
  '@ #todo\n===',
  '@\n@ #todo\n---',
  '@ **@\n@ #todo\n@\n@\n@** @\n===',
  '## @ ##',
  '# @ #todo ##',
  '## @ ^h@',
  '#',
];
const FRONTS = [
  '',
  '',
  '---\ntags: [x, todo]\n---\n',
  '---\ntags:\n  - todo\ndue: 2026-12-01 # @\n---\n',
  '---\nphase: "[[Day 1 Operations]]"\nnote: @\n---\n',
  '---\ndg-publish: true\n---\n',
  '---\nbroken: "\n---\n',
  '---\ntags: &t [todo, "x"] # @\nother: *t\n---\n',
  '---\nnote: |\n  @ #todo\n  @\ntags:\n- todo\n- x@\n---\n',
  '---\n{"tags": ["todo"], "note": "@"}\n---\n',
  '---\nsee: ["[[Runbook#A]]", "[[Elsewhere]]"]\nphase: Day 1\n---\n',
];

const lines = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...BULLETS) },
    { weight: 3, arbitrary: fc.constantFrom(...LINES) },
    { weight: 2, arbitrary: fc.constantFrom(...HEADINGS) },
  ),
  { minLength: 2, maxLength: 10 },
);
const note = fc.tuple(fc.constantFrom(...FRONTS), lines).map(([front, body]) => `${front}${body.join('\n')}`);
const page = (purpose: string) =>
  fc
    .tuple(
      fc.constantFrom('', '---\ndg-publish: true\n---\n'),
      fc.array(fc.constantFrom(...BULLETS), { maxLength: 4 }),
      fc.constantFrom('', '#todo\n', '%% #todo %%\n'),
      lines,
    )
    .map(
      ([front, bullets, tag, more]) =>
        `${front}# Overview\n## ${purpose} Phase\n@\n## Responsibilities\n${bullets.map((one) => `${one}\n`).join('')}${tag}\n# More @\n${more.join('\n')}\n`,
    );

const ended = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.constantFrom('\n', '\n', '\r\n'), fc.constantFrom('', '\n', '\n\n', '\n\t', '\n\n  '))
    .map(([one, eol, end]) => (one + end).replaceAll('\n', eol));

/** A small handbook whose notes hold what people and programs write, each line with words that stand nowhere else. */
export const messyVault: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .record({
    'Ops/Day 0 Operations.md': ended(page('Planning')),
    'Ops/Day 1 Operations.md': ended(page('Deployment')),
    'Ops/Day 2 Operations.md': ended(page('Maintenance')),
    'Ops/Operations Overview.md': ended(
      fc.constant(
        '# [[Day 0 Operations]]\n![[Day 0 Operations#Overview]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n#todo\n## Same\n@ #todo\n',
      ),
    ),
    'Ops/Runbook.md': ended(note.map((text) => `# A\n${text.replace(/^---[\s\S]*?---\n/, '')}`)),
    'Elsewhere.md': ended(note),
    'Roles/SRE.md': fc.constant(''),
    'pic.png': fc.constant(''),
  })
  .map((notes) => {
    let words = 0;
    return Object.fromEntries(
      Object.entries(notes).map(([path, text]) => [path, text.replace(/@/g, () => `word${words++}x`)]),
    );
  });

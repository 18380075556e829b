import fc from 'fast-check';

/** Lines as people and other programs write them; `#todo` in every place that counts and some that do not. */
const LINES = [
  '#todo', '  #todo', '#todo/blocked', '#todo #todo/blocked', '%% #todo %%', '#todo 📅 2026-12-01', '#todo ([[Roles/SRE|SRE]]) ^id', '> #todo', '- #todo', '- [ ] #todo',
  '# A', '## B', '## B #todo', '### #todo C', '# [[Day 1 Operations]]',
  '- a #todo', '- a #todo', '* b', '1. c #todo', '2. d', '- [ ] e #todo', '- [x] f #todo', '- [-] g #todo/day-1', '  - h #todo', '\t- i', '\t\t- j #todo 📅 2026-12-01', '   more #todo', '- ', '-\tk #todo  ',
  '- l ([[Roles/SRE|SRE]]) #todo', '- m [due:: 2026-12-01] #todo ^m', '- #todo n', '- o `code` #todo, then', '- p %% #todo %%', '- q %% ask #todo %%',
  'Text', 'Text #todo', '#todo Text', 'Text **bold** #todo  ', 'two #todo words', '$a #todo$', '<div>', '</div>', '<!-- #todo -->',
  '| a | b |', '|---|---|', '| x #todo | y |', '| #todo | z |', '> quoted #todo', '> [!note] T #todo', '> - in quote #todo', '> more',
  '```', '~~~', '%%', '$$', '', '', '', '^id', '[^1]: note #todo', '[[Note#B todo]]', '![[Note#B]]', '[x](Note.md#B%20todo)', '日本語 #todo', '- 👩‍🚀 #todo', '\u00A0#todo', '#todo\u00A0', 'x\\', '1) z #todo',
];

const FRONT = [
  [], [], [], ['---', 'tags: todo', '---'], ['---', 'a: 1', 'tags: [x, todo]', '---'], ['---', 'tags:', '  - todo', '  - y', 'b: 2 # c', '---'], ['---', '{"dg-publish":true,"tags":["todo"]}', '---'],
  ['---', 'owner: "[[Roles/SRE]]"', 'due: 2026-12-01', '---'], ['---', 'tags: "#todo/blocked"', '---'], ['---', '---'], ['---', 'due:', 'tags: &x todo', '---'], ['---', 'broken: "', '---'],
];

/** Notes of such lines, in any order and with any line ends; most lack a final one. */
export const oddNote = fc
  .tuple(
    fc.constantFrom(...FRONT),
    fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 14 }),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.constantFrom('', '', '\n', '\n\n', ' '),
  )
  .map(([front, lines, eol, end]) => [...front, ...lines].join(eol) + end.replaceAll('\n', eol));

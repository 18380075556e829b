// State, owner and due date of a todo, as they are written. The todo stands in the line that ends in `¦`; `-` and `+` are lines before and after.
import { describe, expect, it } from 'vitest';
import { setTodo, type TodoSettings } from '../../../src/core/edit/actions/set-todo';
import { note } from '../todo/todo-table';
import { act } from './act';

const ROLES = { 'Roles/SRE.md': '', 'Roles/Lead.md': '' };
const SRE = 'Roles/SRE.md';
const set = (given: TodoSettings, ...lines: string[]): Promise<string[]> => act(setTodo(given), note(...lines), ROLES);

describe('what is taken away', () => {
  it.each([
    ['- a([[SRE]])b #todo', { owner: '' }],
    ['- a[due:: 2026-01-01]b #todo', { due: '' }],
    ['- a📅 2026-01-01b #todo', { due: '' }],
  ])('glues no words: %s', async (line, given) => {
    expect(await set(given, `${line}¦`)).toEqual([`-${line}`, '+- a b #todo']);
  });
});

describe('an owner', () => {
  it('is not glued to the tag of a bullet that says nothing else', async () => {
    expect(await set({ owner: SRE }, '1. c #todo', '- [ ] #todo¦', '</div> ')).toEqual([
      '-- [ ] #todo',
      '+- [ ] ([[Roles/SRE|SRE]]) #todo',
    ]);
  });
  it('stands behind a bullet’s words, before their full stop, dates, comments and block id', async () => {
    expect(await set({ owner: SRE }, '- Watch #todo¦')).toEqual([
      '-- Watch #todo',
      '+- Watch ([[Roles/SRE|SRE]]) #todo',
    ]);
    expect(await set({ owner: SRE }, '- Watch. Then act. #todo ^w¦')).toEqual([
      '-- Watch. Then act. #todo ^w',
      '+- Watch. Then act ([[Roles/SRE|SRE]]). #todo ^w',
    ]);
    expect(await set({ owner: SRE }, '- [ ] Watch? ⏫ 🔁 every week 📅 2026-12-01 #todo¦')).toEqual([
      '-- [ ] Watch? ⏫ 🔁 every week 📅 2026-12-01 #todo',
      '+- [ ] Watch ([[Roles/SRE|SRE]])? ⏫ 🔁 every week 📅 2026-12-01 #todo',
    ]);
    expect(await set({ owner: SRE }, '- Watch %% #todo %%¦')).toEqual([
      '-- Watch %% #todo %%',
      '+- Watch ([[Roles/SRE|SRE]]) %% #todo %%',
    ]);
  });
  it('stands behind the last line of a bullet’s words', async () => {
    expect(await set({ owner: SRE }, '- Watch', '  and act. #todo¦', '  - nested')).toEqual([
      '-  and act. #todo',
      '+  and act ([[Roles/SRE|SRE]]). #todo',
    ]);
    expect(await set({ owner: SRE }, '- Watch', '  ```', '  code', '  ```', '  #todo¦', '- b')).toEqual([
      '-- Watch',
      '+- Watch ([[Roles/SRE|SRE]])',
    ]);
  });
  it.each(['#todo', '%% #todo %%'])(
    'stands below a blank line where a table is right above the tag line: %s',
    async (tag) => {
      expect(await set({ owner: SRE }, '# A', '| a | b |', '|---|---|', '| x | y |', `${tag}¦`, 'words')).toEqual([
        `-${tag}`,
        '+',
        `+${tag} [[Roles/SRE|SRE]]`,
      ]);
    },
  );
  it('parts a bullet right below a table from it, for to some readers its link’s pipe makes a row', async () => {
    expect(await set({ owner: SRE }, '| a | b |', '|---|---|', '| x | y |', '- c #todo¦', '- d')).toEqual([
      '-- c #todo',
      '+',
      '+- c ([[Roles/SRE|SRE]]) #todo',
    ]);
  });
  it('stands on a tag line behind the tag, also below a bullet that has one of its own', async () => {
    expect(await set({ owner: SRE }, '# A', '- b #todo', '#todo 📅 2026-12-01¦')).toEqual([
      '-#todo 📅 2026-12-01',
      '+#todo [[Roles/SRE|SRE]] 📅 2026-12-01',
    ]);
  });
  it('takes the place of another, and goes without a trace', async () => {
    expect(await set({ owner: SRE }, '- Watch ([[Lead]]). #todo¦')).toEqual([
      '-- Watch ([[Lead]]). #todo',
      '+- Watch ([[Roles/SRE|SRE]]). #todo',
    ]);
    expect(await set({ owner: '' }, '- Watch ([[Lead]])… #todo¦')).toEqual([
      '-- Watch ([[Lead]])… #todo',
      '+- Watch… #todo',
    ]);
    expect(await set({ owner: '' }, '# A', '#todo [[SRE]]¦')).toEqual(['-#todo [[SRE]]', '+#todo']);
    expect(await set({ owner: '' }, '- Watch #todo/blocked [[SRE]] 📅 2026-12-01 ^id¦')).toEqual([
      '-- Watch #todo/blocked [[SRE]] 📅 2026-12-01 ^id',
      '+- Watch #todo/blocked 📅 2026-12-01 ^id',
    ]);
  });
  it('who is it already is left as written', async () => {
    expect(await set({ owner: SRE }, '- Ask [[SRE]] first #todo¦')).toEqual([
      '“Ask SRE first” has this owner already.',
    ]);
    expect(await set({ owner: SRE }, '---', 'owner: "[[SRE|us]]"', 'tags: todo¦', '---')).toEqual([
      '“Note” has this owner already.',
    ]);
  });
  it('is refused where none can stand, and where several are named', async () => {
    expect(await set({ owner: SRE }, '| a |', '|---|', '| b #todo |¦')).toEqual([
      'Only a note, a section or a bullet has an owner; “b” is a table row.',
    ]);
    expect(await set({ owner: SRE }, '- [[SRE]] and [[Lead]] #todo¦')).toEqual([
      '“SRE and Lead” names 2 roles, so none of them is its owner. Edit its text.',
    ]);
    expect(await set({ owner: '' }, '- Ask [[SRE]] first #todo¦')).toEqual([
      'The owner of “Ask SRE first” is part of what it says. Edit its text.',
    ]);
  });
});

describe('an owner in a quote', () => {
  it.each(['> ', '>> ', '> > ', '>'])('stands behind the last of a bullet’s own words: %s', async (mark) => {
    const quoted = (line: string): string => mark + line;
    expect(
      await set({ owner: SRE }, '# A', '', ...['- Restore #todo¦', '  the backup.', '  - child', '- b'].map(quoted)),
    ).toEqual([`-${mark}  the backup.`, `+${mark}  the backup ([[Roles/SRE|SRE]]).`]);
    expect(await set({ owner: SRE }, '# A', '', ...['- Restore #todo¦', '  > said', '- b'].map(quoted))).toEqual([
      `-${mark}- Restore #todo`,
      `+${mark}- Restore ([[Roles/SRE|SRE]]) #todo`,
    ]);
  });
});

describe('a due date', () => {
  it.each(['📅', '📆', '🗓', '📅\uFE0F', '📆\uFE0F', '🗓\uFE0F'])(
    'behind any of the signs that Tasks reads (%s) is changed, not doubled, and taken away with it',
    async (sign) => {
      for (const [before, after, without] of [
        [`- Call ${sign} 2026-01-02 #todo`, `- Call ${sign} 2026-12-01 #todo`, '- Call #todo'],
        [`- Call #todo ${sign}2026-01-02 ^id`, `- Call #todo ${sign}2026-12-01 ^id`, '- Call #todo ^id'],
        [`#todo ⏫ ${sign} 2026-01-02`, `#todo ⏫ ${sign} 2026-12-01`, '#todo ⏫'],
      ] as const) {
        expect(await set({ due: '2026-12-01' }, '# A', 'Text', '', `${before}¦`)).toEqual([`-${before}`, `+${after}`]);
        expect(await set({ due: '' }, '# A', 'Text', '', `${before}¦`)).toEqual([`-${before}`, `+${without}`]);
      }
    },
  );
  it.each(['`📅 2026-01-02`', '``[due:: 2026-01-02] ` ``'])('in code is none: %s', async (code) => {
    expect(await set({ due: '2026-12-01' }, `- Write ${code} #todo¦`)).toEqual([
      `-- Write ${code} #todo`,
      `+- Write ${code} #todo 📅 2026-12-01`,
    ]);
    expect(await set({ due: '' }, `- Write ${code} 📅 2026-12-01 #todo¦`)).toEqual([
      `-- Write ${code} 📅 2026-12-01 #todo`,
      `+- Write ${code} #todo`,
    ]);
  });
  it('stands at the end of the tag’s line, in a paragraph behind the tag, in a comment inside it', async () => {
    expect(await set({ due: '2026-12-01' }, '- One #todo ^x¦')).toEqual([
      '-- One #todo ^x',
      '+- One #todo 📅 2026-12-01 ^x',
    ]);
    expect(await set({ due: '2026-12-01' }, 'One #todo two¦')).toEqual([
      '-One #todo two',
      '+One #todo 📅 2026-12-01 two',
    ]);
    expect(await set({ due: '2026-12-01' }, '- One %% #todo %%¦')).toEqual([
      '-- One %% #todo %%',
      '+- One %% #todo 📅 2026-12-01 %%',
    ]);
  });
  it('takes the place of the one before, in its form', async () => {
    expect(await set({ due: '2027-01-01' }, '- One (due:: 2026-12-01) #todo¦')).toEqual([
      '-- One (due:: 2026-12-01) #todo',
      '+- One (due:: 2027-01-01) #todo',
    ]);
    expect(await set({ due: '2027-01-01' }, '- [ ] One 📅 2026-12-01 ✅ 2026-12-02 #todo¦')).toEqual([
      '-- [ ] One 📅 2026-12-01 ✅ 2026-12-02 #todo',
      '+- [ ] One 📅 2027-01-01 ✅ 2026-12-02 #todo',
    ]);
  });
  it('goes, all of them when there are several', async () => {
    expect(await set({ due: '' }, '- One 📅 2026-12-01 [due:: 2027-01-01] #todo¦')).toEqual([
      '-- One 📅 2026-12-01 [due:: 2027-01-01] #todo',
      '+- One #todo',
    ]);
  });
});

describe('of a whole note', () => {
  it('owner and due date are made properties together', async () => {
    expect(await set({ owner: SRE, due: '2026-12-01' }, '#todo¦', 'Text')).toEqual([
      '+---',
      '+owner: "[[Roles/SRE|SRE]]"',
      '+due: 2026-12-01',
      '+---',
    ]);
    expect(await set({ owner: SRE, due: '2026-12-01', state: 'waiting' }, '---', '{"tags":["todo"]}¦', '---')).toEqual([
      '-{"tags":["todo"]}',
      '+{"tags":["todo/waiting"],"owner":"[[Roles/SRE|SRE]]","due":"2026-12-01"}',
    ]);
  });
  it('they go together, with the fences when nothing else stood there', async () => {
    expect(await set({ owner: '', due: '' }, '---', 'owner: "[[SRE]]"', 'due: 2026-12-01', '---', '#todo¦')).toEqual([
      '----',
      '-owner: "[[SRE]]"',
      '-due: 2026-12-01',
      '----',
    ]);
    expect(
      await set({ owner: '', due: '' }, '---', '{"owner":"[[SRE]]","due":"2026-12-01","tags":["todo"]}¦', '---'),
    ).toEqual(['-{"owner":"[[SRE]]","due":"2026-12-01","tags":["todo"]}', '+{"tags":["todo"]}']);
  });
  it('one comes while the other goes', async () => {
    expect(await set({ owner: '', due: '2026-12-01' }, '---', '{"owner":"[[SRE]]"}', '---', '#todo¦')).toEqual([
      '-{"owner":"[[SRE]]"}',
      '+{"due":"2026-12-01"}',
    ]);
    expect(await set({ owner: '', due: '2026-12-01' }, '---', 'owner: "[[SRE]]"', '---', '#todo¦')).toEqual([
      '-owner: "[[SRE]]"',
      '+due: 2026-12-01',
    ]);
  });
});

describe('a todo in a heading', () => {
  it('gets a line below it for owner and date, which would be part of links in it', async () => {
    expect(await set({ owner: SRE, due: '2026-12-01' }, '## A #todo/x¦', 'Text')).toEqual([
      '-## A #todo/x',
      '+## A',
      '+#todo/x [[Roles/SRE|SRE]] 📅 2026-12-01',
      'The tag stands on a line of its own below the heading now: a heading’s text is part of the links to it.',
    ]);
  });
  it('keeps its state in it', async () => {
    expect(await set({ state: 'waiting' }, '## A #todo/x¦', 'Text')).toEqual(['-## A #todo/x', '+## A #todo/waiting']);
  });
});

describe('nothing to take away', () => {
  it('is said', async () => {
    expect(await set({ state: '', owner: '', due: '' }, '- One #todo¦')).toEqual([
      '“One” has no state, owner or due date to take away.',
    ]);
    expect(await set({ owner: '' }, 'One #todo¦')).toEqual(['“One” has no owner to take away.']);
  });
});

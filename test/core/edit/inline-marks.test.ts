// A tag at the edge of bold, highlighted, slanted or struck words, and beside code: done or hidden it leaves the marks whole, and titles show none.
import { describe, expect, it } from 'vitest';
import { hideTodo } from '../../../src/core/edit/actions/hide-todo';
import { markDone } from '../../../src/core/edit/actions/mark-done';
import { plainText } from '../../../src/core/markdown/plain-text';
import { act, PATH, planningOf } from './act';

const MARKS = ['**', '==', '*', '~~', '***', '_', '__', '___'];

const after = async (action: Parameters<typeof act>[0], line: string): Promise<string | undefined> =>
  (await act(action, `# A\n${line}¦\n\nText\n`)).find((one) => one.startsWith('+'))?.slice(1);
const titleOf = (line: string): string | undefined =>
  planningOf({ [PATH]: `# A\n${line}\n\nText\n` }).planning.index.todosOf(PATH)[0]?.title;

describe.each(MARKS)('between %s', (m) => {
  it.each([
    [
      'last',
      `- ${m}Check the cooling #todo${m} before noon`,
      `- ${m}Check the cooling${m} before noon`,
      `- ${m}Check the cooling${m} %% #todo %% before noon`,
      'Check the cooling before noon',
    ],
    [
      'last of all',
      `- Go, ${m}check the cooling #todo${m}`,
      `- Go, ${m}check the cooling${m}`,
      `- Go, ${m}check the cooling${m} %% #todo %%`,
      'Go, check the cooling',
    ],
    ['first', `- ${m}#todo Call${m} Ann`, `- ${m}Call${m} Ann`, `- %% #todo %% ${m}Call${m} Ann`, 'Call Ann'],
    ['alone', `- Call ${m}#todo${m} Ann`, '- Call Ann', `- Call %% ${m}#todo${m} %% Ann`, 'Call Ann'],
    [
      'in the middle',
      `- ${m}Call #todo Ann${m} now`,
      `- ${m}Call Ann${m} now`,
      `- ${m}Call %% #todo %% Ann${m} now`,
      'Call Ann now',
    ],
    [
      'last of two',
      `- ${m}Call #todo #todo/blocked${m} now`,
      `- ${m}Call${m} now`,
      `- ${m}Call${m} %% #todo %% %% #todo/blocked %% now`,
      'Call now',
    ],
    [
      'first of two',
      `- ${m}#todo #todo/blocked Call${m} now`,
      `- ${m}Call${m} now`,
      `- %% #todo %% %% #todo/blocked %% ${m}Call${m} now`,
      'Call now',
    ],
    ['before a stop', `- Ask ${m}Ann #todo${m}.`, `- Ask ${m}Ann${m}.`, `- Ask ${m}Ann${m} %% #todo %%.`, 'Ask Ann.'],
    ['before code', `- ${m}Run #todo${m} \`x\``, `- ${m}Run${m} \`x\``, `- ${m}Run${m} %% #todo %% \`x\``, 'Run x'],
  ])('%s', async (_where, line, done, hidden, title) => {
    expect(await after(markDone(), line)).toBe(done);
    expect(await after(hideTodo('hide'), line)).toBe(hidden);
    expect(titleOf(line)).toBe(title);
  });
});

describe('beside code, commas and stops', () => {
  it.each([
    ['- `x` #todo', '- `x`'],
    ['- #todo `x`', '- `x`'],
    ['- Use `**` #todo and `**`', '- Use `**` and `**`'],
    ['- Call #todo, #todo', '- Call'],
    ['- Call #todo, #todo/blocked and go', '- Call and go'],
    ['- Call Ann. #todo.', '- Call Ann.'],
    ['- Call Ann #todo.', '- Call Ann.'],
    ['- #todo: call Ann', '- call Ann'],
    ['- **#todo: call** Ann', '- **call** Ann'],
    ['- **#todo:** call', '- call'],
    ['- **#todo  call** Ann', '- **call** Ann'],
    ['- **#todo\u00a0 call** Ann', '- **call** Ann'],
    ['- ==call  #todo== Ann', '- ==call== Ann'],
    ['- *call\u00a0 %% #todo %%* Ann', '- *call* Ann'],
    ['- **%% #todo %% call** Ann', '- **call** Ann'],
    ['- ~~[#todo] call~~ Ann', '- ~~call~~ Ann'],
    ['- call %% b %% #todo %% c %%', '- call %% b %% %% c %%'],
    ['- **#todo**: call', '- call'],
    ['- ==#todo –== call', '- call'],
    ['- **检查。 #todo**之前', '- **检查。** 之前'],
    ['- **Call (Ann) #todo**now', '- **Call (Ann)** now'],
    ['- #todo, #urgent, x', '- #urgent, x'],
    ['- Call #todo; go', '- Call; go'],
    ['- <u>Call #todo</u> Ann', '- <u>Call</u> Ann'],
    ['## #todo: Call', '## Call'],
    ['- Call, #todo, then go', '- Call, then go'],
    ['- Call 2 * 3 #todo * 4', '- Call 2 * 3 * 4'],
    ['- **Call\n  Ann #todo** now', '- **Call\n  Ann** now'],
    ['- a — #todo — b', '- a — b'],
    ['- a - #todo - b', '- a - b'],
    ['- a · #todo · b', '- a · b'],
    ['- a → #todo → b', '- a → b'],
    ['- Call Ann – #todo', '- Call Ann'],
    ['- Call Ann, #todo', '- Call Ann'],
    ['- #todo — call', '- call'],
    ['- #todo - call', '- call'],
    ['- To do: #todo', '- To do:'],
    ...['&', '+', '|', '·', '/', '→', '->', '=>', '—', ';'].flatMap((sign) => [
      [`- a #todo ${sign} #todo`, '- a'],
      [`- #todo ${sign} #todo/x a`, '- a'],
      [`- a ${sign} #todo`, '- a'],
      [`- a ${sign} #todo.`, '- a.'],
      [`- **a ${sign} #todo** b`, '- **a** b'],
      [`- a (b ${sign} #todo) c`, '- a (b) c'],
      [`- a ${sign} #todo b`, `- a ${sign} b`],
      [`- a ${sign} #todo ${sign} b`, `- a ${sign} b`],
      [`## a ${sign} #todo`, '## a'],
    ]),
    ...['&', '+', '|', '·', '/', '→', '->', '=>'].map((sign) => [`- #todo ${sign} a`, '- a']),
    ['- a #todo and #todo', '- a and'],
    ['- C++ #todo', '- C++'],
    ['- a  #todo  #todo', '- a'],
    ['- A/B/ #todo', '- A/B/'],
    ['- (a, #todo) b', '- (a) b'],
    ['- “a, #todo” b', '- “a” b'],
    ['- „Ruf an #todo“ sagt er', '- „Ruf an“ sagt er'],
    ['- „Ruf an, #todo“, sagt er', '- „Ruf an“, sagt er'],
    ['- a [#todo] b', '- a b'],
    ['- a **[#todo]** b', '- a b'],
    ['- a [#todo] b #todo/x c', '- a b c'],
    ['- a #todo/x b [#todo] c', '- a b c'],
    ['- a **#todo** b ==#todo/x== c', '- a b c'],
    ['- **x** a, #todo b', '- **x** a, b'],
    ['- [Call #todo](https://x.y) Ann', '- [Call](https://x.y) Ann'],
    ['- [#todo Call](https://x.y) Ann', '- [Call](https://x.y) Ann'],
    ['- Call (Ann #todo)', '- Call (Ann)'],
    ['- “Call #todo” Ann', '- “Call” Ann'],
    ['- \\*Call #todo\\* Ann', '- \\*Call\\* Ann'],
    ['- ~~*#todo*~~ x', '- x'],
    ['- **_#todo Call_ Ann** x', '- **_Call_ Ann** x'],
    ['- <mark>#todo Call</mark> Ann', '- <mark>Call</mark> Ann'],
    ['- a^[#todo] b', '- a b'],
    ['- a ^[b #todo] c', '- a ^[b] c'],
    ...['<br>', '<br/>', '<br />'].flatMap((br) => [
      [`- a #todo${br}b`, `- a${br}b`],
      [`- a${br}#todo b`, `- a${br}b`],
      [`- a${br}#todo${br}b`, `- a${br}b`],
      [`- a${br}#todo`, '- a'],
      [`- a ${br} #todo`, '- a'],
      [`- a ${br} #todo ${br} b`, `- a ${br} b`],
      [`- a${br}#todo ^id`, '- a ^id'],
      [`- #todo${br}a`, '- a'],
      [`- #todo ${br} a`, '- a'],
      [`- #todo${br}#todo/x a`, '- a'],
      [`- <b>a${br}#todo</b> b`, '- <b>a</b> b'],
      [`## a #todo${br}b`, `## a${br}b`],
    ]),
    ['- a — #todo ^id', '- a ^id'],
    ['- a, #todo ^id', '- a ^id'],
    ['- a <b>#todo</b> ^id', '- a ^id'],
    ['| a | b<br>#todo | c |', '| a | b | c |'],
    ['| a | b, #todo | c |', '| a | b | c |'],
    ['- a <b>#todo</b> b', '- a b'],
    ['- a <span class="x">#todo</span>, b', '- a, b'],
    ['- a **<strong><i>#todo</i></strong>** b', '- a b'],
    ['- a <span id="x">#todo</span> b', '- a <span id="x"></span> b'],
    ['- a <a href="x.md">b #todo</a> c', '- a <a href="x.md">b</a> c'],
    ['- <b>a</b>#todo b', '- <b>a</b> b'],
    ['- a<!-- c -->#todo b', '- a<!-- c --> b'],
    ['- a <!-- c --> #todo b', '- a <!-- c --> b'],
  ])('%s', async (line, left) => {
    expect(await after(markDone(), line)).toBe(left.split('\n').at(-1));
    // To a title, a pipe parts cells.
    if (!line.includes('\n') && !line.includes('|'))
      expect(titleOf(line)).toBe(plainText(left.replace(/^(?:-|##) /, '')));
  });
  it.each([
    ['- **#todo\u00a0\u00a0call** Ann', '- %% #todo %% **call** Ann'],
    ['- **call\u00a0#todo** Ann', '- **call** %% #todo %% Ann'],
    ['- **#todo #todo/x** Ann', '- %% **#todo** %% %% **#todo/x** %% Ann'],
    ['- call [#todo] Ann', '- call %% [#todo] %% Ann'],
    ['- ==call [#todo]== Ann', '- ==call== %% [#todo] %% Ann'],
    ['- call **[#todo]** Ann', '- call %% **[#todo]** %% Ann'],
  ])('hidden, no blank and no bracket is left between marks: %s', async (line, hidden) => {
    expect(await after(hideTodo('hide'), line)).toBe(hidden);
    const shown = (await after(hideTodo('show'), hidden)) ?? '';
    expect(await after(markDone(), shown)).toBe(await after(markDone(), line));
  });
  it('a sign goes at the end of the note, and before a line of blanks', async () => {
    expect(await act(markDone(), 'Call Ann – #todo¦')).toEqual(['-Call Ann – #todo', '+Call Ann']);
    expect(await act(markDone(), 'Call Ann – #todo¦\n \nText')).toEqual(['-Call Ann – #todo', '+Call Ann']);
    expect(await act(markDone(), 'Call Ann – #todo¦\nnow')).toEqual(['-Call Ann – #todo', '+Call Ann –']);
  });
  it.each([
    '- See [#todo](https://x.y) now',
    '- x [**#todo**](u)',
    '- x [ #todo ](u)',
    '- x [#todo][r]',
    '[#todo](Note.md)',
    '## [#todo](u)',
    '- [#todo #todo/x](u)',
    '| [#todo](u) | x |',
    '- See <a href="Note.md">#todo</a> now',
  ])('a link is not left without words: %s', async (line) => {
    const text = `# A\n${line}¦\n\n[r]: x.md\n`;
    for (const action of line.startsWith('##') ? [markDone()] : [markDone(), hideTodo('hide')])
      expect(await act(action, text)).toEqual([expect.stringContaining('is all that its link shows')]);
  });
  it.each(['&', '+', '|', '/', '→', '->'])('what joins two tags goes among words too: %s', async (sign) => {
    expect(await after(markDone(), `- a #todo ${sign} #todo/x b`)).toBe('- a b');
  });
  it.each([
    ['| #todo | #todo/x |', '| | |'],
    ['| a | #todo |', '| a | |'],
    ['| #todo | a |', '| | a |'],
    ['a | #todo', 'a |'],
  ])('a pipe stays that may be a cell’s border: %s', async (line, left) => {
    expect(await act(markDone(), `# A\nx | y\n--|--\n${line}¦\n`)).toEqual([`-${line}`, `+${left}`]);
  });
  it('a dash stays that leads on to the next line', async () => {
    expect(await act(markDone(), '# A\n- Call Ann — #todo¦\n  not today\n')).toEqual([
      '-- Call Ann — #todo',
      '+- Call Ann —',
    ]);
  });
  it.each(['#todo.', '#todo!', '#todo, #todo/x.', '%% #todo. %%', '**#todo**.', '**#todo.**', '[#todo]'])(
    'a lone tag goes with its stop and what is around it: %s',
    async (line) => {
      expect(await act(markDone(), `# A\nText\n\n${line}¦\n`)).toEqual([`-${line}`]);
    },
  );
});

describe('hashes before a tag at a heading’s end', () => {
  it.each([
    ['## Setup ## #todo', '## Setup \\##'],
    ['## Setup # %% #todo %%', '## Setup \\#'],
    ['## ## #todo', '## \\##'],
    ['> ## Setup ## #todo', '> ## Setup \\##'],
    ['- ## Setup ## #todo', '- ## Setup \\##'],
    ['## Setup ## #todo ##', '## Setup ## ##'],
    ['## Setup #todo ##', '## Setup ##'],
    ['## Setup C# #todo', '## Setup C#'],
    ['> ## #todo', '> ##'],
    ['- Setup ## #todo', '- Setup ##'],
  ])('stay words, and close no heading: %s', async (line, left) => {
    expect(await after(markDone(), line)).toBe(left);
  });
  it('close none underlined either', async () => {
    expect(await act(markDone(), '# A\n\nSetup ## #todo¦\n---\n')).toEqual(['-Setup ## #todo', '+Setup ##']);
  });
});

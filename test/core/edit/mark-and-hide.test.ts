// Marking a section or bullet as unfinished, and hiding a todo on the published site. The cursor, or the todo, is in the line that ends in `¦`.
import { describe, expect, it } from 'vitest';
import { hideTodo } from '../../../src/core/edit/actions/hide-todo';
import { planMark } from '../../../src/core/edit/mark/plan-mark';
import { note } from '../todo/todo-table';
import { act, linesChanged, notesAfter, PATH, planningOf, readMark } from './act';

async function mark(marked: string): Promise<string[]> {
  const { text, line } = readMark(marked);
  const { vault, planning } = planningOf({ [PATH]: text });
  const offset = text.split('\n').slice(0, line).join('\n').length;
  return linesChanged(vault, await planMark(planning, PATH, offset));
}

describe('marking', () => {
  it('a section puts a tag on the line below its heading, wherever the cursor is in it', async () => {
    expect(await mark(note('# A', '## B', 'Text', 'more¦'))).toEqual(['+#todo']);
    expect(await mark(note('# A¦', '', 'Text'))).toEqual(['+#todo']);
  });
  it('a bullet puts it at its end, before a block id', async () => {
    expect(await mark(note('# A', '- one¦', '- two'))).toEqual(['-- one', '+- one #todo']);
    expect(await mark(note('# A', '- one', '  - inner ^id¦'))).toEqual(['-  - inner ^id', '+  - inner #todo ^id']);
  });
  it('again takes the mark away', async () => {
    expect(await mark(note('# A', '#todo', '', 'Text¦'))).toEqual(['-#todo']);
    expect(await mark(note('# A', '- one #todo¦'))).toEqual(['-- one #todo', '+- one']);
  });
  it('again takes the mark away on a bullet that holds nothing but the tag, which marks what it stands in', async () => {
    expect(await mark(note('# A', '- a', '- [ ] #todo¦', ''))).toEqual(['-- [ ] #todo']);
    expect(await mark(note('- [ ] #todo¦', '', 'Text'))).toEqual(['-- [ ] #todo']);
  });
  it('a section whose bullet is marked marks the section', async () => {
    expect(await mark(note('# A', 'Text¦', '', '- one #todo'))).toEqual(['+#todo']);
  });
  it('a bullet with a single $ or backtick, which begins nothing', async () => {
    expect(await mark(note('- costs 5$ a month¦'))).toEqual(['-- costs 5$ a month', '+- costs 5$ a month #todo']);
  });
  it('keeps CRLF', async () => {
    const { vault, planning } = planningOf({ [PATH]: '# A\r\nText\r\n' });
    expect(notesAfter(vault, await planMark(planning, PATH, 6)).get(PATH)).toBe('# A\r\n#todo\r\nText\r\n');
  });
  it('is refused above the first heading', async () => {
    expect(await mark(note('Text¦', '', '# A'))).toEqual([
      'Note has no heading above the cursor: put #todo on a line of its own at the top to mark the note.',
    ]);
  });
});

describe('hiding', () => {
  it('puts each tag into a comment, and takes it out of one again', async () => {
    expect(await act(hideTodo('toggle'), note('# A', '#todo¦'))).toEqual(['-#todo', '+%% #todo %%']);
    expect(await act(hideTodo('toggle'), note('# A', '%%#todo/x%%¦'))).toEqual(['-%%#todo/x%%', '+#todo/x']);
    expect(await act(hideTodo('hide'), note('- One #todo 📅 2026-12-01¦'))).toEqual([
      '-- One #todo 📅 2026-12-01',
      '+- One %% #todo %% 📅 2026-12-01',
    ]);
  });
  it('takes emphasis around the tag along, which would be seen around nothing', async () => {
    expect(await act(hideTodo('toggle'), note('- **#todo** One¦'))).toEqual([
      '-- **#todo** One',
      '+- %% **#todo** %% One',
    ]);
    expect(await act(hideTodo('toggle'), note('- %% **#todo** %% One¦'))).toEqual([
      '-- %% **#todo** %% One',
      '+- **#todo** One',
    ]);
  });
  it.each([
    ['- b%%#todo%%c', '- b #todo c'],
    ['- b%%#todo%%', '- b #todo'],
    ['- %%#todo%%c', '- #todo c'],
    ['- b %%**#todo**%%c', '- b **#todo** c'],
    ['- b%%#todo%%.', '- b #todo.'],
    ['- (%%#todo%%)', '- ( #todo)'],
    ['%%#todo%%%%x%%', '#todo %%x%%'],
    ['- `b`%%#todo%%`c`', '- `b` #todo `c`'],
    ['- `b` %% #todo %% ``c`d``', '- `b` #todo ``c`d``'],
  ])('is taken back with blanks, for glued to words a tag is none: %s', async (hidden, shown) => {
    expect(await act(hideTodo('show'), note('# A', `${hidden}¦`, '', 'x'))).toEqual([`-${hidden}`, `+${shown}`]);
  });
  it('is done already in a comment of several lines, and would uncover it', async () => {
    for (const lines of [
      ['# A', '%%', '#todo¦', 'secret', '%%'],
      ['# A', 'Text %% secret', '#todo¦', 'too %% more'],
      ['# A', '- b %% x', '  #todo y %%¦'],
    ]) {
      expect(await act(hideTodo('hide'), note(...lines))).toEqual([
        expect.stringContaining('is hidden on the published site already.'),
      ]);
      expect(await act(hideTodo('show'), note(...lines))).toEqual([
        expect.stringContaining('stands in a comment with other text.'),
      ]);
    }
  });
  it('is refused where it would change links, and where nothing would change', async () => {
    expect(await act(hideTodo('hide'), '## A #todo¦')).toEqual([
      expect.stringContaining('stands in its heading, and is part of the links to it'),
    ]);
    expect(await act(hideTodo('hide'), note('# A', '%% #todo %%¦'))).toEqual([
      '“A” is hidden on the published site already.',
    ]);
    expect(await act(hideTodo('show'), note('# A', '%% ask Kim #todo %%¦'))).toEqual([
      '“ask Kim” stands in a comment with other text. Take the tag out of it by hand.',
    ]);
  });
  it('is refused where the tag would be read as something else, as where an underline stands below it', async () => {
    for (const [mode, ...lines] of [
      ['show', '%% #todo %%¦', '---'],
      ['show', '%% #todo %%¦', '- '],
      ['show', 'Text', '', '%% #todo %%¦', '==='],
    ] as const)
      expect(await act(hideTodo(mode), note(...lines))).toEqual([
        expect.stringMatching(/would mark something else then|would be read as something else/),
      ]);
  });
  it('is refused behind a comment that does not end: its text would be seen', async () => {
    expect(await act(hideTodo('hide'), note('# A', '- %% for Kim #todo¦'))).toEqual([
      'Before #todo of “for Kim” a comment begins with %% and does not end. Write its end first.',
    ]);
  });
});

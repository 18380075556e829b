// How the host's scripts read their command line.
import { describe, expect, it } from 'vitest';
import { describeCommands } from './command/describe-commands';
import { readArguments } from './command/read-arguments';
import { UsageError } from './command/usage-error';

const read = (line: string) => readArguments(line.split(' '), ['vault', 'now']);

describe('a command line', () => {
  it('has options anywhere, a command, and flags', () => {
    expect(read('--vault=a=b todos phase=Day=0 done --now 2025-03-01')).toEqual({
      options: { vault: 'a=b', now: '2025-03-01' },
      command: 'todos',
      flags: { phase: 'Day=0', done: 'true' },
    });
  });

  it('may leave a flag empty, but not an option', () => {
    expect(read('todos phase=').flags).toEqual({ phase: '' });
    expect(() => read('todos --vault=')).toThrow('--vault needs a value.');
  });

  it.each([
    ['--force todos', 'There is no option --force.'],
    ['-v todos', 'There is no option -v.'],
    ['todos --vault', '--vault needs a value.'],
    ['--vault a --vault b todos', '--vault is given twice.'],
    ['todos phase=a phase=b', 'phase is given twice.'],
    ['todos done done', 'done is given twice.'],
    ['todos =a', '"=a" has no name before the =.'],
  ])('%s makes no sense', (line, message) => {
    expect(() => read(line)).toThrow(new UsageError(message));
  });
});

it('what a plugin offers is listed with its flags', () => {
  const flags = {
    phase: { value: '<name>', description: 'Only this phase' },
    done: { description: 'Closed ones', required: true },
  };
  const text = describeCommands({ cli: [{ id: 'x:todos', description: 'List todos', flags }], palette: [] });
  expect(text).toBe(`Terminal:
  x:todos  List todos
      phase=<name>  Only this phase
      done  Closed ones (required)

Command palette:
  none`);
});

import type { CliFlag } from 'obsidian';
import type { RegisteredCommands } from '../host';

/** One paragraph for the terminal's commands with their flags, one for the palette's. */
export function describeCommands({ cli, palette }: RegisteredCommands): string {
  const terminal = cli.flatMap(({ id, description, flags }) => [
    `  ${id}  ${description}`,
    ...Object.entries(flags ?? {}).map(([name, flag]) => `      ${describeFlag(name, flag)}`),
  ]);
  const commands = palette.map(({ id, name }) => `  ${id}  ${name}`);
  const lines = (all: readonly string[]) => (all.length > 0 ? all : ['  none']);
  return ['Terminal:', ...lines(terminal), '', 'Command palette:', ...lines(commands)].join('\n');
}

function describeFlag(name: string, { value, description, required }: CliFlag): string {
  const shown = value === undefined ? name : `${name}=${value}`;
  return `${shown}  ${description}${required === true ? ' (required)' : ''}`;
}

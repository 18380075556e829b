/** Calls what a plugin registered for the terminal, as the app's `obsidian` command does. */
import type { CliData } from 'obsidian';
import type { Registrations } from './app/registrations';

/** @throws what the handler throws, or an error that names the commands there are. */
export async function runCli({ cliHandlers }: Registrations, id: string, flags: CliData): Promise<string> {
  const registration = cliHandlers.get(id);
  if (!registration) {
    const known = [...cliHandlers.keys()].sort().join(', ');
    throw new Error(
      `There is no command "${id}". ${known === '' ? 'None is registered.' : `Known commands: ${known}.`}`,
    );
  }
  const text: unknown = await registration.handler({ ...flags });
  if (typeof text !== 'string') throw new Error(`The command "${id}" gave ${typeof text}; expected text.`);
  return text;
}

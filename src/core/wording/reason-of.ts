/** A promise broken inside the program. Its numbers are for whoever fixes it, not for whoever meets it. */
export class ProgramError extends Error {}

/** What a caught error says to a person: its message, or whatever was thrown as text; of a mistake of our own, that it is one. */
export function reasonOf(error: unknown): string {
  if (error instanceof ProgramError)
    return `Operations Lifecycle cannot do this: it made a mistake, and nothing was changed. Please report it, with the note’s text and these words: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

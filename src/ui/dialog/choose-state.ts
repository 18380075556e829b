import type { App } from 'obsidian';
import { choose } from './choose';

/** What a nested tag can say: letters, digits, `-` and `_`; blanks become `-`. */
function stateOf(typed: string): string | null {
  const state = typed
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/^[#/]+|\/+$/g, '');
  return /^[\p{L}\p{N}_-]+$/u.test(state) ? state : null;
}

/** Lets the user choose a state in use, a new one, or none; null when they leave it as it is. */
export function chooseState(
  app: App,
  subject: string,
  states: readonly string[],
  canClear: boolean,
): Promise<{ readonly value: string | null } | null> {
  const known = states.length > 0 ? states : ['blocked', 'waiting', 'review'];
  return choose<string | null>(app, {
    question: `State of ${subject}; a new one can be typed`,
    choices: [
      ...known.map((state) => ({ text: state, note: `#todo/${state}`, value: state })),
      ...(canClear ? [{ text: 'No state', note: '', value: null }] : []),
    ],
    free(typed) {
      const state = stateOf(typed);
      return state === null ? null : { text: `Use “${state}”`, note: `#todo/${state}`, value: state };
    },
  });
}

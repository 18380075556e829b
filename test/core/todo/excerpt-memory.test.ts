// What is kept for excerpts: nothing that outlives the todos.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openNoteSource } from '../../../src/core/note/note-source';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { findMarkedTodos } from '../../../src/core/todo/find-todos';
import { parseMetadata } from '../../host/markdown/parse-metadata';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Asks a note's todo for its excerpt and forgets both; the note's metadata, weakly held. */
function askAndForget(): WeakRef<object> {
  const text = '# A\n#todo\nSome text.\n';
  const metadata = parseMetadata(text);
  const [found] = findMarkedTodos({
    source: openNoteSource('Note.md', text, metadata),
    settings: DEFAULT_SETTINGS,
    isRoleLink: () => false,
  });
  expect(found?.todo.excerpt).toBe('Some text.');
  return new WeakRef(metadata);
}

it('a note whose excerpts were asked for is let go with its todos', async () => {
  const metadata = askAndForget();
  await setImmediate();
  collectGarbage();
  expect(metadata.deref()).toBeUndefined();
});

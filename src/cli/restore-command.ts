import { countOpenIn } from '../core/index/count-open';
import { planRestore } from '../core/published-copies/plan-restore';
import { notesWithHtml, surveyCopies } from '../core/published-copies/survey-copies';
import { changesNotes } from './carry-out';
import { isGiven, oneOf } from './parse-flags';
import { noteNamed } from './note-named';

/** `operations-lifecycle:restore` */
export const restoreCommand = changesNotes({
  action: 'restore',
  description: 'Turn frozen copies of published pages back into transclusions',
  flags: {
    path: { value: '<note>', description: 'Only the copies in this note' },
    stale: {
      value: 'keep|take',
      description: 'Keep copies that differ from their page (default), or take what the page says',
    },
    create: { description: 'Make the pages that are missing of their copies' },
    move: { description: 'Move pages to the folder that their permalink names' },
    'dry-run': { description: 'Print what would be written, and write nothing' },
  },
  async plan(values, { index, vault }) {
    const stale = oneOf(values, 'stale', ['keep', 'take']);
    const survey = await surveyCopies(
      vault,
      values.path === undefined ? notesWithHtml(vault) : [noteNamed(vault, values.path)],
      index.settings.garden.rewriteRules,
    );
    return planRestore(survey, {
      stale: () => stale,
      create: isGiven(values, 'create') ? new Map() : null,
      move: isGiven(values, 'move'),
      countTodos: (paths) => countOpenIn(index, paths),
    });
  },
});

import { isoDay } from '../../core/text/iso-day';
import { refuseField } from '../../core/draft/drafting';
import { offsetAt } from '../../core/note/offset-at';
import { planSnapshotInsertion } from '../../core/snapshot/plan-snapshots';
import { readAsked, writeAsked, type SnapshotQuery } from '../../core/snapshot/read-asked';
import { isRefusal } from '../../core/text/refusal';
import { DraftModal } from './draft-modal';
import type { FormContext } from './form-context';

/** Opens the form for a snapshot at a place in a note: 0-based line, and UTF-16 units in it. */
export function openSnapshotForm(
  context: FormContext,
  path: string,
  cursor: { readonly line: number; readonly ch: number },
): void {
  const request: { -readonly [Key in keyof SnapshotQuery]: SnapshotQuery[Key] } = { query: '', show: 'board' };
  new DraftModal(context, {
    heading: 'Insert snapshot of the board',
    submit: () => 'Insert',
    draw(fields) {
      fields.text({
        field: 'query',
        name: 'Which todos',
        desc: 'As in the board’s field. Empty: all.',
        value: '',
        placeholder: 'phase:"Day 1" -state:waiting',
        set: (value) => (request.query = value),
      });
      fields.choice({
        field: 'show',
        name: 'What of them',
        value: request.show,
        options: [
          ['board', 'The phases, and the todos of each'],
          ['list', 'The todos in one list'],
          ['progress', 'Only how far the phases are'],
        ],
        set: (value) => (request.show = value as SnapshotQuery['show']),
      });
    },
    async plan(drafting) {
      const asked = readAsked(writeAsked(request));
      if (isRefusal(asked)) return refuseField('query', asked.refusal);
      const text = (await drafting.vault.read(path))?.text ?? '';
      const offset = offsetAt(text, cursor.line, cursor.ch);
      const planned = await planSnapshotInsertion(drafting, { ...asked, path, offset, today: isoDay(new Date()) });
      return isRefusal(planned) ? planned : { ...planned, opens: { path, cursor: null } };
    },
    // One is in the note already.
    done: () => Promise.resolve(null),
  }).open();
}

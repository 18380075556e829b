import { movedPath } from '../../settings/follow-rename';
import type { SavedView } from '../../settings/view';
import { printValue } from './print-query';
import { keyNamed, readTerms } from './read-query';
import { withoutMd } from '../../note/link-text';

/** A query whose `in:` names a note or folder that has another path now names that; a note with or without its ending. */
function followQuery(query: string, from: string, to: string): string {
  const places = readTerms(query).flatMap(({ key, values }) => (key && keyNamed(key.text) === 'in' ? values : []));
  return places.reduceRight((text, { text: written, start, end }) => {
    const place = written.replace(/^\/+|\/+$/g, '');
    const note = movedPath(`${place}.md`, from, to);
    const after = note === `${place}.md` ? movedPath(place, from, to) : withoutMd(note);
    return after === place ? text : text.slice(0, start) + printValue(after, false) + text.slice(end);
  }, query);
}

/** Saved views whose queries follow a file or folder to its new path; the same list when none has named it. */
export function followViews(views: readonly SavedView[], from: string, to: string): readonly SavedView[] {
  const after = views.map((one) => {
    const query = followQuery(one.view.query, from, to);
    return query === one.view.query ? one : { ...one, view: { ...one.view, query } };
  });
  return after.every((one, at) => one === views[at]) ? views : after;
}

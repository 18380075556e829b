import { lineAt } from '../../note/text-line';
import { lineComments } from '../tags/line-comments';
import type { MarkedTodo } from '../../todo/find-todos';

/** Whether a todo's tags all stand in `%% comments %%`, which the published site leaves out; false when it has none in the text. */
export function isHidden(text: string, { mark: { bodyTags } }: Pick<MarkedTodo, 'mark'>): boolean {
  return (
    bodyTags.length > 0 &&
    bodyTags.every(({ position: { start, end } }) => {
      const line = lineAt(text, start.offset);
      return lineComments(text, line.start, line.end).some((comment) => comment.start <= start.offset && end.offset <= comment.end);
    })
  );
}

/** A tag as it is written beside others: seen on the site, or not. */
export const writeTag = (tag: string, hidden: boolean): string => (hidden ? `%% ${tag} %%` : tag);

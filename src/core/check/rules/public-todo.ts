import type { Todo } from '../../index/todo';
import { todosInSource } from '../../edit/locate-todo';
import { commentPlace, isCommented } from '../../note/comment-place';
import type { NoteSource } from '../../note/note-source';
import { isClosed } from '../../todo/found-todo';
import type { JudgeText, RuleContext } from '../facts/rule-context';
import { locAt } from '../../note/loc-at';

interface TagInText {
  readonly tag: string;
  /** UTF-16 offset. */
  readonly offset: number;
}

/** The todo's tags in the text; those in the properties are not on the site. Most todos have one, which the index knows. */
function tagsInText({ tags, kind, offset }: Todo, source: NoteSource, context: RuleContext): readonly TagInText[] {
  const [tag = ''] = tags;
  if (tags.length === 1)
    return offset >= source.bodyStart && source.text.startsWith(tag, offset) ? [{ tag, offset }] : [];
  const marked = todosInSource(context, source).find(({ todo }) => todo.kind === kind && todo.offset === offset);
  return marked?.mark.bodyTags.map((one) => ({ tag: one.tag, offset: one.position.start.offset })) ?? [];
}

export const publicTodo: JudgeText = function* ({ path, source }, context) {
  for (const todo of context.index.todosOf(path)) {
    if (isClosed(todo)) continue;
    const tags = tagsInText(todo, source, context);
    const seen = tags.find(({ offset }) => !isCommented(source, offset));
    if (!seen) continue;
    // A tag in a heading is part of the links to it, a published copy is not ours to write, and `%%` behind an open comment would end that.
    const canHide =
      todo.copy === null &&
      tags.every(
        ({ offset }) => source.sectionAt(offset)?.type !== 'heading' && commentPlace(source, offset) !== 'behind-open',
      );
    const message = `The site shows ${seen.tag} of “${todo.title}”. Expected it in a comment: %% ${seen.tag} %%.`;
    yield { at: locAt(source.text, seen.offset), message, fix: canHide ? { kind: 'hide', todo } : null };
  }
};

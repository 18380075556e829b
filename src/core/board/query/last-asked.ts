/** Keeps what has been made of a list as long as the list is there: lists are never changed, another one takes their place. */
export function memoByList<Item, Made extends object>(
  make: (list: readonly Item[]) => Made,
): (list: readonly Item[]) => Made {
  const known = new WeakMap<readonly Item[], Made>();
  return (list) => {
    const made = known.get(list) ?? make(list);
    known.set(list, made);
    return made;
  };
}

/** More boards than stand side by side, and a few letters taken back. */
const MOST = 12;

/** Answers about lists to the questions that were asked last: a change of the vault costs the lists that it touches, whatever is asked of them. */
export class LastAsked<Item, Answer extends object> {
  private readonly questions = new Map<string, (list: readonly Item[]) => Answer>();

  /** @param question all that the answer depends on besides the list. */
  ask(question: string, answer: (list: readonly Item[]) => Answer): (list: readonly Item[]) => Answer {
    const known = this.questions.get(question) ?? memoByList(answer);
    this.questions.delete(question);
    this.questions.set(question, known);
    for (const oldest of this.questions.keys()) {
      if (this.questions.size <= MOST) break;
      this.questions.delete(oldest);
    }
    return known;
  }
}

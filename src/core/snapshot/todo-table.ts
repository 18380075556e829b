import type { Card } from '../board/card';
import { noteName } from '../note/link-text';
import { columnOf } from '../phase/columns';
import { isLinkText, plain, table, type Line, type SnapshotLink } from './spell-lines';

/** Whether a link may lead to the note: on a published site not to one that is not published. */
export type MayLink = (path: string) => boolean;

export const linkOrText = (link: SnapshotLink, mayLink: MayLink): Line =>
  mayLink(link.target) && isLinkText(link.text) ? [link] : [plain(link.text)];

/** A todo's title as a link to where it stands; a title that no link can show has one behind it, by the note's name. */
function titleCell({ todo, title }: Card, mayLink: MayLink): Line {
  const { path: target, kind, line, startLine } = todo;
  // A tag in the heading goes when the todo is done: a link to that would have to follow, and make a preview of a keystroke.
  const link = { target, heading: kind === 'section' && line !== startLine ? startLine : null, text: title };
  const byName = { ...link, text: noteName(target) };
  return !mayLink(target) || isLinkText(title) || !isLinkText(byName.text)
    ? linkOrText(link, mayLink)
    : [plain(title), ' (', byName, ')'];
}

const facts = (card: Card, mayLink: MayLink): Line[] => {
  const { owner, due, state } = card.todo;
  return [
    titleCell(card, mayLink),
    owner === null ? [] : linkOrText({ target: owner, heading: null, text: noteName(owner) }, mayLink),
    [due ?? ''],
    [plain(state ?? '')],
  ];
};

/** The todos of one column as a Markdown table, or, `byPhase`, of several. */
export function todoTable(cards: readonly Card[], mayLink: MayLink, byPhase = false): Line[] {
  const rows = cards.map((card) => [...(byPhase ? [[plain(columnOf(card.todo))]] : []), ...facts(card, mayLink)]);
  return table([...(byPhase ? ['Phase'] : []), 'Todo', 'Owner', 'Due', 'State'], rows);
}

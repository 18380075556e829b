import { CALLOUT_TYPE, ITEM_MARKER, FENCE, HEADING_MARKS } from '../markdown/marks/line-marks';
import { withoutDueAndOwner } from '../index/short-title';
import { plainLines, plainText } from '../markdown/plain-text';
import { tableCells } from '../note/table-cells';
import type { Card } from './card';
import { safeMarkdown } from './safe-markdown';
import { rowText } from './table-row';

/** What a closed card says, and whether opening it shows more. */
export interface CardText {
  /** Plain text in one line, for two lines of a card; '' where it would only repeat what stands on the card already. */
  readonly teaser: string;
  readonly isMore: boolean;
}

/** More than two lines of the widest card hold, in UTF-16 units; and more than that of the source is not looked at. */
const TEASER_LENGTH = 240;
const SOURCE_LENGTH = 2000;

/** What is sure to fit into two lines of a narrow card. */
const TWO_LINES = 56;

const MARKS_ONLY = /^[\s>|:*_~`=-]*$/;

const holdsLink = (text: string): boolean => text.includes('[[') || text.includes('](');

const isTask = (line: string): boolean => ITEM_MARKER.exec(line)?.[5] !== undefined;

const isListed = (line: string): boolean => ITEM_MARKER.test(line) || /^\s*\|/.test(line);

/** Whether a line begins another block, or stands between two. */
const begins = (line: string): boolean =>
  MARKS_ONLY.test(line) || isListed(line) || HEADING_MARKS.test(line) || FENCE.test(line);

/** What a bullet holds, as a text of its own: less deep, and without a first line that only repeats the title. */
function bulletText({ todo, title, ownerName }: Card): string {
  const [first = '', ...rest] = todo.excerpt.split('\n');
  const indentOf = (line: string): number => (line.trim() === '' ? Infinity : line.length - line.trimStart().length);
  const depth = rest.reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  const inside = rest.map((line) => line.slice(Math.min(depth, line.length)));
  const isSaid = withoutDueAndOwner(plainText(first), ownerName) === title && !holdsLink(first);
  // A mark that ends on a line below keeps them together.
  const end = rest.findIndex(begins);
  const goesOn = plainLines([first, ...rest.slice(0, end < 0 ? undefined : end)])[0] !== plainText(first);
  return (isSaid ? inside : [first, ...(goesOn ? [] : ['']), ...inside]).join('\n');
}

/** The Markdown that an opened card shows: the marked text, without what the card says anyway; a table row says what its head calls each cell. */
export function cardMarkdown(card: Card): string {
  return rowText(card.todo) ?? (card.todo.kind === 'item' ? bulletText(card) : card.todo.excerpt);
}

/** The lines of an opened card that a checkbox stands on, in order. */
export function boxLines(card: Card): readonly string[] {
  let fence = '';
  return safeMarkdown(cardMarkdown(card))
    .split('\n')
    .filter((line) => {
      const marks = FENCE.exec(line)?.[2] ?? '';
      if (marks !== '' && (fence === '' || marks.startsWith(fence))) fence = fence === '' ? marks : '';
      return fence === '' && isTask(line);
    });
}

/** The lines of the source as words. Two cells are parted like two bullets. */
function wordsOf(lines: readonly string[]): string[] {
  const inside = lines.map((line) =>
    line
      .replace(/^[\s>]+/, '')
      .replace(ITEM_MARKER, '')
      .replace(CALLOUT_TYPE, ''),
  );
  const words: string[] = [];
  for (let at = 0; at < inside.length; at = words.length) {
    const [first = ''] = inside.slice(at, at + 1);
    let end = at + 1;
    while (end < inside.length && !begins(lines[end] ?? '')) end++;
    words.push(
      ...(first.startsWith('|')
        ? [
            tableCells(first)
              .map(plainText)
              .filter((cell) => cell !== '')
              .join(' · '),
          ]
        : plainLines(inside.slice(at, end))),
    );
  }
  return words.map((text) => text.replaceAll('\u200B', '').trim());
}

const texts = new WeakMap<Card, CardText>();

/** The text of a card in a line: without headings, marks, and what the card says in its own places. Made once: a card that the filter lets back is drawn anew. */
export function cardText(card: Card): CardText {
  const known = texts.get(card) ?? makeText(card);
  texts.set(card, known);
  return known;
}

function makeText(card: Card): CardText {
  const { todo, title, ownerName } = card;
  const isRow = todo.block === 'row';
  const known = new Set(
    [title, todo.title, ownerName, withoutDueAndOwner(todo.title, ownerName)].map((words) => words?.toLowerCase()),
  );
  let teaser = '';
  let lines = 0;
  const all = safeMarkdown(cardMarkdown(card).slice(0, SOURCE_LENGTH)).split('\n');
  for (const [at, said] of wordsOf(all).entries()) {
    const line = all[at] ?? '';
    if (MARKS_ONLY.test(line) || HEADING_MARKS.test(line) || FENCE.test(line)) continue;
    const words = withoutDueAndOwner(said, ownerName);
    if (words === '' || known.has(words.toLowerCase())) continue;
    lines++;
    const between = teaser === '' ? '' : isRow || isListed(line) ? ' · ' : ' ';
    if (teaser.length < TEASER_LENGTH) teaser += between + words;
  }
  const isMore =
    title.length > TWO_LINES ||
    teaser.length > TWO_LINES ||
    lines > 1 ||
    (lines > 0 && (holdsLink(todo.excerpt) || todo.excerpt.split('\n').some(isTask)));
  // Its bullets are cards themselves, or counted.
  if (card.bullets !== null) return { teaser: '', isMore: lines > 0 };
  return { teaser: teaser.length > TEASER_LENGTH ? `${teaser.slice(0, TEASER_LENGTH)}…` : teaser, isMore };
}

import { isTakenBySite, type OutgoingLink } from '../../link/outgoing-link';
import type { JudgeNote } from '../facts/rule-context';

const IMAGE = /\.(?:png|jpe?g|gif|webp)/;
const FILE = /\.(?:png|jpe?g|gif|webp|svg|pdf)/;

/** How the publisher looks for files in a line, in this order: from what opens so on, over whatever stands between, to one with the ending; the next ending is tried where none has it. */
const SOUGHT: readonly (readonly [openings: readonly string[], ...ends: RegExp[]])[] = [
  ...[/\.svg/, IMAGE, /\.pdf/].flatMap(({ source: end }) => [
    [['![['], new RegExp(`${end}\\\\?\\|`), new RegExp(`${end}\\]\\]`)] as const,
    [['!['], new RegExp(`${end}\\)`)] as const,
  ]),
  [['[[', '![['], new RegExp(`${FILE.source}.*\\]\\]`)],
];

/** What stands for the link in its line by then: nothing of a transcluded note, which ends the line, and a wikilink for a Markdown link to a note. */
function spelled(link: OutgoingLink): string {
  const { original } = link.link;
  if (!link.toNote || link.target === null) return original;
  return isTakenBySite(link) ? '' : original.startsWith('!') ? original : '[[]]';
}

/** Links and files that the publisher takes for one, the first and the one with the ending, by their place in the line. */
function* brokenIn(line: readonly string[]): Generator<readonly [number, number]> {
  for (const [kind, [openings, ...ends]] of SOUGHT.entries()) {
    // Drawings are put in before others are looked for.
    const drawing = ['-', '![[', '!'][Math.min(kind, 2)] ?? '';
    const texts = line.map((text) => (text.startsWith(drawing) && text.includes('.svg') ? ' ' : text));
    for (let at = 0; at < texts.length; at++) {
      const text = texts[at] ?? '';
      if (!openings.some((opening) => text.startsWith(opening))) continue;
      const stop = texts.indexOf('', at);
      const last = ends
        .map((end) => texts.findIndex((one, index) => index >= at && end.test(one)))
        .find((index) => index >= 0 && (stop < 0 || index < stop));
      if (last === undefined) continue;
      // What holds an image that is put in already stays as it is: the last one too, where nothing else looks for that.
      const stays =
        kind > 2 && texts.slice(at, last).some((one) => one.startsWith('!') && (kind === 5 ? FILE : IMAGE).test(one));
      const isEmbed = texts[last]?.startsWith('!') ?? false;
      const breaks =
        kind < 6
          ? isEmbed || !stays
          : !text.startsWith('!') &&
            (!isEmbed || text === '[[]]' || text.includes('|')) &&
            !stays &&
            !(isEmbed && IMAGE.test(texts[last] ?? ''));
      if (last > at && breaks) yield [at, last];
      at = last;
    }
  }
}

/** Links to files, and files that are shown, in a line with others: the publisher reads on to a file's ending. */
export const gardenLink: JudgeNote = function* ({ links, embeds }) {
  const all = [...links, ...embeds].sort((a, b) => a.link.position.start.offset - b.link.position.start.offset);
  for (let from = 0; from < all.length;) {
    const line = all[from]?.link.position.start.line;
    let to = from + 1;
    while (to < all.length && all[to]?.link.position.start.line === line) to++;
    const told = new Set<number>();
    for (const [at, last] of to - from < 2 ? [] : brokenIn(all.slice(from, to).map(spelled))) {
      const [first, { link } = {}] = [all[from + at]?.link.original, all[from + last]];
      if (!link || told.has(last)) continue;
      told.add(last);
      const message = `The site takes \`${link.original}\` and \`${first ?? ''}\` before it for one link, and breaks both. Expected them on lines of their own.`;
      yield { at: link.position.start, link: link.link, message };
    }
    from = to;
  }
};

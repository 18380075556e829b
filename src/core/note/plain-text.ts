import { BLOCK_ID, COMMENTS, WIKILINK } from '../markdown/marks/span-marks';
/** Longer lines are not searched for emphasis: pairing the marks costs the square of the length. */
const EMPHASIS_LIMIT = 10_000;

/** Inline marks whose inside must not be read again, in the order in which Markdown gives them precedence. */
const INLINE = new RegExp(
  [
    /(`+)([^`](?:[^]*?[^`])?)\1(?!`)/, // 1, 2: code, also over the lines of an underlined heading
    /\\([!-/:-@[-`{-~])/, // 3: an escaped character
    COMMENTS,
    new RegExp(`!?${WIKILINK.source}`), // 4: wikilink or embed
    /!?\[((?:[^[\]\\]|\\.)*)\]\((?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/, // 5: Markdown link or image
    /\[\^[^\]\s]+\]/, // a footnote reference
    /<!--.*?-->|<\/?[A-Za-z][^<>]*>/, // inline HTML
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

/** Marks around a run that starts and ends with a visible character. */
const EMPHASIS = /(\*{1,3}|~~|==)([^\s*~=](?:.*?\S)?)\1/g;

/** Underscores emphasise only between words: `snake_case_name` has none. */
const UNDERSCORES = /(^|[^\p{L}\p{N}_])(_{1,3})([^\s_](?:.*?\S)?)\2(?![\p{L}\p{N}_])/gu;

/** What a wikilink shows: its display text, else the path with ` > ` for each `#`. */
function wikilinkText(inside: string): string {
  const bar = inside.indexOf('|', 1);
  const shown = bar < 0 ? '' : inside.slice(bar + 1).trim();
  if (shown !== '') return shown;
  const target = bar < 0 ? inside : inside.slice(0, bar);
  return target
    .trim()
    .replace(/\\$/, '')
    .split('#')
    .filter((part) => part !== '')
    .join(' > ');
}

function withoutEmphasis(text: string): string {
  if (text.length > EMPHASIS_LIMIT) return text;
  let before: string;
  let after = text;
  // Marks nest (`***a** b*`): a pass for each level, and no text shrinks for ever.
  do {
    before = after;
    after = before.replace(EMPHASIS, '$2').replace(UNDERSCORES, '$1$3');
  } while (after !== before);
  return after;
}

/**
 * One line of Markdown as a reader sees it: link markup, emphasis, code marks, comments, inline HTML and a final block id
 * are gone, white space is collapsed. Tags stay; callers that want them gone take them out by their cached positions.
 */
export function plainText(markdown: string): string {
  // Finished pieces are set aside behind a private-use character, so that no later rule looks into them.
  const kept: string[] = [];
  const keep = (piece: string): string => `\uE000${kept.push(piece) - 1}\uE001`;
  const opened = markdown
    .replace(/[\uE000\uE001]/g, '')
    .replace(
      INLINE,
      (match: string, _ticks: string, code?: string, escaped?: string, wikilink?: string, link?: string) => {
        if (code !== undefined) return keep(code.trim());
        if (escaped !== undefined) return keep(escaped);
        if (wikilink !== undefined) return keep(wikilinkText(wikilink));
        if (link !== undefined) return match.startsWith('!') ? keep(link) : keep(plainText(link));
        return '';
      },
    )
    .replace(BLOCK_ID, '');
  return withoutEmphasis(opened)
    .replace(/\uE000(\d+)\uE001/g, (_match, index: string) => kept[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

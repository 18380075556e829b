import type { GardenVault } from './publish-note';

const IMAGE = /!\[\[(.*?)(\.(png|jpg|jpeg|gif|webp))\\?\|(.*?)\]\]|!\[\[(.*?)(\.(png|jpg|jpeg|gif|webp))\]\]/g;
/** From any `![` of the line on, over whatever stands between, as the next ones. */
const MARKDOWN_IMAGE = /!\[(.*?)\]\((.*?)(\.(png|jpg|jpeg|gif|webp))\)/g;
const FILE_LINK = /\[\[(.*?)(\.(?:png|jpe?g|gif|webp|svg|pdf))(.*?)\]\]/g;
const PDF = /!\[\[(.*?)(\.pdf)\\?\|(.*?)\]\]|!\[\[(.*?)(\.pdf)\]\]/g;
const MARKDOWN_PDF = /!\[(.*?)\]\((.*?)(\.pdf)\)/g;
const SVG = /!\[\[(.*?)(\.(svg))\\?\|(.*?)\]\]|!\[\[(.*?)(\.(svg))\]\]/g;
const MARKDOWN_SVG = /!\[(.*?)\]\((.*?)(\.(svg))\)/g;
const FRONTMATTER = /^\s*?---[\r\n][\s\S]*?[\r\n]---/;

const inBrackets = (match: string): string => match.slice(match.indexOf('[') + 2, match.indexOf(']'));
const shown = (match: string): string => match.slice(match.indexOf('[') + 1, match.indexOf(']'));
const address = (match: string): string => match.slice(match.lastIndexOf('(') + 1, match.lastIndexOf(')'));
const titleOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');

function decoded(target: string): string | null {
  try {
    return decodeURI(target);
  } catch {
    return null;
  }
}

/**
 * Files of the page, copies included, as the site has them: below `/img/user/`, a PDF in a frame, a drawing with all that it holds. Each
 * kind is looked for as the page was before, and put where that is still there.
 */
export function embedAssets(page: string, source: string, vault: GardenVault): string {
  const at = (linkpath: string | null): string | null =>
    linkpath === null ? null : vault.resolve(linkpath.split('#')[0] ?? '', source);
  const url = (path: string): string => encodeURI(`/img/user/${path}`);
  const drawing = (path: string | null): string | null => (path === null ? null : (vault.texts.get(path) ?? ''));
  const drawn = replaceEach(page, SVG, (match) => {
    const [name = ''] = inBrackets(match).split(/\\?\|/);
    return drawing(at(name))?.replace(/[\t\n\r]/g, '') ?? null;
  });
  const whole = replaceEach(drawn, MARKDOWN_SVG, (match) =>
    address(match).startsWith('http') ? null : drawing(at(address(match))),
  );
  const frontmatter = FRONTMATTER.exec(whole)?.[0] ?? '';
  const text = whole.slice(frontmatter.length);
  const frame = (path: string, title: string): string =>
    `<iframe src="${url(path)}" width="100%" height="900px" title="${title}" style="border:1px solid #ccc;"></iframe>`;
  const steps: readonly (readonly [RegExp, (match: string, index: number) => string | null])[] = [
    [
      IMAGE,
      (match) => {
        const [name = '', ...words] = inBrackets(match).split(/\\?\|/);
        const last = words.at(-1) ?? '';
        // Of several words the last are left, or all but a size behind them.
        const said = /^\s*[+-]?\d/.test(last) ? [words.slice(0, -1).join(' '), last] : [last];
        const path = at(name);
        return path === null ? null : `![${[name, ...said].filter((one) => one !== '').join('\\|')}](${url(path)})`;
      },
    ],
    [
      MARKDOWN_IMAGE,
      (match) => {
        const path = address(match).startsWith('http') ? null : at(decoded(address(match)));
        return path === null ? null : `![${shown(match)}](${url(path)})`;
      },
    ],
    [
      FILE_LINK,
      (match, index) => {
        if (text[index - 1] === '!') return null;
        const inside = match.slice(2, -2);
        const bar = inside.indexOf('|');
        const path = at(inside.slice(0, bar < 0 ? undefined : bar).replace(/\\$/, ''));
        return path === null ? null : `[${inside.slice(bar + 1)}](${url(path)})`;
      },
    ],
    [
      PDF,
      (match) => {
        const [name = '', ...words] = inBrackets(match).split('|');
        const path = at(name);
        const said = words.join('|');
        return path?.endsWith('.pdf') ? frame(path, said || name) : `[[${name}${said === '' ? '' : `|${said}`}]]`;
      },
    ],
    [
      MARKDOWN_PDF,
      (match) => {
        const target = address(match);
        const name = shown(match);
        if (target.startsWith('http')) return frame(target, name || 'External PDF').replace('/img/user/', '');
        const linkpath = decoded(target);
        const path = at(linkpath);
        return path?.endsWith('.pdf')
          ? frame(path, name || titleOf(path))
          : `[${name || (linkpath ?? 'PDF')}](${encodeURI(target)})`;
      },
    ],
  ];
  return frontmatter + steps.reduce((result, [pattern, make]) => replaceEach(text, pattern, make, result), text);
}

/** What is found in the text, replaced in the result where it stands there first. */
function replaceEach(
  text: string,
  pattern: RegExp,
  make: (match: string, index: number) => string | null,
  result = text,
): string {
  let changed = result;
  for (const { 0: match, index } of text.matchAll(pattern)) {
    const made = make(match, index);
    if (made !== null) changed = changed.replace(match, made);
  }
  return changed;
}

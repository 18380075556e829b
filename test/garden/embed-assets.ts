import type { GardenVault } from './publish-note';

const IMAGE = /!\[\[([^\]|]*?\.(?:png|jpe?g|gif|webp))(?:\\?\|([^\]]*))?\]\]/g;
const MARKDOWN_IMAGE = /!\[([^\]]*)\]\(((?!http).*?\.(?:png|jpe?g|gif|webp))\)/g;
/** It goes over links on its way to a file's ending. */
const FILE_LINK = /\[\[(.*?)(\.(?:png|jpe?g|gif|webp|svg|pdf))(.*?)\]\]/g;
const PDF = /!\[\[([^\]|]*?\.pdf)(?:\\?\|([^\]]*))?\]\]|!\[([^\]]*)\]\(((?!http).*?\.pdf)\)/g;
const SVG = /!\[\[([^\]|]*?\.svg)(?:\\?\|([^\]]*))?\]\]/g;

/** Files of the page, copies included, as the site has them: below `/img/user/`, a PDF in a frame, a drawing with all that it holds. */
export function embedAssets(text: string, source: string, vault: GardenVault): string {
  const at = (linkpath: string): string | null => vault.resolve(linkpath.split('#')[0] ?? '', source);
  const url = (path: string): string => encodeURI(`/img/user/${path}`);
  const image = (whole: string, path: string | null, alt: string): string =>
    path === null ? whole : `![${alt}](${url(path)})`;
  const drawn = text.replace(SVG, (whole, name: string) => {
    const path = at(name);
    return path === null ? whole : (vault.texts.get(path) ?? '').replace(/[\t\n\r]/g, '');
  });
  const images = drawn
    .replace(IMAGE, (whole, name: string, shown?: string) =>
      image(whole, at(name), shown === undefined ? name : `${name}\\|${shown.replaceAll('|', '\\|')}`),
    )
    .replace(MARKDOWN_IMAGE, (whole, alt: string, target: string) =>
      target.startsWith('/img/user/') ? whole : image(whole, at(decodeURI(target)), alt),
    );
  return linkFiles(drawn, images, at, url).replace(
    PDF,
    (whole, name?: string, shown?: string, alt?: string, target?: string) => {
      const path = at(name ?? decodeURI(target ?? ''));
      return path === null
        ? whole
        : `<iframe src="${url(path)}" width="100%" height="900px" title="${shown ?? alt ?? name ?? ''}" style="border:1px solid #ccc;"></iframe>`;
    },
  );
}

/** Links to files are looked for as the page was before its images, and put where that is still there. */
function linkFiles(
  text: string,
  images: string,
  at: (linkpath: string) => string | null,
  url: (path: string) => string,
): string {
  let result = images;
  for (const { 0: whole, index } of text.matchAll(FILE_LINK)) {
    const inside = whole.slice(2, -2);
    const bar = inside.indexOf('|');
    const path = text[index - 1] === '!' ? null : at(inside.slice(0, bar < 0 ? undefined : bar).replace(/\\$/, ''));
    if (path !== null) result = result.replace(whole, `[${inside.slice(bar + 1)}](${url(path)})`);
  }
  return result;
}

/** Fills transclusions: a note, a part of one, or an image. */
import type { App } from '../app/app';
import { setIcon } from '../icons/icons';
import { resolveSubpath } from '../markdown/resolve-subpath';
import { mocks, type TFile } from '../mocks';
import type { RenderRequest } from './markdown-renderer';

/** A note that transcludes itself ends here; the app draws a line as well. */
const DEEPEST = 5;
const IMAGES = new Set(['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp']);

export async function loadEmbeds(
  root: ParentNode,
  request: RenderRequest,
  render: (request: RenderRequest) => Promise<void>,
): Promise<void> {
  const { app, sourcePath, depth } = request;
  for (const place of [...root.querySelectorAll<HTMLElement>('.internal-embed:not(.is-loaded)')]) {
    const { path, subpath } = mocks.parseLinktext(place.getAttribute('src') ?? '');
    const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    place.addClass('is-loaded');
    if (!file) showMissing(place);
    else if (IMAGES.has(file.extension)) showImage(place, app, file);
    else if (file.extension !== 'md' || depth >= DEEPEST) showFile(place, file);
    else await showNote(place, file, subpath, request, render);
  }
}

async function showNote(
  place: HTMLElement,
  file: TFile,
  subpath: string,
  request: RenderRequest,
  render: (request: RenderRequest) => Promise<void>,
): Promise<void> {
  const { app } = request;
  place.addClasses(['markdown-embed', 'inline-embed']);
  const link = place.createDiv({ cls: 'markdown-embed-link', attr: { 'aria-label': 'Open link' } });
  setIcon(link, 'link');
  link.dataset.href = `${file.path}${subpath}`;
  const body = place.createDiv('markdown-embed-content').createDiv('markdown-preview-view markdown-rendered');
  const markdown = partOf(app, file, subpath, await app.vault.cachedRead(file));
  if (markdown === null) showMissing(place);
  else await render({ ...request, markdown, el: body, sourcePath: file.path, depth: request.depth + 1, isNote: false });
}

/** The section or block that a subpath names; null where there is none. */
function partOf(app: App, file: TFile, subpath: string, text: string): string | null {
  if (subpath === '') return text;
  const cache = app.metadataCache.getFileCache(file);
  const found = cache ? resolveSubpath(cache, subpath) : null;
  return found ? text.slice(found.start.offset, found.end?.offset) : null;
}

function showMissing(place: HTMLElement): void {
  place.addClass('mod-empty');
  place.setText(`"${place.getAttribute('src') ?? ''}" is not created yet.`);
}

function showImage(place: HTMLElement, app: App, file: TFile): void {
  place.addClasses(['media-embed', 'image-embed']);
  const image = place.createEl('img', {
    attr: { alt: place.getAttribute('alt') ?? '', src: app.vault.getResourcePath(file) },
  });
  const width = /^\d+$/.exec(place.getAttribute('alt') ?? '');
  if (width) image.width = Number(width[0]);
}

function showFile(place: HTMLElement, file: TFile): void {
  place.addClass('file-embed');
  place.setText(file.name);
}

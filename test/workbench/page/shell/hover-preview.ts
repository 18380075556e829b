/** The preview of a note beside a link that the mouse rests on, as the page preview plugin of the app shows it. */
import type { HoverLinkSource } from 'obsidian';
import type { App } from '../../../host/app/app';
import { registrationsOf } from '../../../host/app/registrations';
import { HoverPopover } from '../../../host/hover-popover';
import { Keymap } from '../../../host/keys/keymap';
import { resolveSubpath } from '../../../host/markdown/resolve-subpath';
import { mocks } from '../../../host/mocks';
import { MarkdownRenderer } from '../../../host/render/markdown-renderer';

interface HoverLink {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: { hoverPopover: HoverPopover | null };
  readonly targetEl: HTMLElement | null;
  readonly linktext: string;
  readonly sourcePath?: string;
  readonly state?: unknown;
}

/** The app's own places that want the Mod key; a plugin says so when it registers its source. */
const WANT_MOD = new Set(['file-explorer', 'editor']);

export function addHoverPreview(app: App): void {
  app.workspace.on('hover-link', ((link: HoverLink) => {
    const sources = registrationsOf(app).others.get('registerHoverLinkSource') as
      Map<string, HoverLinkSource> | undefined;
    const wantsMod = sources?.get(link.source)?.defaultMod ?? WANT_MOD.has(link.source);
    if (!wantsMod || Keymap.isModifier(link.event, 'Mod')) preview(app, link);
    else whenModIsPressed(link.targetEl, () => preview(app, link));
  }) as never);
}

function preview(app: App, { hoverParent, targetEl, linktext, sourcePath = '' }: HoverLink): void {
  const { path, subpath } = mocks.parseLinktext(linktext);
  const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
  if (file?.extension !== 'md' || !targetEl || targetEl.hasClass('has-hover-popover')) return;
  targetEl.addClass('has-hover-popover');
  const popover = new HoverPopover(hoverParent, targetEl);
  popover.register(() => targetEl.removeClass('has-hover-popover'));
  popover.hoverEl.dataset.path = file.path;
  popover.hoverEl.createDiv({ cls: 'hover-popover-title', text: file.basename });
  const body = popover.hoverEl.createDiv('markdown-embed-content').createDiv('markdown-preview-view markdown-rendered');
  void app.vault.cachedRead(file).then((text) => {
    const cache = app.metadataCache.getFileCache(file);
    const part = cache && subpath !== '' ? resolveSubpath(cache, subpath) : null;
    const shown = part ? text.slice(part.start.offset, part.end?.offset) : text;
    return MarkdownRenderer.render(app, shown, body, file.path, popover);
  });
}

function whenModIsPressed(target: HTMLElement | null, act: () => void): void {
  if (!target) return;
  const stop = () => {
    target.win.removeEventListener('keydown', press);
    target.removeEventListener('mouseleave', stop);
  };
  const press = (event: KeyboardEvent) => {
    if (!Keymap.isModifier(event, 'Mod')) return;
    stop();
    act();
  };
  target.win.addEventListener('keydown', press);
  target.addEventListener('mouseleave', stop);
}

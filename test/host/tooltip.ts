/** Tooltips: the text is the element's accessible name, and a page that draws tooltips reads it from there. */
import type { TooltipOptions } from 'obsidian';

export function setTooltip(element: HTMLElement, tooltip: string, options: TooltipOptions = {}): void {
  if (tooltip === '') {
    element.removeAttribute('aria-label');
    return;
  }
  element.setAttribute('aria-label', tooltip);
  if (options.placement) element.dataset.tooltipPosition = options.placement;
  if (options.delay !== undefined) element.dataset.tooltipDelay = String(options.delay);
}

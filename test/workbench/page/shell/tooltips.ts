/** Shows an element's label when the mouse rests on it, as the app does with those that plugins set. */

const WAIT_MS = 400;
const LABELLED = '.clickable-icon[aria-label], [data-tooltip-position], .workspace-tab-header[aria-label]';

export function addTooltips(doc: Document): void {
  let shown: HTMLElement | null = null;
  let timer = 0;
  const hide = () => {
    window.clearTimeout(timer);
    shown?.remove();
    shown = null;
  };
  doc.addEventListener('mouseover', (event) => {
    const target = (event.target as Element).closest<HTMLElement>(LABELLED);
    hide();
    if (!target || doc.body.classList.contains('is-mobile')) return;
    timer = window.setTimeout(() => (shown = show(target)), WAIT_MS);
  });
  doc.addEventListener('mousedown', hide, true);
  doc.addEventListener('scroll', hide, true);
}

function show(target: HTMLElement): HTMLElement | null {
  const text = target.getAttribute('aria-label');
  if (text === null || !target.isConnected) return null;
  const tooltip = target.ownerDocument.body.createDiv({ cls: 'tooltip', text, attr: { 'aria-hidden': 'true' } });
  const box = target.getBoundingClientRect();
  const own = tooltip.getBoundingClientRect();
  const right = target.dataset.tooltipPosition === 'right';
  const x = right ? box.right + 8 : box.left + box.width / 2 - own.width / 2;
  const below = box.bottom + 6 + own.height < window.innerHeight ? box.bottom + 6 : box.top - own.height - 6;
  const y = right ? box.top + box.height / 2 - own.height / 2 : below;
  tooltip.style.left = `${Math.max(4, Math.min(x, window.innerWidth - own.width - 4))}px`;
  tooltip.style.top = `${y}px`;
  return tooltip;
}

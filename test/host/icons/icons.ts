/** Icons by name: Lucide's of 0.446, which the app's docs name as the last it follows, and those that plugins add. */
import lucide from 'lucide-static/icon-nodes.json';

type IconNode = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

const LUCIDE = lucide as unknown as Readonly<Record<string, IconNode>>;
/** Names that Lucide has given up, and the app still takes as it seems: our own source uses none of them. */
export const RENAMED: Readonly<Record<string, string>> = {
  'alert-circle': 'circle-alert',
  'alert-triangle': 'triangle-alert',
  'bar-chart': 'chart-no-axes-column',
  'check-circle': 'circle-check-big',
  'check-square': 'square-check-big',
  columns: 'columns-2',
  edit: 'square-pen',
  'help-circle': 'circle-help',
  home: 'house',
  'minus-circle': 'circle-minus',
  'more-horizontal': 'ellipsis',
  'more-vertical': 'ellipsis-vertical',
  'plus-circle': 'circle-plus',
  unlock: 'lock-open',
  'x-circle': 'circle-x',
};
const SVG = 'http://www.w3.org/2000/svg';
const added = new Map<string, string>();

export function addIcon(iconId: string, svgContent: string): void {
  added.set(iconId, svgContent);
}

export function removeIcon(iconId: string): void {
  added.delete(iconId);
}

export function getIconIds(): string[] {
  return [...added.keys(), ...Object.keys(LUCIDE).map((name) => `lucide-${name}`)];
}

export function getIcon(iconId: string): SVGSVGElement | null {
  const name = iconId.replace(/^lucide-/, '');
  const own = added.get(iconId);
  const node = nodeOf(name);
  if (own === undefined && !node) return null;
  const svg = svgElement('svg', {
    xmlns: SVG,
    width: '24',
    height: '24',
    // An added icon is drawn on a grid of 100, Lucide's on one of 24.
    viewBox: own === undefined ? '0 0 24 24' : '0 0 100 100',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    class: `svg-icon ${own === undefined ? `lucide-${name}` : iconId}`,
  }) as SVGSVGElement;
  if (own === undefined) for (const [tag, attributes] of node ?? []) svg.append(svgElement(tag, attributes));
  else svg.innerHTML = own;
  return svg;
}

/** An own property only: an icon named `constructor` is none. */
function nodeOf(name: string): IconNode | undefined {
  if (Object.hasOwn(LUCIDE, name)) return LUCIDE[name];
  const today = Object.hasOwn(RENAMED, name) ? RENAMED[name] : undefined;
  return today === undefined ? undefined : LUCIDE[today];
}

/** An unknown name leaves the element as it is. */
export function setIcon(parent: HTMLElement, iconId: string): void {
  const icon = getIcon(iconId);
  if (icon) parent.replaceChildren(icon);
}

function svgElement(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

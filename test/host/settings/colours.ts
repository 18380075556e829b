/** Colours as a control gives them: `#rrggbb`, red, green and blue to 255, or hue to 360 with percentages. */
import type { HSL, RGB } from 'obsidian';

export function hexToRgb(hex: string): RGB {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) || 0;
  return { r: part(1), g: part(3), b: part(5) };
}

export function rgbToHex({ r, g, b }: RGB): string {
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

export function rgbToHsl(rgb: RGB): HSL {
  const [r, g, b] = [rgb.r / 255, rgb.g / 255, rgb.b / 255];
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  const l = (max + min) / 2;
  const range = max - min;
  if (range === 0) return { h: 0, s: 0, l: Math.round(l * 100) };
  const s = range / (1 - Math.abs(2 * l - 1));
  const sector = max === r ? ((g - b) / range + 6) % 6 : max === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return { h: Math.round(sector * 60), s: Math.round(s * 100), l: Math.round(l * 100) };
}

export function hslToRgb({ h, s, l }: HSL): RGB {
  const light = l / 100;
  const reach = (s / 100) * Math.min(light, 1 - light);
  const part = (n: number) => {
    const k = (n + h / 30) % 12;
    return Math.round(255 * (light - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return { r: part(0), g: part(8), b: part(4) };
}

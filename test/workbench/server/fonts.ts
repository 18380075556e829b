/**
 * The letters that the app ships, or that a person's system has: Inter for the interface, emoji, Chinese and Japanese, Arabic. They come out of packages, so
 * that a picture of the page is the same on every machine; a family that is not installed is left out, and the system's own letters stand in.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FAMILIES = [
  '@fontsource-variable/inter',
  '@fontsource-variable/noto-sans-arabic',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource/noto-emoji',
];

const folderOf = (family: string): string =>
  fileURLToPath(new URL(`../../../node_modules/${family}/`, import.meta.url));

/** The rules of all families; their files' addresses are those of `fontFile`. */
export async function fontRules(): Promise<string> {
  const rules = FAMILIES.map((family) =>
    readFile(`${folderOf(family)}index.css`, 'utf8').then(
      (css) => css.replaceAll('./files/', `/fonts/${family}/`),
      () => '',
    ),
  );
  // Nothing is measured in other letters first.
  return (await Promise.all(rules)).join('\n').replaceAll('font-display: swap', 'font-display: block');
}

/** The file behind such an address; null for any other. */
export function fontFile(address: string): string | null {
  const [, family, name] = /^\/fonts\/(@[a-z-]+\/[a-z-]+)\/([\w-]+\.woff2)$/.exec(address) ?? [];
  return family !== undefined && name !== undefined && FAMILIES.includes(family)
    ? `${folderOf(family)}files/${name}`
    : null;
}

// The licences of the packages that are bundled into main.js, as one comment at its end: whoever has the script has their terms.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The terms, which all have alike but for line ends. */
const MIT = /Permission is hereby granted.*?(?:dealings in the software\.?|$)/i;
const squeezed = (text) => text.replace(/\s+/g, ' ').trim();

/** Name, version and licence of each package; a text that several have stands there once. */
function describe(name, root) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined || typeof license !== 'string')
    throw new Error(`${name} has no licence that could be passed on.`);
  const text = readFileSync(join(folder, file), 'utf8').trim();
  const terms = license === 'MIT' ? (MIT.exec(squeezed(text))?.[0] ?? squeezed(text)) : text;
  const copyright = text.match(/^.*copyright (?:\(c\)|[^\n]*contributors).*$/gim) ?? [];
  return {
    title: `${name} ${version}, ${license}`,
    copyright: license === 'MIT' ? copyright.map(squeezed) : [],
    terms,
  };
}

/**
 * @param {readonly string[]} packages names, in any order
 * @param {string} root the project's folder
 * @returns {string} a comment that minifiers keep
 */
export function licenceComment(packages, root) {
  const byTerms = new Map();
  for (const one of [...packages].sort().map((name) => describe(name, root)))
    byTerms.set(one.terms, [...(byTerms.get(one.terms) ?? []), one]);
  const parts = [...byTerms].map(
    ([terms, those]) =>
      `${those.map(({ title, copyright }) => [title, ...copyright].join('\n  ')).join('\n')}\n\n${terms}`,
  );
  return `/*!\nThis file holds code of these packages.\n\n${parts.join('\n\n').replaceAll('*/', '* /')}\n*/\n`;
}

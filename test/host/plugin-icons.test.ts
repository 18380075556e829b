// Icons by names that the app is sure to have: Lucide's own of 0.446, the last that its documentation names.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lucide from 'lucide-static/icon-nodes.json';
import { expect, it } from 'vitest';
import { RENAMED } from './icons/icons';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** The ways in which the source names an icon. */
const PLACES = [
  /\bicon(?::| =|=) ?["']([a-z0-9-]+)["']/g,
  /\bsetIcon\((?:[^()']*, )?'([a-z0-9-]+)'\)/g,
  /<Icon name="([a-z0-9-]+)"/g,
  /\badd(?:RibbonIcon|Action)?\((?:[A-Z]+, )?[^\n]*?'([a-z0-9]+(?:-[a-z0-9]+)*)', (?:\(\)|parts\.|'Open)/g,
];

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
const text = sources.map((path) => readFileSync(join(SRC, path), 'utf8')).join('\n');
const used = new Set(PLACES.flatMap((place) => [...text.matchAll(place)].map(([, name = '']) => name)));

it('each is one of Lucide 0.446', () => {
  expect([...used].length).toBeGreaterThan(25);
  expect([...used].filter((name) => !Object.hasOwn(lucide, name))).toEqual([]);
});

it('none goes by a name that Lucide has given up', () => {
  const given = Object.keys(RENAMED).filter((name) => name.includes('-'));
  expect(given.filter((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`))).toEqual([]);
});

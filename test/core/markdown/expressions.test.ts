// What in src still reads Markdown by expression instead of asking the reader or the metadata, counted; a file of the reader's room says each time why the parser cannot serve.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What an expression holds that reads Markdown's structure: wikilinks, comments, list markers, headings, fences, tags of HTML, ids of blocks, formulas, destinations. */
const STRUCTURE = [
  /\\\[\\\[|\[\[/,
  /%%/,
  /\[-\*\+\]|\[\*\+-\]/,
  /#\{1,6\}|#\+/,
  /`\{3|~\{3|```|~~~/,
  /<(?:div|\[a-z|!--|a\\s)|<\\?\/|<\\\/\?/,
  /\\\^\(?\[[aA]-/,
  /\\\$\\\$/,
  /\\\]\\\(/,
];

/** Each expression, with what the comment above it says. */
function expressionsOf(path: string): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const source = readFileSync(path, 'utf8');
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const commentAbove = (node: ts.Node): string =>
    (ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [])
      .map(({ pos, end }) => source.slice(pos, end))
      .at(-1) ?? (ts.isSourceFile(node) ? '' : commentAbove(node.parent));
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && STRUCTURE.some((sign) => sign.test(node.text)))
      found.push([node.text, commentAbove(node)]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const expressions = new Map(
  readdirSync(join(ROOT, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ROOT, path), expressionsOf(path)] as const)
    .filter(([, found]) => found.length > 0),
);

describe('expressions that read Markdown', () => {
  it('only become fewer', () => {
    const all = [...expressions.values()].flat().length;
    expect(all).toBeGreaterThan(10);
    expect(all, [...expressions].map(([path, { length }]) => `${length} ${path}`).join('\n')).toBeLessThanOrEqual(MOST);
  });
  it('say each, right above, why the parser cannot serve', () => {
    const silent = [...expressions].flatMap(([path, found]) =>
      found.filter(([, comment]) => !/\bparser\b/.test(comment)).map(([text]) => `${path} ${text}`),
    );
    expect(silent).toEqual([]);
  });
  it('stand in files that the room’s README lists', () => {
    const readme = readFileSync(join(ROOT, 'src/core/markdown/README.md'), 'utf8');
    const table = readme.slice(readme.indexOf('by expression'), readme.indexOf('**Never**'));
    const named = [...table.matchAll(/`([a-z/-]+\.ts)`/g)].map(([, path]) => `src/core/${path}`);
    expect([...expressions.keys()].sort()).toEqual(named.sort());
  });
});

/** 113 when the reader came. */
const MOST = 27;

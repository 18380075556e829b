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

function expressionsOf(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && STRUCTURE.some((sign) => sign.test(node.text))) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      path,
      readFileSync(path, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return found;
}

const counts = new Map(
  readdirSync(join(ROOT, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path): [string, number][] => {
      const { length } = expressionsOf(path);
      return length === 0 ? [] : [[relative(ROOT, path), length]];
    }),
);

describe('expressions that read Markdown', () => {
  it('only become fewer', () => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(10);
    expect(all, [...counts].map(([path, count]) => `${count} ${path}`).join('\n')).toBeLessThanOrEqual(MOST);
  });
  it('stand in files of which the room’s README says why the parser cannot serve', () => {
    const readme = readFileSync(join(ROOT, 'src/core/markdown/README.md'), 'utf8');
    const table = readme.slice(readme.indexOf('by expression'), readme.indexOf('## What it must never do'));
    const named = [...table.matchAll(/`([a-z/-]+\.ts)`/g)].map(([, path]) => `src/core/${path}`);
    expect([...counts.keys()].sort()).toEqual(named.sort());
  });
});

/** 113 when the reader came. */
const MOST = 28;

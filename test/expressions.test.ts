// No regular expression of the source takes exponential time on any text: one note must never freeze the app. Those whose time can grow with a power
// of the text's length are listed, and those that are safe but take long to judge; recheck judges all others anew, and with `CI` the listed ones too.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { check } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import slow from './slow-expressions.json';

const SOURCE = new URL('../src', import.meta.url).pathname;
/** What each was judged to be. */
const LISTED: Readonly<Record<string, string>> = slow;
const isSlow = (expression: string): boolean => (LISTED[expression] ?? 'safe') !== 'safe';

/** The regular expressions of a file, as they are written. */
function expressionsIn(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022));
  return found;
}

const FILES = readdirSync(SOURCE, { recursive: true, withFileTypes: true }).filter(({ name }) => /\.tsx?$/.test(name));
const EXPRESSIONS = new Set(FILES.flatMap(({ parentPath, name }) => expressionsIn(join(parentPath, name))));

/** `safe`, `exponential`, `2nd degree polynomial`, or `undecided` when the time does not do; what is not known yet gets more of it, for the sake of slow machines. */
async function judge(expression: string): Promise<string> {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(expression) ?? [];
  const result = await check(source, flags, { timeout: isSlow(expression) ? 2000 : 30_000 });
  if (result.status === 'vulnerable') return result.complexity.summary.replace(/ \(.*/, '');
  return result.status === 'safe' ? 'safe' : 'undecided';
}

async function judgements(expressions: Iterable<string>): Promise<string[]> {
  const judged: string[] = [];
  for (const expression of expressions) judged.push(`${await judge(expression)} ${expression}`);
  return judged;
}

describe('the regular expressions of the source', () => {
  it('are many', () => expect(EXPRESSIONS.size).toBeGreaterThan(100));
  it('take time in proportion to the text, but for those that are listed', { timeout: 600_000 }, async () => {
    const judged = await judgements([...EXPRESSIONS].filter((one) => Boolean(process.env.CI) || !(one in LISTED)));
    const isBad = (one: string): boolean =>
      one.startsWith('exponential ') || (!one.startsWith('safe ') && !isSlow(one.slice(one.indexOf(' /') + 1)));
    expect(judged.filter(isBad)).toEqual([]);
  });
  it('are listed only as long as they are there', () => {
    expect(Object.keys(LISTED).filter((one) => !EXPRESSIONS.has(one))).toEqual([]);
  });
});

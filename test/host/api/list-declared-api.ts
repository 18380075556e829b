/**
 * Lists what obsidian.d.ts declares: each class with its own members, and the functions. Optional and abstract members
 * are left out: where nobody supplies them, they are absent in the app too.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface DeclaredClass {
  readonly fields: readonly string[];
  readonly methods: readonly string[];
  readonly staticMethods: readonly string[];
}

export interface DeclaredApi {
  readonly classes: Readonly<Record<string, DeclaredClass>>;
  readonly functions: readonly string[];
}

/** @param path of obsidian.d.ts */
export function listDeclaredApi(path: string): DeclaredApi {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const classes: Record<string, DeclaredClass> = {};
  const functions = new Set<string>();
  for (const statement of source.statements) {
    if (ts.isClassDeclaration(statement) && statement.name) classes[statement.name.text] = membersOf(statement);
    if (ts.isFunctionDeclaration(statement) && statement.name) functions.add(statement.name.text);
  }
  return { classes, functions: [...functions].sort() };
}

function membersOf(declaration: ts.ClassDeclaration): DeclaredClass {
  const fields = new Set<string>();
  const methods = new Set<string>();
  const staticMethods = new Set<string>();
  for (const member of declaration.members) {
    if (
      !member.name ||
      !ts.isIdentifier(member.name) ||
      isOptional(member) ||
      has(member, ts.SyntaxKind.AbstractKeyword)
    ) {
      continue;
    }
    const name = member.name.text;
    if (has(member, ts.SyntaxKind.PrivateKeyword)) continue;
    if (has(member, ts.SyntaxKind.StaticKeyword)) {
      if (ts.isMethodDeclaration(member)) staticMethods.add(name);
    } else if (ts.isMethodDeclaration(member)) methods.add(name);
    else fields.add(name);
  }
  return { fields: [...fields].sort(), methods: [...methods].sort(), staticMethods: [...staticMethods].sort() };
}

function isOptional(member: ts.ClassElement): boolean {
  return 'questionToken' in member && member.questionToken !== undefined;
}

function has(member: ts.ClassElement, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some((modifier) => modifier.kind === kind);
}

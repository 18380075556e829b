// What of obsidian.d.ts the host has: all that is declared is modelled, trusted or throws by name; nothing else is there.
import { fileURLToPath } from 'node:url';
import * as obsidian from 'obsidian';
import * as mocks from 'obsidian-test-mocks/obsidian';
import { describe, expect, it } from 'vitest';
import declaredApi from './api/declared-api.json';
import { listDeclaredApi } from './api/list-declared-api';
import { TRUSTED_FUNCTIONS, TRUSTED_METHODS } from './api/trusted-mocks';
import { openReadyHost } from './testing/open-test-host';

type AnyClass = { prototype: object } & Record<string, unknown>;
const exported = obsidian as unknown as Record<string, AnyClass>;
const mocked = mocks as unknown as Record<string, AnyClass>;

/** What calling a member or reading a field says, when it throws. */
function complaint(use: () => unknown): string | null {
  try {
    use();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const refusal = (name: string) => `${name} is not modelled by the test host`;

it('the list of what is declared is that of the installed typings', () => {
  const path = fileURLToPath(new URL('../../node_modules/obsidian/obsidian.d.ts', import.meta.url));
  expect(declaredApi).toEqual(listDeclaredApi(path));
});

describe.each(Object.entries(declaredApi.classes))('%s', (name, { fields, methods, staticMethods }) => {
  const Class = exported[name];
  if (!Class) throw new Error(`${name} is not exported.`);
  const isMock = Class === mocked[name];
  const trusted = TRUSTED_METHODS[name] ?? [];
  const isTrusted = (method: string) => trusted === 'every' || trusted.includes(method);

  it('has every declared method', () => {
    expect(methods.filter((method) => !(method in Class.prototype))).toEqual([]);
    expect(staticMethods.filter((method) => !(method in Class))).toEqual([]);
  });

  // What the host has written itself has nothing left to refuse.
  if (isMock)
    it('refuses by name each method of the mocks that is not trusted', () => {
      const call = (owner: object, method: string) => () => (Reflect.get(owner, method) as () => unknown).call(owner);
      const untrusted = methods.filter((method) => !isTrusted(method));
      expect(untrusted.map((method) => complaint(call(Class.prototype, method)))).toEqual(
        untrusted.map((method) => refusal(`${name}.${method}`)),
      );
      const untrustedStatics = staticMethods.filter((method) => !isTrusted(method));
      expect(untrustedStatics.map((method) => complaint(call(Class, method)))).toEqual(
        untrustedStatics.map((method) => refusal(`${name}.${method}`)),
      );
    });

  it('has every declared field, set by its constructor or refused by name', () => {
    for (const field of fields) {
      const own = Object.getOwnPropertyDescriptor(Class.prototype, field);
      if (!own?.set) continue;
      expect(complaint(() => Reflect.get(Class.prototype, field) as unknown)).toBe(refusal(`${name}.${field}`));
    }
    expect(fields.filter((field) => !(field in Class.prototype))).toEqual([]);
  });
});

it('every declared function is trusted, the host’s own, or refused by name', () => {
  const functions = obsidian as unknown as Record<string, () => unknown>;
  const undecided = declaredApi.functions.filter((name) => {
    const found = functions[name];
    if (!found) return true;
    const isMock = (found as unknown) === mocked[name];
    return isMock !== TRUSTED_FUNCTIONS.includes(name);
  });
  expect(undecided).toEqual([]);
  expect(complaint(() => functions.renderMath?.())).toBe(refusal('renderMath'));
});

it('every name that the mocks export is there', () => {
  expect(Object.keys(mocks).filter((name) => !(name in obsidian))).toEqual([]);
});

describe('on the app', () => {
  it('what is declared but missing throws by name', async () => {
    const { app } = await openReadyHost({ files: {} });
    expect(complaint(() => app.workspace.handleLinkContextMenu(new obsidian.Menu(), '', ''))).toBe(
      refusal('Workspace.handleLinkContextMenu'),
    );
    expect(complaint(() => app.fileManager.promptForDeletion(app.vault.getRoot()))).toBe(
      refusal('FileManager.promptForDeletion'),
    );
    expect(complaint(() => new obsidian.Setting(createDiv()).addMomentFormat(() => undefined))).toBe(
      refusal('Setting.addMomentFormat'),
    );
  });

  it('what is not declared is undefined, so that a plugin can look for it', async () => {
    const { app } = await openReadyHost({ files: { 'a.md': '' } });
    const look = (owner: object, name: string) => Reflect.get(owner, name) as unknown;
    const owners = [
      app,
      app.vault,
      app.metadataCache,
      app.workspace,
      app.vault.getFileByPath('a.md')!,
      new obsidian.Modal(app),
    ];
    expect(owners.map((owner) => look(owner, 'someThing'))).toEqual(owners.map(() => undefined));
    expect(look(app.vault.getRoot(), 'extension')).toBeUndefined();
    expect(app.plugins.getPlugin('templater-obsidian')).toBeNull();
  });

  it('a test may put what it needs in the place of what is missing', async () => {
    const { app } = await openReadyHost({ files: {} });
    Object.assign(app.workspace, { handleLinkContextMenu: () => true });
    Object.assign(app, { renderContext: 'a context' });
    expect(app.workspace.handleLinkContextMenu(new obsidian.Menu(), '', '')).toBe(true);
    expect(app.renderContext).toBe('a context');
  });
});

describe('functions of the host’s own', () => {
  it('compare versions of the API by their numbers', () => {
    const versions = ['0.9.7', '1.9.14', '1.13', '1.13.1', '1.13.2', '1.14.0', '2'];
    expect(versions.map(obsidian.requireApiVersion)).toEqual([true, true, true, true, false, false, false]);
  });

  it.each([
    ['---\na: 1\n---\ntext', 'a: 1\n', '\ntext'.slice(1)],
    ['---\r\na: 1\r\n---\r\ntext', 'a: 1\r\n', 'text'],
    ['---\n---', '', ''],
    ['--- \na: 1\n---  ', 'a: 1\n', ''],
  ])('find the frontmatter of %j', (content, frontmatter, rest) => {
    const info = obsidian.getFrontMatterInfo(content);
    expect([
      info.exists,
      info.frontmatter,
      content.slice(info.from, info.to),
      content.slice(info.contentStart),
    ]).toEqual([true, frontmatter, frontmatter, rest]);
  });

  it.each(['', 'text', '---', '---\na: 1', ' ---\na: 1\n---\n', '---\na: 1\n----\n', '\n---\n---\n'])(
    'find none in %j',
    (content) => {
      expect(obsidian.getFrontMatterInfo(content)).toEqual({
        exists: false,
        frontmatter: '',
        from: 0,
        to: 0,
        contentStart: 0,
      });
    },
  );

  it('request nothing: the host is offline, and says so', async () => {
    const refusal = 'The test host has no network: https://example.org was not requested.';
    await expect(obsidian.requestUrl('https://example.org')).rejects.toThrow(refusal);
    await expect(obsidian.requestUrl({ url: 'https://example.org' }).json).rejects.toThrow(refusal);
    await expect(obsidian.request('https://example.org')).rejects.toThrow(refusal);
  });

  it('normalise paths as the app does', () => {
    const paths = ['', '/', '/a//b/', 'a\\b', 'a\u00A0b\u202Fc', 'Cafe\u0301', '../x'];
    expect(paths.map(obsidian.normalizePath)).toEqual(['/', '/', 'a/b', 'a/b', 'a b c', 'Café', '../x']);
  });

  it('read tags, headings and subpaths as the app does', () => {
    expect(obsidian.getAllTags({ tags: [], frontmatter: { tags: ['a', 'b c'] } })).toEqual(['#a']);
    expect(obsidian.parseFrontMatterTags({ tag: 'x' })).toBeNull();
    expect(obsidian.stripHeadingForLink('A: [[b]] | c#')).toBe('A b c');
    expect(obsidian.resolveSubpath({}, '#x')).toBeNull();
  });
});

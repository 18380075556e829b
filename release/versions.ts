/** The version stands in three files, and the changelog tells of it: they agree, or nothing is released. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly version: string;
  readonly minAppVersion: string;
}

const json = (root: string, name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8')) as unknown;

export const readManifest = (root: string): Manifest => json(root, 'manifest.json') as Manifest;

/** What disagrees, as sentences; none when all do agree. `tag` is the release's, null where there is none yet. */
export function versionProblems(root: string, tag: string | null): string[] {
  const { version, minAppVersion } = readManifest(root);
  const { version: packaged } = json(root, 'package.json') as { version: string };
  const { version: locked } = json(root, 'package-lock.json') as { version: string };
  const needs = (json(root, 'versions.json') as Record<string, string>)[version];
  return [
    ...(tag !== null && tag !== version
      ? [`The tag is ${tag}, manifest.json says ${version}. A release’s tag is the version, without a v.`]
      : []),
    ...(packaged === version ? [] : [`package.json says ${packaged}, manifest.json ${version}.`]),
    ...(locked === version ? [] : [`package-lock.json says ${locked}, manifest.json ${version}.`]),
    ...(needs === minAppVersion
      ? []
      : [`versions.json says that ${version} needs ${needs ?? 'nothing'}, manifest.json ${minAppVersion}.`]),
    ...(changesIn(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version) === null
      ? [`CHANGELOG.md does not tell what ${version} changes.`]
      : []),
  ];
}

/** What the changelog tells of a version, as Markdown without its heading; null when it tells nothing. */
export function changesIn(changelog: string, version: string): string | null {
  const sections = changelog.split(/^(?=## )/m);
  const own = sections.find((section) => section.startsWith(`## [${version}]`));
  const text =
    own
      ?.replace(/^.*\n/, '')
      .replace(/^\[[^\]]+\]: .*$/gm, '')
      .trim() ?? '';
  return text === '' ? null : text;
}

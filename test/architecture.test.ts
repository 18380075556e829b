// How the code is divided (README, "How the code is divided"): who may import whom, what may not be written, what must agree.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): Record<string, unknown> => JSON.parse(read(path)) as Record<string, unknown>;

function filesIn(folder: string, ending: RegExp): string[] {
  return (
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      // A package of its own has packages of its own.
      .filter((path) => !path.includes('node_modules'))
      .sort()
  );
}

const SOURCES = filesIn('src', /\.tsx?$/);

/** What each folder may import besides itself. Data flows one way; `obsidian` and other packages are named as such. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/core/wording': [],
  'src/core/settings': ['src/core/text'],
  'src/core/text': [],
  'src/core/note': ['src/core/markdown/marks', '@sindresorhus/slugify'],
  'src/core/frontmatter': ['src/core/note', 'src/core/text'],
  'src/core/markdown/marks': [],
  'src/core/markdown': ['src/core/frontmatter', 'src/core/note', 'src/core/text', '@lezer/markdown', '@lezer/common'],
  'src/core/link': ['src/core/markdown', 'src/core/note', 'src/core/text'],
  'src/core/phase': ['src/core/link', 'src/core/markdown', 'src/core/note', 'src/core/settings', 'src/core/text'],
  'src/core/todo': [
    'src/core/link',
    'src/core/markdown',
    'src/core/note',
    'src/core/phase',
    'src/core/settings',
    'src/core/text',
    'date-fns',
  ],
  'src/core/index': [
    'src/core/frontmatter',
    'src/core/link',
    'src/core/note',
    'src/core/phase',
    'src/core/settings',
    'src/core/text',
    'src/core/todo',
  ],
  'src/core/edit': [
    'src/core/wording',
    'src/core/frontmatter',
    'src/core/markdown',
    'src/core/index',
    'src/core/link',
    'src/core/note',
    'src/core/phase',
    'src/core/progress',
    'src/core/settings',
    'src/core/text',
    'src/core/todo',
    'date-fns',
    'diff',
  ],
  'src/core/published-copies': [
    'src/core/markdown',
    'src/core/edit',
    'src/core/index',
    'src/core/link',
    'src/core/note',
    'src/core/phase',
    'src/core/text',
    'src/core/wording',
  ],
  'src/core/check': [
    'src/core/block',
    'src/core/board',
    'src/core/snapshot',
    'src/core/edit',
    'src/core/frontmatter',
    'src/core/index',
    'src/core/link',
    'src/core/markdown',
    'src/core/note',
    'src/core/phase',
    'src/core/published-copies',
    'src/core/settings',
    'src/core/text',
    'src/core/todo',
  ],
  'src/core/template': [
    'src/core/frontmatter',
    'src/core/markdown',
    'src/core/note',
    'src/core/settings',
    'src/core/text',
  ],
  'src/core/draft': [
    'src/core/wording',
    'src/core/markdown',
    'src/core/edit',
    'src/core/index',
    'src/core/link',
    'src/core/note',
    'src/core/phase',
    'src/core/settings',
    'src/core/template',
    'src/core/text',
    'src/core/todo',
  ],
  'src/core/progress': [
    'src/core/index',
    'src/core/note',
    'src/core/phase',
    'src/core/settings',
    'src/core/text',
    'src/core/todo',
  ],
  'src/core/board': [
    'src/core/index',
    'src/core/markdown',
    'src/core/note',
    'src/core/phase',
    'src/core/progress',
    'src/core/settings',
    'src/core/todo',
    'date-fns',
    'src/core/text',
  ],
  'src/core/block': [
    'src/core/board',
    'src/core/edit',
    'src/core/frontmatter',
    'src/core/note',
    'src/core/settings',
    'src/core/text',
  ],
  'src/core/snapshot': [
    'src/core/block',
    'src/core/board',
    'src/core/edit',
    'src/core/index',
    'src/core/link',
    'src/core/markdown',
    'src/core/note',
    'src/core/phase',
    'src/core/settings',
    'src/core/text',
    'src/core/todo',
    'src/core/wording',
  ],
  'src/core/suggest': [
    'src/core/board',
    'src/core/edit',
    'src/core/index',
    'src/core/markdown',
    'src/core/settings',
    'src/core/text',
    'src/core/todo',
  ],
  'src/vault': ['src/core', 'obsidian'],
  'src/ui': ['src/core', 'obsidian', '@codemirror/language', '@codemirror/state', '@codemirror/view', 'preact', 'diff'],
  'src/commands': ['src/core', 'src/ui', 'obsidian'],
  'src/cli': ['src/core', 'obsidian (types)'],
  'src/plugin': ['src/core', 'src/ui', 'src/vault', 'obsidian (types)'],
  'src/main.ts': ['src', 'obsidian'],
};

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typesOnly: boolean;
}

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gm)].map((match) => {
    const [, type, name = ''] = match;
    const target = name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), name)) : name;
    return { from: file, target, typesOnly: type !== undefined };
  });
}

/** The entry of the table that a path belongs to, the longest first. */
function roomOf(path: string): string {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => path === room || path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? `no room in the table for ${path}`;
}

function isAllowed({ from, target, typesOnly }: Import): boolean {
  const room = roomOf(from);
  const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
  return allowed.some((name) =>
    name.endsWith(' (types)')
      ? typesOnly && target === name.replace(' (types)', '')
      : target === name || target.startsWith(`${name}/`),
  );
}

/** Folders that import each other, directly or by way of others, each circle as one line. */
function circlesOf(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reachedFrom = (room: string): Set<string> => {
    const reached = new Set<string>();
    const visit = (from: string): void => {
      for (const to of graph.get(from) ?? []) if (!reached.has(to)) visit((reached.add(to), to));
    };
    visit(room);
    return reached;
  };
  const reached = new Map([...graph.keys()].map((room) => [room, reachedFrom(room)]));
  const mates = (room: string): string[] =>
    [...(reached.get(room) ?? [])].filter((other) => reached.get(other)?.has(room));
  return [
    ...new Set(
      [...graph.keys()]
        .map(mates)
        .filter((circle) => circle.length > 1)
        .map((circle) => circle.sort().join(', ')),
    ),
  ].sort();
}

describe('the import table', () => {
  it('is kept by every file', () => {
    const imports = SOURCES.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter((one) => !isAllowed(one)).map(({ from, target }) => `${from} imports ${target}`)).toEqual([]);
  });
  it('names no folder that is not there', () => {
    const rooms = new Set(SOURCES.map(roomOf));
    expect(Object.keys(MAY_IMPORT).filter((room) => !rooms.has(room))).toEqual([]);
  });
  it('has no circles between folders of core', () => {
    const graph = new Map<string, Set<string>>();
    for (const { from, target } of SOURCES.filter((file) => file.startsWith('src/core/')).flatMap(importsOf)) {
      const [room, other] = [dirname(from), dirname(target)];
      if (room !== other && other.startsWith('src/core/')) graph.set(room, (graph.get(room) ?? new Set()).add(other));
    }
    expect(circlesOf(graph)).toEqual([]);
  });
  it('has no circles between files', () => {
    const graph = new Map(
      SOURCES.map((file) => [file.replace(/\.tsx?$/, ''), importsOf(file).map(({ target }) => target)]),
    );
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error(`circle: ${[...path, file].join(' > ')}`);
      if (done.has(file)) return;
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });
});

/** What src/ must not hold, and why. */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:inner|outer)HTML\b|insertAdjacentHTML/, 'text of notes must never become markup'],
  [/\bvault\s*\.\s*modify\b|\.modify\(/, 'vault.process is atomic, read and modify are not'],
  [/\bas any\b|:\s*any\b|<any>/, 'any switches the type checker off'],
  [/@ts-(?:ignore|expect-error|nocheck)/, 'an error is mended, not hidden'],
  [/\bconsole\.log\b/, 'the console belongs to the app'],
  [/\bdetachLeavesOfType\b/, 'leaves stay where the user put them'],
  [/\bprocessFrontMatter\b/, 'it rewrites the whole frontmatter; ours is edited as text'],
  [/\brequire\(|from 'node:|from 'electron'|\bprocess\.env\b/, 'there is no Node on a phone'],
  [/\bfetch\(|XMLHttpRequest|requestUrl|WebSocket|sendBeacon/, 'nothing leaves the vault'],
  [/\(\?<[=!]/, 'older iOS has no lookbehind'],
  [/\bMath\.random\(/, 'the same vault gives the same answer'],
  [/\bplugins\/digitalgarden\b/, 'that file holds a secret'],
  [/\b(?:TODO|FIXME|XXX|HACK)\b/, 'what is missing belongs to the tracker'],
];

describe('the source', () => {
  for (const [pattern, reason] of BANNED)
    it(`holds no ${pattern.source}: ${reason}`, () => {
      expect(SOURCES.filter((file) => pattern.test(read(file)))).toEqual([]);
    });
  it('has a core that knows no clock: now is an argument', () => {
    expect(
      SOURCES.filter(
        (file) => file.startsWith('src/core/') && /\bDate\.now\(|new Date\(\)|performance\./.test(read(file)),
      ),
    ).toEqual([]);
  });
  it('looks at the clock for what day it is, and is told of everything else', () => {
    expect(SOURCES.filter((file) => /\bsetInterval\(/.test(read(file)))).toEqual([
      'src/ui/follow-day.ts',
      'src/vault/progress-recorder.ts',
    ]);
  });
  it('exports by name, but for the plugin class', () => {
    expect(SOURCES.filter((file) => /^export default/m.test(read(file)))).toEqual(['src/main.ts']);
  });
  it('has no file or folder named for nothing in particular', () => {
    expect(SOURCES.filter((file) => /\b(?:utils?|helpers?|misc|common|manager|service)\b/i.test(file))).toEqual([]);
  });
  it('gives each name one meaning: no two exports of one name, no two files of core', () => {
    const twice = (names: readonly string[]): string[] => [
      ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
    ];
    const exported = SOURCES.flatMap((file) => [
      ...[
        ...read(file).matchAll(
          /^export (?:abstract |async )?(?:function\*?|class|const|let|interface|type|enum) (\w+)/gm,
        ),
      ].map(([, name = '']) => name),
      ...[...read(file).matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
        names.split(',').map((name) =>
          name
            .trim()
            .replace(/^type /, '')
            .replace(/.* as /, ''),
        ),
      ),
    ]);
    expect(exported.length).toBeGreaterThan(500);
    expect(twice(exported)).toEqual([]);
    expect(twice(SOURCES.filter((file) => file.startsWith('src/core/')).map((file) => basename(file)))).toEqual([]);
  });
  it('names files in kebab case', () => {
    expect(SOURCES.filter((file) => !/^[a-z0-9/-]+\.tsx?$/.test(file))).toEqual([]);
  });
});

describe('the tests', () => {
  it('try a property as often as `runs` says, so that npm test is soon done', () => {
    const tries = filesIn('test', /\.test\.ts$/).flatMap((file) =>
      [...read(file).matchAll(/numRuns\b:.*/g)].map(([text]) => `${file} ${text}`),
    );
    expect(tries.length).toBeGreaterThan(10);
    expect(tries.filter((text) => !/\bruns\(/.test(text))).toEqual([]);
  });
});

describe('the styles', () => {
  // Comments aside: they speak of sides and colours.
  const styles = read('styles.css').replace(/\/\*[^]*?\*\//g, '');
  it('take every colour and size from the variables that the app documents, so that any theme applies', () => {
    const documented = new Set(
      [...read('test/workbench/page/styles/variables.css').matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name),
    );
    const used = [...styles.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((name) => !name.startsWith('--ops-') && !documented.has(name))).toEqual([]);
    expect(
      styles.match(
        /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\((?!var\()[^)]*\)|\b(?:white|black|gr[ae]y|red|green|blue)\s*;/gi,
      ) ?? [],
    ).toEqual([]);
  });
  it('know beginning and end, not left and right, so that right-to-left works', () => {
    expect(styles.match(/[\w-]*\b(?:left|right)\b[^;{]*/g)).toEqual(['right']);
    expect(styles).toMatch(/:dir\(rtl\) \{\s*text-align: right;\s*\}/);
  });
  it('move nothing for whoever wants less motion', () => {
    const [moving = ''] = /@media \(prefers-reduced-motion: no-preference\) \{[^]*?\n\}/.exec(styles) ?? [];
    expect(moving.match(/(?:transition|animation)[\w-]*:/g)).toHaveLength(2);
    expect(
      styles.replace(moving, '').match(/(?:transition|animation)[\w-]*:|scroll-behavior:|@keyframes/g) ?? [],
    ).toEqual([]);
  });
});

describe('the release files', () => {
  const manifest = json('manifest.json') as {
    id: string;
    name: string;
    version: string;
    minAppVersion: string;
    description: string;
    isDesktopOnly: boolean;
  };
  it('agree on version and least version of the app', () => {
    expect(json('package.json').version).toBe(manifest.version);
    expect(json('versions.json')[manifest.version]).toBe(manifest.minAppVersion);
    expect(json('package-lock.json').version).toBe(manifest.version);
  });
  it('keep the rules of the community directory', () => {
    expect(manifest.id).toMatch(/^(?!.*obsidian)[a-z-]+(?<!plugin)$/);
    expect(json('package.json').name).toBe(manifest.id);
    expect(manifest.description).toMatch(/^[A-Z][a-z]+s .*\.$/);
    expect(manifest.description.length).toBeLessThanOrEqual(250);
    expect(manifest.isDesktopOnly).toBe(false);
    expect(read('LICENSE')).toMatch(/^MIT License/);
  });
});

describe('the README', () => {
  it('draws the tree as it is', () => {
    const tree = /```text\n(src\/[\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
    const drawn: string[] = [];
    const path: string[] = [];
    for (const line of tree.split('\n')) {
      const entry = /^( *)(\S+)/.exec(line);
      if (!entry) continue;
      const [, indent = '', name = ''] = entry;
      path.length = indent.length / 2;
      path.push(name.replace(/\/$/, ''));
      drawn.push(path.join('/'));
    }
    const folders = (top: string): string[] =>
      readdirSync(join(ROOT, top), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
    const real = [...folders('src'), ...folders('test').filter((folder) => !/^test\/[^/]+\/./.test(folder))];
    expect(drawn.filter((entry) => !entry.endsWith('.ts')).sort()).toEqual(['src', 'test', ...real].sort());
    expect(
      drawn
        .filter((entry) => entry.endsWith('.ts'))
        .filter((file) => !SOURCES.includes(file) && !filesIn('test', /\.ts$/).includes(file)),
    ).toEqual([]);
  });
  it('names every package that ships', () => {
    const packages = Object.keys(json('package.json').dependencies as Record<string, string>);
    const ships = read('README.md')
      .split('\n\n')
      .find((part) => part.startsWith('Packages that ship inside `main.js`'));
    expect(packages.filter((name) => !ships?.toLowerCase().includes(`[${name}]`))).toEqual([]);
  });
  it('names only scripts that exist', () => {
    const scripts = Object.keys(json('package.json').scripts as Record<string, string>);
    const named = [...read('README.md').matchAll(/npm (?:run (?:-s )?|)([a-z-]+)/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !['ci', 'install'].includes(name));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('what is written for people who work on it', () => {
  const GUIDES = [
    'README.md',
    'CONTRIBUTING.md',
    ...filesIn('src', /^README\.md$/),
    ...filesIn('test', /^README\.md$/).filter((file) => !file.includes('/fixtures/')),
  ];
  it('has a README in every room', () => {
    const rooms = [
      ...new Set(
        SOURCES.map((file) =>
          file
            .split('/')
            .slice(0, file.startsWith('src/core/') || file.startsWith('src/ui/') ? 3 : 2)
            .join('/'),
        ),
      ),
    ].filter((room) => !/\.tsx?$/.test(room));
    expect(rooms.length).toBeGreaterThan(20);
    expect(rooms.filter((room) => !GUIDES.includes(`${room}/README.md`))).toEqual([]);
  });
  const ROOMS = GUIDES.filter((guide) => /^(?:src\/.*|test\/host|test\/workbench)\/README\.md$/.test(guide));
  const tells = (guide: string, part: RegExp): boolean => part.test(read(guide));
  it('says in every room where to begin, and what must never be done', () => {
    expect(ROOMS.length).toBeGreaterThan(36);
    expect(ROOMS.filter((guide) => !tells(guide, /^\*\*Begin\*\* at `[\w./-]+\.tsx?`/m))).toEqual([]);
    expect(ROOMS.filter((guide) => !tells(guide, /^\*\*Never\*\*: \S/m))).toEqual([]);
  });
  it('says of the rules in every room how well they are known, by the words that CONTRIBUTING explains', () => {
    const grades = [...read('CONTRIBUTING.md').matchAll(/^\| \*(\w+)\* \|/gm)].map(([, grade = '']) => grade);
    expect(grades).toContain('recorded');
    const isGraded = (words: string): boolean => grades.some((grade) => words.includes(grade));
    // The table's last column, or a sentence.
    const gradesOf = (guide: string): string[] => [
      ...[...read(guide).matchAll(/^\|.*\| grade \|\n\|[-| ]+\|\n((?:\|.*\n)+)/gm)].flatMap(([, rows = '']) =>
        [...rows.matchAll(/([^|]*)\|$/gm)].map(([, grade = '']) => grade),
      ),
      ...[...read(guide).matchAll(/^\*\*Known\*\*: (.*)$/gm)].map(([, sentence = '']) => sentence),
    ];
    expect(ROOMS.filter((guide) => gradesOf(guide).length === 0)).toEqual([]);
    expect(
      ROOMS.flatMap((guide) => gradesOf(guide).map((words) => ({ guide, words }))).filter(
        ({ words }) => !isGraded(words),
      ),
    ).toEqual([]);
  });
  it('names only files that are there', () => {
    const all = [...filesIn('src', /./), ...filesIn('test', /./)];
    // By its whole path, by that from src or core, or by its name anywhere in the guide's own room.
    const isThere = (guide: string, path: string): boolean =>
      ['', 'src', 'src/core', dirname(guide)].some((from) => existsSync(join(ROOT, from, path))) ||
      all.some((file) => file.startsWith(`${dirname(guide)}/`) && file.endsWith(`/${path}`));
    const named = GUIDES.flatMap((guide) =>
      [...read(guide).matchAll(/`((?:src|test)\/[\w./-]+|[\w./-]+\.(?:tsx?|mjs))`/g)].map(([, path = '']) => ({
        guide,
        path,
      })),
    );
    expect(named.length).toBeGreaterThan(150);
    expect(
      named.filter(({ guide, path }) => !isThere(guide, path)).map(({ guide, path }) => `${guide}: ${path}`),
    ).toEqual([]);
  });
  it('leads through the code by files of which each has to do with one before it, as many as it says', () => {
    const [, walks = ''] = /\n## Two ways through the code\n([^]*?)\n## /.exec(read('CONTRIBUTING.md')) ?? [];
    const targets = (file: string): string[] => importsOf(file).map(({ target }) => target);
    // One imports the other, or both know one interface of ours.
    const related = (a: string, b: string): boolean =>
      [a, ...targets(a)].some(
        (one) =>
          [b.replace(/\.tsx?$/, ''), ...targets(b)].includes(one.replace(/\.tsx?$/, '')) && one.startsWith('src/'),
      );
    const found = walks.split('\n### ').slice(1);
    expect(found).toHaveLength(2);
    for (const walk of found) {
      const files = [...new Set([...walk.matchAll(/`(src\/[\w./-]+)`/g)].map(([, path = '']) => path))];
      expect(`${files.length} files`).toBe(/\d+ files/.exec(walk)?.[0]);
      const astray = files.filter((file, at) => at > 0 && !files.slice(0, at).some((one) => related(one, file)));
      expect(astray).toEqual([]);
    }
  });
  it('cites no document that is not in the repository', () => {
    const texts = [
      ...SOURCES,
      ...GUIDES,
      ...filesIn('test', /\.tsx?$/).filter((file) => file !== 'test/architecture.test.ts'),
    ];
    expect(
      texts.filter((file) =>
        /\b(?:LINKS|DESIGN|EXPERIENCE|OBSIDIAN|DEMAND|VIEWS|REAL-APP|STYLE)\b(?:\.md| \d)/.test(read(file)),
      ),
    ).toEqual([]);
  });
});

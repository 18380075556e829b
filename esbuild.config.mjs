// Bundles src/main.ts into main.js, the one script file that Obsidian loads.
//   node esbuild.config.mjs             development build, with an inline source map
//   node esbuild.config.mjs watch       the same, again after every change
//   node esbuild.config.mjs production  minified; prints each dependency's share and fails beyond the budget
import { build, context } from 'esbuild';
import { appendFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';
import { licenceComment } from './release/licences.mjs';

const BUDGET_BYTES = 668_500;
const mode = argv[2] ?? 'development';
const production = mode === 'production';

const options = {
  entryPoints: ['src/main.ts'],
  outfile: 'main.js',
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // Characters as they are: slugify's tables hold many, and an escape takes six bytes for two.
  charset: 'utf8',
  // Obsidian provides these; a second copy of CodeMirror's packages would not work with its editor.
  external: ['obsidian', 'electron', '@codemirror/*', '@lezer/common', '@lezer/highlight', '@lezer/lr'],
  sourcemap: production ? false : 'inline',
  minify: production,
  treeShaking: true,
  metafile: true,
  // What the bundled packages' files say of themselves; their licences are added below.
  legalComments: 'eof',
  logLevel: 'warning',
};

/** Adds up the output's bytes by package: a file outside node_modules belongs to "src". */
function sharesByPackage(output) {
  const shares = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'src';
    shares.set(name, (shares.get(name) ?? 0) + bytesInOutput);
  }
  return [...shares].sort((a, b) => b[1] - a[1]);
}

// Whoever reads only the first lines (`| head`) has what they want.
stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

if (mode === 'watch') {
  await (await context(options)).watch();
} else {
  const { metafile } = await build(options);
  const output = metafile.outputs['main.js'];
  const shares = sharesByPackage(output);
  let bytes = output.bytes;
  if (production) {
    const comment = licenceComment(
      shares.flatMap(([name]) => (name === 'src' ? [] : name)),
      import.meta.dirname,
    );
    appendFileSync('main.js', comment);
    bytes += Buffer.byteLength(comment);
  }
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  stdout.write(`main.js ${kB(bytes)} (budget ${kB(BUDGET_BYTES)})\n`);
  if (production) {
    for (const [name, bytes] of shares) stdout.write(`  ${name.padEnd(28)} ${kB(bytes)}\n`);
    if (bytes > BUDGET_BYTES) {
      stdout.write(`main.js is over its budget of ${kB(BUDGET_BYTES)}.\n`);
      exit(1);
    }
  }
}

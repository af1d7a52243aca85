import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.mjs';

const entry = 'lib/constructs/index.js';

/**
 * The npm package that the bindings embed: the constructs of this package and what they import, and nothing else. An app in Python or Java
 * has no use for the rest, would wait for it at every synth, and would need projen for it, which Maven Central does not have.
 *
 * @returns the texts of its files by their paths
 */
export async function constructsPackage() {
  if (!existsSync(path.join(root, entry)) || !existsSync(path.join(root, '.jsii'))) {
    throw new Error("this package is not compiled, so it has no bindings: run 'npx projen compile' first");
  }
  const manifest = JSON.parse(read('package.json'));
  const files = new Map();
  for (const file of await importedFiles()) {
    files.set(file, read(file));
    const types = file.replace(/\.js$/, '.d.ts');
    files.set(types, read(types));
  }
  files.set('lib/index.js', 'exports.constructs = require("./constructs");\n');
  files.set('lib/index.d.ts', "export * as constructs from './constructs';\n");
  files.set('package.json', JSON.stringify(manifestOf(manifest), undefined, 2));
  files.set('.jsii', JSON.stringify(assemblyOf(JSON.parse(read('.jsii')), dependencies(manifest))));
  files.set('README.md', readme);
  files.set('LICENSE', read('LICENSE'));
  return files;
}

/** Writes a package into a folder, which is emptied first. */
export function writePackage(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of files) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

const readme = `# type-safe-api-project

The constructs of [type-safe-api-project](https://www.npmjs.com/package/type-safe-api-project) for this language. The infrastructure package that
it generates from an API model builds on them.
`;

const read = (file) => readFileSync(path.join(root, file), 'utf8');

async function importedFiles() {
  // Scripts start before anything is installed.
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    packages: 'external',
    write: false,
    metafile: true,
    outdir: '.',
    logLevel: 'error',
  });
  const external = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter((one) => one.external));
  for (const { path: name } of external) {
    if (!/^(node:|aws-cdk-lib(\/|$)|constructs$)/.test(name))
      throw new Error(`the constructs import '${name}', which the bindings lack`);
  }
  return Object.keys(metafile.inputs).sort();
}

/**
 * The bindings list the props of the CDK that they were made with, so they need that version or a later one, whereas in TypeScript the
 * constructs take whatever props the installed version has.
 */
function dependencies({ devDependencies, peerDependencies }) {
  return { 'aws-cdk-lib': `^${devDependencies['aws-cdk-lib']}`, constructs: peerDependencies.constructs };
}

function manifestOf(manifest) {
  const { name, version, description, author, repository, license, engines, jsii } = manifest;
  return {
    ...{ name, version, description, author, repository, license, engines, jsii },
    main: 'lib/index.js',
    types: 'lib/index.d.ts',
    peerDependencies: dependencies(manifest),
    files: ['lib', '.jsii'],
  };
}

function assemblyOf({ bin, bundled, readme: _, ...assembly }, ranges) {
  const { projen, ...dependencyClosure } = assembly.dependencyClosure;
  const types = Object.entries(assembly.types).filter(([fqn]) => fqn.startsWith(`${assembly.name}.constructs.`));
  return { ...assembly, dependencies: ranges, dependencyClosure, types: Object.fromEntries(types) };
}

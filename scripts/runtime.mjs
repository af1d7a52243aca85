#!/usr/bin/env node
// Compiles the part of the TypeScript runtime that does not depend on a model, `assets/typescript/runtime`, to what generated packages hold:
// `assets/typescript/compiled/types`, declarations, and `compiled/esm`, scripts that read like their sources. What is up to date is left alone.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, hashOf, readJson, writeJson } from './cache.mjs';
import { withLock } from './lock.mjs';
import { root, run, seconds } from './run.mjs';

const sources = path.join(root, 'assets/typescript/runtime');
const compiled = path.join(root, 'assets/typescript/compiled');
const scratch = path.join(cache, 'runtime');
const state = path.join(scratch, 'state.json');
/** How files of this repository are laid out. */
const layout = path.join(root, 'biome.jsonc');

/**
 * Brings the compiled runtime up to date.
 *
 * @returns whether it was compiled now
 */
export function compileRuntime() {
  return withLock('runtime', async () => {
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const texts = files.sort().map((file) => [file, readFileSync(path.join(sources, file), 'utf8')]);
    const tools = ['typescript', 'ts-blank-space', '@biomejs/biome'].map(versionOf);
    const settings = [fileURLToPath(import.meta.url), layout].map((file) => readFileSync(file));
    const key = hashOf(...tools, ...settings, ...texts.flat());
    if (readJson(state)?.key === key && existsSync(compiled)) return false;
    await compile(texts);
    writeJson(state, { key });
    return true;
  });
}

function versionOf(name) {
  return readJson(path.join(root, 'node_modules', name, 'package.json')).version;
}

async function compile(texts) {
  const { default: ts } = await import('typescript');
  const { default: blankSpace } = await import('ts-blank-space');
  const output = path.join(scratch, 'output');
  rmSync(output, { recursive: true, force: true });
  for (const [file, text] of texts) {
    const module = file.replace(/\.ts$/, '');
    write(path.join(output, 'types', `${module}.d.ts`), declarationsOf(ts, file, text));
    const script = scriptOf(ts, blankSpace, file, text);
    // Of types alone nothing is left, and no script imports it.
    if (script.trim() !== '') write(path.join(output, 'esm', `${module}.js`), script);
  }
  await format(output);
  rmSync(compiled, { recursive: true, force: true });
  for (const folder of ['types', 'esm'])
    cpSync(path.join(output, folder), path.join(compiled, folder), { recursive: true });
}

/** The declarations of a source, which says the types of whatever it exports. */
function declarationsOf(ts, file, text) {
  const { outputText, diagnostics } = ts.transpileDeclaration(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node20, isolatedDeclarations: true },
  });
  const said = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  if (said.length > 0) throw new Error(`${file} has no declarations of its own: ${said.join('; ')}`);
  // Compilers print declarations without a line between them.
  return outputText.replaceAll(/(?<=[;}]\n)(?=\/\*\*|export (?!\{))/g, '\n');
}

/** A source without types. Those that are declared go with what is said of them. */
function scriptOf(ts, blankSpace, file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  let values = '';
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement))
      values += statement.getFullText();
  }
  // What is said to compilers and linters of types is nothing to readers of scripts.
  values = values.replaceAll(/^\/\/ (?:@ts-|biome-)ignore.*\n/gm, '');
  return blankSpace(values, (node) => {
    throw new Error(`${file} has more than types to remove, at ${values.slice(node.pos, node.end).trim()}`);
  });
}

/** Lays the files out as the generator would. */
async function format(output) {
  const { formatter, javascript } = JSON.parse(readFileSync(layout, 'utf8').replace(/^\/\/.*$/gm, ''));
  writeFileSync(path.join(output, 'biome.json'), JSON.stringify({ root: true, formatter, javascript }));
  const args = ['--no-install', 'biome', 'format', '--colors=off', '--write', '--config-path', output, output];
  const result = await run('npx', args);
  if (result.code !== 0) throw new Error(`the compiled runtime cannot be formatted:\n${result.output}`);
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** For Jest, which calls it before the tests. */
export default compileRuntime;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now();
  console.log((await compileRuntime()) ? `runtime: compiled in ${seconds(start)}` : 'runtime: up to date');
}

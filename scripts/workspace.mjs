// What `npm run try` and the check of the samples have in common: the packed package, workspaces that use it, their local gateway, calls.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBindings } from './bindings.mjs';
import { quietJsii, run, seconds } from './run.mjs';
import { forgetOwnArtifacts, localRepository } from './toolchains/java.mjs';

/** Says what is done, does it, and says how long it took. */
export async function step(what, task) {
  const start = performance.now();
  process.stdout.write(`${what} ... `);
  try {
    const result = await task();
    console.log(seconds(start));
    return result;
  } catch (error) {
    console.log(`failed after ${seconds(start)}`);
    throw error;
  }
}

/** What commands in workspaces are run with: Maven keeps to a local repository of ours, where no older version of this package stands. */
const environment = {
  ...quietJsii,
  MAVEN_OPTS: [process.env.MAVEN_OPTS, `-Dmaven.repo.local=${localRepository}`].filter(Boolean).join(' '),
};

/** Runs a command that has to succeed; when it does not, what it printed is shown. */
export async function runOrFail(command, args, { env, ...options } = {}) {
  const { code, output } = await run(command, args, { ...options, env: { ...environment, ...env } });
  if (code === 0) return output;
  console.log(`\n${output}`);
  throw new Error(`'${[command, ...args].join(' ')}' ended with exit code ${code}`);
}

/** Compiles this package. */
export function compile() {
  return runOrFail('npx', ['--no-install', 'projen', 'compile']);
}

/** The bindings and all, the package has to stay below this, in bytes. */
const largestTarball = 15_000_000;

/** Packs this package as it is published, bindings included, into an empty folder. Gives the path of the tarball. */
export async function pack(folder) {
  await buildBindings((what) => process.stdout.write(`\n  ${what}\n`));
  await runOrFail('npm', ['pack', '--silent', '--pack-destination', folder]);
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  const tarball = path.join(folder, name);
  const { size } = statSync(tarball);
  if (size >= largestTarball) throw new Error(`${name} is too large: ${size} bytes, ${largestTarball} is the limit`);
  forgetOwnArtifacts();
  return tarball;
}

/** Runs projen in a workspace. Automation would have it install what a lock file says, and a new workspace has none. */
export function projen(workspace, ...args) {
  return runOrFail('npx', ['--no-install', 'projen', ...args], { cwd: workspace, env: { CI: '' } });
}

/** A port that is free: the one asked for, if it is. */
export function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Serves an API with its local gateway. Gives its address, and how to stop it. `root` is where the API's packages are installed. */
export async function serve({ api, root, port, show }) {
  const tool = path.join(root, 'node_modules/type-safe-api-project/lib/cli/main.js');
  const child = spawn(process.execPath, [tool, 'dev', '--port', String(port)], {
    cwd: api,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  const lines = { text: '', show: false };
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        lines.text += chunk;
        if (lines.show) process.stdout.write(chunk);
        const url = /(http:\/\/localhost:\d+)\D/.exec(lines.text)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
  });
  const failed = ended.then((code) => {
    throw new Error(`the local gateway ended with exit code ${code}:\n${lines.text}`);
  });
  const url = await Promise.race([ready, failed]);
  failed.catch(() => {});
  if (show) console.log(`\n\n${lines.text.trimEnd()}`);
  lines.show = show;
  return { url, stop, ended };
}

/**
 * Calls every operation of the sample with the client that was generated for it, or as it is where there is none in TypeScript. Requests and
 * responses are printed as they happen.
 * @returns how many calls were made
 */
export async function callSample({ api, url }) {
  const client = path.join(api, 'generated/runtime/typescript/esm/index.js');
  if (!existsSync(client)) return callWithoutClient(url);
  const { createClient, DefaultApi, getPet, listPets, ResponseError, sayHello } = await import(
    pathToFileURL(client).href
  );
  const pets = createClient({ baseUrl: url, fetch: printingFetch });
  const greeting = await sayHello(pets, { name: 'Ada' });
  expect(greeting.message === 'Hello Ada!', `a greeting for Ada, got ${JSON.stringify(greeting)}`);
  const refused = await sayHello(pets, { name: '' }).catch((error) => error);
  expect(refused instanceof ResponseError && refused.status === 400, `a refusal of an empty name, got ${refused}`);
  const all = await listPets(pets, { kind: 'dog', limit: 2 });
  expect(Array.isArray(all) && all.length > 0, `a list of pets, got ${JSON.stringify(all)}`);
  const one = await getPet(pets, { petId: all[0].id });
  expect(one.id === all[0].id, `the pet '${all[0].id}', got ${JSON.stringify(one)}`);
  // The same as a class.
  await new DefaultApi({ baseUrl: url, fetch: printingFetch }).sayHello({ name: 'Ada' });
  return 5;
}

async function callWithoutClient(url) {
  const get = async (target) => {
    const response = await printingFetch(`${url}${target}`);
    return { status: response.status, body: await response.json() };
  };
  const { body: greeting } = await get('/hello?name=Ada');
  expect(greeting.message === 'Hello Ada!', `a greeting for Ada, got ${JSON.stringify(greeting)}`);
  const { status } = await get('/hello?name=');
  expect(status === 400, `a refusal of an empty name, got ${status}`);
  const { body: all } = await get('/pets?kind=dog&limit=2');
  expect(Array.isArray(all) && all.length > 0, `a list of pets, got ${JSON.stringify(all)}`);
  const { body: one } = await get(`/pets/${all[0].id}`);
  expect(one.id === all[0].id, `the pet '${all[0].id}', got ${JSON.stringify(one)}`);
  return 4;
}

async function printingFetch(input, init) {
  const start = performance.now();
  const request = new Request(input, init);
  console.log(`  → ${request.method} ${request.url}`);
  const response = await fetch(request);
  const body = await response.clone().text();
  console.log(`  ← ${response.status} ${body.slice(0, 200)}  (${Math.round(performance.now() - start)} ms)`);
  return response;
}

function expect(holds, what) {
  if (!holds) throw new Error(`expected ${what}`);
}

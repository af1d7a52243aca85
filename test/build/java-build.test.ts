import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileJava, installJava, readClassPath } from '../../src/build/java-build';
import type { JavaModules } from '../../src/shared/workspace';

const jar = 'tool-0.0.0.jar';
const modules: JavaModules = {
  poms: ['pom.xml', 'app/pom.xml'],
  app: 'app',
  artifact: `bindings/${jar}`,
};

let directory: string;
let log: string[];
const { PATH, JAVA_HOME } = process.env;
const at = (file: string) => path.join(directory, file);
const kept = () => at(`repository/tool/${jar}`);

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'java-build-'));
  log = [];
  delete process.env.JAVA_HOME;
  process.env.PATH = at('bin');
  write('pom.xml', '<project/>');
  write(`bindings/${jar}`, 'new');
  program('javac', "console.log('javac 17.0.15')");
  // Maven keeps what it downloads, and prefers it.
  program(
    'mvn',
    `const fs = require('fs'), path = require('path');
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
if (!process.argv.some((arg) => arg.includes('build-classpath'))) process.exit(0);
if (!fs.existsSync('${kept()}')) { fs.mkdirSync(path.dirname('${kept()}'), { recursive: true }); fs.cpSync('bindings/${jar}', '${kept()}'); }
fs.mkdirSync('app/target', { recursive: true });
fs.writeFileSync('app/target/classpath.txt', '${at('bindings')}' + path.delimiter + '${kept()}');`,
  );
});

afterEach(() => {
  process.env.PATH = PATH;
  if (JAVA_HOME !== undefined) process.env.JAVA_HOME = JAVA_HOME;
  rmSync(directory, { recursive: true, force: true });
});

test('Maven resolves once, without compiling, and again when a pom is another', async () => {
  await install();
  await install();
  expect(calls()).toHaveLength(1);
  expect(calls()[0]).toContain('-pl app -am process-classes -Dmaven.main.skip');
  expect(log).toEqual([
    'install:java: Maven resolves what the app needs …',
    expect.stringMatching(/^install:java: done in /),
  ]);
  write('app/pom.xml', '<project/>');
  await install();
  rmSync(at('app/target/classpath.txt'));
  await install();
  expect(calls()).toHaveLength(3);
});

test('Maven resolves again when it has lost what it resolved', async () => {
  await install();
  rmSync(kept());
  await install();
  expect(existsSync(kept())).toBe(true);
  writeFileSync(kept(), 'another');
  await install();
  expect(readFileSync(kept(), 'utf8')).toBe('new');
});

test('another build of the constructs with the same version is forgotten', async () => {
  write(`repository/tool/${jar}`, 'old');
  await install();
  expect(readFileSync(kept(), 'utf8')).toBe('new');
  expect(calls()).toHaveLength(2);
});

test('constructs from a registry are left alone', async () => {
  write(`repository/tool/${jar}`, 'published');
  const { artifact: _, ...published } = modules;
  await installJava(published, directory, () => {});
  expect(readFileSync(kept(), 'utf8')).toBe('published');
  // What else is in the workspace is no reason to resolve again.
  write('model/src/main.yaml', 'openapi: 3.1.0');
  await installJava(published, directory, () => {});
  expect(calls()).toHaveLength(1);
});

test('the class path has the app first', async () => {
  await install();
  expect(readClassPath(modules, directory).split(path.delimiter)).toEqual([
    at('app/target/classes'),
    at('bindings'),
    kept(),
  ]);
});

test('compiling needs no network', async () => {
  await compileJava(modules, directory);
  expect(calls()).toEqual([
    '--quiet --batch-mode --no-transfer-progress --offline --projects app --also-make process-classes',
  ]);
});

test('what does not compile is told once, as it is in the workspace', async () => {
  const place = `${directory}/app/src/main/java/App.java:[44,66] cannot find symbol`;
  program(
    'mvn',
    `console.log(\`\\u001b[0m[ERROR] COMPILATION ERROR : 
[ERROR] ${place}
  symbol:   method getPet999()
[ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.13.0:compile on project pets-app: Compilation failure
[ERROR] ${place}
[ERROR] -> [Help 1]
[ERROR] 
[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.\`); process.exit(1);`,
  );
  await expect(compileJava(modules, directory)).rejects.toThrow(
    /^the Java of the app does not compile:\napp\/src\/main\/java\/App\.java:44: cannot find symbol\n {2}symbol: {3}method getPet999\(\)$/,
  );
});

test('what cannot be resolved is told without advice', async () => {
  program(
    'mvn',
    "console.log('[ERROR] no such artifact -> [Help 1]\\n[ERROR] Re-run Maven using -X'); process.exit(1);",
  );
  await expect(install()).rejects.toThrow(/^Maven could not resolve what the app needs:\n\[ERROR\] no such artifact$/);
});

test.each([
  ['javac', "console.log('javac 11.0.2')", "needs a JDK 17 or newer; 'javac' is of JDK 11.0.2. Install one"],
  ['javac', undefined, "needs a JDK 17 or newer; there is no 'javac' on the search path"],
  ['mvn', undefined, "is built with Maven; there is no 'mvn' on the search path. Install Maven 3.8 or newer"],
])('%s as %j is not enough', async (name, script, message) => {
  rmSync(at(`bin/${name}`));
  if (script !== undefined) program(name, script);
  await expect(install()).rejects.toThrow(message);
});

test('the JDK that JAVA_HOME names is the one', async () => {
  process.env.JAVA_HOME = at('jdk');
  program('javac', "console.log('javac 11.0.2')", 'jdk/bin');
  await expect(install()).rejects.toThrow(`'${at('jdk/bin/javac')}' is of JDK 11.0.2`);
});

const install = () => installJava(modules, directory, (line) => log.push(line));

function calls(): string[] {
  return existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : [];
}

/** A program on the search path, in JavaScript. */
function program(name: string, script: string, folder = 'bin'): void {
  write(`${folder}/${name}`, `#!${process.execPath}\n${script}\n`);
  chmodSync(at(`${folder}/${name}`), 0o755);
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emitHandlers } from '../../../../src/codegen/languages/java/handlers/emit-handlers';
import { emitApi } from '../../../../src/codegen/languages/java/runtime';
import { supportFiles } from '../../../../src/codegen/languages/java/runtime/support-files';
import { emitInput } from '../../../support/emit-input';
import { handled, writeFiles } from '../../../support/generated-packages';
import { javaFiles } from '../../../support/java-packages';
import { sharedSources, testPackages } from '../../../support/java-runtimes';
import { compileJava } from '../../../support/javac';
import { type ReadSpec, readGalaxy, readSpec, readSpecs } from '../../../support/read-spec';
import { describeJava, type JavaToolchain, java } from '../../../support/toolchains';

jest.setTimeout(600_000);

const every = readSpec(path.join(__dirname, '../typescript/stub-bodies.yaml')) as ReadSpec;
const specs = new Map([...readSpecs(), ['galaxy', readGalaxy()], ['stub-bodies', every]]);

/** Every operation of every spec has a handler, all of which are compiled and tested at once. */
describeJava('stubs in Java', () => {
  let toolchain: JavaToolchain;
  let directory: string;

  beforeAll(async () => {
    toolchain = await java();
    directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-safe-api-')));
    for (const [name, { service }] of specs) {
      const packages = testPackages(name);
      const own = packages.base.replace(/\.runtime$/, '');
      const input = emitInput(handled(service, 1, 'java'), { name, javaPackage: own, handlers: ['java'] });
      const runtime = [...supportFiles(packages, ['client', 'testing']), ...emitApi(input.service, packages)];
      // What is the same for every API is compiled once.
      const shared = (text: string) => text.replaceAll(`${packages.base}.support.`, `${packages.support}.`);
      const handlers = [...emitHandlers(input)].map((file) => ({ ...file, text: shared(file.text) }));
      writeFiles([...runtime, ...handlers], path.join(directory, 'sources', name));
    }
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('compile without a warning, and answer as their tests say', () => {
    const classes = path.join(directory, 'classes');
    const sources = readdirSync(path.join(directory, 'sources')).flatMap((name) =>
      javaFiles(path.join(directory, 'sources', name)),
    );
    expect(compileJava(toolchain, [...sharedSources(), ...sources], classes)).toEqual([]);
    const classPath = [classes, toolchain.classpath].join(path.delimiter);
    const run = ['execute', '--scan-classpath', classes, '--details', 'summary', '--disable-banner'];
    const main = 'org.junit.platform.console.ConsoleLauncher';
    const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
    const { stdout, status } = spawnSync(toolchain.java, ['-cp', classPath, main, ...run], options);
    expect(status === 0 ? '' : stdout).toBe('');
    const passed = Number(/(\d+) tests successful/.exec(stdout)?.[1]);
    const made = sources.filter((file) => file.endsWith('HandlerTest.java')).length;
    expect([passed, passed > 100]).toEqual([made, true]);
  });
});

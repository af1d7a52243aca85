import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { jdkTool, readClassPathFile } from '../shared/interpreters';
import { toPom } from '../shared/java-packages';
import { lambdaClients } from '../shared/lambda-clients';
import { javaClientClassPathFile, runtimeClientFolder } from '../shared/workspace';
import { type Captured, captureProgram } from './run-command';

export const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** What the native library of the client was compiled for. */
const native = ['linux-x64', 'linux-arm64'];

const transport = path.join(__dirname, '../../assets/gateway/NativeClient.java');

/** Whether the runtime interface client of AWS is there, which the local gateway runs functions with. */
export function hasClient(directory: string): boolean {
  const file = path.join(directory, javaClientClassPathFile);
  return existsSync(file) && readClassPathFile(file).every((place) => existsSync(place));
}

/**
 * Has Maven resolve the runtime interface client of AWS, in a project of its own. Where its native library does not run, a class of ours
 * comes before the one that calls it.
 */
export async function installClient(
  directory: string,
  run: (...args: readonly string[]) => Promise<Captured>,
): Promise<void> {
  const folder = path.join(directory, runtimeClientFolder('java'));
  mkdirSync(folder, { recursive: true });
  const { groupId, artifactId, version } = lambdaClients.java;
  const pom = toPom({
    groupId: 'local',
    artifactId: 'lambda-client',
    description: 'What the local gateway runs functions with',
    properties: {},
    dependencies: { [`${groupId}:${artifactId}`]: version },
    repositories: {},
    plugins: [],
  });
  writeFileSync(path.join(folder, 'pom.xml'), pom);
  const output = path.join(directory, javaClientClassPathFile);
  const goal = [`${dependencyPlugin}:build-classpath`, `-Dmdep.outputFile=${output}`];
  const { code, printed } = await run('-f', path.join(folder, 'pom.xml'), ...goal);
  if (code !== 0) throw new UsageError(`Maven could not resolve ${artifactId}:\n${printed}`);
  if (native.includes(`${process.platform}-${process.arch}`)) return;
  const classPath = readFileSync(output, 'utf8').trim();
  writeFileSync(output, [await compileTransport(folder, classPath), classPath].join(path.delimiter));
}

/** Compiles a transport that any system has. Gives the folder of its class. */
async function compileTransport(folder: string, classPath: string): Promise<string> {
  const classes = path.join(folder, 'classes');
  const args = ['-proc:none', '--release', '17', '-classpath', classPath, '-d', classes, transport];
  const { code, printed } = await captureProgram({ file: jdkTool('javac'), args }, { cwd: folder });
  if (code !== 0) throw new UsageError(`the transport of the runtime interface client does not compile:\n${printed}`);
  return classes;
}

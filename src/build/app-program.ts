import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import type { Workspace } from '../shared/workspace';
import { jdkTool } from './find-java';
import { readClassPath } from './java-build';
import { interpreterOf } from './python-environment';
import type { Program } from './run-command';

/** The program behind the command of an app. @throws UsageError for a command that starts with none of `node`, `python` and `java` */
export function appProgram({ app, java }: Workspace, directory: string): Program {
  const [word = '', ...args] = app?.command ?? [];
  if (word === 'node') return { file: process.execPath, args };
  if (word === 'python') return { file: interpreterOf(path.resolve(directory)), args };
  if (word === 'java' && java !== undefined) {
    const classPath = readClassPath(java, path.resolve(directory));
    return { file: jdkTool('java'), args: [...fastStart, '-classpath', classPath, ...args] };
  }
  throw new UsageError(`the app must be run by 'node', 'python' or 'java', not by '${word}'`);
}

/** An app runs for seconds: what the virtual machine would do for long runs only takes time. */
const fastStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

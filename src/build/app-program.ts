import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { interpreterOf, jdkTool } from '../shared/interpreters';
import type { Workspace } from '../shared/workspace';
import { withoutOurs } from './app-output';
import { readClassPath } from './java-build';
import { type Program, runEdited, runProgram } from './run-command';

/** Runs an app in its folder, showing what it prints. Gives its exit code. */
export function runApp(workspace: Workspace, directory: string, env: NodeJS.ProcessEnv): Promise<number> {
  const program = appProgram(workspace, directory);
  const options = { cwd: path.join(directory, workspace.app?.directory ?? '.'), env };
  // Node says once what is wrong; others do it in many words.
  if (program.file === process.execPath) return runProgram(program, options);
  return runEdited(program, options, (text) => withoutOurs(text, directory));
}

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

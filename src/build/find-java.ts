import { UsageError } from '../shared/diagnostics';
import { jdkTool } from '../shared/interpreters';
import { captureProgram, isMissingProgram, type Program } from './run-command';

/** The oldest version that generated code compiles with. */
const oldest = 17;

const isWindows = process.platform === 'win32';

/** Maven with arguments. On Windows it is a script, which only the command interpreter starts. */
export function maven(...args: readonly string[]): Program {
  return toProgram('--quiet', ...calm, ...args);
}

/** Maven that says what it does. */
export function mavenAloud(...args: readonly string[]): Program {
  return toProgram(...calm, ...args);
}

const calm = ['--batch-mode', '--no-transfer-progress'];

function toProgram(...args: readonly string[]): Program {
  if (!isWindows) return { file: 'mvn', args };
  return { file: process.env.ComSpec ?? 'cmd.exe', args: ['/d', '/c', 'mvn', ...args] };
}

/** @throws UsageError when there is no JDK that is new enough */
export async function checkJdk(directory: string): Promise<void> {
  const found = await versionOfJdk(directory);
  if (found !== undefined && Number(/^\d+/.exec(found)?.[0]) >= oldest) return;
  const seen =
    found === undefined ? "there is no 'javac' on the search path" : `'${jdkTool('javac')}' is of JDK ${found}`;
  throw new UsageError(
    `this API has packages in Java, and needs a JDK ${oldest} or newer; ${seen}. Install one, or let JAVA_HOME name its folder, then run 'npx projen install'`,
  );
}

async function versionOfJdk(cwd: string): Promise<string | undefined> {
  try {
    const { printed } = await captureProgram({ file: jdkTool('javac'), args: ['-version'] }, { cwd });
    return /^javac (\d[\w.+-]*)/m.exec(printed)?.[1];
  } catch {
    return undefined;
  }
}

/** Says what to do when Maven is not there. */
export function explainMaven(error: unknown): unknown {
  if (!isMissingProgram(error)) return error;
  return new UsageError(
    "this API has packages in Java, which is built with Maven; there is no 'mvn' on the search path. Install Maven 3.8 or newer, then run 'npx projen install'",
  );
}

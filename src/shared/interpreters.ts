import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pythonEnvironmentFolder } from './workspace';

const isWindows = process.platform === 'win32';

/** The Python of a workspace's environment, whether it is there or not. @param directory the folder of the API */
export function interpreterOf(directory: string): string {
  return path.join(directory, pythonEnvironmentFolder, isWindows ? 'Scripts/python.exe' : 'bin/python');
}

/** A tool of the JDK: that of `JAVA_HOME`, as Maven does it, or that of the search path. */
export function jdkTool(name: 'java' | 'javac'): string {
  const home = process.env.JAVA_HOME;
  const file = path.join(home ?? '', 'bin', isWindows ? `${name}.exe` : name);
  return home !== undefined && existsSync(file) ? file : name;
}

/** The folders and archives of a class path that Maven wrote. */
export function readClassPathFile(file: string): string[] {
  const text = readFileSync(file, 'utf8').trim();
  return text === '' ? [] : text.split(path.delimiter);
}

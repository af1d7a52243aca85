import { UsageError } from '../shared/diagnostics';
import { captureProgram, type Program } from './run-command';

/** The oldest version that generated code runs on. */
const oldest = { major: 3, minor: 11 } as const;

/** By what names Python is known: systems whose `python3` is an old one of their own have newer ones beside it. */
const candidates: readonly Program[] =
  process.platform === 'win32'
    ? [
        { file: 'python', args: [] },
        { file: 'py', args: ['-3'] },
      ]
    : ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11'].map((file) => ({ file, args: [] }));

const printVersion = ['-c', "import sys; print('.'.join(map(str, sys.version_info[:3])))"];

/** The first Python of this machine that is new enough. @throws UsageError that names what was found instead. */
export async function findPython(directory: string, among: readonly Program[] = candidates): Promise<Program> {
  const found: string[] = [];
  for (const candidate of among) {
    const version = await versionOf(candidate, directory);
    if (version === undefined) continue;
    if (isNewEnough(version)) return candidate;
    found.push(`'${candidate.file}' is Python ${version}`);
  }
  const seen = found.length === 0 ? 'there is none on the search path' : found.join(', ');
  throw new UsageError(
    `this API has packages in Python, and needs Python ${oldest.major}.${oldest.minor} or newer; ${seen}. Install it, then run 'npx projen install'`,
  );
}

async function versionOf({ file, args }: Program, cwd: string): Promise<string | undefined> {
  try {
    const { code, printed } = await captureProgram({ file, args: [...args, ...printVersion] }, { cwd });
    return code === 0 ? /^\d+\.\d+\.\d+\s*$/.exec(printed)?.[0].trim() : undefined;
  } catch {
    return undefined;
  }
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}

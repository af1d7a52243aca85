import { run as main } from '../../src/cli/run';

/** Runs a command line in a folder. */
export async function cli(directory: string, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const before = process.cwd();
  const spies = [
    jest.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line)),
    jest.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line)),
  ];
  process.chdir(directory);
  try {
    return { code: await main(args), out: out.join('\n'), err: err.join('\n') };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}

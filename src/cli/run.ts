import { SpecError, UsageError } from '../shared/diagnostics';
import { closest } from '../shared/did-you-mean';
import { readToolVersion } from '../shared/tool-version';
import { type Command, commandHelp, commandNames, findCommand, mainHelp } from './commands';
import { reportDiagnostics } from './report';

/** Ended by an error of ours: neither the model nor the command line is at fault. */
const internalError = 70;

/** Runs one command line, without the first two words of it. Gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const [word, ...rest] = args;
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') return help(rest[0]);
  if (word === '--version' || word === '-v') {
    console.log(readToolVersion());
    return 0;
  }
  const command = findCommand(word);
  if (command === undefined) return unknownCommand(word);
  if (rest.includes('--help') || rest.includes('-h')) return help(word);
  try {
    await command.load()(rest);
    return 0;
  } catch (error) {
    return fail(command, error);
  }
}

function help(word: string | undefined): number {
  const command = word === undefined ? undefined : findCommand(word);
  if (word !== undefined && command === undefined) return unknownCommand(word);
  console.log(command === undefined ? mainHelp() : commandHelp(command));
  return word === undefined || command !== undefined ? 0 : 2;
}

function unknownCommand(word: string): number {
  const meant = closest(word, commandNames());
  const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
  console.error(`there is no command '${word}'${hint}\nRun 'type-safe-api --help' for all commands.`);
  return 2;
}

function fail(command: Command, error: unknown): number {
  if (error instanceof SpecError) {
    reportDiagnostics(error.diagnostics, 'nothing was written');
    return 1;
  }
  if (isOfParseArgs(error)) return fail(command, new UsageError(firstSentence(error.message), 2));
  if (error instanceof UsageError) {
    const more = error.exitCode === 2 ? `\nRun 'type-safe-api ${command.name} --help' for its options.` : '';
    if (error.message !== '') console.error(`${error.message}${more}`);
    return error.exitCode;
  }
  console.error(error instanceof Error ? error.stack : error);
  console.error(
    `\nThis is an error of type-safe-api ${readToolVersion()} on Node ${process.version}, not of yours.` +
      '\nPlease report it with the lines above, and with the model if you can:' +
      '\nhttps://github.com/type-safe-api-project/type-safe-api-project/issues',
  );
  return internalError;
}

/** Commands that parse their options themselves: what Node says of a wrong one. */
function isOfParseArgs(error: unknown): error is Error {
  const { code } = error as NodeJS.ErrnoException;
  return code?.startsWith('ERR_PARSE_ARGS') === true;
}

function firstSentence(message: string): string {
  const [sentence = message] = message.split(/\.\s/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

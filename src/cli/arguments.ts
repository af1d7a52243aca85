import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from '../shared/diagnostics';
import { didYouMean } from '../shared/did-you-mean';
import { type LanguageName, languageNames } from '../shared/workspace';

/** The values of the options of a command line. */
export type OptionValues<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; strict: true; allowPositionals: false }>
>['values'];

/** Parses the options of a command. @throws UsageError for those that it does not have, and for words that are no options. */
export function parseOptions<O extends ParseArgsOptionsConfig>(args: readonly string[], options: O): OptionValues<O> {
  checkNames(args, options);
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false } satisfies ParseArgsConfig)
    .values;
}

function checkNames(args: readonly string[], options: ParseArgsOptionsConfig): void {
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name === undefined || Object.hasOwn(options, name)) continue;
    const known = Object.keys(options).map((option) => `--${option}`);
    throw new UsageError(
      `there is no option '--${name}'${didYouMean(`--${name}`, known, `use ${known.join(', ')}`)}`,
      2,
    );
  }
}

/** A list as options have it: words with commas between them. */
export function listOf(value: string | undefined): string[] {
  const words = (value ?? '').split(',').map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** A list of languages. @throws UsageError for one that there is not. */
export function languagesOf(option: string, value: string | undefined): LanguageName[] {
  return listOf(value).map((word) => oneOf(option, word, languageNames));
}

/** A word of a choice. @throws UsageError for another word. */
export function oneOf<T extends string>(option: string, word: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === word);
  if (found !== undefined) return found;
  throw new UsageError(`--${option} '${word}' is unknown${didYouMean(word, choices, `use ${choices.join(', ')}`)}`, 2);
}

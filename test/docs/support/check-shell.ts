import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findCommand } from '../../../src/cli/commands';
import { TypeSafeApiProject } from '../../../src/project/type-safe-api-project';
import { repository } from '../../architecture/source-files';
import { emptyFolder } from '../../project/synthesize';
import type { Page, Snippet } from './markdown';
import { commandLineOptions } from './project-options';

/** Programs that are not ours; what follows them is not looked at. */
const others = new Set([
  'cat',
  'cd',
  'cdk',
  'curl',
  'git',
  'mkdir',
  'node',
  'npm',
  'nx',
  'open',
  'pnpm',
  'tsx',
  'yarn',
]);

/** Words before the command that is meant: `npx`, `pnpm exec`, `yarn dlx`. */
const runners = /^(?:npx|pnpm (?:exec|dlx)|yarn(?: dlx| exec)?) (?:--yes )?(?=projen|type-safe-api|nx|cdk|tsx)/;

/** Environment variables of one command. */
const variables = /^(?:[A-Z_]+=\S+ )+/;

/** Options of `projen` and `projen new` themselves. */
const ofProjen = ['comments', 'debug', 'from', 'git', 'help', 'post', 'synth', 'watch'];

/** Looks up the commands, tasks, scripts and options that the shell lines of pages name. Gives those that do not exist. */
export function checkShell(pages: readonly Page[]): string[] {
  const tasks = projenTasks();
  return pages.flatMap((page) => {
    const names: Names = { tasks, scripts: scriptsOf(page) };
    const commands = page.snippets.filter(({ language }) => language === 'sh').flatMap(commandsOf);
    return commands.flatMap(({ line, words }) =>
      checkCommand(words, names).map((problem) => `${page.file}:${line} ${problem}`),
    );
  });
}

/** What there is in a workspace. */
interface Names {
  readonly tasks: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
}

/** The tasks of a workspace. */
function projenTasks(): ReadonlySet<string> {
  const project = new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder() });
  return new Set(project.tasks.all.map(({ name }) => name));
}

interface ShellCommand {
  readonly line: number;
  readonly words: readonly string[];
}

function commandsOf({ text, line }: Snippet): ShellCommand[] {
  return text.split('\n').flatMap((source, index) =>
    withoutComment(source)
      .split(/ (?:&&|\|\|?) /)
      .map((command) => command.trim().replace(variables, '').replace(runners, ''))
      .filter((command) => command !== '')
      .map((command) => ({ line: line + index, words: command.split(/\s+/) })),
  );
}

function withoutComment(source: string): string {
  return source.replace(/(?:^|\s)#.*$/, '');
}

function checkCommand([program = '', ...args]: readonly string[], { tasks, scripts }: Names): string[] {
  if (program === 'type-safe-api') return checkTool(args);
  if (program === 'projen') return checkProjen(args, tasks);
  if (program === 'npm' && (args[0] === 'run' || args[0] === 'test')) return checkScript(args, scripts);
  return others.has(program) ? [] : [`'${program}' is not a program that the guide uses`];
}

function checkTool([name = '', ...args]: readonly string[]): string[] {
  if (name.startsWith('-')) return checkOptions([name, ...args], ['--help', '--version']);
  const command = findCommand(name);
  if (command === undefined) return [`there is no command 'type-safe-api ${name}'`];
  return checkOptions(args, [...command.options.map(([option]) => option.split(' ')[0] ?? ''), '--help']);
}

function checkProjen([task, ...args]: readonly string[], tasks: ReadonlySet<string>): string[] {
  if (task === 'new') {
    const flags = [...ofProjen, ...commandLineOptions()].flatMap((name) => [`--${name}`, `--no-${name}`]);
    return checkOptions(args, flags);
  }
  if (task !== undefined && !tasks.has(task)) return [`there is no task 'projen ${task}'`];
  return task === 'dev' ? checkTool(['dev', ...args]) : [];
}

function checkScript([word = '', name = word, ...rest]: readonly string[], scripts: ReadonlySet<string>): string[] {
  const script = word === 'test' ? 'test' : name;
  const isElsewhere = [name, ...rest].includes('--workspace');
  return isElsewhere || scripts.has(script) ? [] : [`there is no script '${script}'`];
}

/** The scripts that a page may name: for the README those of this repository, for others those of the `package.json` that they show. */
function scriptsOf({ file, snippets }: Page): ReadonlySet<string> {
  const shown = snippets.filter(({ language, text }) => language === 'json' && text.includes('"scripts"'));
  const own = file === 'README.md' ? [readFileSync(path.join(repository, 'package.json'), 'utf8')] : [];
  const manifests = [...own, ...shown.map(({ text }) => text)].map((text) => JSON.parse(text) as Manifest);
  return new Set(manifests.flatMap(({ scripts = {} }) => Object.keys(scripts)));
}

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
}

function checkOptions(args: readonly string[], known: readonly string[]): string[] {
  const options = args.map((arg) => arg.split('=')[0] ?? '').filter((option) => /^--./.test(option));
  return options.filter((option) => !known.includes(option)).map((option) => `there is no option '${option}'`);
}

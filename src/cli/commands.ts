/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** What it does, in half a line. */
  readonly summary: string;
  /** After its name. */
  readonly usage: string;
  /** Its options, each with what it does. */
  readonly options: readonly (readonly [option: string, meaning: string])[];
  /** What else is good to know, and examples. */
  readonly details: readonly string[];
  /** Loads what runs it; nothing of a command is loaded before that. */
  readonly load: () => (args: readonly string[]) => Promise<void>;
}

/** Every command. Adding one is a file in commands/ and an entry here. */
const commands: readonly Command[] = [
  {
    name: 'generate',
    summary: 'generate the packages of an API from its model',
    usage: '[--model FILE --output DIR] [options]',
    options: [
      ['--model FILE', 'the OpenAPI document, 3.0 or 3.1, YAML or JSON'],
      ['--output DIR', 'the folder of the API; packages go into folders of it'],
      ['--name NAME', 'the name of the API, with which names of packages start (default: the name of DIR)'],
      ['--runtime LANG,…', 'types, validation, client and handler wrappers: typescript'],
      ['--handlers LANG,…', 'a stub and a test for each operation with this language in x-handler: typescript'],
      ['--infrastructure LANG', 'CDK constructs: typescript, python or java'],
      ['--documentation FORMAT,…', 'documentation: html'],
      ['--library LIBRARY,…', 'client libraries (none yet)'],
      [
        '--java-package PACKAGE',
        'the Java package of what is generated in Java (default: com.example and the name of the API)',
      ],
      ['--no-mock-data', 'infrastructure without data of mocks: whoever mocks a response gives its body'],
      ['--mock-locale LOCALE', 'where people and places of mocks are from: en (the default), de, es or fr'],
      ['--mock-max-array-length N', 'how many items lists of mocks have where the model leaves it open (default: 3)'],
      ['--mock-seed N', 'another seed gives other mocks (default: 1337)'],
      ['--timings', 'print how long each phase took'],
      ['--force', 'generate even if nothing changed since the last run'],
    ],
    details: [
      "Without --model, reads what to generate from .projen/type-safe-api.json of the working directory (TypeSafeApiProject's).",
      'Generated files are overwritten. Handlers, tests and package.json files are yours: created once, never changed.',
      'If the model has an error, nothing is written.',
      '',
      'Example: type-safe-api generate --model api.yaml --output . --runtime typescript',
    ],
    load: () => (require('./commands/generate') as typeof import('./commands/generate')).generate,
  },
  {
    name: 'check',
    summary: 'report everything that is wrong with a model',
    usage: '[--model FILE] [options]',
    options: [
      ['--model FILE', 'the OpenAPI document, 3.0 or 3.1, YAML or JSON'],
      ['--format text|json', 'text for people (the default), on standard error; json for programs, on standard output'],
    ],
    details: [
      'Reports errors, warnings, and what API Gateway does not enforce and the handler does.',
      'Without --model, checks the model that .projen/type-safe-api.json of the working directory names.',
    ],
    load: () => (require('./commands/check') as typeof import('./commands/check')).check,
  },
  {
    name: 'build',
    summary: 'run the build steps of a workspace that are not up to date',
    usage: '[options]',
    options: [
      ['--package DIR', 'only the steps of one package, such as generated/runtime/typescript'],
      ['--step NAME,…', "only these steps, or kinds of steps, such as 'bundle'"],
      ['--force', 'run steps that are up to date, too'],
    ],
    details: ['Runs in the folder of an API that projen manages.'],
    load: () => (require('./commands/build') as typeof import('./commands/build')).build,
  },
  {
    name: 'dev',
    summary: 'serve the API on this machine, with the model and the handlers watched',
    usage: '[options]',
    options: [
      ['--port PORT', 'the port to listen on (default: 3000)'],
      ['--no-watch', 'serve what is there, without watching for changes'],
      ['--format text|json', 'text for people (the default), or a line of JSON for each event'],
    ],
    details: ['Runs in the folder of an API that projen manages, until Ctrl-C.'],
    load: () => (require('./commands/dev') as typeof import('./commands/dev')).dev,
  },
  {
    name: 'bundle',
    summary: 'bundle the handlers of a package with esbuild, one small file for each operation',
    usage: '[DIR]',
    options: [['DIR', 'the folder of the package (default: the working directory)']],
    details: [],
    load: () => (require('./commands/bundle') as typeof import('./commands/bundle')).bundle,
  },
  {
    name: 'install',
    summary: 'install what Python and Java need, for the CDK app and for handlers: packages of pip, artifacts of Maven',
    usage: '',
    options: [],
    details: [
      'Runs in the folder of an API that projen manages, after each install of its npm packages; what is there is left alone.',
      'Where Python or a JDK is missing it says so, and does not fail: builds do.',
    ],
    load: () => (require('./commands/install') as typeof import('./commands/install')).install,
  },
  {
    name: 'app',
    summary: "run the CDK app of an API with its own Python or Java, for the 'app' of cdk.json",
    usage: '',
    options: [],
    details: [
      'Runs in the folder of the app or above it. What the app cannot run without is installed and compiled first.',
    ],
    load: () => (require('./commands/app') as typeof import('./commands/app')).app,
  },
];

const byName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));

/** A command by its name. */
export function findCommand(name: string): Command | undefined {
  return byName.get(name);
}

/** The names of all commands. */
export function commandNames(): readonly string[] {
  return [...byName.keys()];
}

/** What there is. */
export function mainHelp(): string {
  return [
    'One API model, in step everywhere: clients, Lambda handlers, API Gateway infrastructure, mocks and documentation.',
    '',
    'Usage: type-safe-api COMMAND [options]',
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...table([
      ['--help', "this text, or after a command the command's options"],
      ['--version', 'the version of this tool'],
    ]),
    '',
    'Exit codes: 0 done, 1 the input is at fault, 2 wrong usage.',
  ].join('\n');
}

/** The options of one command. */
export function commandHelp({ name, summary, usage, options, details }: Command): string {
  return [
    `type-safe-api ${name}: ${summary}`,
    '',
    `Usage: type-safe-api ${name} ${usage}`,
    '',
    ...(options.length === 0 ? [] : ['Options:', ...table(options)]),
    ...(details.length === 0 ? [] : ['', ...details]),
  ].join('\n');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Project, SampleDir, SampleFile } from 'projen';
import { javaPackageNames } from '../shared/java-packages';
import { folders, packageNames } from '../shared/packages';
import { pythonPackageNames } from '../shared/python-packages';
import { type LanguageName, languageNames } from '../shared/workspace';
import { typescriptFolders } from './build-steps';
import type { Choices } from './choices';
import { type Host, toolPath } from './host';
import type { Infrastructure } from './infrastructure';
import type { TypeSafeApiProjectOptions } from './options';

const assets = path.join(__dirname, '../../assets/workspace');

/** What a sample is made out to. */
export interface SampleNames {
  readonly name: string;
  readonly title?: string | undefined;
  readonly javaPackage?: string | undefined;
  /** The language of the handler of the sample; TypeScript if absent. */
  readonly handler?: LanguageName;
  /** The command line of this package, relative to the app. */
  readonly tool?: string;
}

/** Starts an API with a model and an app, where there are none. They are the user's from then on. */
export function addSampleCode(
  api: Project,
  host: Host,
  { app, sample }: Infrastructure,
  { handlers }: Choices,
  { model, javaPackage }: TypeSafeApiProjectOptions,
): void {
  const title = model?.options?.openapi?.title;
  const handler = handlers[0] ?? 'typescript';
  const names: SampleNames = { name: api.name, title, javaPackage, handler, tool: `../${toolPath(host)}` };
  const folder = `${typescriptFolders.model}/src`;
  const files = readdirSync(path.join(assets, folder)).map((file) => [file, readSample(`${folder}/${file}`, names)]);
  new SampleDir(api, folder, { files: Object.fromEntries(files) });
  if (app === undefined) return;
  addApp(api, new Map(Object.entries(sample).map(([file, asset]) => [file, readSample(asset, names)])));
}

/** Where an app was written before, by whatever names, there is no sample of one. */
function addApp(api: Project, files: ReadonlyMap<string, string>): void {
  const isNew = !existsSync(path.join(api.outdir, folders.app, 'cdk.json'));
  const sources = `${folders.app}/src/`;
  for (const [file, contents] of files) {
    if (file.startsWith(sources)) {
      new SampleDir(api, sources, { files: { [file.slice(sources.length)]: contents } });
    } else if (isNew || file.endsWith('cdk.json')) {
      new SampleFile(api, file, { contents });
    }
  }
}

/** A file of the sample, made out to an API. */
export function readSample(file: string, names: SampleNames): string {
  const { name, title = toTitle(name), javaPackage, handler = 'typescript', tool = '' } = names;
  const npm = packageNames(name);
  const python = pythonPackageNames(name);
  const java = javaPackageNames(name, javaPackage);
  return readFileSync(path.join(assets, file), 'utf8')
    .replaceAll('workspace-name-typescript-infra', npm.infrastructure)
    .replaceAll('workspace-name-typescript-runtime', npm.runtime)
    .replace(
      'A Lambda function in TypeScript answers: handlers/typescript/src/say-hello.ts',
      sampleHandlers(names)[handler],
    )
    .replace('x-handler: { language: typescript }', `x-handler: { language: ${handler} }`)
    .replaceAll('workspace_name_python_infra', python.module)
    .replaceAll('workspace_name_python_runtime', python.runtimeModule)
    .replaceAll('workspace-name-python-runtime', python.runtime)
    .replaceAll('com.example.workspace.infra', java.package)
    .replaceAll('com.example.workspace.runtime', java.runtimePackage)
    .replaceAll('com.example.workspace.app', java.appPackage)
    .replaceAll('type-safe-api-project/lib/cli/main.js', tool)
    .replaceAll('workspace-name', name)
    .replaceAll('WorkspaceTitle', title)
    .replaceAll('WorkspaceName', toTitle(name).replaceAll(/[^A-Za-z0-9]/g, ''));
}

/** What the sample model says of its handler. */
function sampleHandlers({ name, javaPackage }: SampleNames): Readonly<Record<LanguageName, string>> {
  const folder = javaPackageNames(name, javaPackage).handlersPackage.replaceAll('.', '/');
  const { handlersModule } = pythonPackageNames(name);
  return {
    typescript: 'A Lambda function in TypeScript answers: handlers/typescript/src/say-hello.ts',
    python: `A Lambda function in Python answers: handlers/python/${handlersModule}/say_hello.py`,
    java: `A Lambda function in Java answers: handlers/java/src/main/java/${folder}/SayHelloHandler.java`,
  };
}

/** What a workspace consists of, as its README tells it. */
export interface ReadmeSubject extends SampleNames {
  readonly app: boolean;
  readonly language: LanguageName;
  readonly runtime: readonly LanguageName[];
  readonly handlers: readonly LanguageName[];
}

/**
 * The README of a workspace. In the asset, lines that are only for some workspaces end with a mark of when they are, of which all must hold:
 * `with app`, `without app`, a language of the infrastructure, or `runtime`, `handlers`, `uses`, `not` or `calls` with a language. What is used is
 * what has an environment, and the call of an example is in one language.
 */
export function readReadme(subject: ReadmeSubject): string {
  const { app, language, runtime, handlers } = subject;
  const uses = (each: LanguageName) => handlers.includes(each) || (app && language === each);
  const holds = new Set<string>([app ? 'with app' : 'without app', language]);
  for (const each of runtime) holds.add(`runtime ${each}`);
  for (const each of handlers) holds.add(`handlers ${each}`);
  for (const each of languageNames) holds.add(`${uses(each) ? 'uses' : 'not'} ${each}`);
  holds.add(`calls ${runtime.includes('typescript') ? 'typescript' : (runtime[0] ?? 'typescript')}`);
  const lines = readSample('README.md', { ...subject, handler: subject.handlers[0] ?? 'typescript' }).split('\n');
  return lines
    .flatMap((line) => {
      const [, text = line, mark] = /^(.*?) *<!-- ([a-z ,]+) -->$/.exec(line) ?? [];
      return mark === undefined || mark.split(', ').every((word) => holds.has(word)) ? [text] : [];
    })
    .join('\n');
}

/** `pet-shop` is `Pet Shop`; a scope says whose it is, not what. */
function toTitle(name: string): string {
  const words = name.replace(/^@[^/]+\//, '').split(/[^\p{L}\p{N}]+/u);
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return title.trim() || 'Api';
}

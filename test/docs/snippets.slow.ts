import { rmSync } from 'node:fs';
import path from 'node:path';
import { removeFolders } from '../project/synthesize';
import { describeJava, describePython, java, python } from '../support/toolchains';
import { checkJava } from './support/check-java';
import { checkJson, checkYaml } from './support/check-model';
import { checkPython } from './support/check-python';
import { checkShell } from './support/check-shell';
import { checkTypeScript } from './support/check-typescript';
import { type Page, readPages, toPage } from './support/markdown';
import { temporaryFolder } from './support/workspace';

jest.setTimeout(300_000);

const pages = readPages();

let directory: string;

beforeEach(() => {
  directory = temporaryFolder();
});

afterEach(() => {
  rmSync(directory, { recursive: true });
  removeFolders();
});

describe('the snippets of the guide', () => {
  test('in TypeScript compile under strict', () => expect(checkTypeScript(pages, directory)).toEqual([]));
  test('in YAML are models without errors, or parts of them', () => expect(checkYaml(pages, directory)).toEqual([]));
  test('in JSON parse', () => expect(checkJson(pages)).toEqual([]));
  test('of the shell name what there is', () => expect(checkShell(pages)).toEqual([]));

  test('are in languages that are checked', () => {
    const languages = new Set(pages.flatMap(({ snippets }) => snippets.map(({ language }) => language)));
    expect([...languages].sort()).toEqual(['java', 'json', 'python', 'sh', 'text', 'ts', 'yaml']);
  });
});

// In the same run as all pages there is one with an error: it is found, and is the only one.
describePython('the snippets of the guide', () => {
  test('in Python are clean for mypy --strict', async () => {
    const line = 'response: int = MockIntegrations.say_hello_200()';
    const all = [...pages, ...broken('python', 'from pets_python_infra import MockIntegrations', '', line)];
    expect(checkPython(all, directory, await python())).toEqual([
      expect.stringMatching(/^docs\/broken\.md:6 error: Incompatible types in assignment/),
    ]);
  });
});

describeJava('the snippets of the guide', () => {
  test('in Java compile without a warning', async () => {
    const line = 'String response = MockIntegrations.sayHello200();';
    const all = [...pages, ...broken('java', 'import com.example.pets.infra.MockIntegrations;', '', line)];
    expect(checkJava(all, directory, await java())).toEqual([
      expect.stringMatching(/^docs\/broken\.md:6 error: incompatible types/),
    ]);
  });
});

describe('a snippet that is wrong is found, with its place', () => {
  test('TypeScript', () => {
    const page = broken('ts', "import { Response } from 'pets-typescript-runtime';", 'Response.success({}).status;');
    expect(checkTypeScript(page, directory)).toEqual([
      expect.stringMatching(/^docs\/broken\.md:5 TS2339: Property 'status' does not exist/),
    ]);
  });

  test('a model', () => {
    const info = 'info: { title: T, version: 1.0.0 }';
    const page = broken('yaml', 'openapi: 3.1.0', info, 'paths: { /a: { get: { responses: { "20": {} } } } }');
    expect(checkYaml(page, path.join(directory, 'models'))).toEqual([
      expect.stringMatching(/^docs\/broken\.md:4 [\s\S]*error invalid-status/),
    ]);
  });

  test('JSON', () => expect(checkJson(broken('json', '{'))).toEqual([expect.stringMatching(/^docs\/broken\.md:4 /)]));

  test.each([
    ['npx type-safe-api generat', "there is no command 'type-safe-api generat'"],
    ['npx type-safe-api check --modle a.yaml', "there is no option '--modle'"],
    ['npx projen biuld', "there is no task 'projen biuld'"],
    ['npx projen dev --prot 1', "there is no option '--prot'"],
    ['npx projen new --from x --packag-manager npm', "there is no option '--packag-manager'"],
    ['npm run tyr', "there is no script 'tyr'"],
  ])('%s', (line, problem) => expect(checkShell(broken('sh', line))).toEqual([`docs/broken.md:4 ${problem}`]));
});

/** A page with one block. */
function broken(language: string, ...lines: readonly string[]): Page[] {
  const text = ['# A page', '', `\`\`\`${language}`, ...lines, '```', ''].join('\n');
  return [toPage('docs/broken.md', text)];
}

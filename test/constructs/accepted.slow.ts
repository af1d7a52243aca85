import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { lintTemplates } from '../support/cfn-lint';
import { describePython, type PythonToolchain, python } from '../support/toolchains';
import { acceptedApps } from './accepted-apps';
import { largeApp } from './accepted-large';
import { resolvedBodies, type Template } from './resolved-bodies';

const run = promisify(execFile);

jest.setTimeout(300_000);

/** What moto says of a document that was imported. */
interface Imported {
  readonly error?: string;
  readonly methods?: Readonly<Record<string, { readonly type?: string; readonly statuses: readonly string[] }>>;
}

describePython('what is synthesized', () => {
  let tools: PythonToolchain;
  let directory: string;
  let templates: ReadonlyMap<string, Template>;
  let large: ReturnType<typeof largeApp>;

  beforeAll(async () => {
    tools = await python();
    directory = mkdtempSync(path.join(tmpdir(), 'accepted-'));
    large = largeApp();
    templates = new Map([...acceptedApps(), ['large', large.template]]);
    for (const [name, template] of templates) {
      writeFileSync(path.join(directory, `${name}.template.json`), JSON.stringify(template));
    }
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  test('has no errors for cfn-lint', async () => {
    const files = [...templates.keys()].map((name) => path.join(directory, `${name}.template.json`));
    const broken = path.join(directory, 'broken.template.json');
    writeFileSync(
      broken,
      JSON.stringify({
        Resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api', Bdy: {} } } },
      }),
    );
    expect(await lintTemplates(tools, [...files, broken])).toEqual([
      expect.stringContaining("broken.template.json: Additional properties are not allowed ('Bdy'"),
    ]);
  });

  test("is imported by another implementation of API Gateway's import", async () => {
    const inline = [...templates].flatMap(([name, template]) => [...resolvedBodies(template, name)]);
    const documents = [...inline, ['large-from-s3', large.document] as const];
    const files = documents.map(([name, document]) => {
      const file = path.join(directory, `${name}.json`);
      writeFileSync(file, JSON.stringify(document));
      return file;
    });
    const broken = path.join(directory, 'broken.json');
    writeFileSync(broken, JSON.stringify({ openapi: '3.0.3', paths: {} }));
    const imported = await importDocuments(tools, [...files, broken]);
    expect(imported.broken?.error).toContain("'info' is a required property");
    for (const [name, { paths }] of documents) {
      const { error, methods = {} } = imported[name] ?? {};
      expect([name, error]).toEqual([name, undefined]);
      const expected = Object.entries(paths).flatMap(([route, item]) =>
        Object.entries(item).map(([method, operation]) => [
          `${method.toUpperCase()} ${route.replace('+}', '}')}`,
          {
            type: operation['x-amazon-apigateway-integration'].type,
            statuses: Object.keys(operation.responses).sort(),
          },
        ]),
      );
      expect(methods).toMatchObject(Object.fromEntries(expected));
    }
  });
});

async function importDocuments(
  tools: PythonToolchain,
  files: readonly string[],
): Promise<Readonly<Record<string, Imported>>> {
  const script = path.join(__dirname, 'import_rest_api.py');
  const { stdout } = await run(tools.bin('python'), [script, ...files], { maxBuffer: 1e9 });
  return JSON.parse(stdout);
}

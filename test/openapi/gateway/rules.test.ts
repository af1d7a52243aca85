import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkedFormats } from '../../../src/openapi/gateway/checked-formats';
import { measureGatewayDocument } from '../../../src/openapi/gateway/derive';
import { rules } from '../../../src/openapi/gateway/rules';
import type { JsonObject } from '../../../src/shared/json';
import { describeKind } from '../../docs/support/diagnostics';
import { derive, documentOf } from './derive';

const folder = path.join(__dirname, '../../../src/openapi/gateway/rules');
const diagnostics = path.join(__dirname, '../../diagnostics');

test('every file of a rule is in the list', () => {
  const files = readdirSync(folder).filter((name) => !['index.ts', 'rule.ts', 'parameter-schema.ts'].includes(name));
  const imported = [...readFileSync(path.join(folder, 'index.ts'), 'utf8').matchAll(/from '\.\/(.+?)'/g)];
  expect(imported.map(([, name]) => `${name}.ts`).filter((name) => name !== 'rule.ts')).toEqual(files);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules).toHaveLength(files.length);
});

test('no two rules convert the same keyword', () => {
  const keywords = rules.flatMap((rule) => Object.keys(rule.keywords ?? {}));
  expect(keywords).toHaveLength(new Set(keywords).size);
});

const said = readdirSync(diagnostics)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(path.join(diagnostics, name), 'utf8'))
  .join('\n');

const limits = rules.flatMap((rule) => Object.values(rule.diagnostics ?? {}).map(describeKind));

test.each(
  limits
    .filter(({ code }) => code !== 'gateway-limit')
    .map((kind) => [`${kind.severity} ${kind.code}: ${kind.message}`]),
)('%s is shown in test/diagnostics', (line) => {
  const pattern = line.split(/'?‹.*?›'?/).map((part) => part.replace(/[^\w\s]/g, '\\$&'));
  expect(said).toMatch(new RegExp(pattern.join('.+')));
});

describe('limits are told with numbers', () => {
  const operation = { responses: { 204: { description: '' } } };

  test('of resources', () => {
    const paths = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`/a${index}/b`, { get: operation }]));
    // The root, and two for each path.
    expect(messagesOf({ ...documentOf('/', 'get', {}), paths })).toEqual([
      expect.stringMatching(/^the API has 301 resources .+ the quota of an account is 300;/),
    ]);
    const { '/a0/b': _, ...fewer } = paths;
    expect(messagesOf({ ...documentOf('/', 'get', {}), paths: { ...fewer, '/a1': { get: operation } } })).toEqual([]);
  });

  test('of models and of the document', () => {
    const properties = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`property${index}`, {}]));
    const schema = { type: 'object', properties };
    const requestBody = { required: true, content: { 'application/json': { schema } } };
    const post = (count: number): JsonObject => {
      const paths = Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`/${index}`, { post: { ...operation, requestBody } }]),
      );
      return { ...documentOf('/', 'get', {}), paths };
    };
    expect(messagesOf(post(10))).toEqual([]);
    expect(messagesOf(post(30))).toEqual([
      expect.stringMatching(/^the models of request bodies are [67]\d\d KB, .+ 400 KB/),
    ]);
    expect(messagesOf(post(290))).toEqual([
      expect.stringContaining('the models of request bodies are'),
      expect.stringMatching(/^the document for API Gateway is [6-9],\d\d\d KB .+ at most 6,144 KB/),
    ]);
  });
});

function messagesOf(document: JsonObject): string[] {
  const { document: derived, diagnostics } = derive(document);
  expect(diagnostics).toEqual([]);
  return measureGatewayDocument(derived, (pointer) => ({ file: '', pointer })).map(({ message }) => message);
}

test('the formats that handlers check are known, because schemas with them are not exact in API Gateway', () => {
  const file = path.join(__dirname, '../../../src/codegen/languages/typescript/validators/values.ts');
  const checked = [...readFileSync(file, 'utf8').matchAll(/^ {2}\['([\w-]+)', 'is\w+'\],$/gm)].map(([, name]) => name);
  expect(checked.sort()).toEqual([...checkedFormats].sort());
});

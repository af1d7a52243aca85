import { mockRequests } from '../../../src/codegen/mocks/mock-requests';
import { mockedContent, mockResponses } from '../../../src/codegen/mocks/mock-responses';
import type { Json } from '../../../src/shared/json';
import { read } from '../../support/model-files';
import { type ReadSpec, readGalaxy, readGitHub, readSpec, readSpecs } from '../../support/read-spec';
import { oracleOf } from './oracle';

/** What Ajv says of each mock with a JSON body. */
function violations({ document, service }: ReadSpec, everyNth = 1): string[] {
  const oracle = oracleOf(document, 'response');
  const { responses, diagnostics } = mockResponses(service);
  const warned = new Set(diagnostics.map(({ place }) => place.pointer));
  const found: string[] = [];
  for (const [index, operation] of service.operations.entries()) {
    if (index % everyNth !== 0) continue;
    for (const response of operation.responses) {
      const content = mockedContent(response);
      const mock = responses[operation.id]?.[String(response.status)];
      if (content?.kind !== 'json' || warned.has(content.pointer)) continue;
      const fault = oracle(`${content.pointer}/schema`, mock?.body);
      if (fault !== undefined) found.push(`${operation.id} ${response.status}: ${fault}`);
    }
  }
  return found;
}

/** What Ajv says of the JSON body of each request. */
function requestViolations({ document, service }: ReadSpec, everyNth = 1): string[] {
  const oracle = oracleOf(document, 'request');
  const requests = mockRequests(service);
  return service.operations.flatMap((operation, index) => {
    const content = operation.body?.contents.find(({ kind }) => kind === 'json');
    const body = index % everyNth === 0 && content !== undefined ? requests.body(operation) : undefined;
    const fault = body === undefined ? undefined : oracle(`${content?.pointer}/schema`, body);
    return fault === undefined ? [] : [`${operation.id}: ${fault}`];
  });
}

const specs = readSpecs();

test.each([...specs.keys()])('Ajv finds no fault with the mocks of %s', (name) => {
  const spec = specs.get(name);
  expect(spec === undefined ? [name] : [...violations(spec), ...requestViolations(spec)]).toEqual([]);
  expect(spec === undefined ? [] : mockResponses(spec.service).diagnostics).toEqual([]);
});

test('Ajv finds no fault with the mocks of the galaxy', () => {
  const galaxy = readGalaxy();
  expect([...violations(galaxy), ...requestViolations(galaxy)]).toEqual([]);
});

describe('of the API of GitHub', () => {
  const gitHub = readGitHub();

  test('Ajv finds no fault with every twentieth operation', () => {
    expect([...violations(gitHub, 20), ...requestViolations(gitHub, 20)]).toEqual([]);
  });

  test('all but a few mocks are valid', () => {
    expect(mockResponses(gitHub.service).diagnostics.length).toBeLessThan(5);
  });

  test('no mock is larger than what a template has room for', () => {
    const { responses } = mockResponses(gitHub.service);
    const sizes = Object.values(responses).flatMap((ofOperation) =>
      Object.values(ofOperation).map((mock) => JSON.stringify(mock).length),
    );
    expect(Math.max(...sizes)).toBeLessThan(120_000);
  });
});

test('the same seed gives the same mocks, another one others', () => {
  const all = [...specs.values()].map(({ service }) => mockResponses(service));
  expect([...specs.values()].map(({ service }) => mockResponses(service, { seed: 1337 }))).toEqual(all);
  expect([...specs.values()].map(({ service }) => mockResponses(service, { seed: 1 }))).not.toEqual(all);
});

test('an operation more leaves the mocks of the others as they are', () => {
  const { service } = readGalaxy();
  const [first, ...rest] = service.operations;
  const before = mockResponses({ ...service, operations: rest }).responses;
  const { [first?.id ?? '']: _, ...others } = mockResponses(service).responses;
  expect(others).toEqual(before);
});

test.each<[string, Json]>([
  ['text-plain-response', { '200': { mediaType: 'text/plain', body: expect.any(String) as never } }],
  ['no-content-response', { '204': {} }],
])('%s', (name, want) => {
  const spec = readSpec(`${name}.yaml`);
  const [mocks] = Object.values(spec === undefined ? {} : mockResponses(spec.service).responses);
  expect(mocks).toMatchObject(want as object);
});

test('requests leave out what is only read', () => {
  const spec = readSpec('read-only-write-only.yaml');
  const operation = spec?.service.operations.find(({ body }) => body !== undefined);
  if (spec === undefined || operation === undefined) throw new Error('the spec has no operation with a body');
  expect(mockRequests(spec.service).body(operation)).toEqual({ password: expect.any(String) });
});

test.each<[what: string, mediaType: string, media: object, want: string]>([
  [
    'an event of JSON',
    'text/event-stream',
    { schema: { type: 'object' }, example: { data: { a: 1 } } },
    'data: {"a":1}\n\n',
  ],
  ['an event of text', 'text/event-stream', { example: { data: 'a\nb', id: '1' } }, 'id: 1\ndata: a\ndata: b\n\n'],
  ['a line of JSON', 'application/jsonl', { schema: { type: 'integer' }, example: 1 }, '1\n'],
  ['data and nothing else', 'text/event-stream', { schema: { const: 1 } }, 'data: 1\n\n'],
  ['a JSON text', 'application/json-seq', { itemSchema: { type: 'integer' }, example: 1 }, '\u001e1\n'],
])('the mock of a stream is one item, as it is sent: %s', (_, mediaType, media, want) => {
  const { service } = read({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: {
      '/a': { get: { operationId: 'get', responses: { '200': { description: '', content: { [mediaType]: media } } } } },
    },
  });
  expect(mockResponses(service).responses.get?.['200']).toMatchObject({ mediaType, body: want });
});

import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { mockRequests } from '../../../src/codegen/mocks/mock-requests';
import { type MockOptions, mockResponses } from '../../../src/codegen/mocks/mock-responses';
import type { Service } from '../../../src/codegen/model/service';
import { readService } from '../../../src/codegen/read';
import { loadModel, type ModelDocument } from '../../../src/openapi';
import { Diagnostics } from '../../../src/shared/diagnostics';
import type { Json } from '../../../src/shared/json';
import { schemas30, schemas31Whole } from '../../support/arbitrary-schemas';
import { writeFiles } from '../../support/model-files';
import { oracleOf } from './oracle';
import { satisfiableSchemas, type Version } from './satisfiable-schemas';

type Schemas = Readonly<Record<string, Json>>;

const versions = [['3.0.3'], ['3.1.0']] as const;
const directory = writeFiles({});
/** Schemas of one seed, so that the tests do not depend on luck; others are looked at with `SEED=2 RUNS=1000`. */
const settings = { numRuns: Number(process.env.RUNS ?? 50), seed: Number(process.env.SEED ?? 1) };

afterAll(() => rmSync(directory, { recursive: true }));

/** A document with an operation for each schema, which takes it and answers with it. */
function documentOf(schemas: Schemas, openapi: Version): object {
  const operations = Object.keys(schemas).map((name) => {
    const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
    const responses = { '200': { description: '', content } };
    return [`/${name}`, { post: { operationId: `post${name}`, requestBody: { content }, responses } }];
  });
  const info = { title: 'Drawn', version: '1' };
  return { openapi, info, paths: Object.fromEntries(operations), components: { schemas } };
}

interface Drawn {
  readonly document: ModelDocument;
  readonly service: Service;
}

/** The service of drawn schemas; nothing when the reader refuses one. */
function read(schemas: Schemas, version: Version): Drawn | undefined {
  writeFileSync(path.join(directory, 'api.json'), JSON.stringify(documentOf(schemas, version)));
  const diagnostics = new Diagnostics();
  const document = loadModel('api.json', { cwd: directory, diagnostics });
  if (document === undefined) return undefined;
  const service = readService(document, diagnostics);
  return diagnostics.hasErrors ? undefined : { document, service };
}

/** What is wrong with the mocks of a service, and which operations got none that is valid. */
function judge({ document, service }: Drawn, options: MockOptions = {}) {
  const { responses, diagnostics } = mockResponses(service, options);
  const requests = mockRequests(service);
  const pointers = new Set(diagnostics.map(({ place }) => place.pointer));
  const ofResponse = oracleOf(document, 'response');
  const ofRequest = oracleOf(document, 'request');
  const faults: string[] = [];
  const without: string[] = [];
  for (const operation of service.operations) {
    const [response] = operation.responses;
    const pointer = response?.contents[0]?.pointer ?? '';
    const mock = responses[operation.id]?.['200']?.body;
    const fault = ofResponse(`${pointer}/schema`, mock);
    const body = requests.body(operation);
    const sent = body === undefined ? undefined : ofRequest(`${pointer}/schema`, body);
    if (pointers.has(pointer)) without.push(operation.id);
    else if (fault !== undefined) faults.push(`${operation.id} answers ${JSON.stringify(mock)}: ${fault}`);
    if (sent !== undefined) faults.push(`${operation.id} is sent ${JSON.stringify(body)}: ${sent}`);
    if (body === undefined && !pointers.has(pointer)) without.push(`the request of ${operation.id}`);
  }
  return { faults, without };
}

test.each(versions)('OpenAPI %s: what allows something has a mock, and it is valid', (version) => {
  const property = fc.property(satisfiableSchemas(version), (schemas) => {
    const drawn = read(schemas, version);
    expect(drawn).toBeDefined();
    if (drawn !== undefined) expect(judge(drawn)).toEqual({ faults: [], without: [] });
  });
  fc.assert(property, settings);
});

test.each([
  ['3.0.3', schemas30],
  ['3.1.0', schemas31Whole],
] as const)('OpenAPI %s: whatever the schema, a mock is valid or there is a warning', (version, schema) => {
  let valid = 0;
  const property = fc.property(schema, schema, schema, fc.integer({ min: 0 }), (A, B, C, seed) => {
    const drawn = read({ A, B, C }, version);
    if (drawn === undefined) return;
    const { faults, without } = judge(drawn, { seed });
    expect(faults).toEqual([]);
    valid += 3 - without.length;
  });
  fc.assert(property, settings);
  // Most schemas drawn blindly allow nothing; what counts is that some do allow something.
  expect(valid).toBeGreaterThan(settings.numRuns / 2);
});

test.each(versions)('OpenAPI %s: mocks depend on their schema and on the seed, and on nothing else', (version) => {
  const property = fc.property(satisfiableSchemas(version), fc.integer({ min: 0 }), (schemas, seed) => {
    const mocksOf = (given: Schemas) => {
      const drawn = read(given, version);
      return drawn && mockResponses(drawn.service, { seed }).responses;
    };
    const before = mocksOf(schemas);
    expect(mocksOf(schemas)).toEqual(before);
    const more = {
      Aside: { type: 'string' },
      ...schemas,
      Zebra: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
    };
    expect(mocksOf(more)).toMatchObject(before ?? {});
  });
  fc.assert(property, settings);
});

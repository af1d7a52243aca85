import type { Content } from '../../../src/codegen/model/service';
import { plainEvent } from '../../../src/codegen/model/streams';
import { read } from '../../support/model-files';

const text = { type: 'string' };
const pet = { $ref: '#/components/schemas/Pet' };
const petShape = { kind: 'reference', target: 'Pet' } as const;

/** The one content of a response, and what is said of it. */
function contentOf(mediaType: string, media: object, status = '200') {
  const { service, said } = read({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: { '/a': { get: { responses: { [status]: { description: '', content: { [mediaType]: media } } } } } },
    components: { schemas: { Pet: { type: 'object', properties: { id: text } } } },
  });
  const content = service.operations[0]?.responses[0]?.contents[0] as Content;
  return { kind: content.kind, shape: content.shape, eventData: content.eventData, said };
}

const event = (data: object, rest: object = {}) => ({
  type: 'object',
  required: ['data'],
  properties: { data, ...rest },
});

test.each<[what: string, mediaType: string, media: object, want: object]>([
  ['the data of events', 'text/event-stream', { schema: pet }, { shape: plainEvent(petShape), eventData: 'json' }],
  [
    'data that is text',
    'text/event-stream',
    { schema: text },
    { shape: plainEvent({ kind: 'string' }), eventData: 'text' },
  ],
  [
    'events of which nothing is said',
    'text/event-stream',
    {},
    { shape: plainEvent({ kind: 'string' }), eventData: 'text' },
  ],
  ['lines', 'application/jsonl; charset=utf-8', { schema: pet }, { kind: 'json-lines', shape: petShape }],
  [
    'an array of lines',
    'application/x-ndjson',
    { schema: { type: 'array', items: pet } },
    { kind: 'json-lines', shape: petShape },
  ],
  ['items of OpenAPI 3.2', 'application/json-seq', { itemSchema: pet }, { kind: 'json-sequence', shape: petShape }],
  ['items of which nothing is said', 'application/jsonl', {}, { kind: 'json-lines', shape: { kind: 'any' } }],
])('the shape of a stream is that of an item: %s', (_, mediaType, media, want) => {
  expect(contentOf(mediaType, media)).toMatchObject({ said: [], ...want });
});

test('an event of OpenAPI 3.2 is described whole, with the JSON that its data holds', () => {
  const data = { ...text, contentMediaType: 'application/json', contentSchema: pet };
  const { shape, eventData, said } = contentOf('text/event-stream', {
    itemSchema: event(data, { event: { const: 'a' } }),
  });
  expect(said).toEqual([]);
  expect(eventData).toBe('json');
  expect(shape).toMatchObject({
    kind: 'structure',
    members: [
      { name: 'data', required: true, shape: petShape },
      { name: 'event', required: false, shape: { kind: 'enum', values: ['a'] } },
    ],
  });
});

test('events of several kinds', () => {
  const kinds = [event(pet, { event: { const: 'a' } }), event({ type: 'integer' }, { event: { const: 'b' } })];
  const { shape, eventData } = contentOf('text/event-stream', { itemSchema: { oneOf: kinds } });
  expect(eventData).toBe('json');
  expect(shape).toMatchObject({ kind: 'union', mode: 'one', members: [{ kind: 'structure' }, { kind: 'structure' }] });
});

test('events of which some have text and some have JSON are all JSON, which is said', () => {
  const { eventData, said } = contentOf('text/event-stream', { itemSchema: { oneOf: [event(text), event(pet)] } });
  expect(eventData).toBe('json');
  expect(said.join()).toContain('mixed-event-data');
});

test.each([
  ['an error', '400', 'text/event-stream', 'text'],
  ['a media type like any other', '200', 'text/plain', 'text'],
  ['JSON', '200', 'application/json', 'json'],
])('%s is no stream', (_, status, mediaType, kind) => {
  expect(contentOf(mediaType, { schema: text }, status)).toMatchObject({ kind, eventData: undefined });
});

test('a response that is one of success and one of an error is read as each', () => {
  const { service } = read({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: {
      '/a': {
        get: {
          responses: { '200': { $ref: '#/components/responses/R' }, '500': { $ref: '#/components/responses/R' } },
        },
      },
    },
    components: { responses: { R: { description: '', content: { 'text/event-stream': { schema: text } } } } },
  });
  expect(service.operations[0]?.responses.map(({ contents }) => contents[0]?.kind)).toEqual(['events', 'text']);
});

import { renamings } from '../../../../src/codegen/languages/java/renamings';
import { read } from '../../../support/model-files';

/** What is told of an API: where, what is meant, what it is called, and why. */
function told(schemas: object, operation: object = {}): string[] {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
  const { service } = read({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {
      '/things': { get: { operationId: 'getThing', responses: { 200: { description: 'OK', content } }, ...operation } },
    },
    components: { schemas },
  });
  return [...renamings(service)].map(({ pointer, kind, wanted, instead, holder }) => {
    const place = pointer.replace('/components/schemas', '').replace('/paths/~1things/get', '');
    return `${place}: ${kind} ${wanted} -> ${instead}, ${holder}`;
  });
}

const text = { type: 'string' };

test.each<[string, { thing: object; want: readonly string[] }]>([
  [
    'a reserved word',
    { thing: { class: text }, want: ['/Thing/properties/class: member class -> class_, a reserved word'] },
  ],
  [
    'a method of objects',
    {
      thing: { hashCode: text, toBuilder: text },
      want: [
        '/Thing/properties/hashCode: member hashCode -> hashCode_, a method of every object or builder',
        '/Thing/properties/toBuilder: member toBuilder -> toBuilder_, a method of every object or builder',
      ],
    },
  ],
  [
    'what another member is called',
    {
      thing: { 'a/b': text, aB: text, a_b: text },
      want: [
        "/Thing/properties/a~1b: member aB -> aB_, what the member 'aB' is called",
        "/Thing/properties/a_b: member aB -> aB_2, what the member 'aB' is called",
      ],
    },
  ],
  [
    'what holds the members that the model does not name',
    {
      thing: { additionalProperties: text },
      want: [
        '/Thing/properties/additionalProperties: member additionalProperties -> additionalProperties_, what holds all other members',
      ],
    },
  ],
  [
    'no identifier',
    {
      thing: { '1st': text, '%': text },
      want: [
        '/Thing/properties/1st: member 1st -> _1st, no identifier',
        '/Thing/properties/%: member % -> member, no identifier',
      ],
    },
  ],
  ['what it is within the rules of Java', { thing: { 'nick-name': text, Kind: text, $ref_: text }, want: [] }],
  [
    'within members, items and other schemas',
    {
      thing: {
        owner: { type: 'object', properties: { new: text } },
        list: { type: 'array', items: { type: 'object', properties: { for: text } } },
        both: { allOf: [{ $ref: '#/components/schemas/Part' }, { type: 'object', properties: { if: text } }] },
      },
      want: [
        '/Thing/properties/owner/properties/new: member new -> new_, a reserved word',
        '/Thing/properties/list/items/properties/for: member for -> for_, a reserved word',
        '/Part/properties/try: member try -> try_, a reserved word',
        '/Thing/properties/both: member if -> if_, a reserved word',
      ],
    },
  ],
])('a member whose name is %s', (_, { thing, want }) => {
  const Part = { type: 'object', properties: { try: text } };
  const Thing = { type: 'object', properties: thing };
  const isUsed = JSON.stringify(thing).includes('Part');
  expect(told({ Thing, ...(isUsed ? { Part } : {}) }).sort()).toEqual([...want].sort());
});

test('parameters, methods and classes', () => {
  const parameters = ['class', 'a-b', 'a_b'].map((name) => ({ name, in: 'query', schema: text }));
  const properties = { a: text };
  const thing = { type: 'object', properties };
  expect(told({ Thing: thing, thing, Object: thing }, { operationId: 'create', parameters })).toEqual([
    ': operation create -> create_, a method of every object or builder',
    '/parameters/0: parameter class -> class_, a reserved word',
    "/parameters/2: parameter aB -> aB_, what the parameter 'a-b' is called",
    "/thing: schema Thing -> ThingModel, what the schema 'Thing' is called",
    '/Object: schema Object -> ObjectModel, a class of Java or of the runtime',
  ]);
});

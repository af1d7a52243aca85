import type { Json } from '../../../src/shared/json';

/** A part of OpenAPI or JSON Schema, by a model that has it. */
export interface Feature {
  /** In Markdown. */
  readonly name: string;
  /** The type that is shown: `Probe` is the schema of that name, others are those of the operation `probe`. */
  readonly shows: string;
  /** The members of the operation, and the schema `Probe`. */
  readonly operation?: Readonly<Record<string, Json>>;
  readonly schema?: Json;
  /** Members in which specs that show the feature have something, such as `style: matrix`. */
  readonly found: RegExp;
}

const schema = (name: string, value: Json, found: RegExp): Feature => ({ name, shows: 'Probe', schema: value, found });
const keyword = (name: string, value: Json): Feature => schema(`\`${name}\``, value, new RegExp(`"${name}":`));

const text = { type: 'string' };
const integer = { type: 'integer' };
const thing = { type: 'object', required: ['a'], properties: { a: text } };
const other = { type: 'object', required: ['b'], properties: { b: integer } };
const self = { $ref: '#/components/schemas/Probe' };

const schemas: readonly Feature[] = [
  schema('`type: string` with a `format`', { type: 'string', format: 'date-time' }, /"format":"date-time"/),
  schema('`type: integer`, `number`', integer, /"type":"(integer|number)"/),
  schema('`int64`', { type: 'integer', format: 'int64' }, /"format":"int64"/),
  schema(
    '`int64` with `x-int64: bigint`',
    { type: 'integer', format: 'int64', 'x-int64': 'bigint' },
    /"x-int64":"bigint"/,
  ),
  schema('`type: boolean`', { type: 'boolean' }, /"type":"boolean"/),
  schema('`nullable`', { type: 'string', nullable: true }, /"nullable":/),
  schema('a list of types', { type: ['string', 'null'] }, /"type":\[/),
  keyword('enum', { type: 'string', enum: ['a', 'b'] }),
  schema('`enum` of numbers', { type: 'integer', enum: [1, 2] }, /"enum":\[-?\d/),
  schema('`enum` of booleans', { type: 'boolean', enum: [true] }, /"enum":\[(true|false)/),
  schema('`enum` with null', { nullable: true, type: 'string', enum: ['a', null] }, /"enum":\[[^\]]*null/),
  keyword('const', { const: 'a' }),
  keyword('properties', thing),
  schema('required names that are not declared', { type: 'object', required: ['a'] }, /"required":\["/),
  schema('`additionalProperties: false`', { ...thing, additionalProperties: false }, /"additionalProperties":false/),
  schema('maps', { type: 'object', additionalProperties: integer }, /"additionalProperties":\{/),
  schema('maps beside properties', { ...thing, additionalProperties: text }, /"additionalProperties":\{/),
  keyword('patternProperties', { type: 'object', patternProperties: { '^x': text } }),
  keyword('propertyNames', { type: 'object', propertyNames: { pattern: '^x' } }),
  keyword('minProperties', { type: 'object', minProperties: 1 }),
  keyword('dependentRequired', { ...thing, dependentRequired: { a: ['b'] } }),
  keyword('dependentSchemas', { ...thing, dependentSchemas: { a: other } }),
  keyword('items', { type: 'array', items: text }),
  keyword('minItems', { type: 'array', items: text, minItems: 1, maxItems: 9 }),
  keyword('uniqueItems', { type: 'array', items: text, uniqueItems: true }),
  keyword('prefixItems', { type: 'array', prefixItems: [text, integer], items: false }),
  keyword('contains', { type: 'array', contains: text, minContains: 2 }),
  keyword('minLength', { type: 'string', minLength: 1, maxLength: 9 }),
  keyword('pattern', { type: 'string', pattern: '^[a-z]+$' }),
  schema('a `pattern` with look-behind', { type: 'string', pattern: '(?<=a)b' }, /"pattern":"[^"]*\(\?<=/),
  keyword('minimum', { type: 'integer', minimum: 1, maximum: 9 }),
  schema(
    '`exclusiveMinimum`, a flag',
    { type: 'integer', minimum: 1, exclusiveMinimum: true },
    /"exclusiveMinimum":true/,
  ),
  schema('`exclusiveMinimum`, a number', { type: 'integer', exclusiveMinimum: 1 }, /"exclusiveMinimum":\d/),
  keyword('multipleOf', { type: 'integer', multipleOf: 5 }),
  keyword('allOf', { allOf: [thing, other] }),
  keyword('anyOf', { anyOf: [thing, other] }),
  keyword('oneOf', { oneOf: [text, integer] }),
  keyword('not', { not: text }),
  keyword('if', { if: thing, else: other }),
  keyword('unevaluatedProperties', { allOf: [thing], unevaluatedProperties: false }),
  keyword('unevaluatedItems', { type: 'array', prefixItems: [text], unevaluatedItems: false }),
  schema('members of a type that refer to it', { type: 'object', properties: { next: self } }, /"\$ref":/),
  schema('siblings of `$ref`', { properties: { a: { ...self, description: 'A' } } }, /"\$ref":"[^"]*",|,"\$ref"/),
  keyword('$defs', { $defs: { a: text }, properties: { a: { $ref: '#/components/schemas/Probe/$defs/a' } } }),
  keyword('$dynamicRef', { properties: { a: { $dynamicRef: '#a' } } }),
  keyword('readOnly', { type: 'object', required: ['a'], properties: { a: { ...text, readOnly: true } } }),
  keyword('writeOnly', { type: 'object', required: ['a'], properties: { a: { ...text, writeOnly: true } } }),
  keyword('default', { type: 'object', properties: { a: { type: 'string', default: 'b' } } }),
  schema('a schema that is `true`', true, /"schema":true/),
  schema('no type at all', {}, /"schema":\{\}/),
  keyword('xml', { ...thing, xml: { name: 'thing' } }),
];

const parameter = (place: string, style: string, value: Json, explode = false): Feature => {
  const members: Record<string, Json> = { name: 'p', in: place, style, explode, schema: value };
  const parameters: Json[] = [{ ...members, required: place === 'path' }];
  return {
    name: `\`${style}\` in ${place}, ${JSON.stringify(value).includes('array') ? 'a list' : 'an object'}${explode ? ', exploded' : ''}`,
    shows: 'ProbeRequestParameters',
    operation: { parameters },
    found: new RegExp(`"style":"${style}"`),
  };
};
const list = { type: 'array', items: text };

const parameters: readonly Feature[] = [
  ...['simple', 'label', 'matrix'].flatMap((style) => [
    parameter('path', style, list),
    parameter('path', style, thing, true),
  ]),
  ...['form', 'spaceDelimited', 'pipeDelimited'].map((style) => parameter('query', style, list)),
  parameter('query', 'form', list, true),
  parameter('query', 'deepObject', thing, true),
  parameter('header', 'simple', list),
  parameter('cookie', 'form', list),
  {
    name: '`content` of a parameter',
    shows: 'ProbeRequestParameters',
    operation: { parameters: [{ name: 'p', in: 'query', content: { 'application/json': { schema: thing } } }] },
    found: /"in":"\w+"[^[\]]*"content":/,
  },
  {
    name: '`allowReserved`',
    shows: 'ProbeRequestParameters',
    operation: { parameters: [{ name: 'p', in: 'query', allowReserved: true, schema: text }] },
    found: /"allowReserved":true/,
  },
];

const body = (mediaType: string, value: Json, more: Readonly<Record<string, Json>> = {}): Feature => ({
  name: `a request of \`${mediaType}\``,
  shows: 'ProbeRequestBody',
  operation: { requestBody: { required: true, content: { [mediaType]: { schema: value, ...more } } } },
  found: new RegExp(`"requestBody":.*"${mediaType.replace(/[+*/]/g, '\\$&')}`),
});
const response = (name: string, declared: Readonly<Record<string, Json>>, found: RegExp, status = '200'): Feature => ({
  name,
  shows: `Probe${status}OperationResponse`,
  operation: { responses: declared },
  found,
});
const content = (mediaType: string, value: Json) => ({
  description: 'OK',
  content: { [mediaType]: { schema: value } },
});

const bodies: readonly Feature[] = [
  body('application/json', thing),
  body('application/problem+json', thing),
  body('application/json; charset=utf-8', thing),
  body('text/plain', text),
  body('application/xml', thing),
  body('application/x-www-form-urlencoded', thing),
  body('multipart/form-data', { type: 'object', properties: { file: { type: 'string', format: 'binary' } } }),
  body('application/octet-stream', { type: 'string', format: 'binary' }),
  body('image/*', { type: 'string', format: 'binary' }),
  response('`204`, without a body', { '204': { description: 'OK' } }, /"204":/, '204'),
  response(
    '`4XX`',
    { '200': content('application/json', thing), '4XX': content('application/json', other) },
    /"[1-5]XX":/,
    '4XX',
  ),
  response(
    '`default`',
    { '200': content('application/json', thing), default: content('application/json', other) },
    /"default":\{"(description|\$ref)"/,
    'Default',
  ),
  response('a response of `text/event-stream`', { '200': content('text/event-stream', {}) }, /"text\/event-stream"/),
  response('a response of `application/jsonl`', { '200': content('application/jsonl', thing) }, /"application\/jsonl"/),
  response('a response of `multipart/mixed`', { '200': content('multipart/mixed', thing) }, /"multipart\/mixed"/),
  response('headers', { '200': { description: 'OK', headers: { 'X-Total': { schema: integer } } } }, /"headers":\{/),
  response('links', { '200': { description: 'OK', links: { next: { operationId: 'probe' } } } }, /"links":/),
  { name: '`callbacks`', shows: 'nothing', operation: { callbacks: {} }, found: /"callbacks":/ },
  {
    name: '`servers` of an operation',
    shows: 'nothing',
    operation: { servers: [{ url: 'https://a.example' }] },
    found: /"servers":/,
  },
  { name: '`security`', shows: 'nothing', operation: { security: [{ key: [] }] }, found: /"security":/ },
];

/** The features by the names of their tables. */
export const features: ReadonlyMap<string, readonly Feature[]> = new Map([
  ['features of schemas', schemas],
  ['features of parameters', parameters],
  ['features of bodies and operations', bodies],
]);

import { type OpenApiVersion, problems } from '../../openapi';
import { escapeToken } from '../../shared/json-pointer';
import type { ReadContext } from './context';
import type { SpecNode } from './spec-node';

/** The types of JSON Schema. */
export const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;
export type JsonType = (typeof types)[number];

/** The keywords that say something of values of one type only. */
export const keywordsOf = {
  string: ['minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'patternProperties', 'additionalProperties', 'minProperties', 'maxProperties'],
} as const satisfies Partial<Record<JsonType, readonly string[]>>;

/** Keywords of 2020-12 that 3.0 does not have. */
const subschemaKeywords = [
  'if',
  'then',
  'else',
  'dependentSchemas',
  'patternProperties',
  'propertyNames',
  'contains',
  'minContains',
  'maxContains',
  'unevaluatedItems',
  'unevaluatedProperties',
] as const;

/** Keywords that change what is valid, or where references point, in ways that the generated code cannot follow. */
const unsupported: Readonly<Record<string, string>> = {
  dependencies: "use 'dependentRequired' or 'dependentSchemas' of OpenAPI 3.1",
  additionalItems: "use 'prefixItems' and 'items' of OpenAPI 3.1",
  $recursiveRef: "use '$ref'",
  $recursiveAnchor: "use '$ref' with a pointer",
};

const only31: Readonly<Record<string, string>> = {
  prefixItems: 'it is of OpenAPI 3.1; change the version of the document',
  const: "it is of OpenAPI 3.1; use 'enum' with one value, or change the version of the document",
  $dynamicRef: "it is of OpenAPI 3.1; use '$ref', or change the version of the document",
  $defs: "it is of OpenAPI 3.1; move the schemas to 'components', or change the version of the document",
  ...Object.fromEntries(
    [...subschemaKeywords, 'dependentRequired'].map((keyword) => [
      keyword,
      'it is of OpenAPI 3.1; change the version of the document',
    ]),
  ),
};

const only30: Readonly<Record<string, string>> = {
  nullable: "it is of OpenAPI 3.0; in 3.1 write type: [string, 'null'], or one of oneOf as type: 'null'",
};

/** What keywords are about, a bit each. A schema has few keywords, so that most of what it could have need not be looked for. */
export const about = {
  string: 1,
  number: 2,
  array: 4,
  object: 8,
  format: 16,
  type: 32,
  enum: 64,
  reference: 128,
  definitions: 256,
  allOf: 512,
  applicator: 1024,
  unevaluated: 2048,
  annotation: 4096,
} as const;

/** A schema, and what its keywords are about. */
export interface SchemaNode extends SpecNode {
  /** Bits of {@link about}. */
  readonly about: number;
}

/** Keywords that are read, by what they are about. */
const read: Readonly<Record<keyof typeof about, readonly string[]>> = {
  ...keywordsOf,
  format: ['format', 'x-int64', 'contentEncoding', 'contentMediaType'],
  type: ['type'],
  enum: ['enum', 'const'],
  reference: ['$ref', '$dynamicRef'],
  definitions: ['$defs'],
  allOf: ['allOf'],
  applicator: [
    ...['oneOf', 'anyOf', 'not', 'discriminator'],
    ...['propertyNames', 'contains', 'if', 'dependentSchemas', 'dependentRequired'],
  ],
  unevaluated: ['unevaluatedProperties', 'unevaluatedItems'],
  annotation: ['title', 'description', 'deprecated', 'readOnly', 'writeOnly', 'default', 'example', 'examples'],
};

/** Keywords that are read with others, and those that explain and never change what is valid. */
const beside = [
  ...['then', 'else', 'minContains', 'maxContains', 'nullable'],
  ...['$schema', '$id', 'id', '$anchor', '$dynamicAnchor', '$comment', '$vocabulary', 'definitions'],
  ...['xml', 'externalDocs', 'contentSchema'],
];

const known: ReadonlyMap<string, number> = new Map([
  ...beside.map((keyword) => [keyword, 0] as const),
  ...(Object.keys(about) as (keyof typeof about)[]).flatMap((group) =>
    read[group].map((keyword) => [keyword, about[group]] as const),
  ),
]);

/** Finds out what a schema says something about. Refuses the keywords that would be dropped in silence otherwise. */
export function readKeywords(context: ReadContext, { pointer, value }: SpecNode): SchemaNode {
  const { version } = context.document;
  let bits = 0;
  for (const keyword of Object.keys(value)) {
    const bit = known.get(keyword);
    if (bit !== undefined) bits |= bit;
    const remedy = remedyFor(keyword, version);
    if (remedy !== undefined) context.report(problems.unsupportedKeyword, `${pointer}/${keyword}`, { keyword, remedy });
    else if (bit === undefined && !keyword.startsWith('x-')) {
      const place = `${pointer}/${escapeToken(keyword)}`;
      context.report(problems.unknownKeyword, place, { keyword, known: known.keys() });
    }
  }
  return { pointer, value, about: bits };
}

/** Keywords that are refused: in every version, in 3.0 and in 3.1. */
const refused: Readonly<Record<OpenApiVersion, ReadonlyMap<string, string>>> = {
  '3.0': new Map(Object.entries({ ...only31, ...unsupported })),
  '3.1': new Map(Object.entries({ ...only30, ...unsupported })),
};

function remedyFor(keyword: string, version: OpenApiVersion): string | undefined {
  return refused[version].get(keyword);
}

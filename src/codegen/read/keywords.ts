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

/** Keywords that are read, and those that explain and never change what is valid. */
const known: ReadonlySet<string> = new Set([
  ...Object.values(keywordsOf).flat(),
  ...[
    'type',
    'format',
    'enum',
    'const',
    '$ref',
    'allOf',
    'oneOf',
    'anyOf',
    'not',
    'discriminator',
    'nullable',
    '$defs',
    ...subschemaKeywords,
    'dependentRequired',
  ],
  ...['title', 'description', 'deprecated', 'readOnly', 'writeOnly', 'default', 'example', 'examples'],
  ...[
    '$schema',
    '$id',
    'id',
    '$anchor',
    '$dynamicRef',
    '$dynamicAnchor',
    '$comment',
    '$vocabulary',
    'definitions',
    'xml',
    'externalDocs',
  ],
  ...['contentEncoding', 'contentMediaType', 'contentSchema'],
]);

/** Refuses the keywords of a schema that would be dropped in silence otherwise. */
export function checkKeywords(context: ReadContext, { pointer, value }: SpecNode): void {
  for (const keyword of Object.keys(value)) {
    const remedy = remedyFor(keyword, context.document.version);
    if (remedy !== undefined) context.report(problems.unsupportedKeyword, `${pointer}/${keyword}`, { keyword, remedy });
    else if (!known.has(keyword) && !keyword.startsWith('x-')) {
      context.report(problems.unknownKeyword, `${pointer}/${escapeToken(keyword)}`, { keyword, known });
    }
  }
}

function remedyFor(keyword: string, version: OpenApiVersion): string | undefined {
  const ofVersion = version === '3.0' ? only31 : only30;
  if (Object.hasOwn(unsupported, keyword)) return unsupported[keyword];
  return Object.hasOwn(ofVersion, keyword) ? ofVersion[keyword] : undefined;
}

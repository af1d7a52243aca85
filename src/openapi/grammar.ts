/**
 * The objects of OpenAPI, as far as references can stand in them: what a field holds, and so what is a reference and what only looks like
 * one (`$ref` in an example is data). Fields that are not listed hold data.
 * @see https://spec.openapis.org/oas/v3.1.0#schema
 */
export type NodeType = keyof typeof rules;

/** An object with named fields, a map from names to one type, or a list of one type. */
export type Rule =
  | { readonly fields: Readonly<Record<string, NodeType>> }
  | { readonly values: NodeType; readonly extensible?: boolean }
  | { readonly items: NodeType };

/** The rule of a type. */
export function ruleOf(type: NodeType): Rule {
  return rules[type];
}

/** The type of a child of a node, or undefined when it is data. */
export function childType(type: NodeType, key: string): NodeType | undefined {
  const rule = ruleOf(type);
  if ('items' in rule) return rule.items;
  if ('values' in rule) return rule.extensible && key.startsWith('x-') ? undefined : rule.values;
  return Object.hasOwn(rule.fields, key) ? rule.fields[key] : undefined;
}

const rules = {
  document: { fields: { paths: 'paths', webhooks: 'pathItems', components: 'components' } },
  components: {
    fields: {
      schemas: 'schemas',
      responses: 'responses',
      parameters: 'parameters',
      examples: 'examples',
      requestBodies: 'requestBodies',
      headers: 'headers',
      securitySchemes: 'securitySchemes',
      links: 'links',
      callbacks: 'callbacks',
      pathItems: 'pathItems',
    },
  },
  paths: { values: 'pathItem', extensible: true },
  pathItems: { values: 'pathItem' },
  pathItem: {
    fields: {
      get: 'operation',
      put: 'operation',
      post: 'operation',
      delete: 'operation',
      options: 'operation',
      head: 'operation',
      patch: 'operation',
      trace: 'operation',
      'x-amazon-apigateway-any-method': 'operation',
      parameters: 'parameterList',
    },
  },
  operation: {
    fields: { parameters: 'parameterList', requestBody: 'requestBody', responses: 'responses', callbacks: 'callbacks' },
  },
  parameterList: { items: 'parameter' },
  parameters: { values: 'parameter' },
  parameter: { fields: { schema: 'schema', content: 'contents', examples: 'examples' } },
  requestBodies: { values: 'requestBody' },
  requestBody: { fields: { content: 'contents' } },
  responses: { values: 'response', extensible: true },
  response: { fields: { headers: 'headers', content: 'contents', links: 'links' } },
  headers: { values: 'header' },
  header: { fields: { schema: 'schema', content: 'contents', examples: 'examples' } },
  contents: { values: 'mediaType' },
  mediaType: { fields: { schema: 'schema', examples: 'examples', encoding: 'encodings' } },
  encodings: { values: 'encoding' },
  encoding: { fields: { headers: 'headers' } },
  examples: { values: 'example' },
  example: { fields: {} },
  links: { values: 'link' },
  link: { fields: {} },
  callbacks: { values: 'callback' },
  callback: { values: 'pathItem', extensible: true },
  securitySchemes: { values: 'securityScheme' },
  securityScheme: { fields: {} },
  schemas: { values: 'schema' },
  schemaList: { items: 'schema' },
  schema: {
    fields: {
      allOf: 'schemaList',
      oneOf: 'schemaList',
      anyOf: 'schemaList',
      prefixItems: 'schemaList',
      properties: 'schemas',
      patternProperties: 'schemas',
      dependentSchemas: 'schemas',
      $defs: 'schemas',
      definitions: 'schemas',
      not: 'schema',
      if: 'schema',
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: 'schema',
      else: 'schema',
      items: 'schema',
      contains: 'schema',
      propertyNames: 'schema',
      additionalProperties: 'schema',
      unevaluatedItems: 'schema',
      unevaluatedProperties: 'schema',
      contentSchema: 'schema',
    },
  },
} as const satisfies Record<string, { fields: object } | { values: string; extensible?: boolean } | { items: string }>;

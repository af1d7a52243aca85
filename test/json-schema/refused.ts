/**
 * How many schemas of each file of JSON-Schema-Test-Suite are refused, with a diagnostic at the place: keywords that OpenAPI 3.0 does not have
 * (`additionalItems`, `patternProperties`, `dependencies`, `definitions` in references, lists of `items`), schemas on the network, and
 * references to `$id` and `$anchor` instead of to a place or a file.
 */
export const refused: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  draft4: {
    additionalItems: 10,
    additionalProperties: 2,
    definitions: 1,
    dependencies: 5,
    items: 3,
    patternProperties: 4,
    properties: 1,
    ref: 7,
    refRemote: 8,
    uniqueItems: 4,
  },
  'draft2020-12': {
    anchor: 4,
    defs: 1,
    dynamicRef: 19,
    ref: 15,
    refRemote: 15,
    unevaluatedItems: 1,
    unevaluatedProperties: 1,
  },
};

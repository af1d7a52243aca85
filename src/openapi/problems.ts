import { define } from '../shared/diagnostics';
import { didYouMean } from '../shared/did-you-mean';
import { paginationProblems } from './pagination-problems';

/** Everything that can be wrong with a model, one entry a kind: code, severity, and a message that says what to do. */
export const problems = {
  // Files
  missingModel: define<object>(
    'missing-file',
    'error',
    () => 'the model does not exist; check the path, which is relative to the working directory',
  ),
  missingFile: define<{ file: string }>(
    'missing-file',
    'error',
    ({ file }) => `the file '${file}' does not exist; check the path, which is relative to the file that names it`,
  ),
  unreadableFile: define<{ reason: string }>(
    'unreadable-file',
    'error',
    ({ reason }) => `the file cannot be read (${reason}); check that it is a file and that you may read it`,
  ),
  emptyFile: define<object>(
    'empty-file',
    'error',
    () => `the file is empty; an OpenAPI document starts with a line such as 'openapi: 3.1.0'`,
  ),
  invalidYaml: define<{ line: number; column: number; reason: string }>(
    'invalid-yaml',
    'error',
    ({ line, column, reason }) => `line ${line}, column ${column}: ${reason}; correct the YAML there or just before`,
  ),
  invalidJson: define<{ line: number; column: number; reason: string }>(
    'invalid-json',
    'error',
    ({ line, column, reason }) => `line ${line}, column ${column}: ${reason}; correct the JSON there or just before`,
  ),
  unboundedAlias: define<{ reason: string }>(
    'unbounded-alias',
    'error',
    ({ reason }) => `the YAML aliases (*name) of this file ${reason}; use $ref for what is repeated`,
  ),

  // Documents
  notOpenApi: define<object>(
    'not-openapi',
    'error',
    () => `this is not an OpenAPI document; its first line should be such as 'openapi: 3.1.0'`,
  ),
  swagger2: define<{ version: string }>(
    'swagger-2',
    'error',
    ({ version }) =>
      `Swagger ${version} is not supported; convert the document to OpenAPI 3, for example with 'npx swagger2openapi'`,
  ),
  unsupportedVersion: define<{ version: string }>(
    'unsupported-version',
    'error',
    ({ version }) => `OpenAPI '${version}' is not supported; use 3.0.x or 3.1.x, written as a string such as 3.1.0`,
  ),
  unexpectedType: define<{ what: string; want: string; got: string }>(
    'unexpected-type',
    'error',
    ({ what, want, got }) => `${what} must be ${want}, but is ${got}`,
  ),
  missingField: define<{ what: string; field: string }>(
    'missing-field',
    'error',
    ({ what, field }) => `${what} needs '${field}'; add it`,
  ),

  // References
  unresolvedReference: define<{ ref: string; missing: string; candidates: Iterable<string> }>(
    'unresolved-reference',
    'error',
    ({ ref, missing, candidates }) =>
      `'${ref}' does not exist${didYouMean(missing, candidates, 'check the spelling, or add what it points at')}`,
  ),
  remoteReference: define<{ ref: string }>(
    'remote-reference',
    'error',
    ({ ref }) =>
      `'${ref}' is on the network, where a build does not go; save it beside the model and refer to the file`,
  ),
  anchorReference: define<{ ref: string }>(
    'anchor-reference',
    'error',
    ({ ref }) => `'${ref}' is an anchor, which is not supported; refer by pointer, such as '#/components/schemas/Pet'`,
  ),
  circularReference: define<{ chain: readonly string[] }>(
    'circular-reference',
    'error',
    ({ chain }) =>
      `${chain.join(' → ')} leads back to itself without a property or item in between; define one of them`,
  ),

  // Paths and operations
  invalidPath: define<{ path: string; reason: string }>(
    'invalid-path',
    'error',
    ({ path, reason }) => `the path '${path}' ${reason}`,
  ),
  unsupportedMethod: define<{ method: string }>(
    'unsupported-method',
    'error',
    ({ method }) =>
      `the method '${method}' is not supported; write an operation for each of get, put, post, delete, options, head and patch that is meant`,
  ),
  unknownField: define<{ field: string; what: string; known: Iterable<string> }>(
    'unknown-field',
    'error',
    ({ field, what, known }) =>
      `'${field}' is not a field of ${what}${didYouMean(field, known, "remove it, or start its name with 'x-'")}`,
  ),
  duplicateOperationId: define<{ id: string; other: string }>(
    'duplicate-operation-id',
    'error',
    ({ id, other }) => `the operationId '${id}' is also that of ${other}; give each operation its own`,
  ),
  collidingOperationIds: define<{ identifier: string; other: string; instead: string }>(
    'colliding-operation-ids',
    'warning',
    ({ identifier, other, instead }) =>
      `'${identifier}' is ${other} in code and file names, so this operation is called '${instead}'; give it an operationId that differs in more than case and punctuation`,
  ),
  renamed: define<{ kind: string; wanted: string; holder: string; instead: string; language: string }>(
    'renamed',
    'info',
    ({ kind, wanted, holder, instead, language }) =>
      `'${wanted}' is ${holder} in ${language}, so this ${kind} has '${instead}' there; another name in the model lets you choose`,
  ),
  unusableOperationId: define<{ id: string }>(
    'unusable-operation-id',
    'error',
    ({ id }) => `no identifier can be made of the operationId '${id}'; use one with letters or digits`,
  ),
  invalidHandler: define<{ example: string }>(
    'invalid-handler',
    'error',
    ({ example }) => `'x-handler' must name a language; write 'x-handler: { language: ${example} }'`,
  ),
  unknownHandlerLanguage: define<{ language: string; known: readonly string[] }>(
    'unknown-handler-language',
    'error',
    ({ language, known }) =>
      `'${language}' is not a language of handlers${didYouMean(language, known, `use one of ${known.join(', ')}`)}`,
  ),

  ...paginationProblems,

  handlerNotGenerated: define<{ language: string; generated: readonly string[] }>(
    'handler-not-generated',
    'error',
    ({ language, generated }) =>
      `handlers are generated in ${generated.join(', ')} only; add ${language} to the languages of handlers, or use one of those here`,
  ),
  orphanedHandler: define<object>(
    'orphaned-handler',
    'warning',
    () => 'this file was made for an operation that the model no longer has; move what is of use and delete it',
  ),

  // Parameters
  undeclaredPathParameter: define<{ name: string; path: string }>(
    'undeclared-path-parameter',
    'error',
    ({ name, path }) =>
      `'${path}' has '{${name}}', but no parameter of it is declared; add one with 'name: ${name}, in: path'`,
  ),
  unusedPathParameter: define<{ name: string; path: string; candidates: Iterable<string> }>(
    'unused-path-parameter',
    'error',
    ({ name, path, candidates }) =>
      `the path parameter '${name}' is not in '${path}'${didYouMean(name, candidates, `add '{${name}}' to the path or remove the parameter`)}`,
  ),
  optionalPathParameter: define<{ name: string }>(
    'optional-path-parameter',
    'warning',
    ({ name }) => `the path parameter '${name}' is always required; add 'required: true'`,
  ),
  duplicateParameter: define<{ name: string; location: string }>(
    'duplicate-parameter',
    'error',
    ({ name, location }) => `the ${location} parameter '${name}' is declared twice; remove one`,
  ),
  collidingParameterKeys: define<{ key: string }>(
    'colliding-parameters',
    'error',
    ({ key }) => `another parameter of this operation is called '${key}' in code as well; rename one of them`,
  ),
  renamedParameter: define<{ name: string; key: string; why: string }>(
    'renamed',
    'info',
    ({ name, key, why }) =>
      `${why} is called '${name}' too, so this one is '${key}' in code; nothing changes on the wire`,
  ),
  unknownLocation: define<{ location: string; known: readonly string[] }>(
    'unknown-parameter-location',
    'error',
    ({ location, known }) =>
      `a parameter cannot be in '${location}'${didYouMean(location, known, `use one of ${known.join(', ')}`)}`,
  ),
  unsupportedStyle: define<{ style: string; location: string; allowed: readonly string[] }>(
    'unsupported-parameter-style',
    'error',
    ({ style, location, allowed }) =>
      `the style '${style}' is not one of ${location} parameters; use one of ${allowed.join(', ')}`,
  ),
  unsupportedParameterContent: define<{ mediaType: string }>(
    'unsupported-parameter-content',
    'error',
    ({ mediaType }) => `a parameter cannot be ${mediaType}; use application/json, text/plain, or 'schema'`,
  ),
  ignoredHeader: define<{ name: string }>(
    'ignored-header-parameter',
    'warning',
    ({ name }) =>
      `OpenAPI says that a header parameter called '${name}' is ignored; use 'security' or the media types of 'content'`,
  ),

  // Bodies and responses
  ignoredBody: define<{ method: string }>(
    'ignored-body',
    'warning',
    ({ method }) =>
      `clients cannot send a body with ${method.toUpperCase()}, so it is ignored; use query parameters, or post`,
  ),
  missingResponses: define<object>(
    'missing-responses',
    'error',
    () => "an operation needs at least one response; add one under 'responses'",
  ),
  undeclaredResponses: define<object>(
    'missing-responses',
    'warning',
    () => "nothing is said of responses, so that any status without a body is one; declare them under 'responses'",
  ),
  invalidStatus: define<{ status: string }>(
    'invalid-status',
    'error',
    ({ status }) => `'${status}' is not a status of a response; use 100 to 599, 1XX to 5XX or default`,
  ),
  missingContent: define<{ what: string }>(
    'missing-content',
    'error',
    ({ what }) => `${what} needs a media type under 'content'; add one such as application/json`,
  ),
  invalidMediaType: define<{ mediaType: string }>(
    'invalid-media-type',
    'error',
    ({ mediaType }) => `'${mediaType}' is not a media type; write one such as application/json`,
  ),
  unsupportedContent: define<{ mediaType: string; as: string }>(
    'unsupported-content',
    'warning',
    ({ mediaType, as }) =>
      `bodies of ${mediaType} are passed on as ${as}, here and elsewhere; their schema is not enforced`,
  ),
  bodilessResponse: define<{ what: string }>(
    'bodiless-response',
    'warning',
    ({ what }) => `HTTP has no body in ${what}, so this 'content' has no effect; remove it`,
  ),
  multipartResponse: define<{ mediaType: string }>(
    'multipart-response',
    'error',
    ({ mediaType }) => `responses of ${mediaType} are not supported; use another media type`,
  ),
  unsupportedCharset: define<{ charset: string }>(
    'unsupported-charset',
    'error',
    ({ charset }) => `text is sent as UTF-8, not as '${charset}'; write charset=utf-8, or leave it out`,
  ),
  requiredPartHeader: define<{ name: string }>(
    'unsupported-part-header',
    'error',
    ({ name }) =>
      `the part needs a header '${name}', but clients have no way to send one with a part of a form; make it a field, or optional`,
  ),
  ignoredPartHeader: define<{ name: string }>(
    'ignored-part-header',
    'warning',
    ({ name }) => `clients have no way to send '${name}' with a part of a form, so it is ignored; make it a field`,
  ),
  mixedEventData: define<object>(
    'mixed-event-data',
    'warning',
    () =>
      'the data of some events is text and that of others JSON; to tell them apart all of it is sent as JSON, text in quotes: give every data a schema of strings, or none',
  ),
  unsupportedForm: define<{ mediaType: string }>(
    'unsupported-form',
    'error',
    ({ mediaType }) => `the schema of ${mediaType} must be an object, each property a field; declare 'type: object'`,
  ),

  // Schemas
  unsupportedKeyword: define<{ keyword: string; remedy: string }>(
    'unsupported-keyword',
    'error',
    ({ keyword, remedy }) => `'${keyword}' is not supported; ${remedy}`,
  ),
  unknownKeyword: define<{ keyword: string; known: Iterable<string> }>(
    'unknown-keyword',
    'warning',
    ({ keyword, known }) =>
      `'${keyword}' is not a keyword of schemas and has no effect${didYouMean(keyword, known, "remove it, or start its name with 'x-'")}`,
  ),
  unknownType: define<{ type: string; known: readonly string[] }>(
    'unknown-type',
    'error',
    ({ type, known }) => `'${type}' is not a type${didYouMean(type, known, `use one of ${known.join(', ')}`)}`,
  ),
  impossibleEnumValue: define<{ value: string; types: string }>(
    'impossible-enum-value',
    'warning',
    ({ value, types }) =>
      `the value ${value} can never be valid, because the type is ${types}; correct one of them (text that looks like a number needs quotes in YAML)`,
  ),
  emptyEnum: define<object>(
    'empty-enum',
    'error',
    () => 'no value of this enum is valid; add one that agrees with the type',
  ),
  invalidPattern: define<{ pattern: string; reason: string }>(
    'invalid-pattern',
    'error',
    ({ pattern, reason }) => `'${pattern}' is not a regular expression of ECMAScript (${reason}); correct it`,
  ),
  slowPattern: define<{ pattern: string; reason: string }>(
    'slow-pattern',
    'error',
    ({ pattern, reason }) =>
      `'${pattern}' ${reason}, so that checking a text could take for ever; write it without, or check it in the handler`,
  ),
  emptyComposition: define<{ keyword: string }>(
    'empty-composition',
    'error',
    ({ keyword }) => `'${keyword}' needs at least one schema; add one or remove it`,
  ),
  unknownDiscriminatorTarget: define<{ target: string; candidates: Iterable<string> }>(
    'unknown-discriminator-target',
    'error',
    ({ target, candidates }) =>
      `'${target}' is not one of the schemas listed beside the discriminator${didYouMean(target, candidates, 'list it, or correct the mapping')}`,
  ),
  inlineDiscriminatorMember: define<{ index: number }>(
    'inline-discriminator-member',
    'warning',
    ({ index }) =>
      `member ${index} has no name, so no value of the discriminator can stand for it; move it to components/schemas`,
  ),
  overlappingMembers: define<{ one: string; other: string; property: string }>(
    'overlapping-members',
    'warning',
    ({ one, other, property }) =>
      `a value of ${one} may be one of ${other} as well, and 'oneOf' refuses what is of two members, whatever the discriminator says; require '${property}' in each member, with an enum of values of its own, or use 'anyOf'`,
  ),
  roundedInt64: define<object>(
    'rounded-int64',
    'info',
    () =>
      `an int64 is a number in TypeScript, which rounds what is beyond 2^53, here and elsewhere; add 'x-int64: bigint' if there are such values, or 'x-int64: number' if there are none, here or at the top of the document`,
  ),
  loneDiscriminator: define<object>(
    'lone-discriminator',
    'info',
    () =>
      "a discriminator without 'oneOf' or 'anyOf' beside it has no effect on types; list the alternatives in 'oneOf'",
  ),
} as const;

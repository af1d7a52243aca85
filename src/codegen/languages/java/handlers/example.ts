import { isJsonObject, type Json } from '../../../../shared/json';
import { type Code, code } from '../../../emit/symbol';
import type { ExampleResponse } from '../../../mocks/example-responses';
import type { MockRequest } from '../../../mocks/mock-requests';
import type { Content } from '../../../model/service';
import { isStream, plainEventData } from '../../../model/streams';
import type { JavaModels } from '../runtime/models';
import { imported, supportClass } from '../runtime/models/symbols';
import { type NamedOperation, nested, type RuntimeContext } from '../runtime/operation-context';
import { headersName, mediaTypeNames, type OperationNames, responseName } from '../runtime/operation-names';
import { parameterNames } from '../runtime/operation-types';
import { call } from '../source';
import { type LiteralContext, literalOf } from './literal';

/** A response that the stub of a handler returns, as code. */
export interface ResponseCode {
  readonly status: number;
  /** An expression. */
  readonly code: Code;
}

/** The first of some examples that can stand in the code. */
export function responseCode(
  examples: Iterable<ExampleResponse>,
  names: OperationNames,
  models: JavaModels,
): ResponseCode | undefined {
  for (const example of examples) {
    const args = argumentsOf(example, names, models);
    if (!args.every((each) => each !== undefined)) continue;
    return { status: example.status, code: call(code`${responseName(names, example.response)}.of`, args, code``, 4) };
  }
  return undefined;
}

/** What a response is made of: a status of a range, the body, the headers of the model. */
function argumentsOf(example: ExampleResponse, names: OperationNames, models: JavaModels): (Code | undefined)[] {
  const { response, status, content, body } = example;
  const value =
    content === undefined || body === undefined ? undefined : bodyOf(content, body, { models, direction: 'response' });
  const type = code`${responseName(names, response)}Body`;
  return [
    ...(typeof response.status === 'number' ? [] : [code`${String(status)}`]),
    ...(content === undefined ? [] : [inMediaType(value, content, response.contents, type)]),
    ...(example.headers.length === 0 ? [] : [headersOf(example, names, models)]),
  ];
}

/** A body as it is, or in the record of its media type where there are several. */
function inMediaType(
  value: Code | undefined,
  { mediaType }: Content,
  contents: readonly Content[],
  type: Code,
): Code | undefined {
  if (value === undefined || contents.length === 1) return value;
  const record = mediaTypeNames(contents.map((each) => each.mediaType)).get(mediaType) ?? '';
  return call(code`new ${type}.${record}`, [value], code``, 8);
}

function headersOf({ response, headers }: ExampleResponse, names: OperationNames, models: JavaModels) {
  const args = response.headers.map((header) => {
    const found = headers.find((each) => each.header === header);
    return found === undefined ? code`null` : literalOf(found.value, header.shape, { models, direction: 'response' });
  });
  if (!args.every((each) => each !== undefined)) return undefined;
  return call(code`new ${headersName(names, response)}`, args, code``, 8);
}

/** A body; of a stream, a list of its one item. */
function bodyOf(content: Content, body: Json, context: LiteralContext): Code | undefined {
  if (!isStream(content)) return literalOf(body, content.shape, context);
  const data = content.kind === 'events' ? plainEventData(content.shape) : undefined;
  if (data === undefined) {
    const item = literalOf(body, content.shape, context);
    return item && code`${imported.list}.of(${item})`;
  }
  const text = isJsonObject(body) && body.data !== undefined ? literalOf(body.data, data, context) : undefined;
  return text && code`${imported.list}.of(${supportClass('ServerSentEvent', context.models.packages)}.of(${text}))`;
}

/** What a test gives to an operation, as calls on a builder; nothing where it cannot stand in the code. */
export function inputCode(
  named: NamedOperation,
  request: MockRequest,
  runtime: RuntimeContext,
): readonly Code[] | undefined {
  const { operation, names: own } = named;
  const { parameters, body } = operation;
  const { models } = runtime;
  const context = { models, direction: 'request' } as const;
  const names = parameterNames(operation);
  const calls = parameters
    .filter(({ required }) => required)
    .map(({ key, shape }) => {
      const value = request.parameters[key];
      const printed = value === undefined ? undefined : literalOf(value, shape, context);
      return printed && code`.${names.get(key) ?? key}(${printed})`;
    });
  if (!calls.every((each) => each !== undefined)) return undefined;
  const contents = body?.required === true ? body.contents : [];
  const [content] = contents;
  if (content === undefined) return calls;
  const type = nested(`${own.type}RequestBody`, named, runtime);
  for (const value of request.bodies) {
    const printed = inMediaType(bodyOf(content, value, context), content, contents, type);
    if (printed !== undefined) return [...calls, code`.body(${printed})`];
  }
  return undefined;
}

import { isJsonObject } from '../../../../shared/json';
import { type Code, code } from '../../../emit/symbol';
import type { ExampleResponse } from '../../../mocks/example-responses';
import type { MockRequest } from '../../../mocks/mock-requests';
import type { Operation } from '../../../model/service';
import { isStream, plainEventData } from '../../../model/streams';
import type { JavaModels } from '../runtime/models';
import { imported, supportClass } from '../runtime/models/symbols';
import { type OperationNames, responseName } from '../runtime/operation-names';
import { parameterNames } from '../runtime/operation-types';
import { call } from '../source';
import { literalOf } from './literal';

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
    const { response, status, headers } = example;
    // Bodies of several media types, and headers of the model, have types of their own: they are left to people.
    if (response.contents.length > 1 || headers.length > 0) continue;
    const body = bodyOf(example, models);
    if (example.body !== undefined && body === undefined) continue;
    const ranged = typeof response.status === 'number' ? [] : [code`${String(status)}`];
    const args = [...ranged, ...(body === undefined ? [] : [body])];
    return { status, code: call(code`${responseName(names, response)}.of`, args, code``, 4) };
  }
  return undefined;
}

function bodyOf({ content, body }: ExampleResponse, models: JavaModels): Code | undefined {
  if (content === undefined || body === undefined) return undefined;
  const context = { models, direction: 'response' } as const;
  if (!isStream(content)) return literalOf(body, content.shape, context);
  const data = content.kind === 'events' ? plainEventData(content.shape) : undefined;
  if (data === undefined) {
    const item = literalOf(body, content.shape, context);
    return item && code`${imported.list}.of(${item})`;
  }
  const text = isJsonObject(body) && body.data !== undefined ? literalOf(body.data, data, context) : undefined;
  return text && code`${imported.list}.of(${supportClass('ServerSentEvent', models.packages)}.of(${text}))`;
}

/** What a test gives to an operation, as calls on a builder; nothing where it cannot stand in the code. */
export function inputCode(operation: Operation, request: MockRequest, models: JavaModels): readonly Code[] | undefined {
  const { parameters, body } = operation;
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
  const [content, ...others] = body?.required === true ? body.contents : [];
  if (content === undefined) return calls;
  if (others.length > 0) return undefined;
  for (const value of request.bodies) {
    const printed = literalOf(value, content.shape, context);
    if (printed !== undefined) return [...calls, code`.body(${printed})`];
  }
  return undefined;
}

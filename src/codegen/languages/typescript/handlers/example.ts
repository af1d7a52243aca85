import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json';
import { isValid } from '../../../mocks/is-valid';
import type { MockRequest } from '../../../mocks/mock-requests';
import { type MockResponses, mockedContent, preferredResponse } from '../../../mocks/mock-responses';
import type { Operation, Service } from '../../../model/service';
import type { Shape, StructureShape } from '../../../model/shape';
import { isStream } from '../../../model/streams';

/** A response that the stub of a handler returns. */
export interface ExampleResponse {
  readonly status: number;
  /** Undefined for a response without a body. */
  readonly body: Json | undefined;
  /** The body is the one item of a stream. */
  readonly streams: boolean;
}

const longest = 1_500;

/**
 * A response of the model that is short and can stand in the code. Nothing for
 * operations that have none: their stubs say that they are not implemented.
 */
export function exampleResponse(
  operation: Operation,
  service: Service,
  mocks: MockResponses,
): ExampleResponse | undefined {
  const response = preferredResponse(operation);
  if (response === undefined || typeof response.status !== 'number' || response.status >= 300) return undefined;
  if (response.headers.some(({ required }) => required)) return undefined;
  const { status } = response;
  const content = mockedContent(response);
  if (content === undefined) return { status, body: undefined, streams: false };
  const streams = isStream(content);
  const mock = mocks[operation.id]?.[status];
  const body = streams ? mock?.item : mock?.body;
  const isOnly = response.contents.length === 1 && (streams || content.kind === 'json' || content.kind === 'text');
  // Numbers that are text on the wire are texts in mocks, and numbers in code.
  if (content.kind === 'text' && body !== undefined && !isValid(body, content.shape, service.shapes)) return undefined;
  if (!isOnly || body === undefined || JSON.stringify(body).length > longest) return undefined;
  return isLiteral(body, content.shape, service) ? { status, body, streams } : undefined;
}

/** Whether a request that was made up can stand in the code. */
export function isExampleRequest({ parameters, body }: Operation, request: MockRequest, service: Service): boolean {
  const isGood = (value: Json | undefined, shape: Shape) => value !== undefined && isLiteral(value, shape, service);
  const required = parameters.filter((parameter) => parameter.required);
  if (!required.every(({ key, shape }) => isGood(request.parameters[key], shape))) return false;
  if (body?.required !== true) return true;
  const [content, ...others] = body.contents;
  if (content?.kind !== 'json' || others.length > 0 || request.body === undefined) return false;
  return JSON.stringify(request.body).length <= longest && isGood(request.body, content.shape);
}

/**
 * Whether a valid value has the type of its shape when it stands in the code as a literal: unions, intersections and members that the model
 * does not name are left to people.
 */
function isLiteral(value: Json, shape: Shape, service: Service): boolean {
  const of = (inner: Json, innerShape: Shape) => isLiteral(inner, innerShape, service);
  switch (shape.kind) {
    case 'any':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'enum':
      return true;
    case 'list':
      return Array.isArray(value) && value.every((item) => of(item, shape.items));
    case 'map':
      return isJsonObject(value) && Object.values(value).every((member) => of(member, shape.values));
    case 'structure':
      return isJsonObject(value) && isStructure(value, shape, of);
    case 'union': {
      const others = shape.members.filter(({ kind }) => kind !== 'null');
      return value === null || (others.length === 1 && others.every((member) => of(value, member)));
    }
    case 'reference': {
      const named = service.shapes.get(shape.target);
      return named !== undefined && of(value, named.shape);
    }
    default:
      return false;
  }
}

function isStructure(
  value: JsonObject,
  { members }: StructureShape,
  of: (value: Json, shape: Shape) => boolean,
): boolean {
  const shapes = new Map(members.map(({ name, shape }) => [name, shape]));
  return Object.entries(value).every(([name, member]) => {
    const shape = shapes.get(name);
    return shape !== undefined && of(member, shape);
  });
}

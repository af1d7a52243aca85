import type { Json } from '../../../../shared/json';
import type { MockRequest } from '../../../mocks/mock-requests';
import { type MockResponses, mockedContent, preferredResponse } from '../../../mocks/mock-responses';
import type { Operation, Service } from '../../../model/service';
import type { Shape } from '../../../model/shape';

/** A response that the stub of a handler returns. */
export interface ExampleResponse {
  readonly status: number;
  /** Undefined for a response without a body. */
  readonly body: Json | undefined;
}

const longest = 1_500;

/**
 * A response of the model that is short, and of which the compiler has no doubts when it stands in the code as a literal. Nothing for
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
  const content = mockedContent(response);
  if (content === undefined) return { status: response.status, body: undefined };
  const body = mocks[operation.id]?.[response.status]?.body;
  const isOnly = response.contents.length === 1 && (content.kind === 'json' || content.kind === 'text');
  if (!isOnly || body === undefined || JSON.stringify(body).length > longest) return undefined;
  return isCertain(content.shape, service) ? { status: response.status, body } : undefined;
}

/** Whether a request that was made up can stand in the code. */
export function isExampleRequest({ parameters, body }: Operation, request: MockRequest, service: Service): boolean {
  const required = parameters.filter((parameter) => parameter.required);
  if (!required.every(({ key, shape }) => request.parameters[key] !== undefined && isCertain(shape, service)))
    return false;
  if (body?.required !== true) return true;
  const [content, ...others] = body.contents;
  const isJson = content?.kind === 'json' && others.length === 0;
  return (
    isJson &&
    request.body !== undefined &&
    JSON.stringify(request.body).length <= longest &&
    isCertain(content.shape, service)
  );
}

const deepest = 30;

/** Whether literals of a shape have the type of the shape under any circumstances. */
function isCertain(shape: Shape, service: Service, depth = 0): boolean {
  const of = (inner: Shape) => isCertain(inner, service, depth + 1);
  if (depth > deepest) return true;
  switch (shape.kind) {
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'enum':
    case 'any':
      return true;
    case 'list':
      return of(shape.items);
    case 'map':
      return of(shape.values);
    case 'structure':
      return shape.members.every((member) => of(member.shape));
    case 'union':
      return shape.members.filter(({ kind }) => kind !== 'null').length <= 1 && shape.members.every(of);
    case 'reference': {
      const named = service.shapes.get(shape.target);
      return named !== undefined && of(named.shape);
    }
    default:
      return false;
  }
}

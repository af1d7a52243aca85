import fc from 'fast-check';
import type { Content, Operation, Response, Service, Status } from '../../src/codegen/model/service';
import type { Shape } from '../../src/codegen/model/shape';
import { isStream } from '../../src/codegen/model/streams';
import { isJsonObject, type Json } from '../../src/shared/json';
import { type Draw, drawBytes, drawText, drawValue, type Texts, type ValueOptions } from '../support/arbitrary-values';

/** What a client is given: parameters by key, and the body. */
export interface DrawnRequest {
  readonly parameters: Readonly<Record<string, Json>>;
  readonly body: DrawnBody | undefined;
}

export interface DrawnBody {
  readonly content: Content;
  readonly value: unknown;
}

/** What a handler answers. */
export interface DrawnResponse {
  readonly response: Response;
  readonly status: number;
  readonly headers: Readonly<Record<string, Json>>;
  readonly body: DrawnBody | undefined;
}

/** A random valid request; nothing where no value of something that has to be there is found. */
export function drawRequest(
  draw: Draw,
  { parameters, body }: Operation,
  service: Service,
  texts: Texts,
): DrawnRequest | undefined {
  const options: ValueOptions = { service, direction: 'request', texts };
  const drawn: [string, Json][] = [];
  for (const { key, shape, required } of parameters) {
    const isThere = required || draw(fc.boolean());
    const value = isThere ? drawParameter(draw, shape, options) : undefined;
    if (value !== undefined) drawn.push([key, value]);
    else if (required) return undefined;
  }
  const isThere = body !== undefined && (body.required || draw(fc.boolean()));
  const content = isThere ? draw(fc.constantFrom(...body.contents)) : undefined;
  const value = content === undefined ? undefined : drawBody(draw, content, options);
  if (content !== undefined && value === undefined) return undefined;
  return { parameters: Object.fromEntries(drawn), body: content && { content, value } };
}

/** A random valid response. */
export function drawResponse(
  draw: Draw,
  operation: Operation,
  service: Service,
  texts: Texts,
): DrawnResponse | undefined {
  const options: ValueOptions = { service, direction: 'response', texts };
  const response = draw(fc.constantFrom(...operation.responses));
  const contents = response.contents.filter((content) => !isStream(content));
  if (contents.length < response.contents.length) return undefined;
  const status = draw(fc.constantFrom(...statusesOf(response.status, operation.responses)));
  const headers: [string, Json][] = [];
  for (const { name, shape, required } of response.headers) {
    const value = required || draw(fc.boolean()) ? drawParameter(draw, shape, options) : undefined;
    if (value !== undefined) headers.push([name, value]);
    else if (required) return undefined;
  }
  const content = contents.length === 0 ? undefined : draw(fc.constantFrom(...contents));
  const value = content === undefined ? undefined : drawBody(draw, content, options);
  if (content !== undefined && value === undefined) return undefined;
  return { response, status, headers: Object.fromEntries(headers), body: content && { content, value } };
}

/** What has no schema is text in a parameter. */
function drawParameter(draw: Draw, shape: Shape, options: ValueOptions): Json | undefined {
  return shape.kind === 'any' ? drawText(draw, options.texts) : drawValue(draw, shape, options);
}

function drawBody(draw: Draw, { kind, shape }: Content, options: ValueOptions): unknown {
  if (kind === 'binary') return drawBytes(draw);
  const value = drawValue(draw, shape, options);
  return kind === 'multipart' && value !== undefined ? withBytes(draw, value, shape, options.service) : value;
}

/** Random bytes in the places of files. */
function withBytes(draw: Draw, value: Json, shape: Shape, service: Service): unknown {
  if (shape.kind === 'reference') {
    const target = service.shapes.get(shape.target);
    return target === undefined ? value : withBytes(draw, value, target.shape, service);
  }
  if (shape.kind === 'blob') return drawBytes(draw);
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item) => withBytes(draw, item, shape.items, service));
  }
  if (shape.kind !== 'structure' || !isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const found = shape.members.find((each) => each.name === name);
      return [name, found === undefined ? member : withBytes(draw, member, found.shape, service)];
    }),
  );
}

/** Statuses that a response may have and another does not; those of interim responses and of responses without a body are left out. */
function statusesOf(status: Status, responses: readonly Response[]): number[] {
  if (typeof status === 'number') return [status];
  const named = new Set(responses.map((response) => String(response.status)));
  const candidates = [200, 202, 299, 300, 307, 400, 404, 418, 499, 500, 599];
  return candidates.filter((candidate) => {
    const range = `${String(candidate).charAt(0)}XX`;
    return !named.has(String(candidate)) && (status === 'default' ? !named.has(range) : status === range);
  });
}

import type { Json } from '../../shared/json';
import type { MockData } from '../../shared/mock-data';
import type { Content, Operation, Service } from '../model/service';
import { isValid } from './is-valid';
import { defaultSeed } from './mock-responses';
import { MockValues } from './mock-values';

/** What a client may send to an operation; undefined where nothing valid was found. */
export interface MockRequest {
  /** By key, the required ones only. */
  readonly parameters: Readonly<Record<string, Json | undefined>>;
  /** Of the content that a client sends unless it is told otherwise, the first one; the best one first. Texts stand for bytes. */
  readonly bodies: Iterable<Json>;
}

/** Makes requests, or parts of them. */
export interface MockRequests {
  request(operation: Operation): MockRequest;
  /** Of the first JSON content. */
  body(operation: Operation): Json | undefined;
}

const largest = 1_500;

/** Makes requests that the operations of a service accept. */
export function mockRequests({ shapes }: Service, options: Omit<MockData, 'disable'> = {}): MockRequests {
  const values = new MockValues({ shapes, seed: defaultSeed, largest, direction: 'request', ...options });
  const parametersOf = ({ id, parameters }: Operation) => {
    const required = parameters.filter((parameter) => parameter.required);
    const made = required.map(({ key, name, location, shape }) => {
      const candidate = values.member(shape, `${id} ${key}`, name);
      // A slash at the start would leave a segment of the path empty.
      const value = location === 'path' && typeof candidate === 'string' ? candidate.replace(/^\/+/, '') : candidate;
      return [key, value !== undefined && isValid(value, shape, shapes, 'request') ? value : undefined] as const;
    });
    return Object.fromEntries(made);
  };
  function* bodiesOf({ id }: Operation, content: Content | undefined): Iterable<Json> {
    if (content === undefined) return;
    const isGood = (candidate: Json) => isValid(candidate, content.shape, shapes, 'request');
    yield* content.examples.filter(isGood);
    const value = values.value(content.shape, `${id} body`);
    if (value !== undefined && isGood(value)) yield value;
  }
  return {
    request: (operation) => ({
      parameters: parametersOf(operation),
      bodies: bodiesOf(operation, operation.body?.contents[0]),
    }),
    body: (operation) => {
      const [first] = bodiesOf(
        operation,
        operation.body?.contents.find(({ kind }) => kind === 'json'),
      );
      return first;
    },
  };
}

import type { Json } from '../../shared/json';
import type { Operation, Service } from '../model/service';
import { isValid } from './is-valid';
import { defaultSeed } from './mock-responses';
import { MockValues } from './mock-values';

/** What a client may send to an operation; undefined where nothing valid was found. */
export interface MockRequest {
  /** By key, the required ones only. */
  readonly parameters: Readonly<Record<string, Json | undefined>>;
  /** Of the first JSON content. */
  readonly body: Json | undefined;
}

const largest = 1_500;

/** Makes requests that the operations of a service accept. */
export function mockRequests(service: Service): (operation: Operation) => MockRequest {
  const { shapes } = service;
  const values = new MockValues({ shapes, seed: defaultSeed, largest, direction: 'request' });
  return ({ id, parameters, body }) => {
    const required = parameters.filter((parameter) => parameter.required);
    const ofParameters = required.map(({ key, name, location, shape }) => {
      const made = values.member(shape, `${id} ${key}`, name);
      // A slash at the start would leave a segment of the path empty.
      const value = location === 'path' && typeof made === 'string' ? made.replace(/^\/+/, '') : made;
      return [key, value !== undefined && isValid(value, shape, shapes, 'request') ? value : undefined] as const;
    });
    const content = body?.contents.find(({ kind }) => kind === 'json');
    const candidates = content === undefined ? [] : [...content.examples, values.value(content.shape, `${id} body`)];
    const isGood = (candidate: Json | undefined) =>
      candidate !== undefined && content !== undefined && isValid(candidate, content.shape, shapes, 'request');
    return { parameters: Object.fromEntries(ofParameters), body: candidates.find(isGood) };
  };
}

import { mockRequests } from '../../src/codegen/mocks/mock-requests';
import { MockValues } from '../../src/codegen/mocks/mock-values';
import type { Content, Operation, Service } from '../../src/codegen/model/service';
import type { Shape } from '../../src/codegen/model/shape';
import type { Json } from '../../src/shared/json';

/** What a generated function takes: parameters by key, and a body. */
export type Input = Readonly<Record<string, unknown>>;

/** Makes a request to each operation of a service that the service accepts; nothing where none is found. */
export function requestsOf(service: Service): (operation: Operation) => Input | undefined {
  const requests = mockRequests(service);
  const values = new MockValues({ shapes: service.shapes, seed: 1, largest: 1_500, direction: 'request' });
  return (operation) => {
    const { parameters } = requests.request(operation);
    if (Object.values(parameters).includes(undefined)) return undefined;
    const content = operation.body?.contents[0];
    if (content === undefined) return parameters;
    if (operation.body?.contents.some(({ kind }) => kind === 'json') === true) {
      const body = requests.body(operation);
      return body === undefined ? undefined : { ...parameters, body };
    }
    const made = bodyOf(content, service, values);
    const length = made instanceof Uint8Array ? measured(operation, made.length) : {};
    return { ...parameters, body: made, ...length };
  };
}

/** Some APIs declare a header that HTTP itself has a meaning for. */
function measured({ parameters }: Operation, length: number): Input {
  const parameter = parameters.find(({ name }) => name.toLowerCase() === 'content-length');
  return parameter === undefined ? {} : { [parameter.key]: length };
}

function bodyOf(content: Content, { shapes }: Service, values: MockValues): unknown {
  const bytes = new Uint8Array([1, 2, 3]);
  if (content.kind === 'binary') return bytes;
  const value = values.value(content.shape, content.pointer);
  return withBytes(value, content.shape);

  /** Mocks have text where bytes belong. */
  function withBytes(at: Json | undefined, shape: Shape): unknown {
    if (shape.kind === 'blob') return bytes;
    if (shape.kind === 'reference') return withBytes(at, shapes.get(shape.target)?.shape ?? shape);
    if (shape.kind === 'list' && Array.isArray(at)) return at.map((item) => withBytes(item, shape.items));
    if (shape.kind !== 'structure' || typeof at !== 'object' || at === null) return at;
    const members = new Map(shape.members.map((member) => [member.name, member.shape]));
    return Object.fromEntries(
      Object.entries(at).map(([name, held]) => [name, withBytes(held, members.get(name) ?? shape.additional)]),
    );
  }
}

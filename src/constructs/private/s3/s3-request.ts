import {
  type IntegrationOperationParameter,
  type IntegrationOperationProps,
  IntegrationParameterLocation,
} from '../../integrations/integration';
import { pathVariable } from '../mapping/path-variable';
import { type MappingDestination, mapParameters } from '../mapping/request-parameters';
import { operationError } from '../operation-error';
import { actionsFor, type ObjectAccess, objectAccess } from './object-access';
import { ObjectKey } from './object-key';

/** What a user says of the request to S3. */
export interface S3RequestOptions {
  readonly method?: string;
  readonly path?: string;
  readonly requestParameters?: Readonly<Record<string, string>>;
}

/** Headers that API Gateway sets by itself: a request in which one is mapped ends with a 500. */
const reservedHeaders: ReadonlySet<string> = new Set([
  ...['authorization', 'connection', 'content-length', 'expect', 'host', 'proxy-authenticate', 'te'],
  ...['transfer-encoding', 'x-amzn-trace-id'],
]);

/** The request to S3 that an operation makes. */
export class S3Request {
  /** `GET` and so on. */
  readonly verb: string;
  readonly access: ObjectAccess;
  /** With the names that its variables have in API Gateway. */
  readonly key: ObjectKey;
  readonly parameters: { [name: string]: string };

  /** @throws Error when S3 or the operation has not what it takes */
  constructor(operation: IntegrationOperationProps, options: S3RequestOptions) {
    const { path, requestParameters = {} } = options;
    this.verb = (options.method ?? operation.method).toUpperCase();
    this.access = accessOf(operation, this.verb);
    const key = readKey(operation, path);
    const mapped = mapParameters(operation, requestParameters, destinationOf(key));
    const isMapped = (variable: string) => `integration.request.path.${variable}` in mapped;
    this.key =
      path === undefined
        ? key
        : key.rename((name) => (isMapped(name) ? name : pathVariable(operation, `the key '${path}'`, name)));
    this.parameters = {
      ...Object.fromEntries(
        this.key.variables.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
      ),
      ...this.headers(operation, Object.keys(mapped)),
      ...mapped,
    };
  }

  /** The actions of IAM that it takes. */
  get actions(): readonly string[] {
    return actionsFor(this.access, Object.keys(this.parameters));
  }

  /** Whether S3 may answer with a part of the object. */
  get hasRange(): boolean {
    return Object.keys(this.parameters).some((name) => name.toLowerCase() === 'integration.request.header.range');
  }

  /** The headers that are passed on unless the user maps them, by their names in requests: as the operation declares them, if it does. */
  private headers(operation: IntegrationOperationProps, mapped: readonly string[]): Record<string, string> {
    const names = this.access.reads ? ['If-None-Match', 'If-Modified-Since'] : [];
    if (this.verb === 'PUT') names.push('Content-Type');
    const taken = new Set(mapped.map((target) => target.toLowerCase()));
    return Object.fromEntries(
      names
        .map((name) => [`integration.request.header.${name}`, `method.request.header.${declaredName(operation, name)}`])
        .filter(([target = '']) => !taken.has(target.toLowerCase())),
    );
  }
}

function destinationOf({ variables }: ObjectKey): MappingDestination {
  return { service: 'S3', template: 'the key', option: 'path', variables, reservedHeaders };
}

function declaredName({ parameters }: IntegrationOperationProps, header: string): string {
  const isHeader = (parameter: IntegrationOperationParameter) =>
    parameter.location === IntegrationParameterLocation.HEADER && parameter.name.toLowerCase() === header.toLowerCase();
  return parameters.find(isHeader)?.name ?? header;
}

function accessOf(operation: IntegrationOperationProps, verb: string): ObjectAccess {
  const access = objectAccess.get(verb);
  if (access !== undefined) return access;
  const verbs = [...objectAccess.keys()].map((name) => name.toLowerCase()).join(', ');
  throw operationError(operation, `S3 has no ${verb} for objects; set 'method' to one of ${verbs}`);
}

function readKey(operation: IntegrationOperationProps, path: string | undefined): ObjectKey {
  const key = ObjectKey.parse(path ?? operation.path);
  if (key === undefined) {
    throw operationError(
      operation,
      `the key '${path}' has a brace without its partner, or nothing in braces; write variables as '{name}'`,
    );
  }
  if (key.isEmpty) {
    throw operationError(operation, "the key is empty, which is the bucket itself; set 'path' to the key of an object");
  }
  return key;
}

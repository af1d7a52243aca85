import type { IntegrationOperationProps } from '../../integrations/integration';
import { TemplatedText, withoutTokens } from '../mapping/templated-text';
import { operationError } from '../operation-error';
import { encodeUri } from './encode-uri';

/** What a user says of the URL of a backend. */
export interface BackendUrlOptions {
  readonly url: string;
  readonly appendPath?: boolean;
}

/** Where a path behind a load balancer is. */
export interface PrivateUrlOptions {
  /** Scheme, host and port; tokens are left in. */
  readonly origin: string;
  readonly path?: string;
}

/** The URL of a backend, with variables in its path. */
export class BackendUrl {
  /** @throws Error when it is no URL that API Gateway can call */
  static read(operation: IntegrationOperationProps, { url, appendPath = false }: BackendUrlOptions): BackendUrl {
    const text = readText(operation, 'url', url);
    checkOrigin(operation, url);
    checkRest(operation, 'url', url);
    if (!appendPath) return new BackendUrl('url', url, text, false);
    checkBase(operation, url, text);
    const whole = `${url.replace(/\/$/, '')}${operation.path}`;
    return new BackendUrl('url', whole, readText(operation, 'url', whole), true);
  }

  /** @throws Error when the path is none */
  static readPrivate(operation: IntegrationOperationProps, { origin, path }: PrivateUrlOptions): BackendUrl {
    const slashed = path === undefined || path.startsWith('/') || path.startsWith('${') ? path : `/${path}`;
    if (slashed !== undefined) checkRest(operation, 'path', slashed);
    const whole = `${origin}${slashed ?? operation.path}`;
    return new BackendUrl('path', path ?? operation.path, readText(operation, 'path', whole), path === undefined);
  }

  private constructor(
    /** The option that the variables are in. */
    readonly option: 'url' | 'path',
    private readonly written: string,
    private readonly text: TemplatedText,
    /** Whether the variables have the names that they have in API Gateway, and not those of the model. */
    readonly hasGatewayNames: boolean,
  ) {}

  /** The names of the variables, in their order. */
  get variables(): readonly string[] {
    return this.text.variables;
  }

  /** As errors say it. */
  get shown(): string {
    return `the ${this.option === 'url' ? 'URL' : 'path'} '${this.written}'`;
  }

  /** The same with other names for its variables. */
  rename(nameOf: (variable: string) => string): BackendUrl {
    return new BackendUrl(this.option, this.written, this.text.rename(nameOf), true);
  }

  /** As API Gateway wants it, which fills in variables percent-encoded. */
  toUri(): string {
    return this.text.write({ variable: (name) => `{${name}}`, text: encodeUri });
  }
}

function readText(operation: IntegrationOperationProps, option: string, text: string): TemplatedText {
  const read = TemplatedText.parse(text, 'uri');
  if (read !== undefined) return read;
  throw operationError(
    operation,
    `'${option}' is '${text}', which has a brace without its partner, or nothing in braces; write variables as '{name}'`,
  );
}

/** The path of an operation goes after a URL that ends with its path. */
function checkBase(operation: IntegrationOperationProps, url: string, { variables }: TemplatedText): void {
  const [variable] = variables;
  if (variable === undefined && !url.includes('?')) return;
  const what = variable === undefined ? 'a query' : `'{${variable}}'`;
  throw operationError(
    operation,
    `'url' is '${url}', but has ${what}, and with 'appendPath' the path of the operation goes after it; write the whole URL without 'appendPath', or map ${what} in 'requestParameters'`,
  );
}

/** What is not known before deployment is not checked: a URL may begin with a token. */
function checkOrigin(operation: IntegrationOperationProps, url: string): void {
  if (url.startsWith('${Token[')) return;
  const [, authority] = /^https?:\/\/([^/?#]+)/i.exec(url) ?? [];
  if (authority === undefined) {
    throw operationError(
      operation,
      `'url' is '${url}', which is no URL of HTTP; write one such as 'https://example.com'`,
    );
  }
  const literal = withoutTokens(authority);
  if (literal.includes('{')) {
    throw operationError(
      operation,
      `'url' is '${url}', which lets clients choose the server; write variables into the path only, or use a stage variable`,
    );
  }
  if (literal.includes('@')) {
    throw operationError(
      operation,
      "'url' has credentials, which do not belong there; map 'integration.request.header.Authorization' in 'requestParameters'",
    );
  }
  const port = /:(\d+)$/.exec(literal)?.[1];
  if (port !== undefined) checkPort(operation, 'url', Number(port));
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html */
export function checkPort(operation: IntegrationOperationProps, option: string, port: number): void {
  if (port === 80 || port === 443 || (Number.isInteger(port) && port >= 1024 && port <= 65_535)) return;
  throw operationError(
    operation,
    `'${option}' has the port ${port}, which API Gateway cannot call; use 80, 443, or one from 1024 to 65535`,
  );
}

function checkRest(operation: IntegrationOperationProps, option: string, text: string): void {
  const literal = withoutTokens(text);
  if (literal.includes('#')) {
    throw operationError(operation, `'${option}' has a fragment, which is never sent; remove it from '#' on`);
  }
  const variable = /\?.*\{([^{}]+)\}/s.exec(literal)?.[1];
  if (variable === undefined) return;
  throw operationError(
    operation,
    `'${option}' has '{${variable}}' in its query, where API Gateway fills in nothing; map 'integration.request.querystring.<name>' in 'requestParameters'`,
  );
}

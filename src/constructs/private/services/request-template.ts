import { Token } from 'aws-cdk-lib/core';
import { type IntegrationOperationProps, IntegrationParameterLocation } from '../../integrations/integration';
import { isBinary } from '../binary-media-types';
import { operationError } from '../operation-error';
import { velocityDefinitions } from '../velocity';
import { gatewayNameOf, namesAt } from './parameter-names';
import { either, literal, objectOf, type Piece, printPieces, quoted } from './pieces';
import type { ValueSource } from './value-source';

/** As JSON writes numbers. */
const number = /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?$/;

type Located = Extract<ValueSource, { kind: 'parameter' | 'field' | 'context' }>;

/**
 * A template over requests with bodies of one media type. What it reads of a request is put into variables first, always as text, so that a
 * parameter which is not there is empty text and not the reference itself.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export class RequestTemplate {
  private readonly variables = new Map<string, { readonly name: string; readonly definition: string }>();

  constructor(
    private readonly operation: IntegrationOperationProps,
    private readonly mediaType: string,
  ) {}

  /** The template, with what its pieces need before them. */
  print(pieces: readonly Piece[]): string {
    const text = printPieces(pieces);
    const definitions = [...this.variables.values()].map(({ definition }) => definition);
    return `${velocityDefinitions(text)}${definitions.join('')}${text}`;
  }

  /** A value as text. */
  textOf(source: ValueSource): Piece[] {
    switch (source.kind) {
      case 'literal':
        return literal(source.text);
      case 'concat':
        return source.parts.flatMap((part) => this.textOf(part));
      case 'body':
        return [{ expression: this.body() }];
      case 'object':
      case 'request':
        return this.jsonOf(source);
      case 'number':
      case 'boolean':
        return this.convertedText(source.kind, source.value);
      default:
        return [{ expression: this.variableOf(source) }];
    }
  }

  /** A value as JSON. */
  jsonOf(source: ValueSource): Piece[] {
    switch (source.kind) {
      case 'body':
        return this.bodyAsJson();
      case 'field':
        return [{ expression: `$input.json('${this.pathOf(source.path)}')` }];
      case 'object':
        return objectOf(Object.entries(source.members).map(([name, value]) => [name, this.jsonOf(value)]));
      case 'request':
        return this.requestAsJson();
      case 'number':
      case 'boolean':
        return this.converted(source.kind, source.value, [{ text: 'null' }]);
      default:
        return quoted(this.textOf(source));
    }
  }

  /** The condition under which a value is not there; nothing when it always is. */
  absenceOf(source: ValueSource): string | undefined {
    switch (source.kind) {
      case 'parameter':
        return source.location === IntegrationParameterLocation.PATH ? undefined : `${this.variableOf(source)} == ''`;
      case 'field':
      case 'context':
        return `${this.variableOf(source)} == ''`;
      case 'number':
      case 'boolean':
        return source.value.kind === 'literal' ? undefined : this.absenceOf(source.value);
      default:
        return undefined;
    }
  }

  /** Pieces that are left out while a value is not there. */
  unlessAbsent(source: ValueSource, pieces: readonly Piece[]): Piece[] {
    const absence = this.absenceOf(source);
    return absence === undefined ? [...pieces] : either(absence, [], pieces);
  }

  /** The JSONPath of a field. */
  pathOf(path: string): string {
    if (!/^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$/.test(path)) {
      throw operationError(
        this.operation,
        `RequestValue.field('${path}') is no name of a field; write names of letters, digits, '_' and '-', with dots between them`,
      );
    }
    if (this.operation.contentTypes.length === 0) {
      throw operationError(
        this.operation,
        `RequestValue.field('${path}') needs a request body, but the operation has none; declare one in the model, or use a parameter`,
      );
    }
    this.checkReadable(`RequestValue.field('${path}')`);
    return `$.${path}`;
  }

  private requestAsJson(): Piece[] {
    const { operation } = this;
    const members: (readonly [string, Piece[]])[] = [];
    if (operation.contentTypes.length > 0) members.push(['body', this.jsonOf({ kind: 'body' })]);
    const places = [
      ['path', IntegrationParameterLocation.PATH],
      ['query', IntegrationParameterLocation.QUERY],
      ['headers', IntegrationParameterLocation.HEADER],
    ] as const;
    for (const [place, location] of places) {
      const values = namesAt(operation, location).map((name): readonly [string, Piece[]] => {
        const source: ValueSource = { kind: 'parameter', location, name };
        const absence = this.absenceOf(source);
        const value = this.jsonOf(source);
        return [name, absence === undefined ? value : either(absence, [{ text: 'null' }], value)];
      });
      if (values.length > 0) members.push([place, objectOf(values)]);
    }
    return objectOf(members);
  }

  private converted(kind: 'number' | 'boolean', value: ValueSource, otherwise: readonly Piece[]): Piece[] {
    if (value.kind === 'literal' && !Token.isUnresolved(value.text)) {
      const isRight = kind === 'number' ? number.test(value.text) : /^(true|false)$/.test(value.text);
      if (isRight) return [{ text: value.text }];
      throw operationError(
        this.operation,
        `the text '${value.text}' of RequestValue.literal() is no ${kind}; correct it`,
      );
    }
    if (value.kind !== 'parameter' && value.kind !== 'field' && value.kind !== 'context') {
      throw operationError(
        this.operation,
        `a ${kind} is made of a parameter, a field, the context or a literal, and of nothing else; convert one of these`,
      );
    }
    const variable = this.variableOf(value);
    const condition =
      kind === 'number'
        ? `${variable}.matches('${number.source.slice(1, -1)}')`
        : `${variable} == 'true' || ${variable} == 'false'`;
    return either(condition, [{ expression: variable }], otherwise);
  }

  private convertedText(kind: 'number' | 'boolean', value: ValueSource): Piece[] {
    return this.converted(kind, value, []);
  }

  private variableOf(source: Located): string {
    const isHeader = source.kind === 'parameter' && source.location === IntegrationParameterLocation.HEADER;
    const key = isHeader ? `header ${source.name.toLowerCase()}` : JSON.stringify(source);
    const known = this.variables.get(key);
    if (known !== undefined) return known.name;
    const name = `$value${this.variables.size + 1}`;
    this.variables.set(key, { name, definition: this.define(name, source) });
    return name;
  }

  private define(name: string, source: Located): string {
    const asText = `#set(${name} = "$!${name.slice(1)}")`;
    if (source.kind === 'context') {
      if (/^[A-Za-z]\w*([.][A-Za-z]\w*)*$/.test(source.name)) return `#set(${name} = $context.${source.name})${asText}`;
      throw operationError(
        this.operation,
        `RequestValue.context('${source.name}') is no name of what API Gateway knows; write one such as 'requestId' or 'identity.sourceIp'`,
      );
    }
    if (source.kind === 'field') {
      const path = `'${this.pathOf(source.path)}'`;
      // Printed, an object would be what Java makes of it, '{name=Rex}'.
      const asJson = `#if($json.startsWith('{') || $json.startsWith('['))#set(${name} = $json)#{end}`;
      return `#set(${name} = $input.path(${path}))${asText}#set($json = $input.json(${path}))${asJson}`;
    }
    const parameter = gatewayNameOf(this.operation, source.location, source.name);
    if (source.location !== IntegrationParameterLocation.HEADER) {
      const place = source.location === IntegrationParameterLocation.PATH ? 'path' : 'querystring';
      return `#set(${name} = $input.params().${place}.get('${parameter}'))${asText}`;
    }
    // $input.params('name') would take a parameter of the query for the header, and headers have the case that the client chose.
    return `#set(${name} = '')#foreach($header in $input.params().header.keySet())#if($header.equalsIgnoreCase('${parameter}'))#set(${name} = $input.params().header.get($header))#{end}#{end}`;
  }

  /** The body as text: bytes as base64. */
  private body(): string {
    return this.isBytes && isText(this.mediaType) ? '$util.base64Decode($input.body)' : '$input.body';
  }

  private bodyAsJson(): Piece[] {
    if (!isJson(this.mediaType)) return quoted([{ expression: this.body() }]);
    this.checkReadable('the body as JSON');
    // Parsed and written again, so that nothing but JSON comes out.
    return [{ expression: "$input.json('$')" }];
  }

  private checkReadable(what: string): void {
    if (!isJson(this.mediaType) || !this.isBytes) return;
    throw operationError(
      this.operation,
      `${what} cannot be read, since '${this.mediaType}' is bytes to the API; remove what covers it from 'binaryMediaTypes'`,
    );
  }

  private get isBytes(): boolean {
    return isBinary(this.mediaType, this.operation.binaryMediaTypes);
  }
}

/** Whether bodies of a media type are JSON. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/i.test(mediaType);
}

function isText(mediaType: string): boolean {
  return isJson(mediaType) || /^text\/|[/+]xml$|x-www-form-urlencoded$/i.test(mediaType);
}

import { type Code, code, globalSymbol, typeSymbol } from '../../../emit/symbol';
import type { Operation, Service } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { isStream, streams } from '../../../model/streams';
import { successesOf } from '../../operation-shapes';
import { quote, support, supportType } from '../source';
import { typeOf } from '../types';
import type { CheckContext } from '../validators/checks';
import { acceptOf, responseKinds, writeBody } from './bodies';
import type { NamedOperation, RuntimeContext } from './context';
import type { Parameter, RuntimeModule } from './module';
import { operationDoc } from './operation';
import { headerReader } from './response-headers';
import { itemName, streamReaders, withStreams } from './streams';
import { writeCookies, writeHeaders, writePath, writeQuery } from './write-parameters';

/** The client functions of an operation. */
export function printClient(module: RuntimeModule, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const promise = globalSymbol('Promise');
  const parameters = [clientParameter, ...clientParameters(named)];
  const plan = code`${names.request}(${hasContentTypes(operation) ? 'input, options?.contentType' : 'input'})`;
  const [file, start] = streams(operation) ? ['stream-client', 'Stream'] : ['client', ''];
  const answer = (function_: string) =>
    module.script.line`return ${support(file, `${function_}${start}`)}(client, ${plan}, options);`;
  const doc = operationDoc(named, [`@throws ${names.type}Errors when the API answers with an error`]);
  const result = code`${promise}<${successType(named, context.response)}>`;
  module.function({ name: names.client, doc, parameters, result }, () => answer('call'), 'export async function');
  const text = `As {@link ${names.client}}, with status and headers, and with every status as an answer.`;
  const raw = code`${promise}<${names.type}RawResponse>`;
  module.function({ name: names.raw, doc: { text }, parameters, result: raw }, () => answer('send'));
  printRequest(module, named, context);
}

/** What every function of a client takes first. */
export const clientParameter: Parameter = { name: 'client', type: code`${supportType('client', 'Client')}` };

function printRequest(module: RuntimeModule, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const contentType: Parameter = { name: 'contentType', type: code`string`, default: 'optional' };
  const callable = {
    name: names.request,
    doc: { text: `The request of {@link ${names.client}}, as it goes over the wire.` },
    parameters: [
      { name: 'input', type: code`${names.type}Input` },
      ...(hasContentTypes(operation) ? [contentType] : []),
    ],
    result: streams(operation) ? supportType('stream-client', 'StreamPlan') : supportType('client', 'RequestPlan'),
  };
  module.function(callable, () => {
    module.script.block(code`return {`, '};', () => {
      for (const member of planMembers(named, context.service)) module.script.print(code`${member},`);
    });
  });
}

/** The body of a success. Without one in the model, that of the default response; without that, nothing is known of it. */
export function successType(named: NamedOperation, context: CheckContext): Code {
  const chosen = successesOf(named.operation);
  if (chosen.length === 0) return named.operation.responses.length === 0 ? code`unknown` : code`undefined`;
  const contents = chosen.flatMap((response) => response.contents);
  const shapes = contents.filter((content) => !isStream(content)).map(({ shape }) => shape);
  const whole = shapes.length === 0 ? undefined : typeOf(oneOf(shapes), context);
  const item = itemName(named);
  const type = item === undefined ? whole : withStreams(whole, contents, typeSymbolOf(item, named), 'client');
  const isEmpty = chosen.some((response) => response.contents.length === 0);
  if (type === undefined) return code`undefined`;
  return isEmpty ? code`${type} | undefined` : type;
}

function oneOf(members: readonly Shape[]): Shape {
  const [only] = members;
  return only !== undefined && members.length === 1 ? only : { kind: 'union', mode: 'any', members };
}

function typeSymbolOf(name: string, { names }: NamedOperation): Code {
  return code`${typeSymbol(name, names.module)}`;
}

/** `input: SayHelloInput, options?: RequestOptions`: without an input that is needed, it may be left out. */
export function clientParameters({ operation, names }: NamedOperation): Parameter[] {
  const isOptional = operation.parameters.every(({ required }) => !required) && operation.body?.required !== true;
  const input = { name: 'input', type: code`${typeSymbol(`${names.type}Input`, names.module)}` };
  const options: Parameter = { name: 'options', type: optionsType(operation), default: 'optional' };
  return [isOptional ? { ...input, default: '{}' } : input, options];
}

/** True where a body has several media types, of which the caller may choose. */
export function hasContentTypes({ body }: Operation): boolean {
  return (body?.contents.length ?? 0) > 1;
}

function optionsType(operation: Operation): Code {
  const options = code`${supportType('client-options', 'RequestOptions')}`;
  if (!hasContentTypes(operation)) return options;
  const types = operation.body?.contents.map(({ mediaType }) => quote(mediaType)).join(' | ') ?? '';
  return code`${options} & { readonly contentType?: ${types} }`;
}

function planMembers(named: NamedOperation, service: Service): Code[] {
  const { operation } = named;
  const accept = acceptOf(operation);
  const members: readonly (readonly [string, Code | undefined])[] = [
    ['operationId', code`${quote(operation.id)}`],
    ['method', code`${quote(operation.method.toUpperCase())}`],
    ['path', writePath(operation, service)],
    ['query', writeQuery(operation, service)],
    ['headers', writeHeaders(operation, service)],
    ['cookies', writeCookies(operation, service)],
    ['body', writeBody(operation, service)],
    ['accept', accept === undefined ? undefined : code`${quote(accept)}`],
    ['kinds', responseKinds(operation, service)],
    ['streams', streamReaders(operation, service)],
    ['headerValues', headerReader(named)],
  ];
  return members.flatMap(([name, value]) => (value === undefined ? [] : [code`${name}: ${value}`]));
}

import { type Code, code } from '../../../emit/symbol';
import type { Operation, Parameter, Service } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { isJsonParameter } from '../../operation-shapes';
import { wireFormOf } from '../../wire-form';
import { placesOf } from '../int64';
import { nameService } from '../names';
import { call, list, literalKey, objectLiteral, quote, support, templateText } from '../source';
import { memberAccess } from '../types';

/** The path of a request, with the parameters in their places. */
export function writePath({ path, parameters }: Operation, service: Service): Code {
  const parts = path.split(/\{([^}]*)\}/).map((part, index) => {
    if (index % 2 === 0) return code`${templateText(encodePath(part))}`;
    const isGreedy = part.endsWith('+');
    const name = isGreedy ? part.slice(0, -1) : part;
    const parameter = parameters.find((each) => each.location === 'path' && each.name === name);
    return parameter === undefined
      ? code`{${part}}`
      : code`${'${'}${writePathParameter(parameter, isGreedy, service)}}`;
  });
  return parts.length === 1 ? code`${quote(encodePath(path))}` : code`\`${parts}\``;
}

/** The query parts of a request, or undefined where there are none. */
export function writeQuery({ parameters }: Operation, service: Service): Code | undefined {
  const query = parameters.filter(({ location }) => location === 'query');
  return query.length === 0
    ? undefined
    : list(
        '[',
        query.map((parameter) => writeQueryParameter(parameter, code`${inputOf(parameter)}`, service)),
        ']',
      );
}

/** The headers of a request that are parameters. */
export function writeHeaders({ parameters }: Operation, service: Service): Code | undefined {
  const headers = parameters
    .filter(({ location }) => location === 'header')
    .map((parameter) => {
      const value = writeHeader(parameter, code`${inputOf(parameter)}`, service);
      return code`${literalKey(parameter.name.toLowerCase())}: ${value}`;
    });
  return headers.length === 0 ? undefined : objectLiteral(headers);
}

/** The text of a header, of a request or a response. */
export function writeHeader(parameter: Parameter, value: Code, service: Service): Code {
  if (isJsonParameter(parameter)) return use('jsonText', value, ...printer(parameter, service));
  return use('header', code`${quote(parameter.name)}`, exactly(parameter, value, service), ...exploded(parameter));
}

export function writeCookies({ parameters }: Operation, service: Service): Code | undefined {
  const cookies = parameters.filter(({ location }) => location === 'cookie');
  const write = (parameter: Parameter) =>
    isJsonParameter(parameter)
      ? use(
          'cookie',
          code`${quote(parameter.name)}`,
          use('jsonText', code`${inputOf(parameter)}`, ...printer(parameter, service)),
        )
      : use('cookie', ...named(parameter, service), ...(parameter.explode ? [code`true`] : []));
  return cookies.length === 0 ? undefined : list('[', cookies.map(write), ']');
}

function writePathParameter(parameter: Parameter, isGreedy: boolean, service: Service): Code {
  if (isGreedy) return use('greedy', ...named(parameter, service));
  const style = parameter.style === 'label' || parameter.style === 'matrix' ? parameter.style : 'simple';
  if (isJsonParameter(parameter))
    return use(
      'simple',
      code`${quote(parameter.name)}`,
      code`${printer(parameter, service)[0] ?? 'JSON.stringify'}(${inputOf(parameter)})`,
    );
  return use(style, ...named(parameter, service), ...exploded(parameter));
}

/** A query parameter, or a field of a form that is written as one. */
export function writeQueryParameter(parameter: Parameter, value: Code, service: Service): Code {
  const { style, explode } = parameter;
  if (isJsonParameter(parameter))
    return use('jsonQuery', code`${quote(parameter.name)}`, value, ...printer(parameter, service));
  if (style === 'deepObject') return use('deepObject', ...named(parameter, service, value));
  if (explode) return use('form', ...named(parameter, service, value));
  const separator = style === 'spaceDelimited' ? [code`' '`] : style === 'pipeDelimited' ? [code`'|'`] : [];
  return use('joined', ...named(parameter, service, value), ...separator);
}

function use(name: string, ...args: readonly Code[]): Code {
  return call(support('write-parameters', name), args);
}

function named(parameter: Parameter, service: Service, value = code`${inputOf(parameter)}`): Code[] {
  return [code`${quote(parameter.name)}`, exactly(parameter, value, service)];
}

/** A value whose items and members may be JSON with integers of 64 bits. */
function exactly({ shape }: Parameter, value: Code, service: Service): Code {
  const isExact = hasJson(shape, service) && placesOf(shape, { service, names: nameService(service) }) !== undefined;
  return isExact ? code`${support('exact-json', 'withExactJson')}(${value})` : value;
}

/** True for what may have JSON inside of its items or members. */
function hasJson(shape: Shape, service: Service): boolean {
  const form = wireFormOf(shape, service);
  if (form.kind !== 'object') return form.conversions.includes('json');
  return (
    form.isOpen ||
    form.members.some((member) => wireFormOf(member.shape, service).kind === 'object' || hasJson(member.shape, service))
  );
}

/** What prints a value that is JSON; nothing where that is what prints any other. */
function printer({ shape }: Parameter, service: Service): Code[] {
  const places = placesOf(shape, { service, names: nameService(service) });
  return places === undefined ? [] : [code`${support('exact-json', 'printExact')}`];
}

/** Only lists and objects have anything to explode; the flag does not matter to the rest. */
function exploded({ explode, shape }: Parameter): Code[] {
  const isScalar = ['string', 'number', 'boolean', 'enum'].includes(shape.kind);
  return explode && !isScalar ? [code`true`] : [];
}

function inputOf({ key }: Parameter): string {
  return memberAccess('input', key);
}

/** The fixed parts of a path as they stand in a URL. */
function encodePath(path: string): string {
  return encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23');
}

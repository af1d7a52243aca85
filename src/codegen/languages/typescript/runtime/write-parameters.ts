import { type Code, code } from '../../../emit/symbol';
import type { Operation, Parameter } from '../../../model/service';
import { call, list, literalKey, objectLiteral, quote, support, templateText } from '../source';
import { memberAccess } from '../types';
import { isJson } from './read-parameters';

/** The path of a request, with the parameters in their places. */
export function writePath({ path, parameters }: Operation): Code {
  const parts = path.split(/\{([^}]*)\}/).map((part, index) => {
    if (index % 2 === 0) return code`${templateText(encodePath(part))}`;
    const isGreedy = part.endsWith('+');
    const name = isGreedy ? part.slice(0, -1) : part;
    const parameter = parameters.find((each) => each.location === 'path' && each.name === name);
    return parameter === undefined ? code`{${part}}` : code`${'${'}${writePathParameter(parameter, isGreedy)}}`;
  });
  return parts.length === 1 ? code`${quote(encodePath(path))}` : code`\`${parts}\``;
}

/** The query parts of a request, or undefined where there are none. */
export function writeQuery({ parameters }: Operation): Code | undefined {
  const query = parameters.filter(({ location }) => location === 'query');
  return query.length === 0 ? undefined : list('[', query.map(writeQueryParameter), ']');
}

/** The headers of a request that are parameters. */
export function writeHeaders({ parameters }: Operation): Code | undefined {
  const headers = parameters
    .filter(({ location }) => location === 'header')
    .map((parameter) => {
      const value = writeHeader(parameter, code`${inputOf(parameter)}`);
      return code`${literalKey(parameter.name.toLowerCase())}: ${value}`;
    });
  return headers.length === 0 ? undefined : objectLiteral(headers);
}

/** The text of a header, of a request or a response. */
export function writeHeader(parameter: Parameter, value: Code): Code {
  if (isJson(parameter)) return use('jsonText', value);
  return use('header', code`${quote(parameter.name)}`, value, ...exploded(parameter));
}

export function writeCookies({ parameters }: Operation): Code | undefined {
  const cookies = parameters.filter(({ location }) => location === 'cookie');
  const write = (parameter: Parameter) =>
    isJson(parameter)
      ? use('cookie', code`${quote(parameter.name)}`, use('jsonText', code`${inputOf(parameter)}`))
      : use('cookie', ...named(parameter), ...(parameter.explode ? [code`true`] : []));
  return cookies.length === 0 ? undefined : list('[', cookies.map(write), ']');
}

function writePathParameter(parameter: Parameter, isGreedy: boolean): Code {
  if (isGreedy) return use('greedy', ...named(parameter));
  const style = parameter.style === 'label' || parameter.style === 'matrix' ? parameter.style : 'simple';
  if (isJson(parameter))
    return use('simple', code`${quote(parameter.name)}`, code`JSON.stringify(${inputOf(parameter)})`);
  return use(style, ...named(parameter), ...exploded(parameter));
}

function writeQueryParameter(parameter: Parameter): Code {
  const { style, explode } = parameter;
  if (isJson(parameter)) return use('jsonQuery', ...named(parameter));
  if (style === 'deepObject') return use('deepObject', ...named(parameter));
  if (explode) return use('form', ...named(parameter));
  const separator = style === 'spaceDelimited' ? [code`' '`] : style === 'pipeDelimited' ? [code`'|'`] : [];
  return use('joined', ...named(parameter), ...separator);
}

function use(name: string, ...args: readonly Code[]): Code {
  return call(support('write-parameters', name), args);
}

function named(parameter: Parameter): Code[] {
  return [code`${quote(parameter.name)}`, code`${inputOf(parameter)}`];
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

import { type Located, problems } from '../../openapi';
import type { Parameter, ParameterLocation, ParameterStyle } from '../model/service';
import type { ReadContext } from './context';
import { readValueShape } from './header';
import { kindOfMediaType } from './media-types';
import { defined, flagField, resolvedNode, type SpecNode, textField } from './spec-node';

/** A parameter before its operation gives it a key. */
export type WireParameter = Omit<Parameter, 'key'>;

/** The styles of each location, the default one first. */
const styles: Readonly<Record<ParameterLocation, readonly [ParameterStyle, ...ParameterStyle[]]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** Where parameters can be, in the order in which an operation lists them. */
export const locations = Object.keys(styles) as readonly ParameterLocation[];

/**
 * Reads a Parameter Object.
 * @see https://spec.openapis.org/oas/v3.1.0#parameter-object
 */
export function readParameter(context: ReadContext, at: Located): WireParameter | undefined {
  const node = resolvedNode(context, at, 'a parameter');
  return node === undefined ? undefined : context.shared('parameter', at, node.pointer, () => readNode(context, node));
}

function readNode(context: ReadContext, node: SpecNode): WireParameter | undefined {
  const name = textField(context, node, 'name');
  const location = readLocation(context, node);
  if (name === undefined || name === '') {
    if (node.value.name === undefined)
      context.report(problems.missingField, node.pointer, { what: 'a parameter', field: 'name' });
    return undefined;
  }
  if (location === undefined || isIgnored(context, node, name, location)) return undefined;
  const style = readStyle(context, node, location);
  const value = readValueShape(context, node, `the parameter '${name}'`);
  checkContent(context, node, value.mediaType);
  return defined({
    // A greedy path parameter may be declared with its plus sign; its value arrives without.
    name: location === 'path' ? name.replace(/\+$/, '') : name,
    location,
    required: readRequired(context, node, name, location),
    ...value,
    style,
    explode: flagField(context, node, 'explode') ?? style === 'form',
    description: textField(context, node, 'description'),
    deprecated: flagField(context, node, 'deprecated') || undefined,
    pointer: node.pointer,
  });
}

function readLocation(context: ReadContext, node: SpecNode): ParameterLocation | undefined {
  const location = textField(context, node, 'in');
  const found = locations.find((known) => known === location);
  if (location === undefined) {
    if (node.value.in === undefined)
      context.report(problems.missingField, node.pointer, { what: 'a parameter', field: 'in' });
  } else if (found === undefined) {
    context.report(problems.unknownLocation, `${node.pointer}/in`, { location, known: locations });
  }
  return found;
}

function isIgnored(context: ReadContext, node: SpecNode, name: string, location: ParameterLocation): boolean {
  if (location !== 'header' || !['accept', 'content-type', 'authorization'].includes(name.toLowerCase())) return false;
  context.report(problems.ignoredHeader, node.pointer, { name });
  return true;
}

/** The text of a parameter is JSON or itself. */
function checkContent(context: ReadContext, node: SpecNode, mediaType: string | undefined): void {
  const kind = mediaType === undefined ? 'text' : kindOfMediaType(mediaType);
  if (mediaType === undefined || kind === 'json' || kind === 'text') return;
  context.report(problems.unsupportedParameterContent, `${node.pointer}/content`, { mediaType });
}

function readStyle(context: ReadContext, node: SpecNode, location: ParameterLocation): ParameterStyle {
  const allowed = styles[location];
  const style = textField(context, node, 'style');
  if (style === undefined) return allowed[0];
  const found = allowed.find((known) => known === style);
  if (found === undefined)
    context.report(problems.unsupportedStyle, `${node.pointer}/style`, { style, location, allowed });
  return found ?? allowed[0];
}

function readRequired(context: ReadContext, node: SpecNode, name: string, location: ParameterLocation): boolean {
  const required = flagField(context, node, 'required') ?? false;
  if (location === 'path' && !required) context.report(problems.optionalPathParameter, node.pointer, { name });
  return required || location === 'path';
}

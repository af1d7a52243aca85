import type { JsonObject } from '../../shared/json';
import type { Located } from '../document';
import { functionsOf } from './rules';
import { reportConstraints } from './rules/parameter-constraints';
import { parameterSchema } from './rules/parameter-schema';
import { reportRenamed } from './rules/sibling-variables';
import { follow, type LocatedObject, type Source } from './source';

const parameterRules = functionsOf('parameter');

/**
 * The parameters of operations as API Gateway uses them: name, location, required and type. It checks that what is required is there
 * and not blank, and nothing else.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export class Parameters {
  /** By pointer: operations share parameters, and what there is to say of one is said once. */
  private readonly known = new Map<string, readonly JsonObject[]>();

  constructor(private readonly source: Source) {}

  /** Those of an operation: declared ones, and the variables of the path by their names in API Gateway. */
  of(declared: readonly Located[], path: string, renamed: ReadonlyMap<string, string>): JsonObject[] {
    const variables = [...path.matchAll(/\{([^{}]+?)\+?\}/g)].map((match) => pathParameter(match[1] ?? ''));
    const merged = this.merge(declared);
    for (const [gatewayName, name] of renamed) {
      const parameter = merged.find(({ value }) => value.in === 'path' && value.name === name);
      if (parameter !== undefined) reportRenamed(this.source, parameter.pointer, name, gatewayName);
    }
    return [...variables, ...merged.flatMap((parameter) => this.declared(parameter))];
  }

  /** Those of the path item that the operation does not replace, then those of the operation. */
  private merge(declared: readonly Located[]): LocatedObject[] {
    const merged = new Map<string, LocatedObject>();
    for (const located of declared) {
      const parameter = follow(this.source, located);
      if (parameter !== undefined) merged.set(`${parameter.value.in} ${parameter.value.name}`, parameter);
    }
    return [...merged.values()];
  }

  private declared(parameter: LocatedObject): readonly JsonObject[] {
    const known = this.known.get(parameter.pointer);
    if (known !== undefined) return known;
    const declared = declare(this.source, parameter);
    this.known.set(parameter.pointer, declared);
    return declared;
  }
}

function pathParameter(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

/** A parameter as it is declared, if it is. Those of the path are declared by the path. */
function declare(source: Source, parameter: LocatedObject): readonly JsonObject[] {
  const { name, in: location, required } = parameter.value;
  if (location === 'path') {
    reportConstraints(source, parameter, true);
    return [];
  }
  if (typeof name !== 'string' || (location !== 'query' && location !== 'header' && location !== 'cookie')) return [];
  let isRequired = required === true;
  for (const rule of parameterRules) {
    const verdict = rule(parameter, source);
    if (verdict === 'not-declared') return [];
    if (verdict === 'not-required') isRequired = false;
  }
  reportConstraints(source, parameter, isRequired);
  return [{ name, in: location, ...(isRequired ? { required: true } : {}), schema: typeOf(source, parameter) }];
}

/** The type alone, which API Gateway hands to SDKs; what has no single one is a string. */
function typeOf(source: Source, parameter: LocatedObject): JsonObject {
  const type = parameter.value.content === undefined ? parameterSchema(source, parameter)?.value.type : undefined;
  if (type === 'array') return { type, items: { type: 'string' } };
  return { type: type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string' };
}

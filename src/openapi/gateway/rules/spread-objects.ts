import { define } from '../../../shared/diagnostics';
import { isJsonObject } from '../../../shared/json';
import type { LocatedObject, Source } from '../source';
import { parameterSchema } from './parameter-schema';
import type { Rule } from './rule';

const diagnostics = {
  spread: define<{ name: string; how: string }>(
    'gateway-not-enforced',
    'info',
    ({ name, how }) => `API Gateway cannot check '${name}', which is sent ${how}; the handler does`,
  ),
};

/** How an object is sent when its members are parameters of their own: nothing in the request has the parameter's name then. */
function spreadStyle(source: Source, parameter: LocatedObject): string | undefined {
  if (parameter.value.in !== 'query' || parameter.value.content !== undefined) return undefined;
  if (parameter.value.style === 'deepObject') return "in the style 'deepObject'";
  const schema = parameterSchema(source, parameter)?.value;
  const isObject = schema !== undefined && (schema.type === 'object' || isJsonObject(schema.properties));
  const exploded = (parameter.value.style ?? 'form') === 'form' && parameter.value.explode !== false;
  return isObject && exploded ? 'as a parameter for each of its members' : undefined;
}

/** @see https://spec.openapis.org/oas/v3.1.0#style-values */
export const spreadObjects: Rule = {
  feature: 'objects in a query, exploded or as `deepObject`',
  gateway: 'would look for a parameter of the name, and there is none in the request',
  answer: 'not declared',
  checkedBy: 'the handler',
  diagnostics,
  parameter: (parameter, source) => {
    const how = spreadStyle(source, parameter);
    if (how === undefined) return undefined;
    const name = String(parameter.value.name);
    source.report((place) => diagnostics.spread(place, { name, how }), parameter.pointer);
    return 'not-declared';
  },
};

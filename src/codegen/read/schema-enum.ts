import { problems } from '../../openapi';
import type { Json } from '../../shared/json';
import type { EnumShape } from '../model/shape';
import type { ReadContext } from './context';
import type { JsonType } from './keywords';
import { declaredTypes } from './schema-typed';
import { field, itemsOf, type SpecNode } from './spec-node';

/**
 * Reads `enum` and `const`. Values that the type excludes are left out, and said to be.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2
 */
export function readEnum(context: ReadContext, node: SpecNode, nullable: boolean): EnumShape | undefined {
  const constant = field(node, 'const');
  const listed = itemsOf(context, node, 'enum');
  if (constant === undefined && field(node, 'enum') === undefined) return undefined;
  const allowed = declaredTypes(context, node);
  const candidates = constant === undefined ? listed : [constant, ...listed];
  const values = new Map<string, Json>();
  for (const { pointer, value } of candidates) {
    const fits = allowed === undefined || allowed.some((type) => hasType(value, type));
    if (fits) values.set(JSON.stringify(value), value);
    else if (!(value === null && nullable)) reportImpossible(context, pointer, value, allowed);
  }
  const kept =
    constant === undefined || listed.length === 0
      ? [...values.values()]
      : onlyConstant(
          constant.value,
          listed.map((item) => item.value),
        );
  if (kept.length === 0) context.report(problems.emptyEnum, constant?.pointer ?? `${node.pointer}/enum`, {});
  return { kind: 'enum', values: kept };
}

/** `const` beside `enum`: both hold. */
function onlyConstant(constant: Json, listed: readonly Json[]): Json[] {
  const text = JSON.stringify(constant);
  return listed.some((value) => JSON.stringify(value) === text) ? [constant] : [];
}

function reportImpossible(context: ReadContext, pointer: string, value: Json, allowed: readonly JsonType[]): void {
  context.report(problems.impossibleEnumValue, pointer, { value: JSON.stringify(value), types: allowed.join(' or ') });
}

function hasType(value: Json, type: JsonType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

import type {
  ClosedShape,
  ConditionalShape,
  ContainsShape,
  ListShape,
  Shape,
  StructureShape,
  UnionShape,
} from '../model/shape';

/** The two cases of a conditional as a union, from which a value can be made. */
export function casesOf({ condition, consequence, alternative }: ConditionalShape): UnionShape {
  return {
    kind: 'union',
    mode: 'any',
    members: [
      { kind: 'intersection', members: [condition, consequence] },
      { kind: 'intersection', members: [{ kind: 'negation', not: condition }, alternative] },
    ],
  };
}

/** A list all of whose items are what one must contain. */
export function listContaining({ item, minContains, maxContains }: ContainsShape): ListShape {
  const limits = { minItems: minContains, ...(maxContains === undefined ? {} : { maxItems: maxContains }) };
  return { kind: 'list', items: item, implied: true, ...limits };
}

/**
 * What the other keywords of a closed shape say, with what they say nothing of as the shape has it: from that a value can be made.
 * @param core those keywords as one shape that is neither an intersection nor a reference
 */
export function closing(core: Shape, { properties, items }: Pick<ClosedShape, 'properties' | 'items'>): Shape {
  switch (core.kind) {
    case 'structure':
      return properties === undefined ? core : closingStructure(core, properties);
    case 'map':
      if (properties === undefined || core.values.kind !== 'any' || core.isOpen === true) return core;
      return { ...core, values: properties };
    case 'list':
      return items === undefined || core.items.kind !== 'any' || core.isOpen === true ? core : { ...core, items };
    case 'tuple':
      return items === undefined || core.rest.kind !== 'any' || core.isOpen === true ? core : { ...core, rest: items };
    case 'union': {
      const rest = { ...(properties === undefined ? {} : { properties }), ...(items === undefined ? {} : { items }) };
      return { ...core, members: core.members.map((member) => ({ kind: 'closed', core: member, ...rest })) };
    }
    default:
      return core;
  }
}

function closingStructure(core: StructureShape, properties: Shape): StructureShape {
  if (core.additional.kind !== 'any' || core.isOpen === true) return core;
  const members = core.members.map((member) =>
    member.isUndeclared === true ? { ...member, shape: properties } : member,
  );
  return { ...core, members, additional: properties };
}

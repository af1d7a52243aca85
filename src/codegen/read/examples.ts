import type { Json } from '../../shared/json';
import type { ReadContext } from './context';
import { membersOf, nodeField, resolvedNode, type SpecNode } from './spec-node';

/** `example`, or the values of `examples` (Example Objects). */
export function readExamples(context: ReadContext, node: SpecNode): Json[] {
  if (node.value.example !== undefined) return [node.value.example];
  const examples = nodeField(context, node, 'examples');
  return (examples === undefined ? [] : membersOf(examples)).flatMap((at) => {
    const example = resolvedNode(context, at, 'an example');
    return example?.value.value === undefined ? [] : [example.value.value];
  });
}

import { type Code, code } from '../../../emit/symbol';
import type { Shape, ShapeOf } from '../../../model/shape';
import { support } from '../source';
import {
  type CheckCode,
  type CheckContext,
  checkFunction,
  checkOf,
  invoke,
  invokeWith,
  nothing,
  printCheck,
  type Subject,
} from './checks';

export function checkList(shape: ShapeOf<'list'>, subject: Subject, context: CheckContext): CheckCode {
  const check = checkFunction(shape.items, 'item', context);
  const each = check && code`${invokeWith(support('check-lists', 'eachItem'), subject, check)};`;
  return guarded(shape, subject, [...sizeChecks(shape, subject), ...(each === undefined ? [] : [each])]);
}

export function checkTuple(shape: ShapeOf<'tuple'>, subject: Subject, context: CheckContext): CheckCode {
  const body = [...sizeChecks(shape, subject)];
  shape.prefix.forEach((item, index) => {
    const position: Subject = { value: `${subject.value}[${index}]`, path: `${subject.path}/${index}` };
    const { conditions, body: rest } = checkOf(item, position, context);
    if (conditions.length + rest.length === 0) return;
    body.push(...printCheck({ conditions: [code`${subject.value}.length > ${index}`, ...conditions], body: rest }));
  });
  const check = checkFunction(shape.rest, 'item', context);
  const first = shape.prefix.length;
  if (check !== undefined) body.push(code`${invokeWith(support('check-lists', 'eachItem'), subject, check, first)};`);
  return guarded(shape, subject, body);
}

function sizeChecks({ minItems, maxItems, uniqueItems }: ShapeOf<'list' | 'tuple'>, subject: Subject): Code[] {
  return [
    ...(minItems ? [code`${invoke(support('check-lists', 'minItems'), subject, minItems)};`] : []),
    ...(maxItems === undefined ? [] : [code`${invoke(support('check-lists', 'maxItems'), subject, maxItems)};`]),
    ...(uniqueItems ? [code`${invoke(support('check-lists', 'uniqueItems'), subject)};`] : []),
  ];
}

function guarded({ implied }: Shape, subject: Subject, body: readonly Code[]): CheckCode {
  if (!implied) return { conditions: [invoke(support('validation', 'isList'), subject)], body };
  return body.length === 0 ? nothing : { conditions: [code`Array.isArray(${subject.value})`], body };
}

import { problems } from '../../openapi';
import { type Json, member } from '../../shared/json';
import type { ReadContext } from './context';
import { describe, field, type SpecNode } from './spec-node';

const choices: readonly Json[] = ['number', 'bigint'];

/**
 * True for a schema of integers of which no bit may be lost: where `x-int64: bigint` stands beside it or, for those of the format `int64`,
 * at the top of the document. Says once that others are rounded where they are numbers.
 */
export function isExact(context: ReadContext, node: SpecNode): boolean {
  const own = choiceOf(context, node);
  const hasFormat = member(node.value, 'format') === 'int64';
  const chosen = own ?? (hasFormat ? choiceOf(context, { pointer: '', value: context.document.root }) : undefined);
  if (hasFormat && chosen === undefined && !isSafe(node)) {
    context.once('int64', '', () => context.report(problems.roundedInt64, node.pointer, {}));
  }
  return chosen === 'bigint';
}

function choiceOf(context: ReadContext, node: SpecNode): Json | undefined {
  const at = field(node, 'x-int64');
  if (at === undefined || choices.includes(at.value)) return at?.value;
  const got = describe(at.value);
  context.report(problems.unexpectedType, at.pointer, { what: "'x-int64'", want: "'number' or 'bigint'", got });
  return 'number';
}

/** True for a schema that allows only what a number is exactly. */
function isSafe({ value }: SpecNode): boolean {
  const isBound = (bound: Json | undefined) => typeof bound === 'number' && Number.isSafeInteger(bound);
  const [least, greatest] = [value.minimum ?? value.exclusiveMinimum, value.maximum ?? value.exclusiveMaximum];
  return isBound(least) && isBound(greatest);
}

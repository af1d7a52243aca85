import type { Condition, PolicyStatement } from './statement';
import { matchesWildcard } from './wildcard';

type Comparison = (value: string, wanted: string) => boolean;

const equals: Comparison = (value, wanted) => value === wanted;
const equalsIgnoringCase: Comparison = (value, wanted) => value.toLowerCase() === wanted.toLowerCase();
const like: Comparison = (value, wanted) => matchesWildcard(wanted, value);

/** Operators by their names without `Not`, which turns them round. */
const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: equals,
  StringEqualsIgnoreCase: equalsIgnoringCase,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: equalsIgnoringCase,
};

/**
 * True when a statement applies as far as its conditions go. What cannot be told on this machine, such as the address of a caller or an
 * operator that is not listed above, is taken in favour of the request.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionsHold(
  { effect, conditions }: PolicyStatement,
  context: ReadonlyMap<string, string | undefined>,
): boolean {
  return conditions.every((condition) => holds(condition, context) ?? effect === 'allow');
}

/** Nothing when it cannot be told. */
function holds(condition: Condition, context: ReadonlyMap<string, string | undefined>): boolean | undefined {
  const key = condition.key.toLowerCase();
  if (!context.has(key)) return undefined;
  const value = context.get(key);
  const [, name = '', ifExists] = /^(?:For(?:Any|All)Values?:)?(\w+?)(IfExists)?$/.exec(condition.operator) ?? [];
  if (name === 'Null') return condition.values.some((wanted) => (wanted === 'true') === (value === undefined));
  const negated = /^(?:String|Arn)Not/.test(name);
  const comparison = comparisons[name.replace(/^(String|Arn)Not/, '$1')];
  if (comparison === undefined) return undefined;
  // A key that is not there matches nothing, which is what `Not` asks for.
  if (value === undefined) return negated || ifExists !== undefined;
  return condition.values.some((wanted) => comparison(value, wanted)) !== negated;
}

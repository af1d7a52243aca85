import { conditionsHold } from './conditions';
import type { Patterns, PolicyStatement } from './statement';
import { matchesWildcard } from './wildcard';

/** A call that somebody wants to make. */
export interface PolicyRequest {
  /** `s3:GetObject`. */
  readonly action: string;
  /** The ARN of what it is made on. */
  readonly resource: string;
  /** The values of condition keys, in lower case, that are known here; `undefined` for a key that this request does not have. */
  readonly context: ReadonlyMap<string, string | undefined>;
}

/** What policies say of a request; `silent` when no statement covers it. */
export type Verdict = 'allowed' | 'denied' | 'silent';

/**
 * Applies statements to a request: a denial wins over everything.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(statements: readonly PolicyStatement[], request: PolicyRequest): Verdict {
  const effects = statements.filter((statement) => covers(statement, request)).map(({ effect }) => effect);
  if (effects.includes('deny')) return 'denied';
  return effects.includes('allow') ? 'allowed' : 'silent';
}

function covers(statement: PolicyStatement, { action, resource, context }: PolicyRequest): boolean {
  return (
    includes(statement.actions, action, true) &&
    (statement.resources === undefined || includes(statement.resources, resource)) &&
    conditionsHold(statement, context)
  );
}

/** True when a value is one of the patterns, or none of those that are excluded. */
export function includes({ patterns, excluded }: Patterns, value: string, ignoreCase = false): boolean {
  return patterns.some((pattern) => matchesWildcard(pattern, value, ignoreCase)) !== excluded;
}

import { createHash } from 'node:crypto';
import { Resource, Token } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import { constructError } from '../construct-error';

/**
 * Cannot be raised.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export const stageVariableLimits = { variables: 100, key: 64, value: 512 } as const;

/** Characters of a value. @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html#apigw-CreateDeployment-request-variables */
export const valueCharacters = /^[A-Za-z0-9\-._~:/?#&=,]*$/;

/** The variables of a stage that stand for what a document refers to. */
export class StageVariables {
  private readonly values = new Map<string, string>();

  /** The name of the variable for this, which is the same for all that is the same. */
  nameOf(kind: string, key: string, value: string, target: IConstruct | undefined): string {
    const digest = createHash('sha256').update(`${kind} ${key}`).digest('hex').slice(0, 12);
    const name = [kind, ...readable(target), digest].join('_');
    this.values.set(name, value);
    return name;
  }

  /** By their names, in the order of these. */
  toObject(): { [name: string]: string } {
    return Object.fromEntries([...this.values].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

/** Compares the variables that a user gives to a stage with what API Gateway takes. */
export function checkStageVariables(scope: Construct, variables: Readonly<Record<string, string>>): void {
  const { variables: most, key, value } = stageVariableLimits;
  const entries = Object.entries(variables);
  if (entries.length > most) {
    throw constructError(scope, `'deployOptions' has ${entries.length} variables and a stage has ${most}; use fewer`);
  }
  for (const [name, text] of entries) {
    const problem = nameProblem(name) ?? valueProblem(text);
    if (problem !== undefined) throw constructError(scope, `the variable '${name}' of 'deployOptions' ${problem}`);
  }

  function nameProblem(name: string): string | undefined {
    if (name.length > key) return `has a name of ${name.length} characters and API Gateway takes ${key}`;
    return /^\w+$/.test(name) ? undefined : 'has a name with other characters than letters, digits and underscores';
  }

  function valueProblem(text: string): string | undefined {
    if (Token.isUnresolved(text)) return undefined;
    if (text.length > value) return `has a value of ${text.length} characters and API Gateway takes ${value}`;
    return valueCharacters.test(text)
      ? undefined
      : 'has a value with other characters than letters, digits and -._~:/?#&=,';
  }
}

/** As much of a name as tells people what it is. */
function readable(target: IConstruct | undefined): string[] {
  const named = target?.node.scopes.findLast((scope) => Resource.isResource(scope)) ?? target;
  const text = named?.node.id.replace(/[^A-Za-z0-9]/g, '').slice(0, 32) ?? '';
  return text === '' ? [] : [text];
}

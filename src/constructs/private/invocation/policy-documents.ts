import type { IAlias, IFunction, IVersion } from 'aws-cdk-lib/aws-lambda';
import { Token } from 'aws-cdk-lib/core';

/** A policy of a role that allows to invoke functions. */
export interface InvocationPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly [
    {
      readonly Effect: 'Allow';
      readonly Action: 'lambda:InvokeFunction';
      readonly Resource: string | readonly string[];
    },
  ];
}

/** The characters of all inline policies of a role, white space not counted. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const inlineCharacters = 10_240;

/** The characters of a managed policy, white space not counted. */
const managedCharacters = 6_144;

/** The ARN of a function with the longest name there is, in the partition and the region with the longest names. */
const longestFunctionArn = 'arn:aws-us-gov:lambda:us-gov-east-1:123456789012:function:'.length + 64;

/** Numbers of versions; nobody publishes a billion of them. */
const longestVersion = ':999999999'.length;

/** The longest name of an alias. */
const longestAlias = 1 + 128;

/**
 * Policies that allow to invoke these functions, versions and aliases and nothing else: one for the role itself, and managed ones for what
 * has no room there.
 */
export function invocationPolicies(functions: readonly IFunction[]): {
  readonly inline: InvocationPolicy;
  readonly managed: readonly InvocationPolicy[];
} {
  const chunks: string[][] = [[]];
  let room = inlineCharacters - frame;
  for (const each of functions) {
    const characters = charactersOf(each);
    if (characters > room) {
      chunks.push([]);
      room = managedCharacters - frame;
    }
    chunks.at(-1)?.push(each.functionArn);
    room -= characters;
  }
  const [inline = [], ...managed] = chunks;
  return { inline: policyOf(inline), managed: managed.map(policyOf) };
}

function policyOf(arns: readonly string[]): InvocationPolicy {
  const [first, ...others] = arns;
  const Resource = first !== undefined && others.length === 0 ? first : arns;
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource }] };
}

const frame = JSON.stringify(policyOf([])).length;

/** At most so many, with its quotes and its comma. */
function charactersOf(lambdaFunction: IFunction): number {
  const { functionArn } = lambdaFunction;
  if (!Token.isUnresolved(functionArn)) return functionArn.length + 3;
  return longestFunctionArn + qualifierCharacters(lambdaFunction) + 3;
}

function qualifierCharacters(lambdaFunction: IFunction): number {
  const { aliasName, version } = lambdaFunction as Partial<IAlias> & Partial<IVersion>;
  if (aliasName !== undefined) return Token.isUnresolved(aliasName) ? longestAlias : 1 + aliasName.length;
  return version === undefined ? 0 : longestVersion;
}
